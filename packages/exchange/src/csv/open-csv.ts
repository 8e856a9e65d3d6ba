import type { SourceRow, SourceTable } from '@credence/casework';

import { DELIMITER_SAMPLE_CHARS, HEADER_CELLS_MIN, TITLE_ROWS_MAX } from '../limits.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { emptyFile, unknownFormat } from '../source/recognise-format.ts';
import type { ByteSurvey } from '../source/survey-bytes.ts';
import { fitCells, isHeader, trimEnd } from '../table-shape.ts';
import { detectDelimiter } from './detect-delimiter.ts';
import { readRows, type CsvForm } from './read-rows.ts';

/**
 * Finds delimiter and header, so that what follows is a table. Its rows are read when asked for.
 *
 * @throws SourceFaultError when no row could be a header
 */
export async function openCsv(
  source: ByteSource,
  found: { readonly survey: ByteSurvey; readonly encoding: 'utf-8' | 'gb18030' },
): Promise<AsyncIterable<SourceTable>> {
  const sample = decodeSample(found.survey.head, found.encoding);
  if (sample.trim() === '') throw emptyFile();
  if (sample.trimStart().startsWith('<')) throw unknownFormat('HTML or XML');
  const delimiter = detectDelimiter(sample);
  if (delimiter === undefined) throw noHeader(sample);
  const form: CsvForm = { encoding: found.encoding, delimiter, hash: found.survey.hash };
  const header = await findHeader(source, form);
  if (header === undefined) throw noHeader(sample);
  const table: SourceTable = {
    header: header.cells,
    headerRow: header.row,
    rows: { [Symbol.asyncIterator]: () => rowsBelow(source, form, header) },
  };
  return { [Symbol.asyncIterator]: () => single(table) };
}

async function findHeader(source: ByteSource, form: CsvForm): Promise<SourceRow | undefined> {
  let seen = 0;
  for await (const { row, cells } of readRows(source, form)) {
    if (isHeader(cells)) return { row, cells: trimEnd(cells) };
    seen += 1;
    if (seen === TITLE_ROWS_MAX) return undefined;
  }
  return undefined;
}

async function* rowsBelow(
  source: ByteSource,
  form: CsvForm,
  header: SourceRow,
): AsyncGenerator<SourceRow> {
  for await (const { row, cells } of readRows(source, form)) {
    if (row <= header.row) continue;
    const fitted = fitCells(cells, header.cells.length);
    if (fitted) yield { row, cells: fitted };
  }
}

async function* single(table: SourceTable): AsyncGenerator<SourceTable> {
  yield await Promise.resolve(table);
}

/** The head may end inside a character; `stream` keeps that from being an error. */
function decodeSample(head: Uint8Array, encoding: 'utf-8' | 'gb18030'): string {
  const text = new TextDecoder(encoding).decode(head, { stream: true });
  return text.slice(0, DELIMITER_SAMPLE_CHARS).replace(/\r\n?/g, '\n');
}

function noHeader(sample: string) {
  const line = sample.trimStart().split('\n', 1)[0] ?? '';
  return unknownFormat(
    `no header of ${HEADER_CELLS_MIN} columns or more in the first ${TITLE_ROWS_MAX} rows; ` +
      `the file begins with ${JSON.stringify(line.slice(0, 60))}`,
  );
}
