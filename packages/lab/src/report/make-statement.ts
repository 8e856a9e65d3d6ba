import type { JsonValue, Language } from '@credence/domain';
import { canonicalJson, sha256Hex } from '@credence/proof';

import type { Comparison } from '../experiment/comparison.ts';
import type { ModelDescription } from './describe-model.ts';
import { writeStatement, type StatementLook } from './statement-page.tsx';
import { chinese } from './words-zh.ts';
import { english } from './words-en.ts';

/** The files of a statement, by name; one of them is bound by its hash and names the others' hashes. */
export interface StatementFiles {
  readonly files: ReadonlyMap<string, string>;
  /** Name and hash, in hexadecimal, of the file that a draft's cards name. */
  readonly bound: string;
  readonly report: string;
}

/**
 * Writes the statement in both languages and all its numbers. The file in the asked language is the one
 * that is bound: it names the hash of the other language and of the numbers, so that its own hash holds
 * all three. The same comparison gives the same bytes.
 */
export function makeStatement(
  given: {
    readonly comparison: Comparison;
    readonly about: string;
    readonly command: string;
    /** Hash of the text that was tried, where it is a draft. */
    readonly tried?: string;
    readonly model?: ModelDescription;
    readonly language: Language;
  },
  look: StatementLook,
): StatementFiles {
  const { comparison, about, command, tried, model, language } = given;
  // A comparison is plain JSON; written canonically it has one spelling.
  const numbers = `${canonicalJson(JSON.parse(JSON.stringify(comparison)) as JsonValue)}\n`;
  const write = (of: Language, others: readonly { label: string; sha256: string }[]): string => {
    const say = of === 'zh' ? chinese : english;
    const fingerprints = [
      ...(tried === undefined ? [] : [{ label: say.triedText, sha256: tried }]),
      { label: say.data, sha256: sha256Hex(numbers) },
      ...others,
    ];
    const parts = { comparison, about, command, fingerprints };
    return writeStatement({ ...parts, ...(model === undefined ? {} : { model }) }, of, look);
  };
  const second = language === 'zh' ? 'en' : 'zh';
  const other = write(second, []);
  const label = (language === 'zh' ? chinese : english).otherLanguage;
  const bound = write(language, [{ label, sha256: sha256Hex(other) }]);
  const name = (of: Language) => `statement-${of}.html`;
  return {
    files: new Map([
      [name(language), bound],
      [name(second), other],
      ['comparison.json', numbers],
    ]),
    ...{ bound: name(language), report: sha256Hex(bound) },
  };
}
