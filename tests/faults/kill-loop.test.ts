import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

import { createRandom, instant } from '@credence/domain';
import type { Store, StorePlace } from '@credence/store';
import { afterAll, describe, expect, it } from 'vitest';

import { skipsPostgres, startCluster, type Cluster } from '../support/postgres.ts';
import { command, newEntry, newUuid, openTestStore } from '../support/stores.ts';
import { rowsPerFile } from './import-child.ts';

/** Where a kill falls: in the first file or after a receipt. Each of them once; more by flag. */
const points = ['ready', 'batch'] as const;
const long = process.env['CREDENCE_LONG'] === '1';
const cycles = long ? 25 : points.length;
const child = fileURLToPath(new URL('./import-child.ts', import.meta.url));
const seed = process.env['CREDENCE_SEED'] ?? 'kill-loop';

interface Acknowledged {
  /** File number to batch id. */
  readonly batches: Map<number, string>;
  /** Idempotency key to position. */
  readonly decisions: Map<string, number>;
}

/** Runs the child until it has said a word, then for a random while, then kills it. */
async function runAndKill(
  order: object,
  acknowledged: Acknowledged,
  kill: {
    readonly word: string;
    readonly afterMs: number;
    readonly also: () => Promise<void>;
  },
): Promise<void> {
  const running = spawn(
    process.execPath,
    ['--import', 'tsx', '--conditions=@credence/source', child, JSON.stringify(order)],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  let errors = '';
  running.stdout.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  running.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString('utf8')));
  const exited = new Promise((resolve) => running.once('exit', resolve));
  for (let waited = 0; !said.includes(kill.word); waited += 20) {
    if (waited > 60_000 || running.exitCode !== null) throw new Error(`Not ready: ${errors}`);
    await wait(20);
  }
  await wait(kill.afterMs);
  await kill.also();
  running.kill('SIGKILL');
  await exited;
  for (const line of said.split('\n').slice(0, -1)) {
    const [what, first = '', second = ''] = line.split(' ');
    if (what === 'batch') acknowledged.batches.set(Number(first), second);
    if (what === 'decision') acknowledged.decisions.set(first, Number(second));
  }
}

interface Line {
  readonly kind: string;
  readonly home: string;
  readonly stream: string;
  readonly seq: number;
  readonly position: number;
  readonly recorded_at: number;
  readonly entry_kind: string;
  readonly idempotency_key: string | null;
  readonly payload: string;
}

