import type { CivilDate, Language } from '@credence/domain';

/** A piece of a sentence: plain words, a date (shown in bold), or words in another language. */
export type Piece =
  string | { readonly on: CivilDate } | { readonly text: string; readonly language: Language };

export type Sentence = readonly Piece[];

/**
 * Builds a sentence from a template. Each value is a piece; an empty string leaves nothing.
 */
export function sentence(words: TemplateStringsArray, ...values: readonly Piece[]): Sentence {
  const pieces: Piece[] = [];
  words.forEach((word, index) => {
    if (word !== '') pieces.push(word);
    const value = values[index];
    if (value !== undefined && value !== '') pieces.push(value);
  });
  return pieces;
}

/** The same sentence as plain text, e.g. for a page description. */
export function plain(text: Sentence, dateInWords: (on: CivilDate) => string): string {
  return text
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      return 'on' in piece ? dateInWords(piece.on) : piece.text;
    })
    .join('');
}

/** One to ten as a word at the head of an English sentence, more as digits. */
export function countInWords(count: number): string {
  const words = [
    'No',
    'One',
    'Two',
    'Three',
    'Four',
    'Five',
    'Six',
    'Seven',
    'Eight',
    'Nine',
    'Ten',
  ];
  return words[count] ?? String(count);
}
