import type { NameKeys } from '@credence/casework';

import { foldName, twoGrams } from './fold-name.ts';
import { spellPinyin } from './spell-pinyin.ts';

const PINYIN_QUERY = /^[a-z]+$/;
/** Fewer letters occur inside so many names that the answer would be noise. */
const PINYIN_INSIDE_MIN = 4;

/** Search keys of names and of queries, made by the same steps so that they meet. */
export function createNameKeys(): NameKeys {
  return {
    fold(name) {
      const folded = foldName(name);
      const { full, initials } = spellPinyin(folded);
      return { folded, grams: twoGrams(folded), pinyin: full, initials };
    },
    foldQuery(text) {
      const folded = foldName(text);
      const keys = { folded, grams: twoGrams(folded) };
      if (!PINYIN_QUERY.test(folded)) return keys;
      return { ...keys, pinyin: folded, pinyinInside: folded.length >= PINYIN_INSIDE_MIN };
    },
  };
}
