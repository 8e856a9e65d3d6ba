import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Inbox, InboxKey, WaitingFile } from '@credence/casework';
import type { Instant } from '@credence/domain';

import { openSourceFile } from '../source/open-source-file.ts';
import {
  isExpiring,
  isWaitingLabel,
  labelOf,
  waitingFile,
  type Expiring,
  type WaitingLabel,
} from './waiting-label.ts';
import { placeOf, writeBytes } from './waiting-file.ts';

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
 * held. What has expired is not found, and removed when the next upload comes. When it expires is
 * written before the first byte: whenever the process ends, what it left behind goes as well.
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
      try {
        await writeLabel(place, { expiresAt: clock() + keepMs });
        const written = await writeBytes(`${place}.bytes`, bytes, limitBytes);
        if (written === undefined) {
          await removeAt(place);
          return { kind: 'too-large', limitBytes };
        }
        const { sha256: hash, bytes: length } = written;
        const label = labelOf({ name, hash, bytes: length, receivedAt: clock(), keepMs, note });
        await writeLabel(place, label);
        return { kind: 'received', file: waitingFile(id, label) };
      } catch (cause) {
        await removeAt(place);
        throw cause;
      }
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

async function readLabel(place: string): Promise<WaitingLabel | undefined> {
  const label = await readJson(`${place}.json`);
  return isWaitingLabel(label) ? label : undefined;
}

/** Undefined where there is nothing, or nothing that can be read. */
async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError || isMissing(error)) return undefined;
    throw error;
  }
}

let writes = 0;

/** Renamed into its place, so that a label is never half written. */
async function writeLabel(place: string, label: WaitingLabel | Expiring): Promise<void> {
  writes += 1;
  const unfinished = `${place}.${String(process.pid)}-${String(writes)}.new`;
  try {
    await writeFile(unfinished, JSON.stringify(label), { mode: 0o600 });
    await rename(unfinished, `${place}.json`);
  } catch (cause) {
    await rm(unfinished, { force: true });
    throw cause;
  }
}

async function removeAt(place: string): Promise<void> {
  // The label goes last: while bytes are left, something says that they expire.
  await rm(`${place}.bytes`, { force: true });
  await rm(`${place}.json`, { force: true });
}

/** Removes what has expired, with labels that were never put in their place, and bytes without one. */
async function sweep(folder: string, now: Instant): Promise<void> {
  const places = new Map<string, string[]>();
  for (const name of await namesIn(folder)) {
    const place = name.split('.', 1).join('');
    places.set(place, [...(places.get(place) ?? []), name]);
  }
  for (const [place, names] of places) {
    // Another upload begins: what it is about to put in its place says nothing but its end.
    if (names.every((name) => name.endsWith('.new'))) continue;
    const label = await readJson(join(folder, `${place}.json`));
    if (isExpiring(label) && label.expiresAt > now) continue;
    for (const name of names.filter((each) => each.endsWith('.new'))) {
      await rm(join(folder, name), { force: true });
    }
    await removeAt(join(folder, place));
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
