import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import pg from 'pg';

/** A temporary PostgreSQL server of its own, reached by a socket in its folder only. */
export interface Cluster {
  /** Connection string of the superuser; for setting up and looking on, never for the store. */
  adminUrl(database?: string): string;
  /** A fresh database with a login for each role of the store. */
  createDatabase(): Promise<Database>;
  /** Kills the server and everything it runs, as a power switch would, and starts it again. */
  readonly killAndRestart: () => Promise<void>;
  /** Everything the server has written down: each refused statement with its reason. */
  serverLog(): string;
  stop(): Promise<void>;
}

export interface Database {
  readonly name: string;
  readonly adminUrl: string;
  readonly url: string;
  readonly ownerUrl: string;
  readonly eraserUrl: string;
}

const HOW_TO_GET_IT =
  'PostgreSQL 15 or later was not found on PATH nor in /usr/lib/postgresql/*/bin. ' +
  'On Debian: apt-get install postgresql-15.';

/** Why tests on a server cannot run here; undefined when they can. */
export function postgresMissing(): string | undefined {
  return findBinaries() === undefined ? HOW_TO_GET_IT : undefined;
}

/**
 * For `describe.skipIf`: true where there is no server, after saying so. Under CI nothing may be
 * skipped, so there it throws.
 */
export function skipsPostgres(): boolean {
  const missing = postgresMissing();
  if (missing === undefined) return false;
  if (process.env['CI'] !== undefined) throw new Error(missing);
  console.warn(`Skipping tests on PostgreSQL. ${missing}`);
  return true;
}

function findBinaries(): string | undefined {
  const installed = '/usr/lib/postgresql';
  const versions = existsSync(installed)
    ? readdirSync(installed).sort((a, b) => Number(b) - Number(a))
    : [];
  const folders = [
    ...versions.map((version) => join(installed, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(delimiter),
  ];
  return folders.find((folder) =>
    ['initdb', 'postgres'].every((it) => existsSync(join(folder, it))),
  );
}

/**
 * Starts a server in a temporary folder. `durable` keeps its syncs, for tests that pull the plug;
 * the others are faster without.
 */
export async function startCluster(mode: 'durable' | 'fast' = 'fast'): Promise<Cluster> {
  const binaries = findBinaries();
  if (binaries === undefined) throw new Error(HOW_TO_GET_IT);
  const folder = mkdtempSync(join(tmpdir(), 'credence-pg-'));
  chmodSync(folder, 0o755);
  const user = serverUser();
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const asUser = (
    program: string,
    args: readonly string[],
  ): readonly [string, readonly string[]] =>
    user === undefined
      ? [join(binaries, program), args]
      : ['runuser', ['-u', 'postgres', '--', join(binaries, program), ...args]];

  const owner = String(process.getuid?.() ?? '');
  const template = `${join(tmpdir(), `credence-cluster-${owner}`)}${binaries.replaceAll('/', '-')}`;
  if (!existsSync(template)) {
    const [initdb, initdbArgs] = asUser('initdb', [
      ...['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-N'],
    ]);
    execFileSync(initdb, initdbArgs, { stdio: 'pipe', cwd: folder });
    keepTemplate(data, template);
  } else execFileSync('cp', ['-a', template, data]);

  const serverLog = join(folder, 'server.log');
  const start = async (): Promise<void> => {
    const fast = ['-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'synchronous_commit=off'];
    const [postgres, args] = asUser('postgres', [
      ...['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'max_connections=60'],
      ...(mode === 'fast' ? fast : []),
    ]);
    const log = openSync(serverLog, 'a');
    const server = spawn(postgres, args, { stdio: ['ignore', log, log], cwd: folder });
    server.on('error', () => undefined);
    closeSync(log);
    await answering(adminUrl());
  };
  const adminUrl = (database = 'postgres'): string => urlOf(folder, 'postgres', database);
  await start();

  let count = 0;
  return {
    adminUrl,
    async createDatabase() {
      count += 1;
      return createDatabase(folder, `test_${count}`);
    },
    async killAndRestart() {
      await killServer(folder, data);
      await start();
    },
    serverLog: () => readFileSync(serverLog, 'utf8'),
    stop() {
      const [ctl, args] = asUser('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop']);
      execFileSync(ctl, args, { stdio: 'pipe', cwd: folder });
      rmSync(folder, { recursive: true, force: true });
      return Promise.resolve();
    },
  };
}

/** To make a server's folder takes more than a second, to copy one does not. */
function keepTemplate(data: string, template: string): void {
  const unfinished = `${template}-${String(process.pid)}`;
  execFileSync('cp', ['-a', data, unfinished]);
  try {
    renameSync(unfinished, template);
  } catch {
    // Another test file was faster; its template is as good.
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** A server refuses to run as root; its Debian package brings a user for it. */
function serverUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string): number =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }).trim());
  return { uid: id('-u'), gid: id('-g') };
}

