import type { SourceRow, SourceTable } from '@credence/casework';

import { HEADER_CELLS_MIN, TITLE_ROWS_MAX, WORKBOOK_BYTES_MAX } from '../limits.ts';
import { SourceFaultError } from '../source-fault.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { unknownFormat } from '../source/recognise-format.ts';
import type { ByteSurvey } from '../source/survey-bytes.ts';
import { fitCells, isHeader, trimEnd } from '../table-shape.ts';
import { readSheets, type RawSheet } from './read-sheets.ts';

/**
 * Reads a workbook. Sheets without any row that could be a header (a cover, notes) are left out.
 *
 * @throws SourceFaultError when it is no workbook, is over the limits, or has no table
 */
export async function openWorkbook(
  source: ByteSource,
  survey: ByteSurvey,
): Promise<AsyncIterable<SourceTable>> {
  if (survey.bytes > WORKBOOK_BYTES_MAX) throw tooLarge(survey.bytes);
  const chunks: Uint8Array[] = [];
  for await (const chunk of source.read()) chunks.push(chunk);
  const sheets = await readSheets(Buffer.concat(chunks));
  const tables = sheets.flatMap((sheet) => toTable(sheet) ?? []);
  if (tables.length === 0) {
    throw unknownFormat(
      `no sheet with a header of ${HEADER_CELLS_MIN} columns or more in its first ` +
        `${TITLE_ROWS_MAX} rows; sheets: ${sheets.map(({ name }) => name).join(', ')}`,
    );
  }
  return { [Symbol.asyncIterator]: () => inTurn(tables) };
}

function toTable(sheet: RawSheet): SourceTable | undefined {
  const count = Math.min(sheet.rows, TITLE_ROWS_MAX);
  for (let row = 1; row <= count; row += 1) {
    const cells = sheet.cellsOf(row);
    if (!isHeader(cells)) continue;
    const header = trimEnd(cells);
    const rows = () => rowsBelow(sheet, row, header.length);
    return { sheet: sheet.name, header, headerRow: row, rows: { [Symbol.asyncIterator]: rows } };
  }
  return undefined;
}

async function* rowsBelow(
  sheet: RawSheet,
  headerRow: number,
  columns: number,
): AsyncGenerator<SourceRow> {
  for (let row = headerRow + 1; row <= sheet.rows; row += 1) {
    const cells = fitCells(sheet.cellsOf(row), columns);
    if (cells) yield await Promise.resolve({ row, cells });
  }
}

async function* inTurn(tables: readonly SourceTable[]): AsyncGenerator<SourceTable> {
  for (const table of tables) yield await Promise.resolve(table);
}

function tooLarge(bytes: number): SourceFaultError {
  return new SourceFaultError({
    problem: 'file-unreadable',
    found: `a workbook of ${bytes} bytes`,
    accepted: `workbooks up to ${WORKBOOK_BYTES_MAX} bytes; larger tables as CSV`,
  });
}
