import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { writeTable, writeWorkbook, type Sheet, type SheetCell } from '@credence/exchange';

import type { AgencyCode, Item } from '../city/agencies.ts';

/** A good file of the city: what it is, whose, and what an import of it must find. */
export interface DemoFile {
  /** Path inside the folder of the city. */
  readonly path: string;
  readonly item: Item;
  /** Code of the agency that supplies it. */
  readonly source: AgencyCode;
  readonly official: string;
  /** Two officials who state that the decisions were served, where the file does not show it. */
  readonly serviceStatedBy?: readonly [string, string];
  readonly format: 'csv' | 'xlsx';
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'gb18030' | 'none';
  /** Rows below the headers. */
  readonly rows: number;
  /** Rows about natural persons, which are set aside. */
  readonly personRows: number;
  /** Rows that say again what another row of the file says. */
  readonly duplicates: number;
  /** Headers of the columns about people, which are dropped. */
  readonly personColumns: readonly string[];
  /** Of these days, and no backlog: whether it came in time is counted. */
  readonly isRecent?: true;
  readonly sha256: string;
}

/** A column of a file: its header in the file's own dialect, and how a record fills it. */
export interface Column<T> {
  readonly header: string;
  readonly cell: (record: T) => string;
  /** Whether it is about a person and dropped at the border. */
  readonly person?: boolean;
  /** In a workbook, a cell of its own kind instead of text. */
  readonly sheetCell?: (record: T) => SheetCell;
}

export type FileForm =
  | { readonly format: 'csv'; readonly encoding: 'utf-8' | 'utf-8-bom' | 'gb18030' }
  | { readonly format: 'xlsx' };

export async function writeRecords<T>(
  path: string,
  form: FileForm & { readonly format: 'csv' },
  table: { readonly columns: readonly Column<T>[]; readonly records: Iterable<T> },
): Promise<void> {
  const { columns, records } = table;
  function* rows(): Generator<readonly string[]> {
    for (const record of records) yield columns.map(({ cell }) => cell(record));
  }
  await writeTable(path, { header: columns.map(({ header }) => header), rows: rows(), ...form });
}

export interface SheetOf<T> {
  readonly name: string;
  readonly titles: readonly string[];
  readonly columns: readonly Column<T>[];
  readonly records: readonly T[];
}

export async function writeSheets<T>(path: string, sheets: readonly SheetOf<T>[]): Promise<void> {
  const written = sheets.map(({ name, titles, columns, records }): Sheet => ({
    name,
    titles,
    header: columns.map(({ header }) => header),
    rows: records.map((record) =>
      columns.map(({ cell, sheetCell }) => sheetCell?.(record) ?? cell(record)),
    ),
  }));
  await writeWorkbook(path, written);
}

export function personHeaders(columns: readonly Column<never>[]): readonly string[] {
  return columns.filter(({ person }) => person).map(({ header }) => header);
}

export async function hashOf(folder: string, path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(join(folder, path)))
    .digest('hex');
}
