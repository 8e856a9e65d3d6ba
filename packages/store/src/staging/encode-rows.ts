import type { EncodedRows, StagedName, StagedRow } from '@credence/casework';
import { canonicalJson, Committed, commitmentOfText } from '@credence/proof';

import type { Engine, SqlValue } from '../connection/connection.ts';
import type { ProjectionRow } from '../projection/projection-tables.ts';
import { lineColumns as columnsOfLine } from '../projection/record-line-table.ts';
import { StoreError } from '../store-error.ts';
import { RowSet } from './row-set.ts';
import { lineColumns, nameColumns, rowColumns, type RowToStage } from './staged-columns.ts';

/** Names remembered as encoded already; beyond them the database sees for itself. */
const namesMax = 100_000;

/** Values of the tables of the staging, in the order of `stagingInserts`, column by column. */
export type EncodedSets = readonly {
  readonly count: number;
  readonly columns: readonly SqlValue[];
}[];

/** Makes of rows what the staging is sent, without a connection and on any thread. */
export interface RowEncoder {
  readonly count: number;
  readonly bytes: number;
  /** @throws StoreError `entry-refused` when an entry is not what its commitment says */
  add(row: StagedRow): void;
  /** What was added; valid until the next `clear`. */
  sets(): EncodedSets;
  clear(): void;
}

/** `encoded`: names that need not be encoded again, since they stand before. */
export function createRowEncoder(engine: Engine, encoded = new Set<string>()): RowEncoder {
  const rows = new RowSet<RowToStage>(engine, rowColumns);
  const names = new RowSet<StagedName>(engine, nameColumns);
  const lines = new RowSet<ProjectionRow>(engine, lineColumns);
  const sets = [rows, names, lines];
  const addName = (name: StagedName): void => {
    if (encoded.has(name.name)) return;
    if (encoded.size < namesMax) encoded.add(apart(name.name));
    names.add(name);
  };
  return {
    get count() {
      return rows.count;
    },
    get bytes() {
      return rows.bytes;
    },
    add(row) {
      rows.add({ row, payload: committedPayload(row) });
      for (const name of row.names) addName(name);
      for (const line of row.lines ?? []) {
        lines.add({ row_number: row.row, ...columnsOfLine(line) });
      }
    },
    sets: () => sets.map((set) => ({ count: set.count, columns: set.values() })),
    clear() {
      for (const set of sets) set.clear();
    },
  };
}

/** Names that were spelled apart from the rows that bring them: nothing but these. */
export function encodeNames(engine: Engine, names: readonly StagedName[]): EncodedSets {
  const none = { count: 0, columns: [] };
  const set = new RowSet<StagedName>(engine, nameColumns);
  for (const name of names) set.add(name);
  return [none, { count: set.count, columns: set.values() }];
}

/** Encoded rows in memory of their own, and that memory, should another thread be given it. */
export interface DetachedRows {
  readonly rows: EncodedRows;
  readonly memory: readonly ArrayBuffer[];
}

/** Takes out of an encoder what was added, so that it may go on. */
export function detachRows(encoder: RowEncoder): DetachedRows {
  const sets = encoder.sets();
  let bytes = 0;
  for (const { columns } of sets) {
    for (const column of columns) if (Buffer.isBuffer(column)) bytes += column.length;
  }
  const memory = new ArrayBuffer(bytes);
  let at = 0;
  const detach = (column: SqlValue): EncodedRows['sets'][number]['columns'][number] => {
    if (isList(column)) return column;
    if (!Buffer.isBuffer(column)) throw new RangeError('A column is no array.');
    const own = new Uint8Array(memory, at, column.length);
    own.set(column);
    at += column.length;
    return own;
  };
  const rows = {
    sets: sets.map(({ count, columns }) => ({ count, columns: columns.map(detach) })),
  };
  encoder.clear();
  return { rows, memory: bytes === 0 ? [] : [memory] };
}

/** Rows that another thread has encoded, as the driver takes them. */
export function attachRows({ sets }: EncodedRows): EncodedSets {
  return sets.map(({ count, columns }) => ({
    count,
    columns: columns.map((column) =>
      isList(column) ? column : Buffer.from(column.buffer, column.byteOffset, column.byteLength),
    ),
  }));
}

type List = readonly (string | number | null)[];

function isList(column: SqlValue | Uint8Array): column is List {
  return Array.isArray(column);
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
