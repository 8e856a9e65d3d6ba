import type { StagedName, StagedRow } from '@credence/casework';
import type { Instant } from '@credence/domain';
import { canonicalJson, Committed, commitmentOfText } from '@credence/proof';

import type { Connection, Engine, Session } from '../connection/connection.ts';
import type { WriteGate } from '../health/write-gate.ts';
import type { ProjectionRow } from '../projection/projection-tables.ts';
import { lineColumns as columnsOfLine } from '../projection/record-line-table.ts';
import { StoreError } from '../store-error.ts';
import { createUuidSource } from '../uuid-source.ts';
import { RowSet } from './row-set.ts';
import { lineColumns, nameColumns, rowColumns, type RowToStage } from './staged-columns.ts';

/** Rows in one transaction: enough to make its cost small, little enough to keep it short. */
const rowsAtOnce = 1_000;

/** Bytes in one transaction, however few rows they are. */
const bytesAtOnce = 2 * 1_048_576;

/** Names remembered as staged already; beyond them the database sees for itself. */
const namesMax = 100_000;

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
  const staged = new Set<string>();
  let gathering = new Load(connection.engine, staged);
  let spare = new Load(connection.engine, staged);
  let underway: Promise<void> = Promise.resolve();
  parts.ids.now = parts.clock();

  async function transmit(load: Load): Promise<void> {
    await connection.transaction({ homes: [staging] }, async (session) => {
      await parts.gate?.pass(session);
      await load.insert(session, staging);
    });
    load.clear();
  }

  async function sendOff(): Promise<void> {
    await underway;
    const load = gathering;
    [gathering, spare] = [spare, load];
    parts.ids.now = parts.clock();
    setUnderway(transmit(load));
  }

  function setUnderway(next: Promise<void>): void {
    underway = next;
    // Its failure is met where it is awaited, not before.
    underway.catch(() => undefined);
  }

  return {
    write(row) {
      try {
        gathering.add({ row, proposed: parts.ids.next(), payload: committedPayload(row) });
      } catch (error) {
        // The rows before it must not arrive alone.
        setUnderway(Promise.reject(error instanceof Error ? error : new Error(String(error))));
        throw error;
      }
      return gathering.isFull ? sendOff() : undefined;
    },
    async arrive() {
      if (gathering.count > 0) await sendOff();
      await underway;
    },
  };
}

/** Rows, names and lines of one transaction. */
class Load {
  readonly #rows: RowSet<RowToStage>;
  readonly #names: RowSet<StagedName>;
  readonly #lines: RowSet<ProjectionRow>;
  readonly #staged: Set<string>;

  constructor(engine: Engine, staged: Set<string>) {
    this.#staged = staged;
    this.#rows = new RowSet(engine, { name: 'staged_row', columns: rowColumns });
    const behind = 'on conflict do nothing';
    this.#names = new RowSet(engine, { name: 'staged_name', columns: nameColumns, behind });
    this.#lines = new RowSet(engine, { name: 'staged_line', columns: lineColumns });
  }

  get count(): number {
    return this.#rows.count;
  }

  get isFull(): boolean {
    return this.count >= rowsAtOnce || this.#rows.bytes >= bytesAtOnce;
  }

  add(staged: RowToStage): void {
    this.#rows.add(staged);
    const { row, names, lines = [] } = staged.row;
    for (const name of names) this.#addName(name);
    for (const line of lines) this.#lines.add({ row_number: row, ...columnsOfLine(line) });
  }

  #addName(name: StagedName): void {
    if (this.#staged.has(name.name)) return;
    if (this.#staged.size < namesMax) this.#staged.add(apart(name.name));
    this.#names.add(name);
  }

  async insert(session: Session, staging: string): Promise<void> {
    for (const rows of [this.#rows, this.#names, this.#lines]) {
      if (rows.count > 0) await session.query(...rows.insertInto(staging));
    }
  }

  clear(): void {
    for (const rows of [this.#rows, this.#names, this.#lines]) rows.clear();
  }
}

/** A text of its own: the row's may be a slice of a long line, which it would keep in memory. */
function apart(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}

/** The other half of the pair: casework commits to a payload, the store stores no other. */
function committedPayload({ row, entry, committed }: StagedRow): string {
  const { salt, commitment } = entry;
  if (Committed.is(committed) && committed.salt === salt && committed.commitment === commitment) {
    return committed.canonical;
  }
  const payload = canonicalJson(entry.payload);
  if (commitmentOfText(salt, payload) === commitment) return payload;
  throw new StoreError(
    'entry-refused',
    `The commitment of row ${row} is not that of its payload and salt.`,
  );
}
