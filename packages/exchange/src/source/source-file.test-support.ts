import type { OpenOutcome, SourceFile, SourceTable } from '@credence/casework';

import { SourceFaultError } from '../source-fault.ts';
import { openSourceFile } from './open-source-file.ts';

/** A table read to its end. */
export interface ReadTable {
  readonly sheet?: string;
  readonly header: readonly string[];
  readonly headerRow: number;
  readonly rows: readonly (readonly [number, ...string[]])[];
}

export function openBytes(bytes: Uint8Array | string, name = 'table.csv'): Promise<OpenOutcome> {
  const content = typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes;
  return openSourceFile({ name, bytes: content });
}

export async function openedFile(bytes: Uint8Array | string): Promise<SourceFile> {
  const outcome = await openBytes(bytes);
  if (outcome.kind === 'refused') throw new SourceFaultError(outcome);
  return outcome.file;
}

export async function readTables(file: SourceFile): Promise<readonly ReadTable[]> {
  const tables: ReadTable[] = [];
  for await (const table of file.tables) tables.push(await readTable(table));
  return tables;
}

async function readTable(table: SourceTable): Promise<ReadTable> {
  const rows: [number, ...string[]][] = [];
  for await (const { row, cells } of table.rows) rows.push([row, ...cells]);
  const { header, headerRow, sheet } = table;
  return { ...(sheet === undefined ? {} : { sheet }), header, headerRow, rows };
}

/** The rows of the only table. */
export async function rowsOf(bytes: Uint8Array | string): Promise<ReadTable['rows']> {
  const [table] = await readTables(await openedFile(bytes));
  if (!table) throw new Error('No table was found.');
  return table.rows;
}