/** The whole journal as a backup sees it. */
async function readJournal(store: Store, folder: string): Promise<readonly Line[]> {
  const path = join(folder, 'journal.gz');
  await store.admin.backup(path);
  const lines = gunzipSync(readFileSync(path)).toString('utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as Line).filter(({ kind }) => kind === 'entry');
}

async function expectSound(
  store: Store,
  lines: readonly Line[],
  known: Acknowledged,
): Promise<void> {
  expect(lines.map(({ position }) => position)).toEqual(lines.map((_, index) => index + 1));
  expect((await store.journal.head()).position).toBe(lines.length);
  const times = lines.map((line) => line.recorded_at);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  const lengths = new Map<string, number>();
  for (const { home, stream, seq } of lines) {
    const length = (lengths.get(`${home} ${stream}`) ?? 0) + 1;
    expect(seq).toBe(length);
    lengths.set(`${home} ${stream}`, length);
  }

  // No acknowledged write is lost, none is there twice, and no batch is there in part.
  const batches = lines.filter((line) => line.entry_kind === 'batch@1');
  const hashes = batches.map(
    ({ payload }) => (JSON.parse(payload) as { batch: { fileHash: string } }).batch.fileHash,
  );
  expect(new Set(hashes).size).toBe(hashes.length);
  for (const file of known.batches.keys()) expect(hashes).toContain(`file-${file}`);
  const rows = new Map<string, number>();
  for (const { entry_kind: kind, payload, stream } of lines) {
    if (kind !== 'record@1' || stream === 'decisions') continue;
    const { text } = JSON.parse(payload) as { text: string };
    rows.set(text, (rows.get(text) ?? 0) + 1);
  }
  expect([...rows.keys()].sort()).toEqual(hashes.map((hash) => hash.replace('-', ' ')).sort());
  expect([...rows.values()].every((count) => count === rowsPerFile)).toBe(true);
  const keys = lines.flatMap((line) => line.idempotency_key ?? []);
  expect(new Set(keys).size).toBe(keys.length);
  for (const [key, position] of known.decisions) {
    expect(lines[position - 1]?.idempotency_key).toBe(key);
  }
  expect((await store.admin.rebuild()).equal).toBe(true);
}

async function killLoop(
  place: StorePlace,
  killServer: ((cycle: number) => Promise<void>) | undefined,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'credence-kill-'));
  const random = createRandom(seed);
  const known: Acknowledged = { batches: new Map(), decisions: new Map() };
  const [agency, subject] = [newUuid(), newUuid()];
  await (await openTestStore(place)).close();
  const ready: number[] = [];
  const killed = new Set<string>();
  try {
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      const from = Math.max(-1, ...known.batches.keys()) + 1;
      const word = points[cycle % points.length] ?? 'ready';
      await runAndKill({ place, agency, subject, from }, known, {
        // In the middle of the first file, or some time after one was acknowledged.
        word,
        afterMs: random.between(50, 1500),
        also: () => killServer?.(cycle) ?? Promise.resolve(),
      });
      killed.add(word);
      const start = performance.now();
      const store = await openTestStore(place, { clock: () => instant(Date.now()) });
      ready.push(performance.now() - start);
      try {
        await expectSound(store, await readJournal(store, folder), known);
        // A client that got no answer asks again: one effect, whichever it was.
        const next = `decision-${Math.max(-1, ...known.batches.keys())}`;
        const again = await store.journal.record(command({ idempotencyKey: next }), [
          newEntry({ text: 'again' }, { home: subject, stream: 'decisions' }),
        ]);
        expect(again.kind).toBe('recorded');
      } finally {
        await store.close();
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  expect(known.batches.size + known.decisions.size, `seed ${seed}`).toBeGreaterThan(0);
  expect([...killed]).toEqual(points);
  console.log(
    `${cycles} kills, after ${[...killed].join(' and ')}: ${known.batches.size} batches of ${rowsPerFile} rows and ` +
      `${known.decisions.size} decisions acknowledged, none lost, none doubled, none in part; ` +
      `open again in ${Math.round(Math.max(...ready))} ms at most`,
  );
}

describe('a process killed at a random moment of an import', { timeout: cycles * 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'credence-kill-lite-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('loses no acknowledged write of the embedded database and leaves no half batch', () =>
    killLoop({ folder: join(folder, 'loop') }, undefined));

  it('leaves an embedded database that opens when its very creation is cut short', async () => {
    const random = createRandom(seed, 'creation');
    const place = { folder: join(folder, 'creation') };
    const order = JSON.stringify({ place, agency: newUuid(), subject: newUuid(), from: 0 });
    for (let cycle = 0; cycle < (long ? 3 : 2); cycle += 1) {
      const running = spawn(
        process.execPath,
        ['--import', 'tsx', '--conditions=@credence/source', child, order],
        { stdio: 'ignore' },
      );
      const exited = new Promise((resolve) => running.once('exit', resolve));
      await wait(random.between(300, 4000));
      running.kill('SIGKILL');
      await exited;
    }
    const store = await openTestStore(place);
    expect(await store.admin.lintSchema()).toEqual([]);
    await store.close();
  });
});

describe.skipIf(skipsPostgres())(
  'a process or its PostgreSQL server killed in the middle of an import',
  { timeout: cycles * 120_000 },
  () => {
    let cluster: Cluster | undefined;
    afterAll(() => cluster?.stop());

    it('loses no acknowledged write and leaves no half batch', async () => {
      cluster = await startCluster('durable');
      const { url, ownerUrl, eraserUrl } = await cluster.createDatabase();
      const { killAndRestart } = cluster;
      // In turn: the client alone, then the server under it.
      await killLoop({ url, ownerUrl, eraserUrl }, (cycle) =>
        cycle % 2 === 0 ? Promise.resolve() : killAndRestart(),
      );
    });
  },
);
