import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { stringify } from 'csv-stringify/sync';
import iconv from 'iconv-lite';

import { writeWorkbook } from './write-workbook.ts';

export interface Table {
  readonly header: readonly string[];
  readonly rows: Iterable<readonly string[]> | AsyncIterable<readonly string[]>;
}

export type TableOptions =
  | { readonly format: 'csv'; readonly encoding: 'utf-8' | 'utf-8-bom' | 'gb18030' }
  | { readonly format: 'xlsx' };

const BATCH_ROWS = 2_000;

/**
 * Writes one table as the file an agency would send: CSV by streaming, with CRLF as spreadsheets
 * write it, or a workbook of one sheet with every cell as text. Same rows, same bytes.
 */
export async function writeTable(path: string, table: Table & TableOptions): Promise<void> {
  if (table.format === 'xlsx') {
    const rows: (readonly string[])[] = [];
    for await (const row of table.rows) rows.push(row);
    await writeWorkbook(path, [{ name: 'Sheet1', header: table.header, rows }]);
    return;
  }
  const { encoding } = table;
  await pipeline(Readable.from(encodeCsv(table, encoding)), createWriteStream(path));
}

async function* encodeCsv(
  table: Table,
  encoding: 'utf-8' | 'utf-8-bom' | 'gb18030',
): AsyncGenerator<Buffer> {
  const encode = (text: string) =>
    encoding === 'gb18030' ? iconv.encode(text, 'gb18030') : Buffer.from(text, 'utf8');
  if (encoding === 'utf-8-bom') yield Buffer.from([0xef, 0xbb, 0xbf]);
  let batch: (readonly string[])[] = [table.header];
  const flush = () => encode(stringify(batch, { record_delimiter: '\r\n' }));
  for await (const row of table.rows) {
    batch.push(row);
    if (batch.length < BATCH_ROWS) continue;
    yield flush();
    batch = [];
  }
  if (batch.length > 0) yield flush();
}
