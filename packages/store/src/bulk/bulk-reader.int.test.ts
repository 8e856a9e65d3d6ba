import type { BulkReader } from '@credence/casework';
import { civilDate, instant, type Instant } from '@credence/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openConnection } from '../../../../tests/support/connections.ts';
import {
  command,
  newEntry,
  newUuid,
  openTestStore,
  testClock,
  testEngines,
  type TestEngine,
} from '../../../../tests/support/stores.ts';
import type { Connection } from '../connection/connection.ts';
import { createBulkReader } from './bulk-reader.ts';

const [[, start] = []] = testEngines();

/** Whatever was touched, subjects are walked; there are fewer than these. */
const all = { entries: -1, subjects: 100 };

// One engine is enough: the two ways are compared with each other, not with the planner.
describe('subjects that changed', () => {
  let engine: TestEngine;
  let connection: Connection;
  let before: Instant;
  let after: Instant;
  const [ended, begun, late, stated] = [newUuid(), newUuid(), newUuid(), newUuid()].sort();
  const homes = { ended: ended ?? '', begun: begun ?? '', late: late ?? '', stated: stated ?? '' };

  beforeAll(async () => {
    if (start === undefined) throw new Error('There is an engine for tests.');
    engine = await start();
    const place = await engine.newPlace();
    const clock = testClock();
    const store = await openTestStore(place, { clock });
    const listed = (from: string, until?: string) => ({
      registered: true,
      listed: {
        ...{ card: 'serious', from: civilDate(from) },
        ...(until === undefined ? {} : { until: civilDate(until) }),
      },
    });
    await store.journal.record(command(), [
      newEntry(listed('2026-03-01', '2026-06-01'), { home: homes.ended }),
      newEntry(listed('2026-05-15'), { home: homes.begun }),
      newEntry({ registered: true, paysLate: true }, { home: homes.late }),
      newEntry({ registered: true }, { home: homes.stated }),
    ]);
    before = (await store.journal.head()).recordedAt;
    // A moment of its own: what was recorded at the moment itself is known already.
    clock.now = instant(clock.now + 1_000);
    const key = { item: 'licence', key: '1', hash: 'h' };
    const licence = newEntry({ key }, { home: homes.stated, stream: 'licence' });
    await store.journal.record(command(), [licence]);
    after = (await store.journal.head()).recordedAt;
    await store.close();
    connection = await openConnection(place);
  });
  afterAll(async () => {
    await connection.close();
    await engine.stop();
  });

  const asked: Readonly<Record<string, readonly [day: string, until: string, of: string[]]>> = {
    'a listing that began': ['2026-05-01', '2026-05-31', ['begun', 'late']],
    'a listing that ended': ['2026-05-31', '2026-06-01', ['ended', 'late']],
    // A debtor’s silence turns on a day that no row names.
    'no listing on other days, and whoever pays late on each': [
      '2026-06-01',
      '2026-07-01',
      ['late'],
    ],
  };

  it.each(Object.entries(asked))('name %s', async (_, [day, until, of]) => {
    const found = await touched(createBulkReader(connection), after, { day, until });
    expect(found).toEqual(of);
  });

  it('are the same whether few were touched or so many that all are walked', async () => {
    const gathered = createBulkReader(connection);
    const walked = createBulkReader(connection, all);
    // Where the nearest subject is not enough, the rest is gathered.
    const short = createBulkReader(connection, { entries: -1, subjects: 1 });
    for (const since of [instant(0), before, after]) {
      for (const [day, until] of Object.values(asked)) {
        const few = await touched(gathered, since, { day, until });
        expect(await touched(walked, since, { day, until })).toEqual(few);
        const rest = await touched(walked, since, { day, until, after: homes.ended });
        expect(rest).toEqual(few.filter((name) => name !== 'ended'));
      }
    }
    const two = { day: '2026-05-01', until: '2026-06-01' };
    expect(await touched(short, before, two)).toEqual(await touched(gathered, before, two));
    expect(await touched(walked, before, { day: '2026-07-01', until: '2026-07-01' })).toEqual([
      'late',
      'stated',
    ]);
    expect(await gathered.listListedSince(instant(0), 10)).toEqual([
      homes.ended,
      homes.begun,
      homes.late,
    ]);
    expect(await gathered.listListedSince(before, 10)).toEqual([]);
  });

  it('are those with a record of the items asked for, either way', async () => {
    const [gathered, walked] = [createBulkReader(connection), createBulkReader(connection, all)];
    const on = { day: '2026-05-01', until: '2026-06-01' };
    for (const reader of [gathered, walked]) {
      expect(await touched(reader, before, { ...on, items: ['licence'] })).toEqual(['stated']);
      expect(await touched(reader, after, { ...on, items: ['licence'] })).toEqual([]);
      expect(await touched(reader, before, { ...on, items: ['penalty'] })).toEqual([]);
      const streams = { items: ['penalty'], streams: ['lic'] };
      expect(await touched(reader, before, { ...on, ...streams })).toEqual(['stated']);
    }
  });

  it('tell of an end that was recorded after the last question, in the same moment too', async () => {
    const reader = createBulkReader(connection);
    const actedIn = (moment: Instant, streams: readonly string[], kind?: 'listing') =>
      reader.listActedSince(moment, { streams, ...(kind === undefined ? {} : { kind }) }, 10);
    expect(await reader.hasEndsSince(before, 'licence')).toBe(false);
    expect(await actedIn(before, ['life/'])).toEqual([]);
    expect(await actedIn(before, ['lic'])).toEqual([homes.stated]);
    expect(await actedIn(before, ['lic'], 'listing')).toEqual([]);
    await connection.transaction({ homes: [homes.stated] }, (session) =>
      session.query(
        `insert into journal_entry (home, stream, seq, position, recorded_at, id, kind,
            actor_official, actor_agency, actor_role, purpose, basis, commitment)
          values ($1, 'licence', 2, 99, $2, $3, 'record-ended@1', 'a', 'b', 'c', 'd', '{}', 'e')`,
        [homes.stated, after, newUuid()],
      ),
    );
    expect(await reader.hasEndsSince(before, 'licence')).toBe(true);
    expect(await reader.hasEndsSince(before, 'penalty')).toBe(false);
    expect(await reader.hasEndsSince(after, 'licence')).toBe(false);
    // A record that was ended can end what stood elsewhere by it.
    expect(await actedIn(before, ['life/'])).toEqual([homes.stated]);
    expect(await actedIn(after, ['life/'])).toEqual([]);
  });

  async function touched(
    reader: BulkReader,
    since: Instant,
    range: {
      readonly day: string;
      readonly until: string;
      readonly after?: string;
      readonly items?: readonly string[];
      readonly streams?: readonly string[];
    },
  ): Promise<readonly string[]> {
    const found = await reader.listTouched({
      ...{ since, day: civilDate(range.day), until: civilDate(range.until), limit: 10 },
      ...(range.after === undefined ? {} : { after: range.after }),
      ...(range.items === undefined ? {} : { items: range.items }),
      ...(range.streams === undefined ? {} : { streams: range.streams }),
    });
    const names = new Map(Object.entries(homes).map(([name, home]) => [home, name]));
    return found.map((home) => names.get(home) ?? home);
  }
});
