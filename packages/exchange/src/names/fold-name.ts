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
/** Letters whose mark is part of them, as whoever has no key for them types them. */
const letters: Readonly<Record<string, string>> = {
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};
const UNDIVIDED = /[øđðłħıæœþ]/g;
const MARKS = /\p{M}/gu;
const NEITHER_LETTER_NOR_NUMBER = /[^\p{L}\p{N}]/gu;

/**
 * The form under which a name is compared and searched; the name itself is kept elsewhere. NFKC, so
 * full-width and circled forms are equal; Latin without case and accents; traditional characters as
 * simplified ones; brackets, quotes, punctuation and spaces gone, their content kept.
 */
export function foldName(name: string): string {
  return lettersOfPlain(plainName(name));
}

/** The folded name of one that is plain already. */
export function lettersOfPlain(plain: string): string {
  return plain.replace(NEITHER_LETTER_NOR_NUMBER, '');
}

/** The folded name with its brackets, blanks and punctuation, by which it can be taken apart. */
export function plainName(name: string): string {
  const plain = name
    .normalize('NFKC')
    .replace(LATIN_WITH_MARK, (letter) => letter.normalize('NFD').replace(MARKS, ''));
  // Upper case first, so that letters with several lower-case forms (ß, ss) become equal.
  const oneCase = plain.toUpperCase().toLowerCase();
  return simplify(oneCase).replace(UNDIVIDED, (letter) => letters[letter] ?? letter);
}

/**
 * What is looked up of a Latin word: how it begins, so that words of a query are not found in the
 * middle of others, and its pairs.
 */
export function gramsOfWord(word: string): readonly string[] {
  const begins = [` ${word.slice(0, 1)}`, ` ${word.slice(0, 2)}`];
  return word.length < 2 ? begins.slice(0, 1) : [...begins, ...twoGrams(word)];
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
