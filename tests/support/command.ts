import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Writable } from 'node:stream';

import { askOwner, type StorePlace } from '@credence/store';

import { withLanguage } from '../../packages/cli/src/remote.ts';

const root = join(import.meta.dirname, '..', '..');
const entry = join(root, 'packages', 'cli', 'bin', 'credence.js');

export interface CommandResult {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `credence ...` as a person at a terminal would, from the built packages. */
export function runCommand(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = start(args, environment);
    let out = '';
    let err = '';
    child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ exit: code ?? -1, out, err }));
  });
}

/**
 * Hands a command to the server that has the folder open, as the process of that command would: to
 * start one takes seconds, and what it does there is the same.
 */
export async function handOver(args: readonly string[], folder: string): Promise<CommandResult> {
  const said = { out: '', err: '' };
  const into = (stream: 'out' | 'err'): Writable =>
    new Writable({
      write(chunk: Buffer, _, done) {
        said[stream] += chunk.toString();
        done();
      },
    });
  const asked = await askOwner(
    folder,
    { argv: withLanguage('en', args), cwd: root, columns: 100, isTTY: false },
    { stdout: into('out'), stderr: into('err') },
  );
  if (asked.kind !== 'answered') throw new Error(`No server has ${folder} open: ${asked.kind}.`);
  return { exit: asked.exitCode, ...said };
}

/** The settings by which a command finds a store; `folder` is its data folder beside a server. */
export function environmentFor(
  { folder: own, url, ownerUrl, eraserUrl }: StorePlace,
  folder: string,
): Readonly<Record<string, string>> {
  // An address names a host; the folder of the socket goes before it.
  const named = (address: string): string => address.replace('@/', '@localhost/');
  return {
    CREDENCE_DATA: own ?? folder,
    ...(url === undefined ? {} : { DATABASE_URL: named(url) }),
    ...(ownerUrl === undefined ? {} : { CREDENCE_OWNER_URL: named(ownerUrl) }),
    ...(eraserUrl === undefined ? {} : { CREDENCE_ERASER_URL: named(eraserUrl) }),
  };
}

export interface RunningServer {
  readonly address: string;
  readonly output: () => string;
  /** Asks the server to stop and waits until it has. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts `credence serve ...` and waits until the portal answers. */
export async function startServer(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  atPort?: number,
): Promise<RunningServer> {
  const port = atPort ?? (await freePort());
  const child = start(['serve', ...args], { ...environment, CREDENCE_PORT: String(port) });
  let output = '';
  let ended: number | null | undefined;
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const closed = new Promise<void>((resolve) => {
    child.on('close', (code) => {
      ended = code;
      resolve();
    });
  });
  const address = `http://127.0.0.1:${port}`;
  const deadline = performance.now() + 240_000;
  while (!(await answers(`${address}/api/v1/health`))) {
    if (ended !== undefined) throw new Error(`The server ended with ${ended}:\n${output}`);
    if (performance.now() > deadline) throw new Error(`No answer in 240 s:\n${output}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    address,
    output: () => output,
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal);
      await closed;
    },
  };
}

function start(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): ChildProcess {
  return spawn(process.execPath, [entry, ...args], {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1', LANG: 'en', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

/** A port that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
