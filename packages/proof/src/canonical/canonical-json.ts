import type { JsonValue } from './json-value.ts';

/** Closed reasons why a value has no canonical form. */
export type CanonicalErrorCode =
  'number-not-finite' | 'lone-surrogate' | 'not-json' | 'nested-too-deep';

/** A value that JSON cannot carry was to be hashed or signed: a defect of the caller. */
export class CanonicalError extends Error {
  readonly code: CanonicalErrorCode;
  /** Where in the value, e.g. `$.facts.fine`. */
  readonly path: string;

  constructor(code: CanonicalErrorCode, path: string) {
    super(`${path} has no canonical JSON: ${EXPLANATIONS[code]}`);
    this.name = 'CanonicalError';
    this.code = code;
    this.path = path;
  }
}

const EXPLANATIONS: Readonly<Record<CanonicalErrorCode, string>> = {
  'number-not-finite': 'a number must be finite.',
  'lone-surrogate': 'a text must not hold half of a surrogate pair.',
  'not-json': 'only null, booleans, numbers, texts, lists and plain objects are JSON.',
  'nested-too-deep': 'more than 500 levels are nested.',
};

const DEEPEST = 500;

/**
 * The one spelling of a JSON value that is hashed and signed (RFC 8785): object keys ordered by
 * UTF-16 code units, numbers as ECMAScript writes them, no blanks.
 *
 * @throws CanonicalError for NaN, infinities, lone surrogates, `undefined` and nesting without end
 */
export function canonicalJson(value: JsonValue): string {
  return write(value, 0) ?? explain(value, []);
}

/** A member of an object as it stands in the canonical JSON: `"key":value`. */
export interface CanonicalMember {
  readonly key: string;
  readonly text: string;
}

/**
 * The members of an object in their canonical order, for whoever needs the canonical JSON of all of
 * them and of some of them: `joinMembers` makes it, and each member is written once.
 *
 * @throws CanonicalError as `canonicalJson`
 */
export function canonicalMembers(object: {
  readonly [key: string]: JsonValue;
}): readonly CanonicalMember[] {
  const members: CanonicalMember[] = [];
  for (const { key, named } of membersOf(Object.keys(object)) ?? explain(object, [])) {
    const value = write(object[key] as JsonValue, 1) ?? explain(object, []);
    members.push({ key, text: named + value });
  }
  return members;
}

/** The canonical JSON of an object of these members, in the order in which `canonicalMembers` gives them. */
export function joinMembers(members: readonly CanonicalMember[]): string {
  let text = '{';
  for (const member of members) text += text === '{' ? member.text : `,${member.text}`;
  return `${text}}`;
}

/** The text written piece by piece, or undefined where there is none; why is found out later. */
function write(value: JsonValue, depth: number): string | undefined {
  if (depth > DEEPEST) return undefined;
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'number') return Number.isFinite(value) ? JSON.stringify(value) : undefined;
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value !== 'object') return undefined;
  if (value === null) return 'null';
  if (isList(value)) return writeList(value, depth);
  return isPlain(value) ? writeObject(value, depth) : undefined;
}

function writeList(list: readonly JsonValue[], depth: number): string | undefined {
  let text = '[';
  // By index, since holes must be visited too.
  for (let index = 0; index < list.length; index += 1) {
    const item = write(list[index] as JsonValue, depth + 1);
    if (item === undefined) return undefined;
    text += index === 0 ? item : `,${item}`;
  }
  return `${text}]`;
}

function writeObject(
  object: { readonly [key: string]: JsonValue },
  depth: number,
): string | undefined {
  const members = membersOf(Object.keys(object));
  if (members === undefined) return undefined;
  let text = '{';
  for (const { key, named } of members) {
    const member = write(object[key] as JsonValue, depth + 1);
    if (member === undefined) return undefined;
    text += text === '{' ? named + member : `,${named}${member}`;
  }
  return `${text}}`;
}

/** A key of an object and what is written before its value: the key and a colon. */
interface Member {
  readonly key: string;
  readonly named: string;
}

/** Keys as an object has them, and its members in canonical order. */
interface Shape {
  readonly keys: readonly string[];
  readonly members: readonly Member[];
}

/** Payloads have few shapes, so the order of their keys is found once for each; by their first key. */
const shapes = new Map<string, Shape[]>();
let shapesKept = 0;
const shapesMax = 500;
const shapesOfKeyMax = 20;
const shapeCharsMax = 1_000;

function membersOf(keys: readonly string[]): readonly Member[] | undefined {
  const [first = ''] = keys;
  const alike = shapes.get(first);
  if (alike !== undefined) {
    for (const shape of alike) if (areSame(shape.keys, keys)) return shape.members;
  }
  const members: Member[] = [];
  let chars = 0;
  // The default order of sort is that of UTF-16 code units, as the RFC demands.
  for (const key of [...keys].sort()) {
    const quoted = quote(key);
    if (quoted === undefined) return undefined;
    chars += key.length;
    members.push({ key, named: `${quoted}:` });
  }
  const isFull = shapesKept >= shapesMax || (alike?.length ?? 0) >= shapesOfKeyMax;
  if (isFull || chars > shapeCharsMax) return members;
  shapesKept += 1;
  if (alike === undefined) shapes.set(first, [{ keys, members }]);
  else alike.push({ keys, members });
  return members;
}

/** Keys of one object are texts that the engine keeps once, so this compares no characters. */
function areSame(some: readonly string[], others: readonly string[]): boolean {
  if (some.length !== others.length) return false;
  for (let index = 0; index < some.length; index += 1) {
    if (some[index] !== others[index]) return false;
  }
  return true;
}

/** Whatever has to be escaped, or may be half a character. */
const UNRULY = /["\\\u0000-\u001f\ud800-\udfff]/;

function quote(text: string): string | undefined {
  if (!UNRULY.test(text)) return `"${text}"`;
  return isHalved(text) ? undefined : JSON.stringify(text);
}

function isHalved(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}

function isPlain(object: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(object);
  return prototype === Object.prototype || prototype === null;
}

/** Keys and indexes that lead to a value; grown and shrunk in place. */
type Path = (string | number)[];

/** Goes the same way again, this time remembering it, and throws where it ends. */
function explain(value: JsonValue, path: Path): never {
  throw findFailure(value, path) ?? failure('not-json', path);
}

function findFailure(value: JsonValue, path: Path): CanonicalError | undefined {
  if (path.length > DEEPEST) return failure('nested-too-deep', path);
  switch (typeof value) {
    case 'string':
      return isHalved(value) ? failure('lone-surrogate', path) : undefined;
    case 'number':
      return Number.isFinite(value) ? undefined : failure('number-not-finite', path);
    case 'boolean':
      return undefined;
    case 'object':
      break;
    default:
      return failure('not-json', path);
  }
  if (value === null) return undefined;
  if (!isList(value) && !isPlain(value)) return failure('not-json', path);
  const members: Iterable<readonly [string | number, JsonValue]> = isList(value)
    ? Array.from(value, (item, index) => [index, item] as const)
    : Object.keys(value)
        .sort()
        .map((key) => [key, value[key] as JsonValue] as const);
  for (const [step, member] of members) {
    if (typeof step === 'string' && isHalved(step)) return failure('lone-surrogate', path);
    path.push(step);
    const found = findFailure(member, path);
    if (found !== undefined) return found;
    path.pop();
  }
  return undefined;
}

function failure(code: CanonicalErrorCode, path: Path): CanonicalError {
  const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`));
  return new CanonicalError(code, `$${steps.join('')}`);
}

function isList(value: object): value is readonly JsonValue[] {
  return Array.isArray(value);
}
