import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

import { StoreError } from '../store-error.ts';

/** 2: files of acts. */
const FORMAT = 2;
/** A backup of before still opens. */
const readable: readonly (number | undefined)[] = [1, FORMAT];

/** First line of a file of ours: compressed JSON Lines, closed by their count and hash. */
export interface BackupHead {
  readonly kind: 'credence-backup';
  readonly format: number;
  /** `erasures` holds erasure entries only: what an older backup must not bring back. */
  readonly content: 'journal' | 'erasures';
  /** Last position of the journal when the file was written. */
  readonly position: number;
}

export interface EntryLine {
  readonly kind: 'entry';
  readonly home: string;
  readonly stream: string;
  readonly seq: number;
  readonly position: number;
  readonly recorded_at: number;
  readonly id: string;
  readonly entry_kind: string;
  readonly actor_official: string;
  readonly actor_agency: string;
  readonly actor_role: string;
  readonly purpose: string;
  readonly basis: readonly string[];
  readonly supersedes: string | null;
  readonly commitment: string;
  readonly idempotency_key: string | null;
  /** JSON text as committed to; null once erased. */
  readonly payload: string | null;
  readonly salt: string | null;
  readonly erase_on: number | null;
}

export interface AccessLine {
  readonly kind: 'access';
  readonly home: string;
  readonly at: number;
  readonly id: string;
  readonly reader_official: string;
  readonly reader_agency: string;
  readonly reader_role: string;
  readonly purpose: string;
  readonly fields: readonly string[];
}

export interface MessageLine {
  readonly kind: 'message';
  readonly home: string;
  readonly id: string;
  readonly stream: string | null;
  readonly topic: string;
  readonly body: string;
}

/** Which entry names which file. */
export interface AttachmentLine {
  readonly kind: 'attachment';
  readonly home: string;
  readonly entry_id: string;
  readonly sha256: string;
  readonly byte_count: number;
}

/** Some bytes of a file, those of one file one after the other. */
export interface PieceLine {
  readonly kind: 'piece';
  readonly home: string;
  readonly sha256: string;
  readonly number: number;
  /** Base64. */
  readonly bytes: string;
}

export type BackupLine = EntryLine | AccessLine | MessageLine | AttachmentLine | PieceLine;

/** Writes a whole file or none: it takes its name when its last byte is on the disk. */
export async function writeBackupFile(
  path: string,
  head: Pick<BackupHead, 'content' | 'position'>,
  lines: AsyncIterable<readonly BackupLine[]>,
): Promise<{ readonly lines: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  let count = 0;
  async function* texts(): AsyncGenerator<string> {
    const first: BackupHead = { kind: 'credence-backup', format: FORMAT, ...head };
    yield hashed(`${JSON.stringify(first)}\n`);
    for await (const some of lines) {
      count += some.length;
      yield hashed(some.map((line) => `${JSON.stringify(line)}\n`).join(''));
    }
    const end = { kind: 'end', lines: count, sha256: hash.copy().digest('hex') };
    yield `${JSON.stringify(end)}\n`;
  }
  function hashed(text: string): string {
    hash.update(text);
    return text;
  }

  const unfinished = `${path}.unfinished`;
  try {
    await pipeline(
      Readable.from(texts()),
      createGzip(),
      createWriteStream(unfinished, { mode: 0o600 }),
    );
    const file = await open(unfinished, 'r');
    await file.sync();
    await file.close();
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  return { lines: count, sha256: hash.digest('hex') };
}

/**
 * Reads a file from its first line to its last and calls back for each in between. Returns normally
 * only when the file is whole; until then nothing read from it may be relied on.
 *
 * @throws StoreError `backup-damaged`
 */
export async function readBackupFile(
  path: string,
  onLine: (line: BackupLine) => void | Promise<void>,
): Promise<BackupHead> {
  const damaged = (what: string, cause?: unknown): StoreError =>
    new StoreError('backup-damaged', `"${path}" ${what}; take another backup.`, { cause });
  const hash = createHash('sha256');
  let head: BackupHead | undefined;
  let count = 0;
  let end: string | undefined;
  try {
    const source = createReadStream(path);
    const unpacked = createGunzip();
    source.on('error', (error) => unpacked.destroy(error));
    const lines = createInterface({ input: source.pipe(unpacked), crlfDelay: Infinity });
    for await (const text of lines) {
      if (end !== undefined) throw damaged('goes on after its end');
      if (head === undefined) head = headOf(text) ?? fail(damaged('is not a backup of Credence'));
      else if (text.startsWith('{"kind":"end"')) end = text;
      else {
        count += 1;
        await onLine(JSON.parse(text) as BackupLine);
      }
      if (end === undefined) hash.update(`${text}\n`);
    }
  } catch (error) {
    if (error instanceof StoreError) throw error;
    throw damaged('cannot be read to its end', error);
  }
  const expected = JSON.stringify({ kind: 'end', lines: count, sha256: hash.digest('hex') });
  if (head === undefined || end !== expected) throw damaged('is not what was written');
  return head;
}

function headOf(text: string): BackupHead | undefined {
  const head = JSON.parse(text) as Partial<BackupHead> | null;
  const known = head?.kind === 'credence-backup' && readable.includes(head.format);
  return known ? (head as BackupHead) : undefined;
}

function fail(error: Error): never {
  throw error;
}
