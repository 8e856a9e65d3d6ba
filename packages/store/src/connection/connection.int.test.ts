import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openConnection } from '../../../../tests/support/connections.ts';
import {
  command,
  newEntry,
  newUuid,
  openTestStore,
  testEngines,
  type TestEngine,
} from '../../../../tests/support/stores.ts';
import type { Connection } from './connection.ts';
import { SqlError } from './sql-error.ts';

describe.each(testEngines())('a transaction on %s', (_, start) => {
  let engine: TestEngine;
  let connection: Connection;
  const [mine, other] = [newUuid(), newUuid()];

  beforeAll(async () => {
    engine = await start();
    const place = await engine.newPlace();
    const store = await openTestStore(place);
    await store.journal.record(command(), [newEntry({}, { home: mine })]);
    await store.journal.record(command(), [newEntry({}, { home: other })]);
    await store.close();
    connection = await openConnection(place);
  });
  afterAll(async () => {
    await connection.close();
    await engine.stop();
  });

  const countEntries = (homes: 'all' | readonly string[]): Promise<number> =>
    connection.transaction({ homes }, async (session) => {
      const [row] = await session.query<{ count: number }>(
        'select count(*)::integer as count from journal_entry',
      );
      return row?.count ?? -1;
    });

  it('sees the entries of its own homes only, even without a condition', async () => {
    expect(await countEntries([])).toBe(0);
    expect(await countEntries([mine])).toBe(1);
    expect(await countEntries([mine, other])).toBe(2);
    expect(await countEntries('all')).toBe(2);
  });

  it('writes to its own homes only', async () => {
    const write = (home: string): Promise<unknown> =>
      connection.transaction({ homes: [mine] }, (session) =>
        session.query('insert into subject (home, registered) values ($1, true)', [home]),
      );
    await write(mine);
    await expect(write(other)).rejects.toMatchObject({ sqlState: '42501' });
  });

  it('takes the homes of a transaction inside it in, and runs as one with it', async () => {
    await expect(
      connection.transaction({ homes: [mine] }, async () => {
        expect(await countEntries([other])).toBe(2);
        await connection.transaction({ homes: [other] }, (session) =>
          session.query('insert into subject (home, registered) values ($1, true)', [other]),
        );
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    const [row] = await connection.transaction({ homes: [] }, (session) =>
      session.query<{ count: number }>(
        'select count(*)::integer as count from subject where home = $1',
        [other],
      ),
    );
    expect(row).toEqual({ count: 0 });
  });

  it('does not let work of one role slip into a transaction of another', async () => {
    await expect(
      connection.transaction({ homes: [] }, () =>
        connection.transaction({ homes: [], as: 'owner' }, () => Promise.resolve(1)),
      ),
    ).rejects.toMatchObject({ code: 'transaction-failed' });
  });

  it('stores nothing when a failed statement was swallowed', async () => {
    await expect(
      connection.transaction({ homes: [mine] }, async (session) => {
        await session.query('insert into due (home, due_on, why) values ($1, 1, $2)', [mine, 'x']);
        await session.exec('select 1/0').catch(() => undefined);
      }),
    ).rejects.toMatchObject({ code: 'transaction-failed' });
    const rows = await connection.transaction({ homes: [] }, (session) =>
      session.query('select home from due'),
    );
    expect(rows).toEqual([]);
  });

  it('goes on working after an error, and its error repeats no values', async () => {
    const secret = 'Zhang San';
    const error: unknown = await connection
      .transaction({ homes: [mine] }, async (session) => {
        const insert = 'insert into due (home, due_on, why) values ($1, 1, $2)';
        await session.query(insert, [mine, secret]);
        await session.query(insert, [mine, secret]);
      })
      .catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(SqlError);
    expect(error).toMatchObject({ sqlState: '23505', constraint: 'due_pkey' });
    expect(JSON.stringify(error) + String(error) + String((error as Error).stack)).not.toContain(
      secret,
    );
    expect(await countEntries('all')).toBe(2);
  });

  it('refuses homes that are no UUID before they reach the database', async () => {
    for (const home of ["x'; drop table subject; --", 'ALL', mine.toUpperCase()]) {
      await expect(countEntries([home])).rejects.toMatchObject({ code: 'home-malformed' });
    }
  });

  it('holds one view when asked for a snapshot, and does not write in it', async () => {
    await expect(
      connection.transaction({ homes: 'all', snapshot: true }, (session) =>
        session.query('delete from subject'),
      ),
    ).rejects.toMatchObject({ sqlState: '25006' });
  });

  it('carries values of every kind there and back', async () => {
    const [row] = await connection.transaction({ homes: [] }, (session) =>
      session.query<object>(
        `select $1::text as text, $2::bigint as moment, $3::boolean as flag, $4::text[] as texts,
          $5::integer[] as numbers, $6::text as nothing, '{"a": 1}'::json as json,
          '{"a":1}'::jsonb as jsonb`,
        ['望澜 "\\\'', 1_780_000_000_123, false, ['a,b', '"', 'NULL', ''], [1, -2], null],
      ),
    );
    expect(row).toEqual({
      text: '望澜 "\\\'',
      moment: 1_780_000_000_123,
      flag: false,
      texts: ['a,b', '"', 'NULL', ''],
      numbers: [1, -2],
      nothing: null,
      json: '{"a": 1}',
      jsonb: '{"a": 1}',
    });
  });
});
