import type { Entry, HomeRows, RecordLineRow, ShownLines } from '@credence/casework';
import { addDays, civilDate, createRandom, type JsonValue } from '@credence/domain';
import type { Store } from '@credence/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { fakeRecordLines } from '../../packages/casework/src/fake-record-lines.test-support.ts';
import {
  command,
  newEntry,
  newUuid,
  openTestStore,
  testEngines,
  type TestEngine,
} from '../support/stores.ts';

const first = civilDate('2025-01-01');
const random = createRandom('record lines');
const day = (from: number, until: number) => addDays(first, random.between(from, until));

/** Records of a few items, agencies and classes, of one or two stretches or of none. */
const rows: readonly RecordLineRow[] = Array.from({ length: 300 }, (_, index) => {
  const home = newUuid();
  const decidedOn = day(0, 500);
  const shown = random.chance(0.9);
  const until = addDays(decidedOn, random.between(20, 300));
  const line = {
    home,
    recordId: newUuid(),
    ordinal: 1,
    item: random.pick(['penalty', 'licence']),
    source: random.pick(['market', 'water']),
    batchId: newUuid(),
    kind: 'organisation' as const,
    ...(random.chance(0.9) ? { severity: random.pick(['minor', 'general']) } : {}),
    ...(random.chance(0.8) ? { region: random.pick(['999901', '999902']) } : {}),
    nameKey: random.pick(['ao', 'bei', `c${String(index)}`, '']),
    decidedOn,
    takenInOn: addDays(decidedOn, random.between(0, 40)),
    ...(random.chance(0.7) ? { supplyDueOn: addDays(decidedOn, 9) } : {}),
    ...(random.chance(0.5) ? { correctedOn: addDays(decidedOn, random.between(0, 90)) } : {}),
    backlog: random.chance(0.1),
    ...(shown ? { shownFrom: decidedOn } : {}),
    ...(shown && random.chance(0.9) ? { shownUntil: until } : {}),
  };
  const again = { ...line, ordinal: 2, shownFrom: addDays(until, 30) };
  return 'shownUntil' in line && random.chance(0.2) ? [line, again] : [line];
}).flat();

/** The payload of a test entry is the lines themselves. */
function project(entries: readonly Entry[]): HomeRows {
  const lines = entries.flatMap(({ payload }) => linesIn(payload));
  return { identifiers: [], names: [], recordKeys: [], batches: [], recordLines: lines };
}

function linesIn(payload: JsonValue | undefined): readonly RecordLineRow[] {
  const text =
    typeof payload === 'object' && payload !== null && 'text' in payload ? payload['text'] : '[]';
  return JSON.parse(typeof text === 'string' ? text : '[]') as RecordLineRow[];
}

describe.each(testEngines())('lines of records on %s', (_, start) => {
  let engine: TestEngine;
  let store: Store;
  const expected = fakeRecordLines(() => rows);

  beforeAll(async () => {
    engine = await start();
    store = await openTestStore(await engine.newPlace(), { projector: project });
    const homes = new Map<string, RecordLineRow[]>();
    for (const row of rows) homes.set(row.home, [...(homes.get(row.home) ?? []), row]);
    const entries = [...homes].map(([home, lines]) =>
      newEntry({ text: JSON.stringify(lines) }, { home }),
    );
    await store.journal.record(command(), entries);
  });
  afterAll(async () => {
    await store.close();
    await engine.stop();
  });

  const questions: readonly ShownLines[] = [
    { day: civilDate('2025-09-01'), today: civilDate('2025-09-01') },
    { day: civilDate('2025-06-01'), today: civilDate('2025-12-01'), item: 'penalty' },
    {
      day: civilDate('2025-12-01'),
      today: civilDate('2025-12-01'),
      source: 'water',
      region: '999901',
      severity: 'general',
      decidedFrom: civilDate('2025-03-01'),
      decidedUntil: civilDate('2025-11-30'),
    },
    { day: civilDate('2024-01-01'), today: civilDate('2026-01-01') },
  ];

  it('lists what stands on both days, page by page, in the order asked for', async () => {
    let found = 0;
    for (const shown of questions) {
      for (const order of ['decided', 'name'] as const) {
        for (const page of [
          { order, limit: 1_000, offset: 0 },
          { order, limit: 7, offset: 7 },
        ]) {
          const answer = await store.register.lines.list(shown, page);
          expect(answer).toEqual(await expected.list(shown, page));
          found += answer.lines.length;
        }
      }
    }
    expect(found).toBeGreaterThan(100);
  });

  it('counts what it lists', async () => {
    for (const shown of questions) {
      const counts = await store.register.lines.countByItem(shown);
      expect(sorted(counts)).toEqual(sorted(await expected.countByItem(shown)));
      for (const row of ['severity', 'region', 'source', 'month', 'kind'] as const) {
        const by = { row, column: 'item' } as const;
        const cells = await store.register.lines.crossCount(shown, by);
        expect(sorted(cells)).toEqual(sorted(await expected.crossCount(shown, by)));
      }
    }
  });

  it('counts each record once, however many stretches it has, and its lateness by the day', async () => {
    for (const source of ['market', 'water', 'nobody']) {
      const { lines } = store.register;
      expect(sorted(await lines.supplied(source, first))).toEqual(
        sorted(await expected.supplied(source, first)),
      );
      expect(sorted(await lines.lateness(source, first))).toEqual(
        sorted(await expected.lateness(source, first)),
      );
    }
  });

  it('measures repair by class', async () => {
    expect(sorted(await store.register.lines.repairTimes(first))).toEqual(
      sorted(await expected.repairTimes(first)),
    );
  });

  it('finds whom a record is about, while it is one that is ever public', async () => {
    const shown = rows.find(({ shownFrom }) => shownFrom !== undefined);
    const hidden = rows.find(({ shownFrom }) => shownFrom === undefined);
    const find = (id = '') => store.register.lines.findHome(id);
    expect(await find(shown?.recordId)).toBe(shown?.home);
    expect(await find(hidden?.recordId)).toBeUndefined();
    expect(await find('no such record')).toBeUndefined();
  });

  it('are built again as they are', async () => {
    const report = await store.admin.rebuild();
    expect(report.equal).toBe(true);
    expect(report.tables.find(({ table }) => table === 'record_line')?.rows).toBe(rows.length);
    expect(await store.admin.lintSchema()).toEqual([]);
  });
});

function sorted(rows: readonly object[]): readonly string[] {
  return rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
}
