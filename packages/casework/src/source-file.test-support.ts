import type { SourceFile, SourceTable } from './port/reader.ts';

/** A file as `exchange` would open it. */
export function fileOf(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  given: { readonly name?: string; readonly hash?: string } = {},
): SourceFile {
  return workbookOf([{ header, rows }], given);
}

let files = 0;

export function workbookOf(
  sheets: readonly {
    readonly sheet?: string;
    readonly header: readonly string[];
    readonly rows: readonly (readonly string[])[];
  }[],
  given: { readonly name?: string; readonly hash?: string } = {},
): SourceFile {
  files += 1;
  const tables = sheets.map(({ sheet, header, rows }): SourceTable => {
    const numbered = rows.map((cells, index) => ({ row: index + 2, cells }));
    const name = sheet === undefined ? {} : { sheet };
    return { ...name, header, headerRow: 1, rows: streamOf(numbered) };
  });
  return {
    name: given.name ?? 'penalties.csv',
    format: sheets.length > 1 ? 'xlsx' : 'csv',
    encoding: 'utf-8',
    hash: given.hash ?? files.toString(16).padStart(64, '0'),
    bytes: 1,
    tables: streamOf(tables),
  };
}

function streamOf<Item>(items: readonly Item[]): AsyncIterable<Item> {
  return {
    async *[Symbol.asyncIterator]() {
      await Promise.resolve();
      yield* items;
    },
  };
}
