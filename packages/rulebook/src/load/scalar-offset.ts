/** Characters that keep words apart, and which of them a folded line turns into others. */
const BLANK = /\s/;
const BLANKS = /^\s+/;
/** In double quotes a blank may be escaped, and so may the end of a line that goes on. */
const BLANKS_IN_DOUBLE = /^(?:\s|\\(?:[tnr \n]|\r\n|x20|x09|u0020|u0009))+/;

/**
 * Where in the source of a scalar a character of its text stands. Line folding, indentation, quotes and
 * escapes make the two differ; everything but blanks keeps its order, so both are walked together.
 *
 * @param source - the scalar as the file has it, with its quotes or its `>` and `|`
 * @param text - what it says
 * @param offset - a place in `text`; its end is allowed
 * @returns the place in `source`
 */
export function scalarOffset(source: string, text: string, offset: number): number {
  const isDouble = source.startsWith('"');
  const isQuoted = isDouble || source.startsWith("'");
  // The head of a block, such as `>-`, is no part of what it says.
  let at = isQuoted ? 1 : (/^[>|][^\n]*\n/.exec(source)?.[0].length ?? 0);
  for (let index = 0; ; index += 1) {
    const character = text[index] ?? '';
    if (character !== '' && BLANK.test(character)) {
      if (index === offset) return at;
      continue;
    }
    at += (isDouble ? BLANKS_IN_DOUBLE : BLANKS).exec(source.slice(at))?.[0].length ?? 0;
    if (index >= offset || character === '') return at;
    at += lengthOf(source, at, isDouble);
  }
}

/** Characters of the source that make one character of the text. */
function lengthOf(source: string, at: number, isDouble: boolean): number {
  if (isDouble && source[at] === '\\') {
    const long = { x: 4, u: 6, U: 10 }[source[at + 1] ?? ''];
    return long ?? 2;
  }
  return source.startsWith("'") && source[at] === "'" && source[at + 1] === "'" ? 2 : 1;
}
