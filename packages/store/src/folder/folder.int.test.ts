import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { askOwner, type AskOutcome } from './ask-owner.ts';
import { claimFolder, type FolderClaim } from './claim-folder.ts';
import {
  listenForCommands,
  type CommandListener,
  type ReceivedCommand,
} from './listen-for-commands.ts';
import { processStart } from './process-start.ts';

const request = { argv: ['rulebook', 'check', '望澜'], cwd: '/tmp', columns: 80, isTTY: true };

class Collected extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString('utf8');
    done();
  }
}

describe('a data folder', () => {
  let folder: string;
  const claims: FolderClaim[] = [];
  const children: ChildProcess[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'credence-folder-'));
  });
  afterEach(() => {
    for (const claim of claims.splice(0)) claim.release();
    for (const child of children.splice(0)) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  async function claim(): Promise<FolderClaim> {
    const made = await claimFolder(folder);
    claims.push(made);
    return made;
  }

  /** Another process that claims the folder, says what came of it and stays. */
  function claimElsewhere(): Promise<{ readonly child: ChildProcess; readonly said: string }> {
    const script = fileURLToPath(
      new URL('../../../../tests/faults/claim-child.ts', import.meta.url),
    );
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', '--conditions=@credence/source', script, folder],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    children.push(child);
    return new Promise((resolve) => {
      child.stdout.once('data', (chunk: Buffer) =>
        resolve({ child, said: chunk.toString('utf8').trim() }),
      );
    });
  }

  const ended = (child: ChildProcess): Promise<unknown> =>
    new Promise((resolve) => child.once('exit', resolve));

  it('is open in one process at a time, this one included, and free again after it', async () => {
    const first = await claim();
    await expect(claimFolder(folder)).rejects.toMatchObject({
      code: 'data-folder-owned',
      message: expect.stringContaining('this process itself') as string,
    });
    expect((await claimElsewhere()).said).toBe('data-folder-owned');
    first.release();
    await claim();
  });

  it('names the process that has it open', async () => {
    const { child, said } = await claimElsewhere();
    expect(said).toBe('open');
    await expect(claimFolder(folder)).rejects.toThrow(`process ${child.pid ?? 0} on ${hostname()}`);
  });

  it('is taken over from a process that was killed', async () => {
    const { child } = await claimElsewhere();
    child.kill('SIGKILL');
    await ended(child);
    await claim();
    expect(readdirSync(join(folder, 'run'))).toEqual([`owner-${process.pid}.json`]);
  });

  it('is taken over when the number of a dead process is used again', async () => {
    mkdirSync(join(folder, 'run'));
    const stale = { pid: 1, startedAt: 'long ago', host: hostname(), state: 'open' };
    writeFileSync(join(folder, 'run', 'owner-1.json'), JSON.stringify(stale));
    const own = { ...stale, pid: process.pid };
    writeFileSync(join(folder, 'run', `owner-${process.pid}.json`), JSON.stringify(own));
    writeFileSync(join(folder, 'run', 'owner-2.json'), '');
    await claim();
    expect(readdirSync(join(folder, 'run'))).toEqual([`owner-${process.pid}.json`]);
  });

  it('is left to a process of another machine, which cannot be seen from here', async () => {
    mkdirSync(join(folder, 'run'));
    const far = { pid: 77, startedAt: '1', host: 'elsewhere', state: 'open' };
    writeFileSync(join(folder, 'run', 'owner-77.json'), JSON.stringify(far));
    await expect(claimFolder(folder)).rejects.toThrow(/on elsewhere.*remove owner-77\.json/s);
  });

  it('goes to exactly one of several that come at once', async () => {
    const said = await Promise.all(
      Array.from({ length: 4 }, async () => (await claimElsewhere()).said),
    );
    expect(said.filter((word) => word === 'open')).toHaveLength(1);
    expect(said.every((word) => word === 'open' || word === 'data-folder-owned')).toBe(true);
  });

  it('knows when a process began, and that there is none', () => {
    expect(processStart(process.pid)).toBe(processStart(process.pid));
    expect(processStart(2 ** 22 - 3)).toBeUndefined();
  });
});

