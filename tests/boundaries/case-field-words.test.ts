import { describe, expect, it } from 'vitest';

import { nation } from '../../packages/casework/src/case/case.test-support.ts';
import {
  fieldsOfAct,
  fieldsOfMatter,
  type ActField,
} from '../../packages/casework/src/case/form/act-fields.ts';
import { claimsOf } from '../../packages/casework/src/case/law/court-law.ts';
import { caseTables } from '../../packages/casework/src/case/table/case-tables.ts';
import { isActName } from '../../packages/portal/src/words/case-acts.ts';
import { caseKinds, codeWord, fieldNames } from '../../packages/portal/src/words/case-codes.ts';

const acts = new Set(
  Object.values(caseTables).flatMap(({ table }) => Object.values(table).flatMap(Object.keys)),
);
const matters = caseKinds.map((kind) => [kind, fieldsOfMatter(kind)] as const);
const asked: readonly (readonly [string, readonly ActField[]])[] = [
  ...[...acts].filter(isActName).map((act) => [act, fieldsOfAct(act)] as const),
  ...matters,
];

/** A field and everything within it, each under its path. */
function within(path: string, field: ActField): readonly (readonly [string, ActField])[] {
  const own = `${path}.${field.name}`;
  return [[own, field], ...(field.fields ?? []).flatMap((each) => within(own, each))];
}
const fields = asked.flatMap(([from, all]) => all.flatMap((field) => within(from, field)));

/** Codes without a Chinese word: the fallback of a code is the code itself. */
function silentIn(codes: readonly string[]): readonly string[] {
  return [...new Set(codes)].filter((code) => !/\p{Script=Han}/u.test(codeWord('zh', code)));
}

describe('the forms of cases', () => {
  it('have a word for every field of every step and every opening', () => {
    const silent = fields.filter(([, { name }]) => fieldNames[name] === undefined);
    expect(silent.map(([path]) => path)).toEqual([]);
    expect(fields.length).toBeGreaterThan(100);
  });

  it('have a word for every code that a step names', () => {
    const codes = fields.flatMap(([, field]) => field.codes ?? []);
    expect(silentIn(codes)).toEqual([]);
    expect(codes.length).toBeGreaterThan(20);
  });

  it('ask for the number of a person in an order about spending alone, and never for its key', () => {
    const paths = fields.filter(([, { name }]) => name === 'residentNumber' || name === 'key');
    expect(paths).toEqual([
      ['spending.persons.residentNumber', expect.objectContaining({ required: false })],
    ]);
  });
});

describe('the national law', () => {
  it('names nothing in a form that has no word: contents, ways, capacities, conditions, offices', () => {
    const edition = nation().editions.at(-1);
    const lists = [...(edition?.lists.values() ?? [])];
    const measures = [...(edition?.measures.values() ?? [])];
    const procedures = [...lists, ...measures].flatMap(({ procedure }) => procedure ?? []);
    const notices = procedures.flatMap(({ notice }) => (typeof notice === 'object' ? notice : []));
    const told = notices.flatMap((notice) => ('contents' in notice ? notice.contents : []));
    const ways = notices.flatMap((notice) => ('service' in notice ? notice.service : []));
    const capacities = measures.flatMap(({ implementing, order }) => [
      ...implementing,
      ...(order?.persons.capacities ?? []),
    ]);
    const conditions = [...(edition?.repairs.values() ?? [])].flatMap((card) => card.conditions);
    const offices = procedures.flatMap((each) => [each.decides, each.reviews, each.approves]);
    const claims = claimsOf(...lists.map(({ enforcement }) => enforcement));
    for (const codes of [told, ways, capacities, conditions, offices, claims]) {
      expect(silentIn(codes)).toEqual([]);
      expect(codes.length).toBeGreaterThan(3);
    }
  });
});
