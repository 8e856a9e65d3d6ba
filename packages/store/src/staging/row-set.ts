import type { Engine, SqlValue } from '../connection/connection.ts';
import { createColumn, type Column } from './column.ts';

/** A column of a table of the staging: its type, and where its value comes from. */
export type ColumnOf<Row> = readonly [
  name: string,
  type: 'text' | 'integer' | 'uuid' | 'json' | 'boolean' | 'text[]',
  of: (row: Row) => string | number | undefined,
];

interface TableOf<Row> {
  readonly name: string;
  readonly columns: readonly ColumnOf<Row>[];
  /** What stands behind the rows, e.g. `on conflict do nothing`. */
  readonly behind?: string;
}

/** Rows of one table that wait to be written by one statement. */
export class RowSet<Row> {
  readonly #sql: string;
  readonly #columns: readonly (readonly [Column, ColumnOf<Row>[2]])[];
  #count = 0;

  constructor(engine: Engine, { name, columns, behind = '' }: TableOf<Row>) {
    // Whatever is no number travels as text.
    const wires = columns.map(([, type]) => (type === 'integer' ? 'integer' : 'text'));
    this.#columns = columns.map(
      ([, , of], index) => [createColumn(engine, wires[index] ?? 'text'), of] as const,
    );
    const names = columns.map(([column]) => column).join(', ');
    const values = columns.map(([column, type]) => `r.${column}::${type}`).join(', ');
    const arrays = wires.map((wire, index) => `$${index + 2}::${wire}[]`).join(', ');
    this.#sql = `insert into ${name} (home, ${names}) select $1::uuid, ${values}
      from unnest(${arrays}) as r(${names}) ${behind}`;
  }

  get count(): number {
    return this.#count;
  }

  get bytes(): number {
    let bytes = 0;
    for (const [column] of this.#columns) bytes += column.bytes;
    return bytes;
  }

  add(row: Row): void {
    for (const [column, of] of this.#columns) column.add(of(row));
    this.#count += 1;
  }

  /** The statement that writes them into a home, and its values; valid until the next `clear`. */
  insertInto(home: string): readonly [sql: string, values: readonly SqlValue[]] {
    return [this.#sql, [home, ...this.#columns.map(([column]) => column.value())]];
  }

  clear(): void {
    for (const [column] of this.#columns) column.clear();
    this.#count = 0;
  }
}
