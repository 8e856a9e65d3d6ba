import { gunzipSync } from 'node:zlib';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { civilDate, instant } from '@credence/domain';
import type { Store, StorePlace } from '@credence/store';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { openConnection } from '../../../../tests/support/connections.ts';
import {
  clerk,
  command,
  importRows,
  newEntry,
  newUuid,
  openTestStore,
  queryOf,
  stagedRow,
  testClock,
  testEngines,
  type TestEngine,
} from '../../../../tests/support/stores.ts';

const lastDay = civilDate('2026-06-01');
const dayBefore = civilDate('2026-05-31');

describe.each(testEngines())('erasure on %s', (_, start) => {
  let engine: TestEngine;
  let place: StorePlace;
  let store: Store;
  const clock = testClock();
  const files = mkdtempSync(join(tmpdir(), 'credence-erase-'));

  beforeAll(async () => {
    engine = await start();
  });
  afterAll(async () => {
    await engine.stop();
    rmSync(files, { recursive: true });
  });
  beforeEach(async () => {
    place = await engine.newPlace();
    store = await openTestStore(place, { clock });
  });
  afterEach(() => store.close());

  async function subjectWithRecords(): Promise<string> {
    await importRows(
      store,
      [
        stagedRow(2, { code: 'X1', key: 'kept', name: '望澜青禾', registered: true }),
        stagedRow(3, { code: 'X1', key: 'goes', name: '旧名', eraseOn: lastDay, text: 'SECRET' }),
        stagedRow(4, { code: 'X2', key: 'goes', name: '云帆', eraseOn: lastDay, text: 'SECRET' }),
      ],
      { home: newUuid(), hash: 'file' },
    );
    return (await store.register.findByIdentifier({ scheme: 'uscc', value: 'X1' })) ?? '';
  }

  it('removes payload, salt, search keys and messages on the day, and not before', async () => {
    const home = await subjectWithRecords();
    const gone = (await store.journal.entriesOf(home))[1];
    await store.journal.record(command(), [newEntry({}, { home })], {
      outbox: [
        { home, stream: gone?.stream ?? '', topic: 'notice', body: 'SECRET' },
        { home, topic: 'notice', body: 'stays' },
      ],
    });

    expect(await store.admin.eraseDue(dayBefore)).toBe(0);
    expect(await store.admin.eraseDue(lastDay)).toBe(2);
    expect(await store.admin.eraseDue(lastDay)).toBe(0);

    const entries = await store.journal.entriesOf(home);
    expect(entries.map((entry) => [entry.kind, 'payload' in entry])).toEqual([
      ['record@1', true],
      ['record@1', false],
      ['record@1', true],
      ['erasure@1', true],
    ]);
    expect(entries[1]).toMatchObject({ id: gone?.id, commitment: gone?.commitment });
    expect(entries[3]).toMatchObject({
      stream: 'erasures',
      actor: { official: 'credence_eraser' },
      payload: {
        erased: [{ id: gone?.id, stream: gone?.stream, kind: 'record@1' }],
        because: 'retention-ended',
        on: '2026-06-01',
      },
    });
    const page = { today: lastDay, limit: 10, offset: 0 };
    const old = await store.register.searchNames(queryOf('旧名'), page);
    expect(old.total).toBe(0);
    const kept = await store.register.searchNames(queryOf('青禾'), page);
    expect(kept.total).toBe(1);
    expect(await store.register.findByIdentifier({ scheme: 'uscc', value: 'X2' })).toBeUndefined();
    const path = join(files, `${engine.name}.gz`);
    await store.admin.backup(path);
    const text = gunzipSync(readFileSync(path)).toString('utf8');
    expect(text).not.toContain('SECRET');
    expect(text).toContain('stays');
  });

  it('is honoured by a rebuild and by a rebuilt register', async () => {
    await subjectWithRecords();
    await store.admin.eraseDue(lastDay);
    expect(await store.admin.rebuild()).toMatchObject({ equal: true });
  });

  it('is the eraser’s alone: the application can neither erase nor say that it did', async () => {
    await subjectWithRecords();
    const connection = await openTestConnection();
    for (const sql of [
      'delete from journal_payload',
      "update journal_payload set payload = '{}'",
      'delete from journal_entry',
      'truncate journal_payload',
    ]) {
      await expect(
        connection.transaction({ homes: 'all' }, (session) => session.exec(sql)),
        sql,
      ).rejects.toMatchObject({ sqlState: '42501' });
    }
    const fake = newEntry({}, { kind: 'erasure@1' });
    await connection.close();
    store = await openTestStore(place, { clock });
    await expect(store.journal.record(command(), [fake])).rejects.toMatchObject({
      sqlState: '42501',
    });
  });

  it('cannot reach what is not due, nor append anything but an erasure', async () => {
    const home = await subjectWithRecords();
    const connection = await openTestConnection();
    const erase = (eraseUntil?: number): Promise<number> =>
      connection.transaction(
        { homes: 'all', as: 'eraser', ...(eraseUntil === undefined ? {} : { eraseUntil }) },
        async (session) => {
          const rows = await session.query('delete from journal_payload returning home');
          return rows.length;
        },
      );
    expect(await erase()).toBe(0);
    expect(await erase(1)).toBe(0);
    await expect(
      connection.transaction({ homes: 'all', as: 'eraser' }, (session) =>
        session.query(
          `insert into journal_entry select home, 'new', 1, position + 100, recorded_at, id, kind,
            actor_official, actor_agency, actor_role, purpose, basis, supersedes, commitment, null
          from journal_entry where home = $1 limit 1`,
          [home],
        ),
      ),
    ).rejects.toMatchObject({ sqlState: '42501' });
    await connection.close();
    store = await openTestStore(place, { clock });
  });

  it('waits for no reader and lets decisions on the same home go on', async () => {
    const home = await subjectWithRecords();
    clock.now = instant(clock.now + 1000);
    const [erased] = await Promise.all([
      store.admin.eraseDue(lastDay),
      ...Array.from({ length: 5 }, (_v, index) =>
        store.journal.record(command(), [newEntry({ names: [`名${index}`] }, { home })]),
      ),
      store.journal.readWithAccess({ reader: clerk, purpose: 'audit', fields: [] }, home),
    ]);
    expect(erased).toBe(2);
    expect((await store.admin.rebuild()).equal).toBe(true);
  });

  /** Below the ports; the embedded database has one owner at a time, so the store makes way. */
  async function openTestConnection(): ReturnType<typeof openConnection> {
    await store.close();
    return openConnection(place);
  }
});
