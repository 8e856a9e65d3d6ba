import type { Child } from 'hono/jsx';

import type { Words } from '../words/words.ts';

/** Sentences one after the other: with a space in English, without one in Chinese. */
export function sentences(words: Words, parts: readonly Child[]): Child {
  const space = words.language === 'zh' ? '' : ' ';
  return parts.map((part, index) => (index === 0 ? part : [space, part]));
}
