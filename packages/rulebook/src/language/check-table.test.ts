import { describe, expect, it } from 'vitest';

import { canHold } from './can-hold.ts';
import { checkExpression } from './check-expression.ts';
import { checkTable, type TableText } from './check-table.ts';
import type { Type } from './type.ts';
import { int, penaltyWorld } from './worlds.test-support.ts';

const world = penaltyWorld;
const rules = new Map<string, Type>([
  ['total', int(0, 100)],
  ['heavy', { kind: 'bool' }],
]);
const expected = { kind: 'code', list: 'gravity' } as const;

/** Rows written `when -> then`; what is wrong with them, as `row part code`. */
function faultsOf(hit: TableText['hit'], ...rows: string[]): readonly string[] {
  const table = {
    hit,
    rows: rows.map((row) => {
      const [when = '', then = ''] = row.split(' -> ');
      return { when, then };
    }),
  };
  const outcome = checkTable(table, { world, expected, rules });
  if (outcome.kind === 'checked') return [];
  return outcome.faults.map(({ row, part, code }) => `${String(row)} ${part} ${code}`);
}

describe('checkTable, first', () => {
  it('takes rows that decide every record', () => {
    const rows = ['r.domain == food -> serious', 'r.quashed -> minor', 'otherwise -> general'];
    expect(faultsOf('first', ...rows)).toEqual([]);
  });

  it('takes bands without a rest where they cover every amount', () => {
    const bands = ['total >= 90 -> serious', 'total >= 60 -> general', 'total < 60 -> minor'];
    expect(faultsOf('first', ...bands)).toEqual([]);
  });

  it.each([
    ['a code', ['r.domain in [food, drugs] -> minor', 'r.domain == fire -> general']],
    ['an amount between bands', ['total >= 90 -> serious', 'total < 89 -> minor']],
    ['one amount', ['total > 90 -> serious', 'total < 90 -> minor']],
    ['a field that is absent', ['has(r.fine) && r.fine >= money("CNY 1.00") -> minor']],
    [
      'no code at all',
      ['r.kinds.exists(k, k == fine) -> minor', 'r.kinds.exists(k, k != fine) -> general'],
    ],
    ['the day itself', ['within(r.decided, P12M) -> minor', 'age(r.decided) > P12M -> general']],
    ['the time before', ['within(r.decided, P12M) -> minor', 'age(r.decided) >= P12M -> general']],
  ])('refuses a table that leaves out %s', (_, rows) => {
    expect(faultsOf('first', ...rows)).toContain(`${String(rows.length - 1)} when table-gap`);
  });

  it.each([
    [
      'every code by name',
      ['r.domain in [food, drugs] -> minor', 'r.domain in [fire, labour] -> general'],
    ],
    ['both truth values', ['r.quashed -> minor', '!r.quashed -> general']],
    [
      'all codes, or one that is not',
      ['r.kinds.all(k, k == fine) -> minor', 'r.kinds.exists(k, k != fine) -> general'],
    ],
    ['presence and absence', ['has(r.corrected) -> minor', '!has(r.corrected) -> general']],
    [
      'before, within and after',
      [
        'within(r.decided, P12M) -> minor',
        'age(r.decided) >= P12M -> general',
        'age(r.decided) < P12M -> serious',
      ],
    ],
    ['any number of codes', ['r.kinds.size() <= 1 -> minor', 'r.kinds.size() > 1 -> general']],
    [
      'any order of two days',
      ['r.begins < r.decided -> minor', 'r.decided <= r.begins -> general'],
    ],
    ['both answers of a rule', ['heavy -> minor', '!heavy -> general']],
    [
      'an amount and nothing',
      [
        '!has(r.fine) -> minor',
        'r.fine < money("CNY 5.00") -> general',
        'r.fine >= money("CNY 5.00") -> serious',
      ],
    ],
  ])('proves that %s leave nothing out', (_, rows) => {
    expect(faultsOf('first', ...rows)).toEqual([]);
  });

  it.each([
    [
      'a code taken above',
      ['r.domain in [food, fire] -> minor', 'r.domain == fire -> general', 'otherwise -> general'],
      1,
    ],
    [
      'a contradiction',
      ['r.domain == food && r.domain == fire -> minor', 'otherwise -> general'],
      0,
    ],
    [
      'an amount taken above',
      ['total >= 60 -> minor', 'total >= 90 -> general', 'otherwise -> general'],
      1,
    ],
    ['an amount that never comes', ['total > 100 -> minor', 'otherwise -> general'], 0],
    [
      'a time taken above',
      [
        'within(r.decided, P24M) -> minor',
        'within(r.decided, P12M) -> general',
        'otherwise -> minor',
      ],
      1,
    ],
    [
      'more codes than there are',
      ['r.kinds.size() == 4 && !r.kinds.exists(k, k == fine) -> minor', 'otherwise -> general'],
      0,
    ],
    ['a rest of nothing', ['r.quashed -> minor', '!r.quashed -> general', 'otherwise -> minor'], 2],
    [
      'a record that is none',
      [
        'r.kinds.exists(k, k == fine) && r.kinds.all(k, k == closure) -> minor',
        'otherwise -> general',
      ],
      0,
    ],
  ])('refuses a row for %s', (_, rows, row) => {
    expect(faultsOf('first', ...rows)).toContain(`${String(row)} when row-unreachable`);
  });

  it('points at faults inside rows, and at every one of them', () => {
    const rows = ['r.domian == food -> minor', 'r.quashed -> seriuos', 'otherwise -> general'];
    expect(faultsOf('first', ...rows)).toEqual(['0 when name-unknown', '1 then code-unknown']);
  });

  it('says that otherwise belongs to the last row only', () => {
    expect(faultsOf('first', 'otherwise -> minor', 'r.quashed -> general')[0]).toBe(
      '0 when name-unknown',
    );
  });

  it('refuses what has too many cases to be tried, before it tries them', () => {
    const many = Array.from(
      { length: 20 },
      (_, index) => `total ${index % 2 ? '+' : '*'} ${String(index + 2)} > 50`,
    );
    expect(faultsOf('first', `${many.join(' && ')} -> minor`, 'otherwise -> general')).toEqual([
      '0 when table-too-large',
    ]);
  });
});

