import { createHash } from 'node:crypto';

import type { SourceRow, SourceTable } from '@credence/casework';

import { COLUMN_NAME_CHARS_MAX, COLUMNS_MAX, CSV_ROW_BYTES_MAX } from '../limits.ts';
import { SourceFaultError } from '../source-fault.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { emptyFile } from '../source/recognise-format.ts';
import { scanObject } from './scan-object.ts';

const ACCEPTED = 'JSON Lines: one flat object on each line';

/**
 * Opens a file of one object on each line. Its columns are the keys of all its lines, so every line
 * is read once before the first row is handed on: a key that first occurs in the last line is a
 * column like any other.
 *
 * @throws SourceFaultError naming the first line that is no flat object
 */
export async function openJsonl(
  source: ByteSource,
  hash: string,
): Promise<AsyncIterable<SourceTable>> {
  const header = await findKeys(source, hash);
  if (header.length === 0) throw emptyFile();
  const table: SourceTable = {
    header,
    headerRow: 1,
    rows: { [Symbol.asyncIterator]: () => rowsOf(source, hash, header) },
  };
  return { [Symbol.asyncIterator]: () => single(table) };
}

async function findKeys(source: ByteSource, hash: string): Promise<readonly string[]> {
  const keys = new Set<string>();
  for await (const { row, cells } of objectsOf(source, hash)) {
    for (const key of cells.keys()) {
      keys.add(key);
      if (key.length <= COLUMN_NAME_CHARS_MAX) continue;
      const limit = `keys up to ${COLUMN_NAME_CHARS_MAX} characters`;
      throw unreadable(`a key of ${key.length} characters`, limit, row);
    }
    if (keys.size > COLUMNS_MAX) {
      throw unreadable(`${keys.size} different keys`, `up to ${COLUMNS_MAX} keys`, row);
    }
  }
  return [...keys];
}

async function* rowsOf(
  source: ByteSource,
  hash: string,
  header: readonly string[],
): AsyncGenerator<SourceRow> {
  for await (const { row, cells } of objectsOf(source, hash)) {
    const texts = header.map((key) => cells.get(key) ?? '');
    if (texts.some((text) => text.trim() !== '')) yield { row, cells: texts };
  }
}

async function* objectsOf(
  source: ByteSource,
  hash: string,
): AsyncGenerator<{ readonly row: number; readonly cells: ReadonlyMap<string, string> }> {
  let row = 0;
  for await (const line of linesOf(source, hash)) {
    row += 1;
    if (line.length > CSV_ROW_BYTES_MAX) throw tooLong(row);
    if (line.trim() === '') continue;
    const scanned = scanObject(line);
    if (scanned.kind === 'refused') throw unreadable(scanned.found, scanned.accepted, row);
    yield { row, cells: scanned.cells };
  }
}

/** Lines without their end. One that grows beyond the limit is handed on, to be refused. */
async function* linesOf(source: ByteSource, expected: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const hash = createHash('sha256');
  let held = '';
  for await (const chunk of source.read()) {
    hash.update(chunk);
    const text = decoded(() => decoder.decode(chunk, { stream: true }));
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      yield held + text.slice(from, end);
      held = '';
      from = end + 1;
    }
    held += text.slice(from);
    if (held.length > CSV_ROW_BYTES_MAX) yield held;
  }
  held += decoded(() => decoder.decode());
  if (held !== '') yield held;
  if (hash.digest('hex') !== expected) throw changedMeanwhile();
}

/** The survey has decoded these very bytes, so an error means that they are others by now. */
function decoded(decode: () => string): string {
  try {
    return decode();
  } catch (cause) {
    throw changedMeanwhile(cause);
  }
}

async function* single(table: SourceTable): AsyncGenerator<SourceTable> {
  yield await Promise.resolve(table);
}

function tooLong(row: number): SourceFaultError {
  const found = `a line over ${CSV_ROW_BYTES_MAX} characters`;
  return unreadable(found, `lines up to ${CSV_ROW_BYTES_MAX} characters`, row);
}

function unreadable(found: string, accepted: string, row: number): SourceFaultError {
  return new SourceFaultError({
    problem: 'file-unreadable',
    found,
    accepted: `${ACCEPTED}; ${accepted}`,
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
