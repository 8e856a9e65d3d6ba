import type { Fault } from './fault.ts';
import type { Span } from './tree.ts';

/** A word, number, text or sign of an expression. */
export interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'sign' | 'end';
  /** What stands there; of a text, what stands between its quotes. */
  readonly text: string;
  readonly span: Span;
}

/** Everything of a text, or the first place where it stops being an expression. */
export type Lexing =
  | { readonly kind: 'read'; readonly tokens: readonly Token[] }
  | { readonly kind: 'refused'; readonly fault: Fault };

const PIECES =
  /(?<space>[ \t\r\n]+)|(?<number>\d[\w.]*)|(?<name>[A-Za-z_]\w*)|(?<text>"[^"\\\n]*"|'[^'\\\n]*')|(?<sign>\|\||&&|[=!<>]=|[<>!+\-*/?:.,()[\]])/y;

/** Cuts a text into its pieces; spaces and line ends only keep pieces apart. */
export function lex(text: string): Lexing {
  const tokens: Token[] = [];
  PIECES.lastIndex = 0;
  let start = 0;
  while (start < text.length) {
    const groups = PIECES.exec(text)?.groups;
    if (groups === undefined) return { kind: 'refused', fault: strayFault(text, start) };
    const span = { start, end: PIECES.lastIndex };
    const { number, name, text: quoted, sign } = groups;
    if (number !== undefined) {
      const fault = numberFault(number, span);
      if (fault !== undefined) return { kind: 'refused', fault };
      tokens.push({ kind: 'number', text: number, span });
    } else if (name !== undefined) tokens.push({ kind: 'name', text: name, span });
    else if (quoted !== undefined) {
      tokens.push({ kind: 'text', text: quoted.slice(1, -1), span });
    } else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign, span });
    start = span.end;
  }
  tokens.push({ kind: 'end', text: '', span: { start, end: start } });
  return { kind: 'read', tokens };
}

function numberFault(number: string, span: Span): Fault | undefined {
  if (/^(?:0|[1-9]\d*)$/.test(number) && Number.isSafeInteger(Number(number))) return undefined;
  return {
    code: 'expression-syntax',
    span,
    message: `${number} is not a number of the language.`,
    found: number,
    accepted: 'a whole number of at most 9007199254740991, in decimal digits',
  };
}

/** What people write who know another language, and what is written here. */
const habits: Readonly<Record<string, string>> = {
  '=': 'Write == to compare.',
  '&': 'Write &&.',
  '|': 'Write ||.',
  '%': 'There is no remainder.',
  '{': 'Rounded brackets group; square brackets list.',
  '}': 'Rounded brackets group; square brackets list.',
  '"': 'Close the text on the same line; it has no backslash.',
  "'": 'Close the text on the same line; it has no backslash.',
  '“': 'Use plain quotes: "…".',
  '”': 'Use plain quotes: "…".',
  '，': 'Use a plain comma.',
  '（': 'Use plain brackets.',
  '）': 'Use plain brackets.',
  '≥': 'Write >=.',
  '≤': 'Write <=.',
  '≠': 'Write !=.',
  '#': 'A note stands beside the expression, not in it.',
};

function strayFault(text: string, start: number): Fault {
  const found = String.fromCodePoint(text.codePointAt(start) ?? 0);
  const repair = habits[found];
  return {
    code: 'expression-syntax',
    span: { start, end: start + found.length },
    message: `${found} stands where no expression has it.`,
    found,
    ...(repair === undefined ? {} : { repair }),
  };
}
