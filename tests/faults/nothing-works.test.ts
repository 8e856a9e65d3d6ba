import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

import { instant, type Instant } from '@credence/domain';
import { createPortal, type Portal } from '@credence/portal';
import type { Store, StoreEvent } from '@credence/store';
import { afterAll, afterEach, describe, expect, it } from 'vitest';

import { codeOf, penaltyFile, registrationFile } from '../support/city-files.ts';
import { skipsPostgres, startCluster, type Cluster } from '../support/postgres.ts';
import { command, newEntry, newUuid, openTestStore, startPglite } from '../support/stores.ts';
import { day, fixedMoment, openWorld, type World } from '../support/world.ts';

const mebibyte = 1_048_576;
const folders: string[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'credence-nothing-'));
  folders.push(folder);
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** An empty register; to make one takes seconds, and is not what fails here. */
async function fill(folder: string): Promise<string> {
  const engine = await startPglite();
  const place = await engine.newPlace();
  cpSync(place.folder ?? '', folder, { recursive: true });
  await engine.stop();
  return folder;
}

/** Writes one decision; says what came of it. */
async function write(store: Store, home: string): Promise<string> {
  try {
    const { kind } = await store.journal.record(command(), [newEntry({ text: 'x' }, { home })]);
    return kind;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}

describe('the disk of the embedded database is full', { timeout: 240_000 }, () => {
  it('saves nothing in part, reads on, and saves again once there is room', async () => {
    const events: StoreEvent[] = [];
    let free = 1_000 * mebibyte;
    const store = await openTestStore(
      { folder: await fill(newFolder()) },
      { freeBytes: () => Promise.resolve(free), onEvent: (event) => events.push(event) },
    );
    const home = newUuid();
    expect(await write(store, home)).toBe('recorded');
    free = 10 * mebibyte;
    for (let count = 0; count < 3; count += 1) expect(await write(store, home)).toBe('store-full');
    expect(await store.journal.entriesOf(home)).toHaveLength(1);
    expect(await store.health.writing()).toBe('disk-full');
    free = 1_000 * mebibyte;
    expect(await write(store, home)).toBe('recorded');
    expect((await store.journal.head()).position).toBe(2);
    expect((await store.admin.rebuild()).equal).toBe(true);
    expect(events.map(({ kind }) => kind)).toEqual(['disk-full', 'disk-has-room']);
    await store.close();
  });

  it.skipIf(!canMount())('does so on a small file system that really is full', async () => {
    const folder = newFolder();
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=110m', 'tmpfs', folder]);
    try {
      const store = await openTestStore({ folder: await fill(join(folder, 'data')) });
      const homes: string[] = [];
      let outcome = 'recorded';
      for (let count = 0; count < 2_000 && outcome === 'recorded'; count += 1) {
        const home = newUuid();
        const entries = Array.from({ length: 30 }, () =>
          newEntry({ text: `${'x'.repeat(8_000)} ${count}` }, { home }),
        );
        outcome = await store.journal.record(command(), entries).then(
          ({ kind }) => kind,
          (error: unknown) => String(Reflect.get(Object(error), 'code')),
        );
        if (outcome === 'recorded') homes.push(home);
      }
      expect(outcome).toBe('store-full');
      expect(await store.journal.entriesOf(homes[0] ?? '')).toHaveLength(30);
      execFileSync('mount', ['-o', 'remount,size=300m', folder]);
      expect(await write(store, newUuid())).toBe('recorded');
      expect((await store.journal.head()).position).toBe(homes.length * 30 + 1);
      await store.close();
    } finally {
      execFileSync('umount', ['-l', folder]);
    }
  });
});

/** Only root may; elsewhere the room is simulated, as above. */
function canMount(): boolean {
  if (process.getuid?.() !== 0) return false;
  const folder = mkdtempSync(join(tmpdir(), 'credence-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The threads of databases that were asked anything while the work ran. */
async function threadsOf(work: () => Promise<unknown>): Promise<readonly Worker[]> {
  const seen = new Set<Worker>();
  const original = Reflect.get(Worker.prototype, 'postMessage') as (
    this: Worker,
    message: unknown,
  ) => void;
  Worker.prototype.postMessage = function (this: Worker, message: unknown) {
    seen.add(this);
    original.call(this, message);
  };
  try {
    await work();
  } finally {
    Worker.prototype.postMessage = original;
  }
  return [...seen];
}

describe('the thread of the embedded database is killed', { timeout: 240_000 }, () => {
  it('is clear about it, loses nothing acknowledged, and comes back by itself', async () => {
    const events: StoreEvent[] = [];
    const store = await openTestStore(
      { folder: await fill(newFolder()) },
      { onEvent: (event) => events.push(event) },
    );
    const home = newUuid();
    let acknowledged = 0;
    for (let round = 0; round < 3; round += 1) {
      for (let count = 0; count < 5; count += 1) {
        if ((await write(store, home)) === 'recorded') acknowledged += 1;
      }
      const threads = await threadsOf(() => store.journal.head());
      expect(threads).toHaveLength(1);
      const during = write(store, home);
      await Promise.all(threads.map((thread) => thread.terminate()));
      const said = await during;
      expect(['recorded', 'store-unavailable']).toContain(said);
      if (said === 'recorded') acknowledged += 1;
      const entries = await store.journal.entriesOf(home);
      // What got no answer may be there or not; what got one is.
      expect(entries.length).toBeGreaterThanOrEqual(acknowledged);
      expect(entries.length).toBeLessThanOrEqual(acknowledged + 1);
      acknowledged = entries.length;
    }
    expect(events.filter(({ kind }) => kind === 'thread-restarted')).toHaveLength(3);
    expect((await store.admin.rebuild()).equal).toBe(true);
    await store.close();
  });
});

describe.skipIf(skipsPostgres())('a PostgreSQL server', { timeout: 240_000 }, () => {
  let cluster: Cluster | undefined;
  afterAll(() => cluster?.stop());

  it('that is restarted under load is found again, nothing acknowledged is lost, and it is said', async () => {
    cluster ??= await startCluster('durable');
    const { url, ownerUrl, eraserUrl } = await cluster.createDatabase();
    const events: StoreEvent[] = [];
    const store = await openTestStore(
      { url, ownerUrl, eraserUrl },
      { clock: () => instant(Date.now()), onEvent: (event) => events.push(event) },
    );
    const homes = Array.from({ length: 6 }, newUuid);
    const counts = new Map(homes.map((home) => [home, 0]));
    const state = { done: false };
    const strange: string[] = [];
    const writers = homes.map(async (home) => {
      while (!state.done) {
        const said = await write(store, home);
        if (said === 'recorded') counts.set(home, (counts.get(home) ?? 0) + 1);
        else if (said !== 'store-unavailable') strange.push(said);
        await wait(5);
      }
    });
    await wait(500);
    await cluster.killAndRestart();
    const before = [...counts.values()].reduce((a, b) => a + b, 0);
    await wait(2_000);
    state.done = true;
    await Promise.all(writers);
    expect(strange).toEqual([]);
    const entries = await store.journal.entriesOfMany(homes);
    for (const [home, acknowledged] of counts) {
      // One more may have been stored each time an answer was lost.
      expect(entries.get(home)?.length ?? 0).toBeGreaterThanOrEqual(acknowledged);
    }
    expect([...counts.values()].reduce((a, b) => a + b, 0)).toBeGreaterThan(before);
    expect(events.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['store-lost', 'store-back']),
    );
    expect((await store.admin.rebuild()).equal).toBe(true);
    await store.close();
  });

  it.skipIf(!canMount())(
    'whose tablespace is full refuses writes, reads on, and takes them again once there is room',
    async () => {
      cluster ??= await startCluster('durable');
      const { name, url, ownerUrl, eraserUrl } = await cluster.createDatabase();
      const folder = newFolder();
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m,mode=0777', 'tmpfs', folder]);
      const space = join(folder, 'space');
      mkdirSync(space);
      execFileSync('chown', ['postgres', space]);
      try {
        const admin = cluster.adminUrl();
        const sql = (text: string) => execFileSync('psql', [admin, '-qc', text], { stdio: 'pipe' });
        sql(`create tablespace small location '${space}'`);
        sql(`alter database ${name} set tablespace small`);
        const store = await openTestStore({ url, ownerUrl, eraserUrl });
        const home = newUuid();
        expect(await write(store, home)).toBe('recorded');
        let said = 'recorded';
        // Random, so that it takes the room that it is long.
        const text = Array.from({ length: 20_000 }, () => newUuid()).join('');
        for (let count = 0; count < 500 && said === 'recorded'; count += 1) {
          said = await store.journal.record(command(), [newEntry({ text })]).then(
            ({ kind }) => kind,
            (error: unknown) => String(Reflect.get(Object(error), 'code')),
          );
        }
        expect(said).toBe('store-full');
        expect(await store.journal.entriesOf(home)).toHaveLength(1);
        execFileSync('mount', ['-o', 'remount,size=200m', folder]);
        expect(await write(store, home)).toBe('recorded');
        await store.close();
      } finally {
        await cluster.stop();
        cluster = undefined;
        execFileSync('umount', ['-l', folder]);
      }
    },
  );

  it('whose clock lies more than half a minute from ours is read and not written', async () => {
    cluster ??= await startCluster('durable');
    const { url, ownerUrl, eraserUrl } = await cluster.createDatabase();
    const events: StoreEvent[] = [];
    let ahead = 0;
    const store = await openTestStore(
      { url, ownerUrl, eraserUrl },
      {
        clock: () => instant(Date.now() + ahead),
        skew: { mostMs: 30_000 },
        onEvent: (event) => events.push(event),
      },
    );
    const home = newUuid();
    const year = 366 * 86_400_000;
    for (const [jump, expected] of [
      [0, 'recorded'],
      [20_000, 'recorded'],
      [-20_000, 'recorded'],
      [45_000, 'clock-skew'],
      [-45_000, 'clock-skew'],
      [-10 * year, 'clock-skew'],
      [400 * 86_400_000, 'clock-skew'],
      [0, 'recorded'],
    ] as const) {
      ahead = jump;
      expect(await write(store, home), `${jump} ms off`).toBe(expected);
      expect((await store.journal.entriesOf(home)).length).toBeGreaterThan(0);
    }
    const entries = await store.journal.entriesOf(home);
    const times = entries.map(({ recordedAt }) => recordedAt);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(Math.max(...times)).toBeLessThan(Date.now() + 30_000);
    expect(events.map(({ kind }) => kind)).toEqual(['clock-skew', 'clock-right']);
    await store.close();
  });
});

describe('the day nothing works', { timeout: 240_000 }, () => {
  const today = day('2026-11-20');

  async function openRegister(): Promise<World> {
    return openWorld({
      today,
      edition: 'cn-2026',
      files: [
        { name: 'r.csv', item: 'registration', text: registrationFile([1, 2]) },
        {
          name: 'p.csv',
          item: 'penalty',
          text: penaltyFile([
            { of: 1, number: '望市监罚〔2026〕1号', decided: '2026-10-10' },
            { of: 2, number: '望市监罚〔2025〕2号', decided: '2025-06-10' },
          ]),
        },
      ],
    });
  }

  function portalAt(world: World, now: () => Instant, defects: unknown[]): Portal {
    return createPortal({
      services: world.system.casework,
      registerName: { zh: '望澜市公共信用登记', en: 'Wanglan Public Credit Register' },
      clock: now,
      onDefect: (error) => {
        defects.push(error);
        return 'reference';
      },
    });
  }

  it('shows an organisation its records while every write is refused, and nothing that has ended', async () => {
    const world = await openRegister();
    const defects: unknown[] = [];
    const portal = portalAt(world, () => fixedMoment(today), defects);
    const standing = `/api/v1/organisations/by-code/uscc/${codeOf(1)}`;
    const ended = `/api/v1/organisations/by-code/uscc/${codeOf(2)}`;
    const look = async (path: string) => {
      const answer = await portal.request(path);
      const body = (await answer.json()) as { readonly records?: { readonly total: number } };
      return [answer.status, body.records?.total];
    };
    expect(await look(standing)).toEqual([200, 1]);
    expect(await look(ended)).toEqual([200, 0]);
    // No job has ever run here: what ended, ended by itself.
    const [row] = await Promise.all([world.system.store.health.figures(today)]);
    expect(row.position).toBeGreaterThan(0);
    // The store goes away for good: readers are told so, and told when to come back.
    await world.system.close();
    const gone = await portal.request(standing);
    expect(gone.status).toBe(503);
    expect(gone.headers.get('retry-after')).toBe('30');
    expect(await gone.json()).toMatchObject({ type: '/problems/store-unavailable' });
    const page = await portal.request('/en/search?q=x');
    expect(page.status).toBe(503);
    expect((await portal.request('/health')).status).toBe(200);
  });
});
