import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { civilDate, createRandom } from '@credence/domain';
import type { StorePlace } from '@credence/store';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';

import { penaltyFile, registrationFile } from '../support/city-files.ts';
import { environmentFor, runCommand } from '../support/command.ts';
import { openMovingWorld } from '../support/moving-world.ts';
import { skipsPostgres, startCluster, type Cluster } from '../support/postgres.ts';
import { openTestStore } from '../support/stores.ts';

const long = process.env['CREDENCE_LONG'] === '1';
const kills = long ? 25 : 2;
const size = long ? 2_000 : 100;
const seed = process.env['CREDENCE_SEED'] ?? 'work-kill';
const entry = join(import.meta.dirname, '..', '..', 'packages', 'cli', 'bin', 'credence.js');
/** Long after the records were taken in: some have ended, some still stand. */
const today = civilDate('2027-04-20');

/** A register of which the work of no day has been done. */
async function fill(place: StorePlace): Promise<void> {
  const numbers = Array.from({ length: size }, (_, at) => at + 1);
  const world = await openMovingWorld(place, civilDate('2026-05-10'));
  await world.import('registration', registrationFile(numbers));
  await world.import(
    'penalty',
    penaltyFile(
      numbers.map((of) => ({
        of,
        number: `望市监罚〔2026〕${String(of)}号`,
        decided: of % 2 === 0 ? '2026-04-10' : '2026-05-06',
      })),
    ),
  );
  await world.close();
}

const environmentOf = (place: StorePlace, data: string) => ({
  CREDENCE_CLOCK: today,
  ...environmentFor(place, data),
});

/** All days the store knows of, and how far it has read; the moments of what it wrote are its own. */
async function readWork(place: StorePlace) {
  const store = await openTestStore(place);
  try {
    const rows = await store.work.listDue(civilDate('9999-12-31'), 1_000_000);
    const days = rows.map(({ home, dueOn, why }) => `${home} ${dueOn} ${why}`).sort();
    const mark = await store.work.mark();
    return { days, position: mark?.position, rules: mark?.rules };
  } finally {
    await store.close();
  }
}

/** Runs the work of a day in the one place undisturbed, in the other killed again and again. */
async function compare(whole: StorePlace, killed: StorePlace, data: string): Promise<void> {
  const order = ['work', '--once', '--format', 'json'] as const;
  const begun = performance.now();
  const done = await runCommand(order, environmentOf(whole, data));
  const took = performance.now() - begun;
  expect([done.exit, done.err]).toEqual([0, '']);
  const report = JSON.parse(done.out) as { readonly more: boolean; readonly entries: number };
  expect(report.more).toBe(false);
  expect(report.entries).toBeGreaterThan(size * 2);

  const random = createRandom(seed);
  let cut = 0;
  for (let turn = 0; turn < kills; turn += 1) {
    const child = spawn(process.execPath, [entry, ...order], {
      env: { ...process.env, ...environmentOf(killed, data) },
      stdio: 'ignore',
    });
    const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
    // The beginning is all start-up, in which there is nothing to break.
    // A run that comes to its end leaves the next ones nothing to do, so the first is cut for certain.
    const upTo = turn === 0 ? 0.55 : 1;
    const timer = wait(random.between(Math.round(took * 0.4), Math.round(took * upTo)));
    await Promise.race([timer, exited]);
    child.kill('SIGKILL');
    if ((await exited) === null) cut += 1;
  }
  expect(cut, 'runs that were really killed').toBeGreaterThan(0);
  const rest = await runCommand(order, environmentOf(killed, data));
  expect([rest.exit, rest.err]).toEqual([0, '']);
  const [one, other] = [await readWork(whole), await readWork(killed)];
  expect(other).toEqual(one);
  expect(one.days.length).toBeGreaterThan(0);
  expect(one.days.every((line) => (line.split(' ')[1] ?? '') > today)).toBe(true);
}

describe('the work of a day killed at random moments', { timeout: 600_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'credence-work-kill-'));
  let cluster: Cluster | undefined;
  afterAll(async () => {
    await cluster?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('comes to the same on the embedded database as without', async () => {
    const [whole, killed] = [join(folder, 'whole'), join(folder, 'killed')];
    await fill({ folder: whole });
    cpSync(whole, killed, { recursive: true });
    await compare({ folder: whole }, { folder: killed }, folder);
  });

  it.skipIf(skipsPostgres())('comes to the same on a server as without', async () => {
    cluster = await startCluster();
    const { name, url, ownerUrl, eraserUrl } = await cluster.createDatabase();
    const whole = { url, ownerUrl, eraserUrl };
    await fill(whole);
    const client = new pg.Client({ connectionString: cluster.adminUrl() });
    await client.connect();
    await client.query(`create database killed owner ${name}_owner template ${name}`);
    await client.end();
    const inCopy = (address: string) => address.replace(`/${name}?`, '/killed?');
    const killed = {
      url: inCopy(url),
      ownerUrl: inCopy(ownerUrl),
      eraserUrl: inCopy(eraserUrl),
    };
    await compare(whole, killed, folder);
  });
});
