import type { EncodedRows, StagedName, StagedRow } from '@credence/casework';
import type { Instant } from '@credence/domain';

import type { Connection, Session } from '../connection/connection.ts';
import type { WriteGate } from '../health/write-gate.ts';
import { createUuidSource } from '../uuid-source.ts';
import { createColumn } from './column.ts';
import { attachRows, createRowEncoder, encodeNames, type EncodedSets } from './encode-rows.ts';
import { stagingInserts } from './staged-columns.ts';

/** Rows in one transaction: enough to make its cost small, little enough to keep it short. */
const rowsAtOnce = 1_000;

/** Bytes in one transaction, however few rows they are. */
const bytesAtOnce = 2 * 1_048_576;

interface WriterParts {
  readonly clock: () => Instant;
  readonly ids: Ids;
  readonly gate?: WriteGate;
}

/** Ids of subjects to be; `now` is set once for a load, since the clock costs more than the ids. */
export interface Ids {
  now: Instant;
  readonly next: () => string;
}

/** One source for all stagings of a store, so that ids grow from one to the next. */
export function createIds(clock: () => Instant): Ids {
  const ids: Ids = { now: clock(), next: createUuidSource(() => ids.now) };
  return ids;
}

/** Takes in the rows of one staging; see `createStagingWriter`. */
export interface StagingWriter {
  /** Resolves when the next row may come, not when this one has arrived. */
  write(row: StagedRow): Promise<void> | undefined;
  /** The same for rows that come encoded, behind those before them, and for names beside them. */
  writeEncoded(rows: EncodedRows, names: readonly StagedName[]): Promise<void>;
  /** Resolves when every row so far has arrived. */
  arrive(): Promise<void>;
}

/**
 * Writes the rows of one staging in short transactions, a thousand or so at a time. While one load is
 * on its way the next one is gathered, as bytes; a third would only fill the memory, so whoever hands
 * it in waits. A load that failed fails everything after it.
 */
export function createStagingWriter(
  connection: Connection,
  parts: WriterParts,
  staging: string,
): StagingWriter {
  const { engine } = connection;
  const encoded = new Set<string>();
  let gathering = createRowEncoder(engine, encoded);
  let spare = createRowEncoder(engine, encoded);
  let underway: Promise<void> = Promise.resolve();

  const transmit = (...loads: readonly EncodedSets[]) => {
    const work = { staging, loads, gate: parts.gate };
    return connection.transaction({ homes: [staging] }, (session) => insertAll(session, work));
  };

  /** Ids grow with the rows, so they are given here, where all rows come by in their order. */
  function withHomes([rows, ...others]: EncodedSets): EncodedSets {
    if (rows === undefined) return [];
    parts.ids.now = parts.clock();
    const proposed = createColumn(engine, 'text');
    for (let index = 0; index < rows.count; index += 1) proposed.add(parts.ids.next());
    return [{ count: rows.count, columns: [...rows.columns, proposed.value()] }, ...others];
  }

  async function sendOff(): Promise<void> {
    await underway;
    const load = gathering;
    [gathering, spare] = [spare, load];
    setUnderway(
      transmit(withHomes(load.sets())).then(() => {
        load.clear();
      }),
    );
  }

  function setUnderway(next: Promise<void>): void {
    underway = next;
    // Its failure is met where it is awaited, not before.
    underway.catch(() => undefined);
  }

  return {
    write(row) {
      try {
        gathering.add(row);
      } catch (error) {
        // The rows before it must not arrive alone.
        setUnderway(Promise.reject(error instanceof Error ? error : new Error(String(error))));
        throw error;
      }
      const isFull = gathering.count >= rowsAtOnce || gathering.bytes >= bytesAtOnce;
      return isFull ? sendOff() : undefined;
    },
    async writeEncoded(rows, names) {
      if (gathering.count > 0) await sendOff();
      const named = encodeNames(engine, names);
      await underway;
      setUnderway(transmit(withHomes(attachRows(rows)), named));
    },
    async arrive() {
      if (gathering.count > 0) await sendOff();
      await underway;
    },
  };
}

async function insertAll(
  session: Session,
  {
    staging,
    loads,
    gate,
  }: { staging: string; loads: readonly EncodedSets[]; gate: WriteGate | undefined },
): Promise<void> {
  await gate?.pass(session);
  for (const [index, { count, columns }] of loads.flatMap((sets) => [...sets.entries()])) {
    const insert = stagingInserts[index];
    if (count === 0 || insert === undefined) continue;
    await session.query(insert, [staging, ...columns]);
  }
}
