import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { InboxKey, PaperTray, ReceivePaperOutcome } from '@credence/casework';
import { instant, type Instant } from '@credence/domain';

import { NoPaper } from './no-paper.ts';
import { paperName } from './paper-name.ts';
import { recognisePaper } from './recognise-paper.ts';
import { isTrayLabel, waitingPaper, type TrayLabel } from './tray-label.ts';
import { placeOf, writeBytes } from '../inbox/waiting-file.ts';

export interface TrayOptions {
  /** A folder of its own; made with mode 0700 where it is missing. */
  readonly folder: string;
  /** Of one file. */
  readonly limitBytes: number;
  /** Of all files that wait at the same time. */
  readonly wholeBytes: number;
  readonly keepMs: number;
  readonly clock: () => Instant;
  /** A fresh id that nobody can guess. */
  readonly id: () => string;
}

/**
 * Files on disk that wait for their act, each under the hash of its id and its account. The label is
 * written before the first byte: whenever the process ends, what it left behind expires and goes.
 */
export function openTray(options: TrayOptions): PaperTray {
  const { folder, limitBytes, clock } = options;
  const readLive = async (key: InboxKey): Promise<TrayLabel | undefined> => {
    const label = await readLabel(placeOf(folder, key));
    return label?.paper === undefined || label.expiresAt <= clock() ? undefined : label;
  };
  return {
    limitBytes,
    receive: (upload) => receive(options, upload),
    async find(key) {
      const label = await readLive(key);
      return label === undefined ? undefined : waitingPaper(key.id, label);
    },
    read: (key) => createReadStream(`${placeOf(folder, key)}.bytes`),
    remove: (key) => removeAt(placeOf(folder, key)),
  };
}

async function receive(
  options: TrayOptions,
  { account, name, bytes }: Parameters<PaperTray['receive']>[0],
): Promise<ReceivePaperOutcome> {
  const { folder, limitBytes, wholeBytes, keepMs, clock } = options;
  const id = options.id();
  const place = placeOf(folder, { id, account });
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const waiting = await sweep(folder, clock());
    if (waiting + limitBytes > wholeBytes) return { kind: 'no-room' };
    const expiresAt = clock() + keepMs;
    await writeLabel(place, { expiresAt, bytes: limitBytes });
    const found = await recognisePaper(bytes);
    const written = await writeBytes(`${place}.bytes`, found.bytes, limitBytes);
    if (written === undefined) {
      await removeAt(place);
      return { kind: 'too-large' };
    }
    const { type } = found;
    const paper = { name: paperName(name, type), sha256: written.sha256, type };
    await writeLabel(place, { expiresAt, bytes: written.bytes, paper });
    const label = { id, ...paper, bytes: written.bytes, expiresAt: instant(expiresAt) };
    return { kind: 'received', paper: label };
  } catch (error) {
    await removeAt(place);
    if (error instanceof NoPaper) return { kind: 'type-refused', found: error.found };
    if (isFull(error)) return { kind: 'no-room' };
    throw error;
  }
}

async function readLabel(place: string): Promise<TrayLabel | undefined> {
  try {
    const label: unknown = JSON.parse(await readFile(`${place}.json`, 'utf8'));
    return isTrayLabel(label) ? label : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Renamed into its place, so that a label is never half written. */
async function writeLabel(place: string, label: TrayLabel): Promise<void> {
  await writeFile(`${place}.new`, JSON.stringify(label), { mode: 0o600 });
  await rename(`${place}.new`, `${place}.json`);
}

async function removeAt(place: string): Promise<void> {
  // The label goes last: while bytes are left, something says that they expire.
  for (const ending of ['bytes', 'new', 'json']) await rm(`${place}.${ending}`, { force: true });
}

/** Removes what has expired; how many bytes still wait. */
async function sweep(folder: string, now: Instant): Promise<number> {
  let waiting = 0;
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.json')) continue;
    const place = join(folder, name.slice(0, -'.json'.length));
    const label = await readLabel(place);
    if (label === undefined || label.expiresAt <= now) await removeAt(place);
    else waiting += label.bytes;
  }
  return waiting;
}

function isFull(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'ENOSPC' || code === 'EDQUOT';
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
