import { Converter } from 'opencc-js/t2cn';

type Convert = (text: string) => string;

let traditionalToSimplified: Convert | undefined;

/** Built at the first name, since its dictionaries take some milliseconds. */
function simplify(text: string): string {
  const convert = traditionalToSimplified ?? Converter({ from: 't', to: 'cn' });
  traditionalToSimplified = convert;
  return convert(text);
}

const LATIN_WITH_MARK = /[\u00c0-\u024f\u1e00-\u1eff]/g;
const MARKS = /\p{M}/gu;
const NEITHER_LETTER_NOR_NUMBER = /[^\p{L}\p{N}]/gu;

/**
 * The form under which a name is compared and searched; the name itself is kept elsewhere. NFKC, so
 * full-width and circled forms are equal; Latin without case and accents; traditional characters as
 * simplified ones; brackets, quotes, punctuation and spaces gone, their content kept.
 */
export function foldName(name: string): string {
  const plain = name
    .normalize('NFKC')
    .replace(LATIN_WITH_MARK, (letter) => letter.normalize('NFD').replace(MARKS, ''));
  // Upper case first, so that letters with several lower-case forms (ß, ss) become equal.
  const oneCase = plain.toUpperCase().toLowerCase();
  return simplify(oneCase).replace(NEITHER_LETTER_NOR_NUMBER, '');
}

/** Every pair of neighbouring characters once, in order of appearance; a single one is its own. */
export function twoGrams(folded: string): readonly string[] {
  const characters = Array.from(folded);
  if (characters.length < 2) return characters;
  const grams = new Set<string>();
  let previous: string | undefined;
  for (const character of characters) {
    if (previous !== undefined) grams.add(previous + character);
    previous = character;
  }
  return [...grams];
}
