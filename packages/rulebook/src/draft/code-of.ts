/** A code for a word of a file: lower-case ASCII words joined by underscores, the same each time. */
export function codeOf(text: string): string {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  if (/^[a-z]/.test(plain)) return plain;
  // Words without Latin letters are told apart by their characters' numbers.
  const rest = plain === '' ? [...text].map((each) => hex(each)).join('_') : plain;
  return `code_${rest}`;
}

/** Words of a file by the code they become; spellings of one word share a code. */
export function byCode(
  values: readonly string[],
): ReadonlyMap<string, readonly [string, ...string[]]> {
  const groups = new Map<string, [string, ...string[]]>();
  for (const value of values) {
    const known = groups.get(codeOf(value));
    if (known === undefined) groups.set(codeOf(value), [value]);
    else known.push(value);
  }
  return groups;
}

function hex(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16);
}
