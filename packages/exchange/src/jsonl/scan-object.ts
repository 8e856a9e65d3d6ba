/** One line of a JSON Lines file: its keys and values as text, or what is wrong with it. */
export type ScannedObject =
  | { readonly kind: 'object'; readonly cells: ReadonlyMap<string, string> }
  | { readonly kind: 'refused'; readonly found: string; readonly accepted: string };

const FLAT = 'one object of texts, numbers, true, false and null';

/** Characters of a key that a refusal repeats. */
const SHOWN_CHARS_MAX = 40;

const BLANK = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y;
const WORD = /(?:true|false|null)(?!\w)/y;
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Reads one flat object without recursion, so that no depth of nesting can hurt. Numbers stay as
 * they are written: a code of eighteen digits would not survive being a number. A key that stands
 * twice is refused, since nobody can say which value is meant.
 */
export function scanObject(line: string): ScannedObject {
  const cells = new Map<string, string>();
  let at = skip(line, 0);
  if (line[at] !== '{') return refused(`${shown(line.slice(at))} in place of an object`);
  at = skip(line, at + 1);
  if (line[at] === '}') return ending(line, at + 1, cells);
  for (;;) {
    const key = stringAt(line, at);
    if (key === undefined) return refused(`no key at character ${at + 1}`);
    if (cells.has(key.text)) {
      return refused(`the key ${shown(key.text)} twice`, 'each key once in an object');
    }
    at = skip(line, key.end);
    if (line[at] !== ':') return refused(`no colon after the key ${shown(key.text)}`);
    at = skip(line, at + 1);
    const value = valueAt(line, at);
    if (value === undefined) {
      const nested = line[at] === '{' || line[at] === '[';
      return refused(`${nested ? 'a nested' : 'no'} value of the key ${shown(key.text)}`);
    }
    if (LONE_SURROGATE.test(key.text) || LONE_SURROGATE.test(value.text)) {
      return refused(`half a character (\\ud800 to \\udfff) at the key ${shown(key.text)}`);
    }
    cells.set(key.text, value.text);
    at = skip(line, value.end);
    if (line[at] === '}') return ending(line, at + 1, cells);
    if (line[at] !== ',') return refused(`no comma after the value of ${shown(key.text)}`);
    at = skip(line, at + 1);
  }
}

interface Piece {
  readonly text: string;
  /** Place behind it. */
  readonly end: number;
}

function ending(line: string, at: number, cells: ReadonlyMap<string, string>): ScannedObject {
  const rest = skip(line, at);
  if (rest === line.length) return { kind: 'object', cells };
  return refused(`${shown(line.slice(rest))} behind the object`, 'one object on a line');
}

function valueAt(line: string, at: number): Piece | undefined {
  if (line[at] === '"') return stringAt(line, at);
  const number = match(NUMBER, line, at);
  if (number !== undefined) return number;
  const word = match(WORD, line, at);
  return word?.text === 'null' ? { text: '', end: word.end } : word;
}

function stringAt(line: string, at: number): Piece | undefined {
  if (line[at] !== '"') return undefined;
  let end = line.indexOf('"', at + 1);
  while (end >= 0 && isEscaped(line, end)) end = line.indexOf('"', end + 1);
  if (end < 0) return undefined;
  try {
    const text: unknown = JSON.parse(line.slice(at, end + 1));
    return typeof text === 'string' ? { text, end: end + 1 } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether an odd number of backslashes stands before the place. */
function isEscaped(line: string, at: number): boolean {
  let slashes = 0;
  while (line[at - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
}

function skip(line: string, at: number): number {
  return match(BLANK, line, at)?.end ?? at;
}

function match(pattern: RegExp, line: string, at: number): Piece | undefined {
  pattern.lastIndex = at;
  const text = pattern.exec(line)?.[0];
  return text === undefined ? undefined : { text, end: at + text.length };
}

function refused(found: string, accepted = FLAT): ScannedObject {
  return { kind: 'refused', found, accepted };
}

function shown(text: string): string {
  const characters = Array.from(text.slice(0, 2 * SHOWN_CHARS_MAX));
  return JSON.stringify(characters.slice(0, SHOWN_CHARS_MAX).join(''));
}
