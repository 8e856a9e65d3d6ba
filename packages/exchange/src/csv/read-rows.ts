import { createHash } from 'node:crypto';

import type { SourceRow } from '@credence/casework';
import { CsvError, parse } from 'csv-parse';

import { COLUMNS_MAX, CSV_ROW_BYTES_MAX } from '../limits.ts';
import { SourceFaultError } from '../source-fault.ts';
import type { ByteSource } from '../source/byte-source.ts';
import type { Delimiter } from './detect-delimiter.ts';
import { createPlainReader } from './plain-rows.ts';

export interface CsvForm {
  readonly encoding: 'utf-8' | 'gb18030';
  readonly delimiter: Delimiter;
  /** Hex SHA-256 of the bytes when they were first read; other bytes now are a fault. */
  readonly hash: string;
}

/**
 * Reads the rows of a CSV file as they come, title rows and empty cells included, wholly blank lines
 * left out. Up to the first quote of the file every line is a row and needs no parser. A stray quote inside a cell is text; a quote never closed is a fault, after every row
 * before it was handed on.
 *
 * @throws SourceFaultError when the rest of the file cannot be trusted
 */
export async function* readRows(source: ByteSource, form: CsvForm): AsyncGenerator<SourceRow> {
  const plain = createPlainReader(form.delimiter);
  let parsed: SourceRow[] = [];
  let lastLine = 0;
  const parser = parse({
    delimiter: form.delimiter,
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: CSV_ROW_BYTES_MAX,
    // Rows are taken here and not from the stream, which drops what it holds when it fails.
    on_record: (cells: string[], { lines }) => {
      lastLine = plain.lines + lines;
      parsed.push({ row: lastLine - lineBreaksIn(cells), cells });
      return null;
    },
  });
  // Each write hears of its own error; without a listener the event would end the process.
  parser.on('error', () => undefined);
  function* handOn(): Generator<SourceRow> {
    const rows = parsed;
    parsed = [];
    for (const row of rows) yield narrow(row);
  }
  function* readPlain(text: string): Generator<SourceRow, string> {
    const rows = plain.read(text);
    for (let next = rows.next(); ; next = rows.next()) {
      if (next.done === true) return next.value;
      yield narrow(next.value);
    }
  }
  try {
    for await (const decoded of decode(source, form)) {
      const text = yield* readPlain(decoded);
      if (text === '') continue;
      lastLine ||= plain.lines;
      const error = await settled((done) => parser.write(text, done));
      yield* handOn();
      if (error) throw malformed(error, lastLine + 1);
    }
    const error = await settled((done) => parser.end(plain.end(), done));
    yield* handOn();
    if (error) throw malformed(error, lastLine + 1);
  } finally {
    parser.destroy();
  }
}

type Done = (error?: Error | null) => void;

function settled(act: (done: Done) => void): Promise<Error | undefined> {
  return new Promise((resolve) => act((error) => resolve(error ?? undefined)));
}

/**
 * Line ends become a bare line feed before the parser counts lines: it would count a CRLF inside
 * quotes twice.
 */
async function* decode(source: ByteSource, form: CsvForm): AsyncGenerator<string> {
  const decoder = new TextDecoder(form.encoding, { fatal: true });
  const hash = createHash('sha256');
  let held = '';
  for await (const chunk of source.read()) {
    hash.update(chunk);
    const text = held + decodeChunk(decoder, chunk);
    held = text.endsWith('\r') ? '\r' : '';
    const whole = held === '' ? text : text.slice(0, -1);
    if (whole !== '') yield whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole;
  }
  if (held !== '') yield '\n';
  if (hash.digest('hex') !== form.hash) throw changedMeanwhile();
}

/** The survey has decoded these very bytes, so an error means that they are others by now. */
function decodeChunk(
  decoder: { decode(bytes: Uint8Array, options: { stream: true }): string },
  chunk: Uint8Array,
): string {
  try {
    return decoder.decode(chunk, { stream: true });
  } catch (cause) {
    throw changedMeanwhile(cause);
  }
}

function lineBreaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) breaks += 1;
  }
  return breaks;
}

function malformed(error: Error, row: number): Error {
  if (!(error instanceof CsvError)) return error;
  const tooLong = error.code === 'CSV_MAX_RECORD_SIZE';
  return new SourceFaultError(
    {
      problem: 'file-unreadable',
      found: tooLong ? `a row over ${CSV_ROW_BYTES_MAX} bytes` : 'a quote (") never closed',
      accepted: tooLong
        ? `rows up to ${CSV_ROW_BYTES_MAX} bytes; every opening quote (") closed`
        : 'every opening quote (") closed',
      row,
    },
    { cause: error },
  );
}

/** @throws SourceFaultError when it has more columns than any table */
function narrow(found: SourceRow): SourceRow {
  const { row, cells } = found;
  if (cells.length <= COLUMNS_MAX) return found;
  throw new SourceFaultError({
    problem: 'file-unreadable',
    found: `${cells.length} columns`,
    accepted: `up to ${COLUMNS_MAX} columns`,
    row,
  });
}

function changedMeanwhile(cause?: unknown): SourceFaultError {
  return new SourceFaultError(
    {
      problem: 'file-unreadable',
      found: 'the file changed while it was read',
      accepted: 'a file nobody writes to',
    },
    cause === undefined ? undefined : { cause },
  );
}
