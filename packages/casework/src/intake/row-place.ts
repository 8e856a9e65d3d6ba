/** Where a row stands: in a CSV file by its line, in a workbook by sheet and row. */
export interface RowPlace {
  /** Place of the table in the file, from 0. */
  readonly table: number;
  /** Row in the table's own count, from 1. */
  readonly row: number;
}

/** More rows than a sheet can have (2^20), so that rows of several sheets never meet. */
const rowsPerTable = 2 ** 21;

/** One number for a row of a file, in the order of the file; the row itself in a CSV file. */
export function toStagedNumber({ table, row }: RowPlace): number {
  return table * rowsPerTable + row;
}

/** The place behind the number, in a workbook. A CSV file has one table and may be longer. */
export function toRowPlace(staged: number, tables: number): RowPlace {
  if (tables <= 1) return { table: 0, row: staged };
  return { table: Math.floor(staged / rowsPerTable), row: staged % rowsPerTable };
}
