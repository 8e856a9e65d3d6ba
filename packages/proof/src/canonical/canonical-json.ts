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
  return write(value, []);
}

/** Keys and indexes that lead to the value being written; grown and shrunk in place. */
type Path = (string | number)[];

function write(value: JsonValue, path: Path): string {
  if (path.length > DEEPEST) throw failure('nested-too-deep', path);
  switch (typeof value) {
    case 'string':
      return writeText(value, path);
    case 'number':
      if (!Number.isFinite(value)) throw failure('number-not-finite', path);
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      return isList(value) ? writeList(value, path) : writeObject(value, path);
    default:
      throw failure('not-json', path);
  }
}

function writeText(text: string, path: Path): string {
  if (/\p{Surrogate}/u.test(text)) throw failure('lone-surrogate', path);
  return JSON.stringify(text);
}

function writeList(list: readonly JsonValue[], path: Path): string {
  // Array.from visits holes too, which map would leave out.
  return `[${Array.from(list, (item, i) => writeAt(i, item, path)).join(',')}]`;
}

function writeObject(object: { readonly [key: string]: JsonValue }, path: Path): string {
  const prototype: unknown = Object.getPrototypeOf(object);
  if (prototype !== Object.prototype && prototype !== null) throw failure('not-json', path);
  // The default order of sort is that of UTF-16 code units, as the RFC demands.
  const keys = Object.keys(object).sort();
  const members = keys.map((key) => {
    const name = writeText(key, path);
    return `${name}:${writeAt(key, object[key] as JsonValue, path)}`;
  });
  return `{${members.join(',')}}`;
}

function writeAt(step: string | number, value: JsonValue, path: Path): string {
  path.push(step);
  const text = write(value, path);
  path.pop();
  return text;
}

function failure(code: CanonicalErrorCode, path: Path): CanonicalError {
  const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`));
  return new CanonicalError(code, `$${steps.join('')}`);
}

function isList(value: object): value is readonly JsonValue[] {
  return Array.isArray(value);
}
