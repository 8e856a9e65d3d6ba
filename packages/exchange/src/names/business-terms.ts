import type { NameDictionaries } from './read-dictionaries.ts';

/** Words that one English term for a business may have. */
export const LONGEST_TERM = 4;

/** The Chinese words for English terms of business. */
export interface BusinessTerms {
  /** In the singular or the plural; nothing where the glossary has no such term. */
  read(words: readonly string[]): readonly string[];
}

export function createBusinessTerms(industries: NameDictionaries['industries']): BusinessTerms {
  const terms = new Map<string, string[]>();
  for (const [zh, en] of industries) {
    for (const term of en) {
      const key = keyOf(term.split(' '));
      const known = terms.get(key) ?? [];
      if (!known.includes(zh)) terms.set(key, [...known, zh]);
    }
  }
  return { read: (words) => terms.get(keyOf(words)) ?? [] };
}

/** Chinese has no plural, and whoever translates a name has either. */
function keyOf(words: readonly string[]): string {
  return words.map((word) => word.replace(/ies$/, 'y').replace(/s$/, '')).join(' ');
}

/** A syllable of pinyin, or something that looks like one. */
const SYLLABLES =
  /^(?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:[iuv]?(?:ang|eng|ong|an|en|ai|ei|ao|ou|a|e|o)|i?ng|in|iu|i|un|ui|u|v|ve)|er)+$/;

/** A Chinese firm's English name without its place: what is spelled, and what of the rest is known. */
export interface SplitTrade {
  /** Letters of the trade name. */
  readonly named: string;
  /** Chinese words for each term of business that the glossary has. */
  readonly business: readonly (readonly string[])[];
}

/** The first words are the trade name as long as they spell syllables and are no terms. */
export function splitTrade(words: readonly string[], terms: BusinessTerms): SplitTrade {
  const business: (readonly string[])[] = [];
  let named = words[0] ?? '';
  let isNamed = true;
  for (let at = 1; at < words.length;) {
    const { count, zh } = termAt(words, at, terms);
    const word = words[at] ?? '';
    if (count > 0) business.push(zh);
    isNamed = isNamed && count === 0 && SYLLABLES.test(word);
    if (isNamed) named += word;
    at += Math.max(1, count);
  }
  return { named, business };
}

function termAt(
  words: readonly string[],
  at: number,
  terms: BusinessTerms,
): { readonly count: number; readonly zh: readonly string[] } {
  for (let count = Math.min(LONGEST_TERM, words.length - at); count >= 1; count -= 1) {
    const zh = terms.read(words.slice(at, at + count));
    if (zh.length > 0) return { count, zh };
  }
  return { count: 0, zh: [] };
}
