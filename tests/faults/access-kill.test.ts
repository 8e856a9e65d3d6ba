import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { createRandom } from '@credence/domain';
import type { Store, StorePlace } from '@credence/store';
import pg from 'pg';
import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';

import { skipsPostgres, startCluster, type Cluster } from '../support/postgres.ts';
import {
  clerk,
  command,
  newEntry,
  newUuid,
  openTestStore,
  testEngines,
} from '../support/stores.ts';

const long = process.env['CREDENCE_LONG'] === '1';
const kills = long ? 1_000 : 4;
/** A kill takes about a second; more on a machine with other work. */
const KILL_MS_MAX = 10_000;
const source = fileURLToPath(new URL('./access-child.ts', import.meta.url));

/**
 * How a reader starts. A thousand of them start as plain JavaScript over the built packages, which
 * takes a third of the time; a handful need no build.
 */
function readerArguments(): readonly string[] {
  if (!long) return ['--import', 'tsx', '--conditions=@credence/source', source];
  // Below `node_modules`, so that the packages of this checkout are found from there.
  const folder = fileURLToPath(new URL('../../node_modules/.cache/credence/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  const { outputText } = ts.transpileModule(readFileSync(source, 'utf8'), {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 },
  });
  const plain = join(folder, 'access-child.mjs');
  writeFileSync(plain, outputText);
  return [plain];
}

/** A reader that has loaded itself, or is about to, and waits for its order. */
function startReader(args: readonly string[]) {
  const running = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  let said = '';
  let errors = '';
  running.stdout.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  running.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString('utf8')));
  const exited = new Promise((resolve) => running.once('close', resolve));
  const kill = async (): Promise<void> => {
    running.kill('SIGKILL');
    await exited;
  };
  return {
    kill,
    /** Lets it read, kills it at a random moment; answers with the reads that were served. */
    async readAndKill(order: object, afterMs: number): Promise<readonly number[]> {
      running.stdin.write(`${JSON.stringify(order)}\n`);
      for (let waited = 0; !said.includes('served'); waited += 10) {
        if (waited > 60_000 || running.exitCode !== null) throw new Error(`Not ready: ${errors}`);
        await wait(10);
      }
      await wait(afterMs);
      await kill();
      return [...said.matchAll(/^served \S+ (\d+)$/gm)].map(([, number]) => Number(number));
    },
  };
}

/** Numbers of the reads that the subjects are shown, each as often as it is shown. */
async function shown(store: Store, homes: readonly string[]): Promise<readonly number[]> {
  const accesses = await Promise.all(homes.map((home) => store.journal.accessesTo(home)));
  return accesses.flat().flatMap(({ fields }) => fields.map((field) => Number(field.slice(5))));
}

describe('reads served are reads shown, whenever the reader is killed', () => {
  const random = createRandom('access-kill', Number(process.env['CREDENCE_SEED'] ?? 1));

  it.each(testEngines())(
    'on %s',
    async (_, start) => {
      const engine = await start();
      const place: StorePlace = await engine.newPlace();
      const homes = [newUuid(), newUuid(), newUuid()];
      const prepared = await openTestStore(place);
      await prepared.journal.record(
        command(),
        homes.map((home) => newEntry({ text: 'closed' }, { home })),
      );
      await prepared.close();

      const served: number[] = [];
      let from = 0;
      const args = readerArguments();
      let next = startReader(args);
      for (let kill = 0; kill < kills; kill += 1) {
        // The one after it loads while this one reads; only one at a time has the store open.
        const reader = next;
        next = startReader(args);
        served.push(...(await reader.readAndKill({ place, homes, from }, random.below(120))));
        from = (kill + 1) * 1_000_000;
      }
      await next.kill();
      const store = await openTestStore(place);
      const seen = await shown(store, homes);
      await store.close();
      await engine.stop();

      expect(served.length).toBeGreaterThan(kills);
      expect(new Set(seen).size).toBe(seen.length);
      expect(served.filter((number) => !seen.includes(number))).toEqual([]);
      // Only the read that was under way at each kill may be shown without having been said.
      expect(seen.length - served.length).toBeLessThanOrEqual(kills);
    },
    Math.max(120_000, kills * KILL_MS_MAX),
  );
});

describe.skipIf(skipsPostgres())('a look that cannot be written down', () => {
  let cluster: Cluster;
  afterAll(() => cluster.stop());

  it('is not given', async () => {
    cluster = await startCluster();
    const { url, ownerUrl, eraserUrl, adminUrl } = await cluster.createDatabase();
    const store = await openTestStore({ url, ownerUrl, eraserUrl });
    const home = newUuid();
    await store.journal.record(command(), [newEntry({ text: 'closed' }, { home })]);
    const admin = new pg.Client({ connectionString: adminUrl });
    await admin.connect();
    await admin.query('revoke insert on credence.access_entry from credence_app');
    const access = { reader: clerk, purpose: 'supervision', fields: ['records'] };
    await expect(store.journal.readWithAccess(access, home)).rejects.toThrow();
    await admin.query('grant insert on credence.access_entry to credence_app');
    expect(await store.journal.readWithAccess(access, home)).toHaveLength(1);
    expect(await store.journal.accessesTo(home)).toHaveLength(1);
    await admin.end();
    await store.close();
  });
});
