import { dayNumber, fromParts, type Period, type Random } from '@credence/domain';

import type { Type } from '../language/type.ts';
import type { Collection, Field, NamedValue, World } from '../language/world.ts';

/** Years whose days random facts, rules and questions lie in; two of them have a leap day. */
const years = { first: 2023, last: 2028 };

/** A world with every type, optional and not, code lists short and long, and values that change. */
export function randomWorld(random: Random): World {
  const codeLists = new Map([
    ['few', membersOf('few', random.between(2, 6))],
    ['some', membersOf('some', random.between(28, 36))],
    ['many', membersOf('many', 300)],
  ]);
  return {
    codeLists,
    subject: new Map(fieldsOf(random)),
    collections: new Map(
      ['fines', 'lists'].map((name): [string, Collection] => [
        name,
        {
          fields: new Map([
            ...fieldsOf(random),
            ['from', { type: { kind: 'date' }, optional: random.chance(0.3) }],
            ['until', { type: { kind: 'date' }, optional: true }],
          ]),
          most: 100,
          active: { from: 'from', until: 'until' },
        },
      ]),
    ),
    record: undefined,
    values: new Map<string, NamedValue>([
      ['limit', valueOf(random, int(0, 500), () => random.below(500))],
      ['floor', valueOf(random, money(0, 1e11), () => random.below(1e9))],
      ['strict', valueOf(random, { kind: 'bool' }, () => random.chance(0.5))],
      ['start', valueOf(random, { kind: 'date' }, () => randomDay(random))],
      ['term', valueOf(random, { kind: 'period' }, () => randomPeriod(random))],
    ]),
    currency: 'CNY',
  };
}

/** A day on which months end or leap years differ, more often than other days. */
export function randomDay(random: Random): number {
  const year = random.between(years.first, years.last);
  const month = random.pick([1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 8, 9, 10, 11, 12]);
  const day = random.pick([1, 1, 15, 27, 28, 28, 29, 29, 30, 30, 31, 31, random.between(1, 28)]);
  const date = fromParts(year, month, day);
  return date === undefined ? randomDay(random) : dayNumber(date);
}

/** A period of months or days, short and long. */
export function randomPeriod(random: Random): Period {
  return random.chance(0.7)
    ? { unit: 'months', count: random.pick([0, 1, 1, 2, 3, 6, 12, 13, 24, 36]) }
    : { unit: 'days', count: random.pick([0, 1, 7, 28, 30, 31, 60, 365]) };
}

/** A whole number between two bounds. */
export function int(least: number, most: number): Extract<Type, { readonly kind: 'int' }> {
  return { kind: 'int', least, most };
}

/** Minor units between two bounds. */
export function money(least: number, most: number): Extract<Type, { readonly kind: 'money' }> {
  return { kind: 'money', least, most };
}

function membersOf(list: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${list}_${index}`);
}

function fieldsOf(random: Random): readonly (readonly [string, Field])[] {
  const types: readonly (readonly [string, Type])[] = [
    ['flag', { kind: 'bool' }],
    ['count', int(0, random.pick([9, 255, 256, 70_000]))],
    ['change', int(-random.pick([5, 128, 40_000]), 100)],
    ['share', int(1, 12)],
    ['amount', money(0, random.pick([60_000, 5_000_000_000]))],
    ['on', { kind: 'date' }],
    ['other', { kind: 'date' }],
    ['kind', { kind: 'code', list: 'few' }],
    ['area', { kind: 'code', list: random.pick(['some', 'many']) }],
    ['ways', { kind: 'codes', list: 'few' }],
    ['topics', { kind: 'codes', list: random.pick(['some', 'many']) }],
  ];
  return types.map(([name, type]) => [name, { type, optional: random.chance(0.3) }]);
}

function valueOf(
  random: Random,
  type: NamedValue['type'],
  value: () => number | boolean | Period,
): NamedValue {
  const from = new Set(Array.from({ length: random.between(1, 3) }, () => randomDay(random)));
  const days = [...from].sort((a, b) => a - b);
  return { type, rows: days.map((day) => ({ from: day, value: value() })) };
}
