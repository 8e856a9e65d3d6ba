import type { Staging, StagingFindings } from '@credence/casework';
import type { Instant } from '@credence/domain';

import type { Connection, Scope, Session } from '../connection/connection.ts';
import type { WriteGate } from '../health/write-gate.ts';
import { acceptStaged } from './accept.ts';
import { classifyRows } from './classify.ts';
import { findContradictions } from './find-contradictions.ts';
import { readStagedRows } from './read-staged-rows.ts';
import { insertStagedRows, rowsPerStatement } from './stage-rows.ts';

/** From this many rows on an import leaves enough behind to be worth cleaning up at once. */
const BULK_ROWS = 1_000;

/** A staging that nobody came back to is given up after this long. */
const ABANDONED_MS = 24 * 60 * 60 * 1000;

const all: Scope = { homes: 'all' };

const stagingTables = ['staged_place', 'staged_line', 'staged_name', 'staged_row', 'staging'];

interface StagingParts {
  readonly clock: () => Instant;
  readonly uuid: () => string;
  readonly gate?: WriteGate;
}

/** Staging in SQL: rows are written in short transactions and accepted in one. */
export function createStaging(connection: Connection, parts: StagingParts): Staging {
  return {
    findBatch: ({ fileHash, source, item, mapping }) =>
      connection.transaction({ homes: [] }, async (session) => {
        const [row] = await session.query<{ home: string; batch_id: string }>(
          `select home, batch_id from batch
            where file_hash = $1 and source = $2 and item = $3 and mapping = $4`,
          [fileHash, source, item, mapping],
        );
        return row === undefined ? undefined : { home: row.home, batchId: row.batch_id };
      }),

    async open() {
      const staging = parts.uuid();
      await connection.transaction({ homes: [staging] }, (session) =>
        session.query('insert into staging (home, opened_at) values ($1, $2)', [
          staging,
          parts.clock(),
        ]),
      );
      return staging;
    },

    async stage(staging, rows) {
      for (let from = 0; from < rows.length; from += rowsPerStatement) {
        const some = rows.slice(from, from + rowsPerStatement);
        const proposed = some.map((row) => ({ ...row, proposed: parts.uuid() }));
        await connection.transaction({ homes: [staging] }, async (session) => {
          await parts.gate?.pass(session);
          await insertStagedRows(session, staging, proposed);
        });
      }
    },

    read: (staging, rows) =>
      connection.transaction({ homes: [staging] }, (session) =>
        readStagedRows(session, staging, rows),
      ),

    inspect: (staging, options) =>
      connection.transaction(all, (session) => inspect(session, staging, options?.nameSchemes)),

    async accept(staging, command, batch) {
      const accepted = await connection.transaction(all, async (session) => {
        await parts.gate?.pass(session, 'bulk');
        return acceptStaged(session, { staging, command, batch, now: parts.clock });
      });
      await discard(connection, staging);
      if (accepted.recorded >= BULK_ROWS) await connection.tidyUp();
      return accepted;
    },

    async drop(staging, rows) {
      await connection.transaction({ homes: [staging] }, async (session) => {
        for (const table of ['staged_row', 'staged_line', 'staged_place']) {
          await session.query(
            `delete from ${table} where home = $1 and row_number = any($2::integer[])`,
            [staging, rows],
          );
        }
        // Without them other rows may be new, so they are to be compared again.
        await session.query('update staging set compared_at = null where home = $1', [staging]);
      });
    },

    discard: (staging) => discard(connection, staging),
  };
}

async function inspect(
  session: Session,
  staging: string,
  nameSchemes: readonly string[] | undefined,
): Promise<StagingFindings> {
  await classifyRows(session, staging);
  const [counts] = await session.query<{ fresh: number; known: number }>(
    `select count(*) filter (where state = 'fresh')::integer as fresh,
        count(*) filter (where state = 'known')::integer as known
      from staged_place where home = $1`,
    [staging],
  );
  const conflicts = await session.query<{
    row: number;
    key: string;
    with: 'register' | 'file';
    first_row: number;
  }>(
    `select p.row_number as row, r.key, p.state as with, p.first_row from staged_place p
      join staged_row r on r.home = p.home and r.row_number = p.row_number
      where p.home = $1 and p.state in ('register', 'file') order by p.row_number`,
    [staging],
  );
  return {
    fresh: counts?.fresh ?? 0,
    known: counts?.known ?? 0,
    conflicts: conflicts.map(({ row, key, with: other, first_row }) => ({
      row,
      key,
      with: other,
      ...(other === 'file' ? { otherRow: first_row } : {}),
    })),
    identity: await findContradictions(session, staging, nameSchemes),
  };
}

async function discard(connection: Connection, staging: string): Promise<void> {
  await connection.transaction({ homes: [staging] }, async (session) => {
    for (const table of stagingTables) {
      await session.query(`delete from ${table} where home = $1`, [staging]);
    }
  });
}

/** Removes what interrupted imports left behind: their rows hold payloads that nobody recorded. */
export async function discardAbandoned(
  connection: Connection,
  now: Instant,
  owner: 'alone' | 'one-of-several',
): Promise<void> {
  const before = owner === 'alone' ? Number.MAX_SAFE_INTEGER : now - ABANDONED_MS;
  const left = await connection.transaction(all, (session) =>
    session.query<{ home: string }>('select home from staging where opened_at < $1', [before]),
  );
  for (const { home } of left) await discard(connection, home);
}