function urlOf(folder: string, login: string, database: string): string {
  return `postgres://${login}@/${database}?host=${encodeURIComponent(folder)}`;
}

async function answering(url: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (attempt === 600) throw error;
      await wait(50);
    }
  }
}

/** The postmaster first, so that it cannot clean up, then its children. */
async function killServer(folder: string, data: string): Promise<void> {
  const pids = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .flatMap((match) =>
      match === null ? [] : [[Number(match[1]), Number(match[2]), match[3]] as const],
    );
  const postmaster = pids.find(
    ([, , args = '']) => args.includes(`-D ${data}`) && !args.startsWith('runuser'),
  );
  if (postmaster === undefined) throw new Error(`No server runs in ${folder}.`);
  const children = pids.filter(([, parent]) => parent === postmaster[0]).map(([pid]) => pid);
  for (const pid of [postmaster[0], ...children]) signal(pid, 'SIGKILL');
  // A new server refuses to start while a process of the old one still holds its memory.
  for (const pid of [postmaster[0], ...children]) {
    while (signal(pid, 0)) await wait(10);
  }
  rmSync(join(data, 'postmaster.pid'), { force: true });
}

/** Whether the process was there to be sent the signal. */
function signal(pid: number, what: 'SIGKILL' | 0): boolean {
  try {
    process.kill(pid, what);
    return !isZombie(pid);
  } catch {
    return false;
  }
}

/** Dead, and only kept until its parent asks how it ended. */
function isZombie(pid: number): boolean {
  const state = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return state.stdout.startsWith('Z');
}

async function createDatabase(folder: string, name: string): Promise<Database> {
  const logins = { web: `${name}_web`, owner: `${name}_owner`, eraser: `${name}_eraser` };
  const client = new pg.Client({ connectionString: urlOf(folder, 'postgres', 'postgres') });
  await client.connect();
  try {
    await client.query(`create role ${logins.web} login`);
    await client.query(`create role ${logins.eraser} login`);
    await client.query(`create role ${logins.owner} login createrole`);
    await client.query(
      `create database ${name} owner ${logins.owner} template template0
        encoding 'UTF8' locale 'C.UTF-8'`,
    );
    // Roles belong to the whole server: after the first database they are there already, and from
    // version 16 on only their creator may pass them on.
    const roles = await client.query<{ rolname: string }>(
      "select rolname from pg_roles where rolname like 'credence\\_%'",
    );
    for (const { rolname } of roles.rows) {
      await client.query(`grant ${rolname} to ${logins.owner} with admin option`);
    }
  } finally {
    await client.end();
  }
  return {
    name,
    adminUrl: urlOf(folder, 'postgres', name),
    url: urlOf(folder, logins.web, name),
    ownerUrl: urlOf(folder, logins.owner, name),
    eraserUrl: urlOf(folder, logins.eraser, name),
  };
}