describe('a command handed to the owner of a data folder', () => {
  let folder: string;
  let held: FolderClaim;
  const listeners: CommandListener[] = [];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'credence-ask-'));
    held = await claimFolder(folder);
  });
  afterEach(async () => {
    for (const listener of listeners.splice(0)) await listener.close();
    held.release();
    rmSync(folder, { recursive: true, force: true });
  });

  async function listen(handler: (command: ReceivedCommand) => Promise<number>): Promise<string> {
    const listener = await listenForCommands(folder, handler);
    listeners.push(listener);
    return listener.socket;
  }

  async function ask(): Promise<{ outcome: AskOutcome; stdout: string; stderr: string }> {
    const [stdout, stderr] = [new Collected(), new Collected()];
    const outcome = await askOwner(folder, request, { stdout, stderr });
    return { outcome, stdout: stdout.text, stderr: stderr.text };
  }

  it('arrives as it was typed and answers with output, errors and exit code', async () => {
    const seen: object[] = [];
    await listen(({ argv, cwd, columns, isTTY, stdout, stderr }) => {
      seen.push({ argv, cwd, columns, isTTY });
      stdout.write('望澜');
      stdout.write(Buffer.from('市').subarray(0, 1));
      stdout.write(Buffer.from('市').subarray(1));
      stderr.write('careful\n');
      return Promise.resolve(1);
    });
    expect(await ask()).toEqual({
      outcome: { kind: 'answered', exitCode: 1 },
      stdout: expect.stringMatching(/^望澜/) as string,
      stderr: 'careful\n',
    });
    expect(seen).toEqual([request]);
  });

  it('brings back long output whole, in order', async () => {
    const long = Array.from({ length: 20_000 }, (_v, index) => `line ${index}\n`);
    await listen(async ({ stdout }) => {
      for (const line of long) {
        if (!stdout.write(line)) await new Promise((resolve) => stdout.once('drain', resolve));
      }
      return 0;
    });
    expect((await ask()).stdout).toBe(long.join(''));
  });

  it('waits once for a slow reader, however much comes in one piece', async () => {
    await listen(({ stdout }) => {
      for (let i = 0; i < 50; i += 1) stdout.write(`line ${i}\n`);
      return Promise.resolve(0);
    });
    let waiting = 0;
    const slow = new Writable({
      highWaterMark: 1,
      write(_chunk, _encoding, done) {
        waiting = Math.max(waiting, this.listenerCount('drain'));
        setImmediate(done);
      },
    });
    await askOwner(folder, request, { stdout: slow, stderr: slow });
    expect(waiting).toBeLessThan(2);
  });

  it('reports a defect of the handler as exit 3 with its message', async () => {
    await listen(() => Promise.reject(new Error('broken')));
    expect(await ask()).toEqual({
      outcome: { kind: 'answered', exitCode: 3 },
      stdout: '',
      stderr: 'broken\n',
    });
  });

  it('is told apart from a folder that nobody has open, or that takes no commands', async () => {
    expect((await ask()).outcome).toEqual({ kind: 'not-listening', pid: process.pid });
    held.release();
    expect((await ask()).outcome).toEqual({ kind: 'no-owner' });
  });

  it('tells its handler when the asking process goes, and the owner lives on', async () => {
    const aborted = new Promise<string>((resolve) => {
      void listen(async ({ signal, stdout, argv }) => {
        if (argv.length > 0) return 0;
        const gone = new Promise((done) => signal.addEventListener('abort', done));
        await gone;
        for (let i = 0; i < 1000; i += 1) stdout.write('nobody reads this\n'.repeat(100));
        resolve('told');
        return 0;
      }).then((path) => {
        const socket = createConnection(path);
        socket.write(`${JSON.stringify({ ...request, argv: [] })}\n`, () => {
          setTimeout(() => socket.destroy(), 100);
        });
      });
    });
    expect(await aborted).toBe('told');
    expect((await ask()).outcome).toEqual({ kind: 'answered', exitCode: 0 });
  });

  it('fails when the owner ends first', async () => {
    await listen(() => new Promise(() => undefined));
    const asked = ask();
    setTimeout(() => void listeners.splice(0)[0]?.close(), 150);
    await expect(asked).rejects.toMatchObject({ code: 'owner-lost' });
  });

  it('is cut off when it sends what is no request', async () => {
    const path = await listen(() => Promise.resolve(0));
    for (const noise of ['not json\n', 'x'.repeat(2_000_000)]) {
      await new Promise((resolve) => {
        const socket = createConnection(path);
        socket.on('error', () => undefined);
        socket.on('close', resolve);
        socket.write(noise);
      });
    }
    expect((await ask()).outcome).toEqual({ kind: 'answered', exitCode: 0 });
  });

  it('goes through a socket that only this user can reach', async () => {
    const path = await listen(() => Promise.resolve(0));
    expect(statSync(path).mode & 0o077).toBe(0);
    expect(statSync(join(folder, 'run')).mode & 0o077).toBe(0);
  });

  it('finds a short way where the folder is too deep for a socket', async () => {
    held.release();
    const root = folder;
    folder = join(root, 'deep'.repeat(20), 'deeper'.repeat(10));
    mkdirSync(folder, { recursive: true });
    held = await claimFolder(folder);
    const path = await listen(() => Promise.resolve(0));
    expect(Buffer.byteLength(path)).toBeLessThanOrEqual(103);
    expect((await ask()).outcome).toEqual({ kind: 'answered', exitCode: 0 });
    await listeners.splice(0)[0]?.close();
    expect(() => statSync(path)).toThrow();
    folder = root;
  });
});
