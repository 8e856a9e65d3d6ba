import { describe, expect, it } from 'vitest';

import { jsonOf } from './json-of.ts';

describe('jsonOf', () => {
  it('keeps what JSON has, at any depth, and leaves out what is undefined', () => {
    const value = { a: [1, 'x', null, true, { b: undefined, c: false }], d: undefined };
    expect(jsonOf(value)).toEqual({ a: [1, 'x', null, true, { c: false }] });
  });

  it('refuses what JSON has no form of, wherever it stands', () => {
    expect(() => jsonOf({ a: [() => 1] })).toThrow(RangeError);
    expect(() => jsonOf([undefined])).toThrow(RangeError);
  });
});
