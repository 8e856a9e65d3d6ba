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
  const ordered = order(value, 0);
  if (ordered !== undefined) {
    const text = JSON.stringify(ordered);
    // Half a character comes out as its escape, and only then is there anything to look for.
    if (!text.includes('\\ud')) return text;
  }
  return write(value, 0) ?? explain(value, []);
}

/** Keys that no order of writing puts where they belong in an object of the engine's. */
const UNRULY_KEY = /^(?:0|[1-9]\d*|__proto__)$/;

/**
 * The value with the keys of its objects in order, so that one call of the engine's own writer spells
 * all of it; undefined where that cannot be relied on.
 */
function order(value: JsonValue, depth: number): JsonValue | undefined {
  if (depth > DEEPEST) return undefined;
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) ? value : undefined;
    case 'object':
      if (value === null) return null;
      return isList(value) ? orderList(value, depth) : orderObject(value, depth);
    default:
      return undefined;
  }
}

function orderList(list: readonly JsonValue[], depth: number): JsonValue | undefined {
  const ordered: JsonValue[] = [];
  for (let index = 0; index < list.length; index += 1) {
    const item = order(list[index] as JsonValue, depth + 1);
    if (item === undefined) return undefined;
    ordered.push(item);
  }
  return ordered;
}

function orderObject(
  object: { readonly [key: string]: JsonValue },
  depth: number,
): JsonValue | undefined {
  if (!isPlain(object)) return undefined;
  const ordered: Record<string, JsonValue> = {};
  // The default order of sort is that of UTF-16 code units, as the RFC demands.
  for (const key of Object.keys(object).sort()) {
    const value = UNRULY_KEY.test(key) ? undefined : order(object[key] as JsonValue, depth + 1);
    if (value === undefined) return undefined;
    ordered[key] = value;
  }
  return ordered;
}

/** The text written piece by piece, or undefined where there is none; why is found out later. */
function write(value: JsonValue, depth: number): string | undefined {
  if (depth > DEEPEST) return undefined;
  if (typeof value === 'string') return isHalved(value) ? undefined : JSON.stringify(value);
  if (typeof value === 'number') return Number.isFinite(value) ? JSON.stringify(value) : undefined;
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value !== 'object') return undefined;
  if (value === null) return 'null';
  const parts: string[] = [];
  if (isList(value)) {
    // By index, since holes must be visited too.
    for (let index = 0; index < value.length; index += 1) {
      const item = write(value[index] as JsonValue, depth + 1);
      if (item === undefined) return undefined;
      parts.push(item);
    }
    return `[${parts.join(',')}]`;
  }
  if (!isPlain(value)) return undefined;
  for (const key of Object.keys(value).sort()) {
    const member = write(value[key] as JsonValue, depth + 1);
    if (member === undefined || isHalved(key)) return undefined;
    parts.push(`${JSON.stringify(key)}:${member}`);
  }
  return `{${parts.join(',')}}`;
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
