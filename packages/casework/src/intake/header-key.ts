/** A header cell as it is compared: its words, and the words in its last pair of brackets. */
export interface HeaderParts {
  /** The whole header, narrowed: letters, digits, underscores and brackets only. */
  readonly whole: string;
  /** What stands before the bracket, without a running index such as `_1`. */
  readonly base: string;
  /** What stands in the brackets; absent where there are none. */
  readonly bracket?: string;
}

const opening = /[[【〔〖{]/g;
const closing = /[\]】〕〗}]/g;

/**
 * Takes a header apart. Files mix full and half width, dashes and underscores, stars of required
 * fields, stray commas and blanks; none of these tells one column from another.
 */
export function headerParts(text: string): HeaderParts {
  const whole = headerKey(text);
  const open = whole.lastIndexOf('(');
  const close = whole.indexOf(')', open);
  const bracketed = open >= 0 && close > open;
  const outside = bracketed ? whole.slice(0, open) + whole.slice(close + 1) : whole;
  const named = outside.replace(/[()]/g, '');
  return {
    whole,
    base: named.replace(/_+\d{0,2}$|(?<=\p{Script=Han})\d{1,2}$/u, ''),
    ...(bracketed ? { bracket: whole.slice(open + 1, close) } : {}),
  };
}

/** Two headers with the same key are the same header. */
export function headerKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(opening, '(')
    .replace(closing, ')')
    .replace(/[\p{Pd}_]+/gu, '_')
    .replace(/[^\p{L}\p{N}_()]/gu, '');
}

/** The alternatives in a bracket: `A或B`, `A/B`, `A、B`; the separators survive in the raw text only. */
export function bracketAlternatives(text: string): readonly string[] {
  const inside =
    /[(（[【〔]([^()（）[\]【】〔〕]*)[)）\]】〕]\s*$/u.exec(text.normalize('NFKC'))?.[1] ?? '';
  return inside
    .split(/或者|或|\/|、|,|，|\bor\b/u)
    .map(headerKey)
    .filter((part) => part !== '');
}
