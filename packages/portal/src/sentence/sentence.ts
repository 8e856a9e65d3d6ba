import type { CivilDate, Language } from '@credence/domain';

/** A piece of a sentence: plain words, a date (shown in bold), or words of a known language. */
export type Piece =
  string | { readonly on: CivilDate } | { readonly text: string; readonly language: Language };

export type Sentence = readonly Piece[];

/** Builds a sentence from a template; a value is a piece, or a part made the same way. */
export function sentence(
  words: TemplateStringsArray,
  ...values: readonly (Piece | Sentence)[]
): Sentence {
  return words.flatMap((word, index): Sentence => {
    const value = values[index] ?? [];
    return [word, ...(isSentence(value) ? value : [value])].filter((piece) => piece !== '');
  });
}

function isSentence(value: Piece | Sentence): value is Sentence {
  return Array.isArray(value);
}

/** A day as a piece; pages show it in bold. */
export function day(on: CivilDate): Piece {
  return { on };
}

/** The same sentence as plain text. */
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
  const words = 'No One Two Three Four Five Six Seven Eight Nine Ten'.split(' ');
  return words[count] ?? String(count);
}
