import type { AcceptedBatch, Staging, StagingFindings } from '@credence/casework';
import type { Instant } from '@credence/domain';

import type { Connection, Scope, Session } from '../connection/connection.ts';
import type { WriteGate } from '../health/write-gate.ts';
import { acceptStaged } from './accept.ts';
import { classifyRows } from './classify.ts';
import { findContradictions } from './find-contradictions.ts';
import { readStagedRows } from './read-staged-rows.ts';
import { createIds, createStagingWriter, type StagingWriter } from './stage-rows.ts';

/** From this many rows on an import leaves enough behind to be worth cleaning up at once. */
const BULK_ROWS = 1_000;

/** A staging that nobody came back to is given up after this long. */
const ABANDONED_MS = 24 * 60 * 60 * 1000;

const all: Scope = { homes: 'all' };

/** Tables with rows of a file, beside the row of the staging itself. */
const rowTables = ['staged_place', 'staged_code', 'staged_line', 'staged_name', 'staged_row'];

interface StagingParts {
  readonly clock: () => Instant;
  readonly uuid: () => string;
  readonly gate?: WriteGate;
}

interface StoreStaging extends Staging {
  /** Resolves when what accepted files leave behind is gone, or was left to the next start. */
  settle(): Promise<void>;
}

/** Staging in SQL: rows are written in short transactions and accepted in one. */
export function createStaging(connection: Connection, parts: StagingParts): StoreStaging {
  const ids = createIds(parts.clock);
  const writers = new Map<string, StagingWriter>();
  const writerOf = (staging: string): StagingWriter => {
    const writer =
      writers.get(staging) ?? createStagingWriter(connection, { ...parts, ids }, staging);
    writers.set(staging, writer);
    return writer;
  };
  const arrived = async (staging: string): Promise<void> => writers.get(staging)?.arrive();
  const discardOne = async (staging: string): Promise<void> => {
    // Rows on their way would otherwise arrive behind the broom.
    await arrived(staging).catch(() => undefined);
    writers.delete(staging);
    await discard(connection, staging);
  };
  const leaving = createLeaving(connection, discardOne);
  return {
    findBatch: (sought) => findBatch(connection, sought),

    async open() {
      const staging = parts.uuid();
      await openStaging(connection, staging, parts.clock());
      return staging;
    },

    async stage(staging, rows) {
      const writer = writerOf(staging);
      for (const row of rows) {
        const full = writer.write(row);
        if (full !== undefined) await full;
      }
    },

    stageEncoded: (staging, ...loads) => writerOf(staging).writeEncoded(...loads),

    async read(staging, rows) {
      await arrived(staging);
      return connection.transaction({ homes: [staging] }, (session) =>
        readStagedRows(session, staging, rows),
      );
    },

    async inspect(staging, options) {
      await arrived(staging);
      return inspect(connection, staging, options?.nameSchemes);
    },

    async accept(staging, command, batch) {
      await arrived(staging);
      const accepted = await connection.transaction(all, async (session) => {
        await parts.gate?.pass(session, 'bulk');
        return acceptStaged(session, { staging, command, batch, now: parts.clock });
      });
      leaving.leave(staging, accepted);
      return accepted;
    },

    async drop(staging, rows) {
      await arrived(staging);
      await dropRows(connection, staging, rows);
    },

    discard: discardOne,

    settle: leaving.settle,
  };
}

/**
 * What accepted files leave behind. The file is recorded: whoever waits for the answer need not wait
 * for the broom, and what it does not reach is found at the next start.
 */
function createLeaving(connection: Connection, discardOne: (staging: string) => Promise<void>) {
  const leaving = new Set<Promise<void>>();
  return {
    leave(staging: string, { recorded }: AcceptedBatch): void {
      const swept = discardOne(staging)
        .then(() => (recorded >= BULK_ROWS ? connection.tidyUp() : undefined))
        .catch(() => undefined)
        .finally(() => leaving.delete(swept));
      leaving.add(swept);
    },
    settle: async (): Promise<void> => {
      await Promise.all(leaving);
    },
  };
}

function findBatch(
  connection: Connection,
  { fileHash, source, item, mapping }: Parameters<Staging['findBatch']>[0],
): ReturnType<Staging['findBatch']> {
  return connection.transaction({ homes: [] }, async (session) => {
    const [row] = await session.query<{ home: string; batch_id: string }>(
      `select home, batch_id from batch
        where file_hash = $1 and source = $2 and item = $3 and mapping = $4`,
      [fileHash, source, item, mapping],
    );
    return row === undefined ? undefined : { home: row.home, batchId: row.batch_id };
  });
}

async function openStaging(connection: Connection, staging: string, at: Instant): Promise<void> {
  await connection.transaction({ homes: [staging] }, (session) =>
    session.query(
      `insert into staging (home, opened_at, seen_position, seen_at)
        select $1::uuid, $2::bigint, position, recorded_at from journal_head`,
      [staging, at],
    ),
  );
}

async function dropRows(
  connection: Connection,
  staging: string,
  rows: Parameters<Staging['drop']>[1],
): Promise<void> {
  await connection.transaction({ homes: [staging] }, async (session) => {
    for (const table of ['staged_row', 'staged_line', 'staged_place']) {
      await session.query(
        `delete from ${table} where home = $1 and row_number = any($2::integer[])`,
        [staging, rows],
      );
    }
    // Without them other rows may be new, or the first of their code: all are to be compared again.
    await session.query(
      'update staging set compared_at = null, seen_position = null where home = $1',
      [staging],
    );
  });
}

async function inspect(
  connection: Connection,
  staging: string,
  nameSchemes: readonly string[] | undefined,
): Promise<StagingFindings> {
  const compared = await connection.transaction(all, async (session) => {
    await classifyRows(session, staging);
    return readComparison(session, staging);
  });
  return { ...compared, identity: await findContradictions(connection, staging, nameSchemes) };
}

async function readComparison(
  session: Session,
  staging: string,
): Promise<Omit<StagingFindings, 'identity'>> {
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
    `select row_number as row, key, state as with, first_row from staged_place
      where home = $1 and state in ('register', 'file') order by row_number`,
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
  };
}

/** Its own row goes last: as long as it stands, what is left of the others will be found again. */
async function discard(connection: Connection, staging: string): Promise<void> {
  const discardFrom = (table: string): Promise<unknown> =>
    connection.transaction({ homes: [staging] }, (session) =>
      session.query(`delete from ${table} where home = $1`, [staging]),
    );
  await Promise.all(rowTables.map(discardFrom));
  await discardFrom('staging');
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
