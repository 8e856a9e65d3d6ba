import { constants, createInflateRaw, inflateRawSync } from 'node:zlib';

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
 * Inflates the wanted parts. The sizes an archive states are not believed: all are inflated once only to
 * be counted, piece by piece, so that a bomb is refused before anything of it is held.
 *
 * @throws SourceFaultError when a part is damaged, encrypted, doubled, or the sum too large
 */
export async function unpackArchive(
  archive: Buffer,
  wanted: (path: string) => boolean,
): Promise<ReadonlyMap<string, Buffer>> {
  const packed = new Map<string, PackedPart>();
  let allowance = WORKBOOK_INFLATED_BYTES_MAX;
  for (const entry of listArchive(archive)) {
    const { path } = entry;
    if (!wanted(path)) continue;
    if (packed.has(path)) throw damaged(`two parts named ${path}`, 'one of each name');
    const part = packedPart(archive, entry);
    packed.set(path, part);
    allowance -= await inflatedBytes(part, allowance);
  }
  return new Map([...packed].map(([path, part]) => [path, inflated(part)]));
}

interface PackedPart {
  readonly path: string;
  readonly bytes: Buffer;
  readonly isStored: boolean;
}

function packedPart(archive: Buffer, entry: ArchiveEntry): PackedPart {
  const { at, path } = entry;
  if (entry.encrypted) throw damaged(`${path} is encrypted`, 'a workbook without password');
  if (at + LOCAL_BYTES > archive.length || archive.readUInt32LE(at) !== LOCAL_SIGNATURE)
    throw damaged(`${path} is not where the directory says`, 'a sound ZIP archive');
  const from = at + LOCAL_BYTES + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28);
  const bytes = archive.subarray(from, from + entry.packedBytes);
  if (bytes.length < entry.packedBytes) throw damaged(`${path} is cut off`, 'a whole file');
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    throw damaged(`${path} packed by method ${entry.method}`, 'stored or deflated parts');
  }
  return { path, bytes, isStored: entry.method === STORED };
}

/** A part that is cut off is read as far as it goes; the reader of its text says what is missing. */
const untilItEnds = { finishFlush: constants.Z_SYNC_FLUSH };

/** How many bytes a part has, none of which is kept. */
async function inflatedBytes({ path, bytes, isStored }: PackedPart, most: number): Promise<number> {
  let count = bytes.length;
  if (!isStored) {
    count = 0;
    const inflation = createInflateRaw(untilItEnds);
    inflation.end(bytes);
    try {
      for await (const piece of inflation as AsyncIterable<Buffer>) {
        count += piece.length;
        if (count > most) break;
      }
    } catch (cause) {
      throw damaged(`${path} is damaged`, 'a sound file', cause);
    }
  }
  if (count > most) throw tooLarge();
  return count;
}

function inflated({ bytes, isStored }: PackedPart): Buffer {
  return isStored ? bytes : inflateRawSync(bytes, untilItEnds);
}

function findEnd(archive: Buffer): number {
  const earliest = Math.max(0, archive.length - END_BYTES - COMMENT_BYTES_MAX);
  for (let at = archive.length - END_BYTES; at >= earliest; at -= 1) {
    if (archive.readUInt32LE(at) === END_SIGNATURE) return at;
  }
  throw damaged('ZIP archive without its directory (cut off?)', 'a whole file');
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
