import { constants, inflateRawSync } from 'node:zlib';

import { WORKBOOK_INFLATED_BYTES_MAX, WORKBOOK_PARTS_MAX } from '../limits.ts';
import { SourceFaultError } from '../source-fault.ts';

/** One file inside a zip archive, as its central directory describes it. */
export interface ArchiveEntry {
  readonly path: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packedBytes: number;
  /** Offset of the local header. */
  readonly at: number;
  /** Offset of the entry in the central directory. */
  readonly listedAt: number;
}

const END_SIGNATURE = 0x06054b50;
const LISTED_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_BYTES = 22;
const LISTED_BYTES = 46;
const LOCAL_BYTES = 30;
const COMMENT_BYTES_MAX = 0xffff;
const STORED = 0;
const DEFLATED = 8;

/**
 * Lists what a zip archive says it holds.
 *
 * @throws SourceFaultError when the archive has no sound central directory
 */
export function listArchive(archive: Buffer): readonly ArchiveEntry[] {
  const end = findEnd(archive);
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  if (count > WORKBOOK_PARTS_MAX) throw damaged(`${count} parts`, `up to ${WORKBOOK_PARTS_MAX}`);
  const entries: ArchiveEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + LISTED_BYTES > end || archive.readUInt32LE(at) !== LISTED_SIGNATURE) {
      throw damaged(`directory entry ${index + 1} of ${count} unreadable`, 'a sound ZIP archive');
    }
    const nameBytes = archive.readUInt16LE(at + 28);
    const extraBytes = archive.readUInt16LE(at + 30);
    const commentBytes = archive.readUInt16LE(at + 32);
    const name = archive.toString('utf8', at + LISTED_BYTES, at + LISTED_BYTES + nameBytes);
    entries.push({
      path: name.replaceAll('\\', '/'),
      method: archive.readUInt16LE(at + 10),
      encrypted: (archive.readUInt16LE(at + 8) & 1) === 1,
      packedBytes: archive.readUInt32LE(at + 20),
      at: archive.readUInt32LE(at + 42),
      listedAt: at,
    });
    at += LISTED_BYTES + nameBytes + extraBytes + commentBytes;
  }
  return entries;
}

/**
 * Inflates the wanted parts. The sizes an archive states are not believed: inflation itself stops
 * where all parts together pass the limit.
 *
 * @throws SourceFaultError when a part is damaged, encrypted, doubled, or the sum too large
 */
export function unpackArchive(
  archive: Buffer,
  wanted: (path: string) => boolean,
): ReadonlyMap<string, Buffer> {
  const parts = new Map<string, Buffer>();
  let allowance = WORKBOOK_INFLATED_BYTES_MAX;
  for (const entry of listArchive(archive)) {
    if (!wanted(entry.path)) continue;
    if (parts.has(entry.path)) throw damaged(`two parts named ${entry.path}`, 'one of each name');
    const bytes = inflate(archive, entry, allowance);
    allowance -= bytes.length;
    parts.set(entry.path, bytes);
  }
  return parts;
}

function inflate(archive: Buffer, entry: ArchiveEntry, allowance: number): Buffer {
  if (entry.encrypted) throw damaged(`${entry.path} is encrypted`, 'a workbook without password');
  if (entry.at + LOCAL_BYTES > archive.length || archive.readUInt32LE(entry.at) !== LOCAL_SIGNATURE)
    throw damaged(`${entry.path} is not where the directory says`, 'a sound ZIP archive');
  const from =
    entry.at +
    LOCAL_BYTES +
    archive.readUInt16LE(entry.at + 26) +
    archive.readUInt16LE(entry.at + 28);
  const packed = archive.subarray(from, from + entry.packedBytes);
  if (packed.length < entry.packedBytes) throw damaged(`${entry.path} is cut off`, 'a whole file');
  if (entry.method === STORED) {
    if (packed.length > allowance) throw tooLarge();
    return packed;
  }
  if (entry.method !== DEFLATED) {
    throw damaged(`${entry.path} packed by method ${entry.method}`, 'stored or deflated parts');
  }
  if (allowance === 0) throw tooLarge();
  try {
    return inflateRawSync(packed, {
      maxOutputLength: allowance,
      finishFlush: constants.Z_SYNC_FLUSH,
    });
  } catch (cause) {
    throw isTooLarge(cause)
      ? tooLarge()
      : damaged(`${entry.path} is damaged`, 'a sound file', cause);
  }
}

function findEnd(archive: Buffer): number {
  const earliest = Math.max(0, archive.length - END_BYTES - COMMENT_BYTES_MAX);
  for (let at = archive.length - END_BYTES; at >= earliest; at -= 1) {
    if (archive.readUInt32LE(at) === END_SIGNATURE) return at;
  }
  throw damaged('ZIP archive without its directory (cut off?)', 'a whole file');
}

function isTooLarge(cause: unknown): boolean {
  return cause instanceof RangeError && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
}

function tooLarge(): SourceFaultError {
  return damaged(
    `more than ${WORKBOOK_INFLATED_BYTES_MAX} bytes after inflation`,
    `up to ${WORKBOOK_INFLATED_BYTES_MAX} bytes; larger tables as CSV`,
  );
}

function damaged(found: string, accepted: string, cause?: unknown): SourceFaultError {
  const trouble = { problem: 'file-unreadable', found, accepted } as const;
  return new SourceFaultError(trouble, cause === undefined ? undefined : { cause });
}
