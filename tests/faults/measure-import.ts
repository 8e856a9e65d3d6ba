import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { civilDate, createRandom } from '@credence/domain';
import type { Store, StorePlace } from '@credence/store';

import { postgresMissing, startCluster } from '../support/postgres.ts';
import { batchOf, command, newUuid, openTestStore, queryOf, stagedRow } from '../support/stores.ts';

// Run by hand: node --import tsx --conditions=@credence/source tests/faults/measure-import.ts [rows]
const rows = Number(process.argv[2] ?? 30_000);
const random = createRandom('measure');
const characters = Array.from('望澜市青禾云帆盛泰宏远嘉和信德博雅新元中联东方华兴瑞丰天成海润金石');
const nameOf = (index: number): string =>
  `${Array.from({ length: 6 }, () => random.pick(characters)).join('')}${index}号贸易`;

async function measure(label: string, place: StorePlace): Promise<void> {
  const store = await openTestStore(place);
  const home = newUuid();
  for (const file of ['registration', 'penalties', 'again'] as const) {
    const staged = Array.from({ length: rows }, (_, index) =>
      stagedRow(index + 2, {
        code: `code-${index}`,
        key: `${file === 'again' ? 'penalties' : file}-${index}`,
        hash: 'h',
        name: nameOf(index),
        registered: file === 'registration',
        visibleUntil: '2027-01-01',
        text: '未按规定期限公示年度报告，责令改正并处以罚款。'.repeat(10),
      }),
    );
    await time(`${label} ${file}`, store, async (lap) => {
      const staging = await store.staging.open();
      await store.staging.stage(staging, staged);
      lap('stage');
      const findings = await store.staging.inspect(staging);
      lap(`inspect (fresh ${findings.fresh}, known ${findings.known})`);
      await store.staging.accept(staging, command(), batchOf(home, `hash-${file}`));
      lap('accept');
    });
  }
  await time(`${label} search`, store, async (lap) => {
    const today = civilDate('2026-06-01');
    const page = { today, limit: 20, offset: 0 };
    const all = await store.register.searchNames(queryOf('贸易'), page);
    lap(`every name (${all.total})`);
    const few = await store.register.searchNames(queryOf('号贸易'), page);
    lap(`two grams (${few.total})`);
    const one = await store.register.searchNames(queryOf('望'), page);
    lap(`one character (${one.total})`);
    const rare = await store.register.searchNames(queryOf('77号贸易'), page);
    lap(`rare (${rare.total})`);
  });
  await time(`${label} rebuild`, store, async (lap) => {
    const report = await store.admin.rebuild();
    lap(`equal ${String(report.equal)}, ${report.homes} homes`);
  });
  await time(`${label} backup`, store, async (lap) => {
    const path = join(tmpdir(), `credence-measure-${process.pid}.gz`);
    const { lines } = await store.admin.backup(path);
    lap(`${lines} lines, ${Math.round(statSync(path).size / 1e6)} MB`);
    await restored(path, lap);
    rmSync(path);
  });
  await store.close();
}

/** Restores into a new embedded database, whichever engine wrote the file. */
async function restored(path: string, lap: (what: string) => void): Promise<void> {
  const empty = mkdtempSync(join(tmpdir(), 'credence-restored-'));
  const store = await openTestStore({ folder: empty });
  lap('open an empty store');
  await store.admin.restore({ path, today: civilDate('2026-06-01') });
  lap('restore into PGlite');
  await store.close();
  rmSync(empty, { recursive: true });
}

async function time(
  label: string,
  _store: Store,
  work: (lap: (what: string) => void) => Promise<void>,
): Promise<void> {
  const start = performance.now();
  let last = start;
  await work((what) => {
    const now = performance.now();
    console.log(`${label}: ${what} ${Math.round(now - last)} ms`);
    last = now;
  });
  const total = (performance.now() - start) / 1000;
  console.log(`${label}: ${total.toFixed(1)} s, ${Math.round(rows / total)} rows/s`);
}

if (postgresMissing() === undefined) {
  const cluster = await startCluster('durable');
  await measure('postgresql', await cluster.createDatabase());
  await cluster.stop();
}
const folder = mkdtempSync(join(tmpdir(), 'credence-measure-'));
await measure('pglite', { folder });
rmSync(folder, { recursive: true, force: true });
