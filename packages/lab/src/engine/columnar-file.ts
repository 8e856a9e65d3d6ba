import { closeSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';

import { columnTypes, type ColumnType } from './column.ts';
import { LabError } from './define-model.ts';

/** A column of a file: the bytes of its values, lowest byte first. */
export interface FileColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly bytes: Uint8Array;
}

/** What a columnar file holds: what it says of itself, and its columns. */
export interface ColumnarContent {
  readonly about: Readonly<Record<string, unknown>>;
  readonly columns: readonly FileColumn[];
}

const MAGIC = 'credence-lab-columns-1\n';

/**
 * Writes a mark, the length of a heading, the heading as JSON (what it is about; name, type and
 * length of each column) and the columns one after another. The same content gives the same bytes;
 * the file appears under its name when it is complete.
 */
export function writeColumnarFile(path: string, { about, columns }: ColumnarContent): void {
  const heading = Buffer.from(
    JSON.stringify({
      about,
      columns: columns.map(({ name, type, bytes }) => ({ name, type, bytes: bytes.byteLength })),
    }),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32LE(heading.byteLength);
  const part = `${path}.part`;
  const file = openSync(part, 'w');
  try {
    for (const piece of [Buffer.from(MAGIC), length, heading]) writeAll(file, piece);
    for (const { bytes } of columns) writeAll(file, bytes);
  } finally {
    closeSync(file);
  }
  renameSync(part, path);
}

/** @throws LabError when the file is not such a file, or not complete */
export function readColumnarFile(path: string): ColumnarContent {
  const content = readFileSync(path);
  const start = MAGIC.length + 4;
  if (content.subarray(0, MAGIC.length).toString() !== MAGIC || content.byteLength < start) {
    throw new LabError(`${path} is not a columnar file of the Lab.`);
  }
  const headingEnd = start + content.readUInt32LE(MAGIC.length);
  if (headingEnd > content.byteLength) throw cutShort(path, headingEnd, content.byteLength);
  const heading = JSON.parse(content.subarray(start, headingEnd).toString()) as {
    readonly about: Readonly<Record<string, unknown>>;
    readonly columns: readonly { name: string; type: ColumnType; bytes: number }[];
  };
  let offset = headingEnd;
  const columns = heading.columns.map(({ name, type, bytes }): FileColumn => {
    if (!columnTypes.includes(type))
      throw new LabError(`${path}: column "${name}" is a "${type}".`);
    const from = offset;
    offset += bytes;
    return { name, type, bytes: content.subarray(from, offset) };
  });
  if (offset !== content.byteLength) throw cutShort(path, offset, content.byteLength);
  return { about: heading.about, columns };
}

function cutShort(path: string, wanted: number, found: number): LabError {
  return new LabError(
    `${path} should have ${wanted} bytes but has ${found}; it was not written to its end. Remove it and run again.`,
  );
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.byteLength;) {
    written += writeSync(file, bytes, written);
  }
}
