import type { Period } from '@credence/domain';

import type { Type } from './type.ts';
import type { Collection, Field, NamedValue, World } from './world.ts';

export const bool: Type = { kind: 'bool' };
const date: Type = { kind: 'date' };

export function int(least: number, most: number): Type {
  return { kind: 'int', least, most };
}

function money(most: number): Type {
  return { kind: 'money', least: 0, most };
}

export function code(list: string): Type {
  return { kind: 'code', list };
}

export function always(type: Type): Field {
  return { type, optional: false };
}

export function maybe(type: Type): Field {
  return { type, optional: true };
}

const penalties: Collection = {
  fields: new Map([
    ['domain', always(code('domain'))],
    ['gravity', always(code('gravity'))],
    ['kinds', always({ kind: 'codes', list: 'kind' })],
    ['further_kinds', maybe({ kind: 'codes', list: 'kind' })],
    ['fine', maybe(money(1_000_000_000_00))],
    ['days', always(int(0, 365))],
    ['decided', always(date)],
    ['corrected', maybe(date)],
    ['begins', always(date)],
    ['ends', maybe(date)],
    ['quashed', always(bool)],
  ]),
  most: 1000,
  active: { from: 'begins', until: 'ends' },
};

const pledges: Collection = {
  fields: new Map([
    ['kept', always(bool)],
    ['due', always(date)],
  ]),
  most: 200,
  active: undefined,
};

const rows = <Value>(value: Value) => [{ from: 18_000, value }];

const values = new Map<string, NamedValue>([
  ['window', { type: { kind: 'period' }, rows: rows<Period>({ unit: 'months', count: 36 }) }],
  ['floor', { type: money(10_000_000), rows: rows(5_000_000) }],
  ['limit', { type: int(1, 20), rows: rows(3) }],
]);

/** A world with something of every type. */
export const world: World = {
  codeLists: new Map([
    ['domain', ['food', 'drugs', 'fire', 'labour']],
    ['gravity', ['minor', 'general', 'serious']],
    ['kind', ['warning', 'fine', 'closure', 'licence_revocation']],
    ['size', ['micro', 'small', 'medium', 'large']],
  ]),
  subject: new Map([
    ['size', always(code('size'))],
    ['founded', always(date)],
    ['staff', maybe(int(0, 100_000))],
    ['licensed', always(bool)],
    ['arrears', always(money(1_000_000_000_00))],
  ]),
  collections: new Map([
    ['penalties', penalties],
    ['pledges', pledges],
  ]),
  record: undefined,
  values,
  currency: 'CNY',
};

/** The same world, asked about one penalty. */
export const penaltyWorld: World = { ...world, record: 'penalties' };
