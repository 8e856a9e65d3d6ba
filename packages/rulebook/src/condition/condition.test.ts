import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { When } from './condition.ts';
import { fits, fitsField } from './evaluate.ts';
import { findUnreachable, type Domain } from './reachable.ts';

describe('fitsField', () => {
  it.each([
    ['is', { is: ['a', 'b'] }, ['b'], true],
    ['is', { is: ['a'] }, ['b'], false],
    ['any', { any: ['a', 'b'] }, ['c', 'b'], true],
    ['any', { any: ['a'] }, ['b', 'c'], false],
    ['only', { only: ['a', 'b'] }, ['a'], true],
    ['only', { only: ['a', 'b'] }, ['a', 'c'], false],
    ['only, of nothing', { only: ['a'] }, [], false],
    ['is, of nothing', { is: ['a'] }, [], false],
  ])('answers %s', (_, condition, codes, expected) => {
    expect(fitsField(codes, condition)).toBe(expected);
  });
});

describe('fits', () => {
  it('asks that all fields fit', () => {
    const record = new Map([
      ['procedure', ['ordinary']],
      ['kinds', ['fine', 'closure']],
    ]);
    const codesOf = (field: string) => record.get(field) ?? [];

    expect(fits({ procedure: { is: ['ordinary'] }, kinds: { any: ['closure'] } }, codesOf)).toBe(
      true,
    );
    expect(fits({ procedure: { is: ['summary'] }, kinds: { any: ['closure'] } }, codesOf)).toBe(
      false,
    );
    expect(fits({ absent: { is: ['x'] } }, codesOf)).toBe(false);
    expect(fits('otherwise', codesOf)).toBe(true);
  });
});

const domains = new Map<string, Domain>([
  ['one', { codes: ['a', 'b', 'c'], several: false }],
  ['many', { codes: ['x', 'y', 'z'], several: true }],
]);

describe('findUnreachable', () => {
  it('finds a row that the rows above take together, though none takes it alone', () => {
    const rows: (When | 'otherwise')[] = [
      { many: { any: ['x'] } },
      { many: { only: ['y', 'z'] } },
      { many: { any: ['y'] } },
      'otherwise',
    ];
    expect(findUnreachable(rows, domains)).toEqual({ kind: 'known', unreachable: [2] });
  });

  it('refuses to try more combinations than anyone could read', () => {
    const codes = Array.from({ length: 20 }, (_, index) => `c${index}`);
    const rows = codes.map((code): When => ({ many: { any: [code] } }));
    const outcome = findUnreachable(rows, new Map([['many', { codes, several: true }]]));
    expect(outcome.kind).toBe('too-many-combinations');
  });

  it('says the same as trying every record there is', () => {
    const one = fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 });
    const many = fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { minLength: 1 });
    const row = fc.oneof(
      one.map((is): When => ({ one: { is } })),
      many.map((any): When => ({ many: { any } })),
      many.map((only): When => ({ many: { only } })),
      fc.tuple(one, many).map(([is, any]): When => ({ one: { is }, many: { any } })),
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), (conditions) => {
        const rows = [...conditions, 'otherwise' as const];
        const reached = new Set(
          everyRecord().map((record) => rows.findIndex((when) => fits(when, record))),
        );
        const unreachable = rows.map((_, index) => index).filter((index) => !reached.has(index));
        expect(findUnreachable(rows, domains)).toEqual({ kind: 'known', unreachable });
      }),
    );
  });
});

function everyRecord(): ((field: string) => readonly string[])[] {
  const ones = [[], ['a'], ['b'], ['c']];
  const manys = Array.from({ length: 8 }, (_, bits) =>
    ['x', 'y', 'z'].filter((_code, index) => (bits >> index) % 2 === 1),
  );
  return ones.flatMap((one) =>
    manys.map((many) => (field: string) => (field === 'one' ? one : many)),
  );
}
