import { describe, expect, it } from 'vitest';

import { codeOf, createTown, fileOf } from '../town.test-support.ts';

const header = ['row_id', 'firm', 'code', 'number', 'what', 'kind', 'day'];
const row = ['1', 'Lan Works', codeOf(1), 'A-17', 'False advertising', 'Fined', '2026-03-02'];

const text = `
mapping: their-table
title: {zh: 他们的表, en: Their table}
item: penalty
columns:
  - {from: firm, to: subject_name}
  - {from: code, to: subject_code}
  - {from: number, to: document_number}
  - {from: what, to: violation_type}
  - {from: kind, to: kinds, codes: {Fined: fine}}
  - {from: day, to: decided}
constants: {subject_class: organisation, authority: 示例机关}
ignored: [{column: row_id, because: {zh: 行号, en: running number}}]
`.trimStart();

describe('importFile with a mapping', () => {
  it('reads a foreign table by a card of the edition', async () => {
    const town = await createTown();
    const outcome = await town.import(fileOf(header, [row]), { mapping: 'foreign' });

    expect(outcome).toMatchObject({
      kind: 'accepted',
      report: { mapping: 'foreign', recorded: 1, ignored: [{ column: 'row_id' }] },
    });
    expect(town.store.entries.at(-2)?.payload).toMatchObject({
      subject: { name: 'Lan Works', kind: 'organisation' },
      document: { number: 'A-17' },
      facts: { kinds: ['fine'] },
    });
  });

  it('reads it by a given text, which the rulebook checks', async () => {
    const town = await createTown();
    const outcome = await town.import(fileOf(header, [row]), { mapping: text });

    expect(outcome).toMatchObject({ kind: 'accepted', report: { recorded: 1 } });
    expect(town.store.entries.at(-2)?.payload).toMatchObject({ authority: { name: '示例机关' } });
  });

  it('reads days without the year in front only in the order the mapping says', async () => {
    const american = row.with(6, '03/02/2026');
    const read = (mapping: string) =>
      createTown().then((town) => town.import(fileOf(header, [american]), { mapping }));
    const told = text.replace('to: decided}', 'to: decided, dates: month-first}');

    expect(await read(told)).toMatchObject({ kind: 'accepted', report: { recorded: 1 } });
    expect(await read(text)).toMatchObject({
      kind: 'refused',
      report: { problems: [{ column: 'day', problem: { code: 'value-not-a-date' } }] },
    });
  });

  it('accepts only the spellings that the mapping names', async () => {
    const town = await createTown();
    const other = row.with(5, '罚款');
    const outcome = await town.import(fileOf(header, [other]), { mapping: text });

    expect(outcome).toMatchObject({
      kind: 'refused',
      report: { problems: [{ column: 'kind', value: '罚款', accepted: 'Fined' }] },
    });
  });

  it.each([
    ['a field that is none', text.replace('to: decided', 'to: decidde')],
    ['another item', text.replace('item: penalty', 'item: licence')],
    ['broken YAML', text.replace('columns:', 'columns: [')],
  ])('refuses a text with %s, and says where', async (_, wrong) => {
    const town = await createTown();
    const outcome = await town.import(fileOf(header, [row]), { mapping: wrong });

    expect(outcome).toMatchObject({
      kind: 'command-refused',
      problem: { code: 'mapping-invalid', params: { mapping: 'their-table' } },
    });
  });

  it('knows a file only by the mapping it was read with', async () => {
    const town = await createTown();
    const hash = 'e'.repeat(64);
    await town.import(fileOf(header, [row], { hash }), { mapping: 'foreign' });
    const same = await town.import(fileOf(header, [row], { hash }), { mapping: 'foreign' });
    const other = await town.import(fileOf(header, [row], { hash }), { mapping: text });

    expect(same.kind).toBe('known-file');
    expect(other).toMatchObject({
      kind: 'refused',
      report: { problemsByCode: { 'record-conflict': 1 } },
    });
  });
});
