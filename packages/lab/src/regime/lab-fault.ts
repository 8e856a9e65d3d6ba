import type { Localised } from '@credence/domain';
import { findingIn, type Finding } from '@credence/rulebook';

import { LabError } from '../engine/define-model.ts';

/** One thing wrong with a file of the Lab: where, what, in both languages, and what is accepted. */
export interface LabFault {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly says: Localised;
  readonly found?: string;
  readonly accepted?: string;
}

/** A file of the Lab that cannot be used, with everything that is wrong with it. */
export class LabFileError extends LabError {
  readonly faults: readonly LabFault[];

  constructor(faults: readonly LabFault[]) {
    const told = (language: 'zh' | 'en'): string =>
      faults.map((fault) => formatFault(language, fault)).join('\n');
    super(told('en'), told('zh'));
    this.name = 'LabFileError';
    this.faults = faults;
  }
}

/** A finding of the rulebook as a fault of the Lab. */
export function faultOf(finding: Finding): LabFault {
  const { file, line, column, found, accepted } = finding;
  const [en, zh] = [findingIn('en', finding), findingIn('zh', finding)];
  return {
    file,
    line,
    column,
    says: { zh: zh.message, en: en.message },
    ...(found === undefined ? {} : { found }),
    ...(accepted === undefined ? {} : { accepted }),
  };
}

/** A fault as a terminal prints it. */
export function formatFault(language: 'zh' | 'en', fault: LabFault): string {
  const { file, line, column, says, found, accepted } = fault;
  const labels = language === 'zh' ? ['现为：', '可用：'] : ['Found: ', 'Accepted: '];
  return [
    `${file}:${String(line)}:${String(column)}  ${says[language] ?? ''}`,
    ...(found === undefined ? [] : [`  ${labels[0] ?? ''}${found}`]),
    ...(accepted === undefined ? [] : [`  ${labels[1] ?? ''}${accepted}`]),
  ].join('\n');
}
