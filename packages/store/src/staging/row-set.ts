import type { Engine, SqlValue } from '../connection/connection.ts';
import { createColumn, type Column, type Wire } from './column.ts';

/** A column of a table of the staging: its name and its type. */
type NamedColumn = readonly [
  name: string,
  type: 'text' | 'integer' | 'uuid' | 'json' | 'boolean' | 'text[]',
];

/** A column, and where its value comes from. */
export type ColumnOf<Row> = readonly [
  ...NamedColumn,
  of: (row: Row) => string | number | undefined,
];

/** Rows of one table that wait to be written by one statement. */
export class RowSet<Row> {
  readonly #columns: readonly (readonly [Column, ColumnOf<Row>[2]])[];
  #count = 0;

  constructor(engine: Engine, columns: readonly ColumnOf<Row>[]) {
    this.#columns = columns.map(
      ([, type, of]) => [createColumn(engine, wireOf(type)), of] as const,
    );
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

  /** The values column by column; valid until the next `clear`. */
  values(): readonly SqlValue[] {
    return this.#columns.map(([column]) => column.value());
  }

  clear(): void {
    for (const [column] of this.#columns) column.clear();
    this.#count = 0;
  }
}

type Columns = readonly (readonly [...NamedColumn, ...unknown[]])[];

/** Rows as a statement reads them: its values are the home and one array a column. */
export function rowsOf(columns: Columns): string {
  const values = columns.map(([column, type]) => `r.${column}::${type}`).join(', ');
  const arrays = columns.map(([, type], index) => `$${index + 2}::${wireOf(type)}[]`).join(', ');
  return `select ${values} from unnest(${arrays}) as r(${namesOf(columns)})`;
}

export function namesOf(columns: Columns): string {
  return columns.map(([column]) => column).join(', ');
}

/** Whatever is no number travels as text. */
function wireOf(type: NamedColumn[1]): Wire {
  return type === 'integer' ? 'integer' : 'text';
}
