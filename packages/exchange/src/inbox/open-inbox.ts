import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import type { Inbox, InboxKey, WaitingFile } from '@credence/casework';
import type { Instant } from '@credence/domain';

import { openSourceFile } from '../source/open-source-file.ts';
import { isWaitingLabel, labelOf, waitingFile, type WaitingLabel } from './waiting-label.ts';

export interface InboxOptions {
  /** A folder of its own; made with mode 0700 where it is missing. */
  readonly folder: string;
  readonly limitBytes: number;
  readonly keepMs: number;
  readonly clock: () => Instant;
  /** A fresh id that nobody can guess. */
  readonly id: () => string;
}

/**
 * Uploads in a folder, each under the hash of its id and its account: a name in the folder leads to
 * neither, and an id without its account leads to no file. Bytes are written as they come, never
 * held. What has expired is not found, and removed when the next upload comes.
 */
export function openInbox(options: InboxOptions): Inbox {
  const { folder, limitBytes, keepMs, clock } = options;
  const find = async (key: InboxKey): Promise<WaitingFile | undefined> => {
    const label = await readLabel(placeOf(folder, key));
    return label === undefined || label.expiresAt <= clock()
      ? undefined
      : waitingFile(key.id, label);
  };
  return {
    limitBytes,
    keepMs,
    find,
    async receive({ account, name, bytes, note }) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await sweep(folder, clock());
      const id = options.id();
      const place = placeOf(folder, { id, account });
      const written = await writeBytes(`${place}.bytes`, bytes, limitBytes);
      if (written === undefined) return { kind: 'too-large', limitBytes };
      const receivedAt = clock();
      const label = labelOf({ name, ...written, receivedAt, keepMs, note });
      await writeLabel(place, label);
      return { kind: 'received', file: waitingFile(id, label) };
    },
    async open(key) {
      const waiting = await find(key);
      if (waiting === undefined) return { kind: 'gone' };
      const opened = await openSourceFile(`${placeOf(folder, key)}.bytes`);
      // The bytes were let go, and the note alone is left.
      if (opened.kind === 'refused') return opened.found === 'ENOENT' ? { kind: 'gone' } : opened;
      const { file } = opened;
      if (file.hash === waiting.hash)
        return { kind: 'opened', file: { ...file, name: waiting.name } };
      await file.close?.();
      return { kind: 'changed' };
    },
    async note(key, note) {
      const place = placeOf(folder, key);
      const label = await readLabel(place);
      if (label !== undefined) await writeLabel(place, { ...label, note });
    },
    empty: (key) => rm(`${placeOf(folder, key)}.bytes`, { force: true }),
    remove: (key) => removeAt(placeOf(folder, key)),
    sweep: () => sweep(folder, clock()),
  };
}

function placeOf(folder: string, { id, account }: InboxKey): string {
  const name = createHash('sha256')
    .update(JSON.stringify([id, account]))
    .digest('hex');
  return join(folder, name);
}

/** Undefined when more came than is taken; then nothing is left behind. */
async function writeBytes(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  limitBytes: number,
): Promise<{ readonly hash: string; readonly bytes: number } | undefined> {
  const hash = createHash('sha256');
  const seen = { length: 0, over: false };
  async function* watched(): AsyncGenerator<Uint8Array> {
    for await (const piece of bytes) {
      seen.length += piece.length;
      if (seen.length > limitBytes) {
        seen.over = true;
        return;
      }
      hash.update(piece);
      yield piece;
    }
  }
  try {
    await pipeline(Readable.from(watched()), createWriteStream(path, { mode: 0o600 }));
  } catch (cause) {
    await rm(path, { force: true });
    throw cause;
  }
  if (!seen.over) return { hash: hash.digest('hex'), bytes: seen.length };
  await rm(path, { force: true });
  return undefined;
}

async function readLabel(place: string): Promise<WaitingLabel | undefined> {
  try {
    const label: unknown = JSON.parse(await readFile(`${place}.json`, 'utf8'));
    return isWaitingLabel(label) ? label : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || isMissing(error)) return undefined;
    throw error;
  }
}

let writes = 0;

/** Renamed into its place, so that a label is never half written. */
async function writeLabel(place: string, label: WaitingLabel): Promise<void> {
  writes += 1;
  const unfinished = `${place}.${String(process.pid)}-${String(writes)}.new`;
  await writeFile(unfinished, JSON.stringify(label), { mode: 0o600 });
  await rename(unfinished, `${place}.json`);
}

async function removeAt(place: string): Promise<void> {
  await rm(`${place}.bytes`, { force: true });
  await rm(`${place}.json`, { force: true });
}

/** Removes what has expired, and bytes whose label was never written, once they are as old. */
async function sweep(folder: string, now: Instant): Promise<void> {
  for (const name of await namesIn(folder)) {
    if (!name.endsWith('.json')) continue;
    const place = join(folder, name.slice(0, -'.json'.length));
    const label = await readLabel(place);
    if (label === undefined || label.expiresAt <= now) await removeAt(place);
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
