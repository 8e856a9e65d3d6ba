import type { SourceRow } from '@credence/casework';

/** Rows on their way to another thread: one text and numbers cost far less than a text a cell. */
export interface PackedRows {
  readonly text: string;
  /** Where each cell ends in the text, row after row. */
  readonly ends: Uint32Array<ArrayBuffer>;
  /** Two numbers a row: its place in the file and how many cells it has. */
  readonly rows: Uint32Array<ArrayBuffer>;
}

export function packRows(rows: readonly SourceRow[]): PackedRows {
  let count = 0;
  for (const { cells } of rows) count += cells.length;
  const ends = new Uint32Array(count);
  const heads = new Uint32Array(rows.length * 2);
  let text = '';
  let cell = 0;
  rows.forEach(({ row, cells }, index) => {
    heads[index * 2] = row;
    heads[index * 2 + 1] = cells.length;
    for (const each of cells) {
      text += each;
      ends[cell] = text.length;
      cell += 1;
    }
  });
  return { text, ends, rows: heads };
}

/** What can be handed over with them. */
export function memoryOf({ ends, rows }: PackedRows): ArrayBuffer[] {
  return [ends.buffer, rows.buffer];
}

/** The same rows again; their cells are slices of the one text. */
export function* unpackRows({ text, ends, rows }: PackedRows): Generator<SourceRow> {
  let cell = 0;
  let from = 0;
  for (let at = 0; at < rows.length; at += 2) {
    const cells: string[] = [];
    for (let left = rows[at + 1] ?? 0; left > 0; left -= 1) {
      const to = ends[cell] ?? from;
      cells.push(text.slice(from, to));
      from = to;
      cell += 1;
    }
    yield { row: rows[at] ?? 0, cells };
  }
}
