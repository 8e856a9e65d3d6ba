/** Letters of other scripts that print like ASCII ones, as pairs. */
const twins = new Map(
  [
    ['а', 'a'],
    ['е', 'e'],
    ['о', 'o'],
    ['р', 'p'],
    ['с', 'c'],
    ['у', 'y'],
    ['х', 'x'],
    ['і', 'i'],
    ['ј', 'j'],
    ['ѕ', 's'],
    ['һ', 'h'],
    ['ԁ', 'd'],
    ['ո', 'n'],
    ['ց', 'g'],
    ['ο', 'o'],
    ['α', 'a'],
    ['ν', 'v'],
    ['ι', 'i'],
    ['ı', 'i'],
    ['ɡ', 'g'],
    ['‐', '-'],
    ['‑', '-'],
    ['–', '-'],
  ].map(([other, ascii]) => [other ?? '', ascii ?? '']),
);

/** A character of a code that is not what it looks like, by its number in Unicode. */
export interface LookAlike {
  readonly character: string;
  readonly codePoint: string;
  /** The code as it would read with ASCII letters. */
  readonly plain: string;
}

/** The first character of a code that is not ASCII; codes match byte for byte or not at all. */
export function findLookAlike(code: string): LookAlike | undefined {
  const character = [...code].find((one) => (one.codePointAt(0) ?? 0) > 0x7e);
  if (character === undefined) return undefined;
  const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const plain = [...code.normalize('NFKC')].map((one) => twins.get(one) ?? one).join('');
  return { character, codePoint: `U+${number}`, plain };
}
