import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { CanonicalError, canonicalJson, canonicalMembers, joinMembers } from './canonical-json.ts';
import type { JsonValue } from './json-value.ts';

const codeOf = (value: unknown): string => {
  try {
    return canonicalJson(value as JsonValue);
  } catch (error) {
    if (error instanceof CanonicalError) return `${error.code} at ${error.path}`;
    throw error;
  }
};

describe('canonicalJson', () => {
  it('orders keys by UTF-16 code units at every level and writes no blanks', () => {
    expect(canonicalJson({ b: [1, { d: null, c: true }], a: 'x', '€': 1, '\u{1f600}': 2 })).toBe(
      '{"a":"x","b":[1,{"c":true,"d":null}],"€":1,"\u{1f600}":2}',
    );
    expect(canonicalJson({ '\ufb33': 1, '\u{1f600}': 2 })).toBe('{"\u{1f600}":2,"\ufb33":1}');
  });

  it.each([
    [0, '0'],
    [-0, '0'],
    [1e21, '1e+21'],
    [1e20, '100000000000000000000'],
    [1e-7, '1e-7'],
    [333333333.33333329, '333333333.3333333'],
    [5e-324, '5e-324'],
    [1.7976931348623157e308, '1.7976931348623157e+308'],
  ])('writes the number %d as %s', (value, text) => expect(canonicalJson(value)).toBe(text));

  it('escapes only what JSON must', () => {
    expect(canonicalJson('€$\u000f\nA\'B"\\/\u2028望')).toBe('"€$\\u000f\\nA\'B\\"\\\\/\u2028望"');
  });

  it.each<[unknown, string]>([
    [Number.NaN, 'number-not-finite at $'],
    [[1, Number.POSITIVE_INFINITY], 'number-not-finite at $[1]'],
    [{ a: '\ud800' }, 'lone-surrogate at $.a'],
    [{ '\udc00': 1 }, 'lone-surrogate at $'],
    [undefined, 'not-json at $'],
    [{ a: undefined }, 'not-json at $.a'],
    [10n, 'not-json at $'],
    [new Date(0), 'not-json at $'],
    [new Map(), 'not-json at $'],
    [[() => 1], 'not-json at $[0]'],
    [Array<unknown>(1), 'not-json at $[0]'],
  ])('refuses %o', (value, outcome) => expect(codeOf(value)).toBe(outcome));

  it('refuses nesting without end instead of ending the process', () => {
    let nested: JsonValue = null;
    for (let i = 0; i < 500; i += 1) nested = [nested];
    expect(canonicalJson(nested)).toHaveLength(1004);
    expect(codeOf([nested])).toContain('nested-too-deep');
  });

  it('writes objects of whatever keys, in whatever order they came, as a plain writer does', () => {
    const key = fc.constantFrom('a', 'b', 'c', 'a\nb', '', '"', '__proto__', 'é', '1');
    const shape = fc.uniqueArray(key, { maxLength: 5 });
    fc.assert(
      fc.property(fc.array(shape, { maxLength: 8 }), (shapes) => {
        for (const keys of shapes) {
          const object = Object.fromEntries(keys.map((name, place) => [name, place]));
          const members = [...keys]
            .sort()
            .map((name) => `${JSON.stringify(name)}:${keys.indexOf(name)}`);
          expect(canonicalJson(object)).toBe(`{${members.join(',')}}`);
        }
      }),
    );
  });

  it('takes objects without a prototype', () => {
    const bare = Object.assign(Object.create(null) as Record<string, number>, { b: 1, a: 2 });
    expect(canonicalJson(bare)).toBe('{"a":2,"b":1}');
  });

  it('keeps the value and forgets the order in which it was built', () => {
    const unit = 'grapheme' as const;
    const json = fc.jsonValue({ stringUnit: unit, maxDepth: 4 });
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalJson(value as JsonValue);
        const parsed = JSON.parse(text) as JsonValue;
        expect(canonicalJson(parsed)).toBe(text);
        expect(canonicalJson(reversed(parsed))).toBe(text);
      }),
    );
  });
});

function reversed(value: JsonValue): JsonValue {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item: JsonValue) => reversed(item));
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, item]) => [key, reversed(item)]));
}

describe('objects of one shape after another', () => {
  it('are not taken for each other, whatever their keys hold', () => {
    expect(canonicalJson({ b: 1, a: 2 })).toBe('{"a":2,"b":1}');
    expect(canonicalJson({ 'b\na': 1 })).toBe('{"b\\na":1}');
    expect(canonicalJson({ 'b\na': 1, c: 2 })).toBe('{"b\\na":1,"c":2}');
    expect(canonicalJson({ b: 1, 'a\nc': 2 })).toBe('{"a\\nc":2,"b":1}');
    expect(canonicalJson({ b: 1, a: 2, c: 3 })).toBe('{"a":2,"b":1,"c":3}');
    expect([canonicalJson({}), canonicalJson({ '': 1 }), canonicalJson({})]).toEqual([
      '{}',
      '{"":1}',
      '{}',
    ]);
    expect(canonicalJson({ a: 3, b: 4 })).toBe('{"a":3,"b":4}');
  });
});

describe('keys that no engine orders by their spelling', () => {
  it('stand where they belong, and none is lost', () => {
    const text = '{"b":1,"10":2,"9":3,"__proto__":{"x":1},"a":{"2":0,"10":1}}';
    const unruly = JSON.parse(text) as JsonValue;

    expect(canonicalJson(unruly)).toBe(
      '{"10":2,"9":3,"__proto__":{"x":1},"a":{"10":1,"2":0},"b":1}',
    );
    expect(canonicalJson(['\\ud800 is a text'])).toBe('["\\\\ud800 is a text"]');
  });
});

describe('canonicalMembers', () => {
  const object = fc.dictionary(
    fc.string({ unit: 'binary' }),
    fc.jsonValue() as fc.Arbitrary<JsonValue>,
  );

  it('make the canonical JSON of the object, and of any part of it', () => {
    fc.assert(
      fc.property(object, fc.func(fc.boolean()), (given, keep) => {
        const members = canonicalMembers(given);
        expect(joinMembers(members)).toBe(canonicalJson(given));
        const part = Object.fromEntries(Object.entries(given).filter(([key]) => keep(key)));
        const kept = members.filter(({ key }) => keep(key));
        expect(joinMembers(kept)).toBe(canonicalJson(part));
      }),
    );
  });

  it('refuses what has no canonical JSON, and says where it is', () => {
    expect(() => canonicalMembers({ a: { b: Number.NaN } })).toThrow('$.a.b');
    expect(() => canonicalMembers({ '\ud800': 1 })).toThrow(CanonicalError);
  });
});
