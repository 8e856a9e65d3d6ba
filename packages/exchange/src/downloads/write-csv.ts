import type { BulkCell, BulkColumn, BulkRow } from '@credence/casework';
import { stringify } from 'csv-stringify/sync';

import { decimalOf } from './decimal.ts';
import { openOutput, type RowWriter } from './output-file.ts';

const batchRows = 1_000;

/** A table that a spreadsheet opens as it is: UTF-8 with its mark, CRLF, nothing that is calculated. */
export async function writeCsv(
  path: string,
  columns: readonly BulkColumn[],
): Promise<RowWriter<BulkRow>> {
  const output = await openOutput(path);
  await output.append(Uint8Array.of(0xef, 0xbb, 0xbf));
  let waiting: string[][] = [columns.map(({ name }) => name)];
  const flush = async (): Promise<void> => {
    const text = stringify(waiting, { record_delimiter: '\r\n' });
    waiting = [];
    await output.append(new TextEncoder().encode(text));
  };
  return {
    format: 'csv',
    async write(row) {
      waiting.push(columns.map((column) => textOf(row[column.name], column)));
      if (waiting.length >= batchRows) await flush();
    },
    async close() {
      if (waiting.length > 0) await flush();
      return output.close();
    },
  };
}

function textOf(cell: BulkCell | undefined, column: BulkColumn): string {
  if (cell === undefined) return '';
  if (column.type === 'money') return decimalOf(cell, column);
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  return harmless(typeof cell === 'string' ? cell : cell.join(';'));
}

/**
 * A text that a spreadsheet would take for a formula gets an apostrophe, which it does not show. A
 * leading blank or control character does not hide a formula from every program.
 */
export function harmless(text: string): string {
  return /^[\s\u0000-\u001f\ufeff]*[=+\-@＝＋－＠]/u.test(text) || /^[\t\r\n]/.test(text)
    ? `'${text}`
    : text;
}
