import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';

import { expect, it } from 'vitest';

import { command, newEntry, newUuid, openTestStore, testEngines } from '../support/stores.ts';

const source = fileURLToPath(new URL('./paper-child.ts', import.meta.url));

/** Runs the child on its order until it is dead; what it said before. */
function runToDeath(order: object): Promise<{ readonly said: string; readonly signal: unknown }> {
  const args = ['--import', 'tsx', '--conditions=@credence/source', source];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  child.stdin.write(`${JSON.stringify(order)}\n`);
  return new Promise((resolve) => {
    child.once('close', (_, signal) => {
      resolve({ said: said.trim(), signal });
    });
  });
}

it('a file whose act was never stored is not there, and can be handed over again', async () => {
  // A server where there is one: its database takes a moment to make, an embedded one seconds.
  const [, start] = testEngines().at(-1) ?? [];
  if (start === undefined) throw new Error('There is an engine for tests.');
  const engine = await start();
  const place = await engine.newPlace();
  const file = Buffer.alloc(600_000, 'a');
  const sha256 = createHash('sha256').update(file).digest('hex');
  const entry = newEntry({ text: 'act' }, { home: newUuid() });
  const { home } = entry;
  const order = { place, entry, sha256, bytes: file.length };
  expect(await runToDeath(order)).toEqual({ said: 'bytes', signal: 'SIGKILL' });

  const store = await openTestStore(place);
  expect((await store.journal.head()).position).toBe(0);
  expect(await store.papers.open(home, sha256)).toBeUndefined();
  async function* read(): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(file);
  }
  const paper = { home, entryId: entry.id, sha256, bytes: file.length, read };
  await store.journal.record(command(), [entry], { papers: [paper] });
  const hash = createHash('sha256');
  for await (const piece of (await store.papers.open(home, sha256)) ?? []) hash.update(piece);
  expect(hash.digest('hex')).toBe(sha256);
  await store.close();
  await engine.stop();
}, 60_000);
