import type { SourceFile, SourceTable } from '../port/reader.ts';
import { announcesPerson } from '../intake/person-scan.ts';
import { headerKey } from '../intake/header-key.ts';
import { ColumnSurvey, type ColumnDescription } from './column-survey.ts';
import { findKeys, type KeyDescription } from './find-keys.ts';

/** What one table of an unknown file holds, said without keeping any of it. */
export interface TableDescription {
  readonly sheet?: string;
  readonly rows: number;
  readonly columns: readonly ColumnDescription[];
  /** Columns that together name every row once, the fewest first; then those that nearly do. */
  readonly keys: readonly KeyDescription[];
}

export interface FileDescription {
  readonly name: string;
  readonly format: SourceFile['format'];
  readonly encoding: SourceFile['encoding'];
  readonly hash: string;
  readonly tables: readonly TableDescription[];
}

/**
 * Describes a file nobody has seen before: what each column looks like, which are about people, and
 * what could make a row the same row. It decides nothing; whoever writes the mapping does.
 *
 * @throws SourceFault where the rest of the file cannot be trusted
 */
export async function describeFile(file: SourceFile): Promise<FileDescription> {
  const tables: TableDescription[] = [];
  for await (const table of file.tables) tables.push(await describeTable(table));
  const { name, format, encoding, hash } = file;
  return { name, format, encoding, hash, tables };
}

async function describeTable(table: SourceTable): Promise<TableDescription> {
  const surveys = table.header.map(
    (header) => new ColumnSurvey(header.trim(), announcesPerson(headerKey(header))),
  );
  let rows = 0;
  for await (const { cells } of table.rows) {
    rows += 1;
    surveys.forEach((survey, index) => {
      survey.see(cells[index]?.trim() ?? '');
    });
  }
  const columns = surveys.map((survey) => survey.describe(rows));
  return {
    ...(table.sheet === undefined ? {} : { sheet: table.sheet }),
    rows,
    columns,
    keys: await findKeys(table, columns, rows),
  };
}