describe('checkTable, unique', () => {
  it('takes rows of which exactly one fits', () => {
    const rows = [
      'total >= 90 -> serious',
      'total >= 60 && total < 90 -> general',
      'total < 60 -> minor',
    ];
    expect(faultsOf('unique', ...rows)).toEqual([]);
  });

  it('refuses two rows for one case', () => {
    const rows = ['total >= 90 -> serious', 'total >= 60 -> general', 'total < 60 -> minor'];
    expect(faultsOf('unique', ...rows)).toEqual(['1 when table-overlap']);
  });

  it('lets no row rest on what another row has asked', () => {
    const rows = ['!has(r.fine) -> minor', 'r.fine >= money("CNY 5.00") -> general'];
    expect(faultsOf('unique', ...rows)).toEqual(['1 when absence-unasked']);
  });

  it('refuses a case without a row', () => {
    expect(faultsOf('unique', 'total > 90 -> serious', 'total < 90 -> minor')).toEqual([
      '1 when table-gap',
    ]);
  });
});

describe('canHold', () => {
  function answer(text: string): string {
    const outcome = checkExpression(text, { world, expected: { kind: 'bool' }, rules });
    if (outcome.kind === 'refused') throw new Error(outcome.faults[0].message);
    return canHold(outcome.expression, world);
  }

  it.each([
    ['r.domain == food && r.quashed', 'yes'],
    ['r.domain == food && r.domain in [fire, drugs]', 'no'],
    ['r.days > 300 && r.days < 200', 'no'],
    ['r.days > 300 && r.days < 400', 'yes'],
    ['r.days > 365', 'no'],
    ['!(r.quashed || !r.quashed)', 'no'],
    ['r.kinds.size() > 4', 'no'],
    ['within(r.decided, P12M) && age(r.decided) >= P12M', 'no'],
    ['within(r.decided, P24M) && age(r.decided) >= P12M', 'yes'],
    ['within(r.decided, P24M) && age(r.decided) > P24M', 'no'],
    ['r.begins < r.decided && r.decided < r.begins', 'no'],
    // Neither is looked into: one amount in two forms, two days and a third.
    ['r.days + 1 > 300 && r.days < 200', 'unknown'],
    ['r.begins < r.decided && r.decided < date("2000-01-01")', 'unknown'],
    ['penalties.size() > 3 && penalties.size() < 2', 'no'],
    ['penalties.exists(r, r.quashed) && penalties.filter(r, r.quashed).size() == 0', 'no'],
    ['heavy', 'unknown'],
    ['heavy && !heavy', 'no'],
    ['true', 'yes'],
    ['1 > 2', 'no'],
  ])('says of %s: %s', (text, expected) => {
    expect(answer(text)).toBe(expected);
  });

  it('looks into the rules that it is given', () => {
    const rule = checkExpression('r.domain == food', { world, expected: { kind: 'bool' } });
    const outcome = checkExpression('heavy && r.domain == fire', {
      world,
      expected: { kind: 'bool' },
      rules,
    });
    if (rule.kind === 'refused' || outcome.kind === 'refused') throw new Error('Not checked.');
    expect(canHold(outcome.expression, world, new Map([['heavy', rule.expression]]))).toBe('no');
  });
});
