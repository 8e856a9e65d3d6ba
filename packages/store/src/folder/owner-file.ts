import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

import { processStart } from './process-start.ts';

/** Who has a data folder open. One file per process, in a folder that only its user may enter. */
export interface Owner {
  readonly pid: number;
  readonly startedAt: string;
  readonly host: string;
  /** `claiming` until it has seen that nobody else is there. */
  readonly state: 'claiming' | 'open';
  /** Where it listens for commands, once it does. */
  readonly socket?: string;
}

export function runFolder(folder: string): string {
  return join(folder, 'run');
}

export function self(): Owner {
  return {
    pid: process.pid,
    startedAt: processStart(process.pid) ?? 'unknown',
    host: hostname(),
    state: 'claiming',
  };
}

/** Creates the process's own file. False when it is there already and is this very process's. */
export function createOwnerFile(folder: string, owner: Owner): boolean {
  mkdirSync(runFolder(folder), { recursive: true, mode: 0o700 });
  const path = pathOf(folder, owner.pid);
  try {
    writeFileSync(path, JSON.stringify(owner), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const present = readOwner(path);
  if (present?.startedAt === owner.startedAt && present.host === owner.host) return false;
  // Left by an earlier process that had the same number.
  writeOwnerFile(folder, owner);
  return true;
}

/** Replaces the process's own file as a whole. */
export function writeOwnerFile(folder: string, owner: Owner): void {
  const path = pathOf(folder, owner.pid);
  writeFileSync(`${path}.new`, JSON.stringify(owner), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

export function removeOwnerFile(folder: string, pid: number): void {
  rmSync(pathOf(folder, pid), { force: true });
}

/** The processes that have the folder open or try to; files of dead ones are removed. */
export function listOwners(folder: string): readonly Owner[] {
  const run = runFolder(folder);
  const owners: Owner[] = [];
  for (const name of listFiles(run)) {
    const owner = readOwner(join(run, name));
    if (owner !== undefined && isAlive(owner)) owners.push(owner);
    else rmSync(join(run, name), { force: true });
  }
  return owners;
}

/** A process of another machine cannot be seen from here, so it counts as alive. */
function isAlive(owner: Owner): boolean {
  return owner.host !== hostname() || processStart(owner.pid) === owner.startedAt;
}

function listFiles(run: string): readonly string[] {
  try {
    return readdirSync(run).filter((name) => /^owner-\d+\.json$/.test(name));
  } catch {
    return [];
  }
}

function pathOf(folder: string, pid: number): string {
  return join(runFolder(folder), `owner-${pid}.json`);
}

function readOwner(path: string): Owner | undefined {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      const owner: unknown = JSON.parse(readFileSync(path, 'utf8'));
      if (typeof owner === 'object' && owner !== null && 'pid' in owner) return owner as Owner;
      return undefined;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      // Its process may be writing it in this moment; a file that stays empty was cut short.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
  return undefined;
}
