import type { Language, Localised } from '@credence/domain';
import { formatFindingIn, ruleOf, type Finding } from '@credence/rulebook';

import { sarifOf } from './sarif.ts';

/** What `rulebook check` may print. */
export const checkFormats = ['text', 'json', 'sarif'] as const;

/** @see {@link checkFormats} */
export type CheckFormat = (typeof checkFormats)[number];

/** What was found in a folder of editions. */
export interface Checked {
  readonly editions: readonly { readonly code: string; readonly hash: string }[];
  readonly findings: readonly Finding[];
}

/** Something a finding may be looked up by: a guard or a lint. */
export interface CheckRule {
  readonly id: string;
  readonly title: Localised;
  readonly why: Localised;
  readonly source: string;
}

/** Only errors keep an edition from being used; warnings are for its authors. */
export function errorsOf(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ severity }) => severity !== 'warning');
}

/** The whole answer of a check, in the format asked for. */
export function reportOf(
  checked: Checked,
  order: {
    readonly format: CheckFormat;
    readonly language: Language;
    readonly rules: readonly CheckRule[];
  },
): string {
  switch (order.format) {
    case 'json':
      return JSON.stringify(jsonOf(checked), null, 2);
    case 'sarif':
      return JSON.stringify(sarifOf(checked.findings, order.rules, order.language), null, 2);
    case 'text':
      return textOf(checked, order.language);
  }
}

function jsonOf(checked: Checked): object {
  const errors = errorsOf(checked.findings).length;
  return {
    schema: 'credence-rulebook-check/1',
    errors,
    warnings: checked.findings.length - errors,
    editions: checked.editions.map(({ code, hash }) => ({ code, hash })),
    findings: checked.findings.map((finding) => ({
      rule: ruleOf(finding),
      severity: finding.severity ?? 'error',
      ...finding,
    })),
  };
}

const counted = {
  zh: {
    clean: '没有发现问题',
    usable: '没有错误',
    errors: (count: number) => `${String(count)} 处错误`,
    warnings: (count: number) => `${String(count)} 处提醒`,
    guards: (ids: string) => `审查项：${ids}`,
    broken: '有错误的版本不能装入。',
    warned: '提醒不妨碍使用。',
    listed: '；',
  },
  en: {
    clean: 'no findings',
    usable: 'no error',
    errors: (count: number) => `${String(count)} error${count === 1 ? '' : 's'}`,
    warnings: (count: number) => `${String(count)} warning${count === 1 ? '' : 's'}`,
    guards: (ids: string) => `guards: ${ids}`,
    broken: 'an edition with an error does not load.',
    warned: 'warnings keep no edition from use.',
    listed: '; ',
  },
} as const;

function textOf(checked: Checked, language: Language): string {
  const say = counted[language];
  const lines = checked.findings.map((finding) => formatFindingIn(language, finding));
  for (const { code, hash } of checked.editions) {
    const state = checked.findings.length === 0 ? say.clean : say.usable;
    lines.push(`${code}  ${hash.slice(0, 16)}  ${state}`);
  }
  if (checked.findings.length > 0) lines.push(countOf(checked.findings, language));
  return lines.join('\n');
}

function countOf(findings: readonly Finding[], language: Language): string {
  const say = counted[language];
  const errors = errorsOf(findings).length;
  const warnings = findings.length - errors;
  const guards = [...new Set(findings.flatMap(({ guard }) => guard ?? []))].sort();
  return [
    say.errors(errors),
    ...(warnings > 0 ? [say.warnings(warnings)] : []),
    ...(guards.length > 0 ? [say.guards(guards.join(' '))] : []),
    errors > 0 ? say.broken : say.warned,
  ].join(say.listed);
}
