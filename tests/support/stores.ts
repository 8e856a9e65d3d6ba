import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type {
  Actor,
  Command,
  HomeRows,
  NameQuery,
  NameWay,
  NewEntry,
  StagedRow,
} from '@credence/casework';
import { civilDate, createRandom, instant, type Instant, type JsonValue } from '@credence/domain';
import { base64url, commitmentOf, uuidV7 } from '@credence/proof';
import { openStore, type Store, type StoreOptions, type StorePlace } from '@credence/store';

import { fakeProjector, foldName, type TestPayload } from './fake-projector.ts';
import { copyFolder } from './folder-template.ts';
import { postgresMissing, skipsPostgres, startCluster, type Cluster } from './postgres.ts';

/** A clock that stands still until it is moved, forwards or backwards. */
export interface TestClock {
  now: Instant;
  (): Instant;
}

export function testClock(at = 1_780_000_000_000): TestClock {
  const clock = (): Instant => clock.now;
  clock.now = instant(at);
  return clock;
}

// Processes that write into one store need ids of their own.
const random = createRandom('tests of the store', process.pid);
let made = 0;
/** Ids that grow, as those of the store do. */
export const newUuid = (): string => uuidV7(1_780_000_000_000 + (made += 1), random.bytes(10));
export const newSalt = (): string => base64url(random.bytes(16));

export const clerk: Actor = { official: 'Lin Wei', agency: 'wl-market', role: 'clerk' };

export function command(overrides: Partial<Command> = {}): Command {
  return { actor: clerk, purpose: 'supervision', basis: ['example-law#art-1'], ...overrides };
}

export function newEntry(
  payload: TestPayload,
  overrides: Partial<Omit<NewEntry, 'payload' | 'commitment'>> = {},
): NewEntry {
  const id = newUuid();
  const salt = overrides.salt ?? newSalt();
  // A payload is plain data; the round trip gives it the type that says so.
  const value = JSON.parse(JSON.stringify(payload)) as JsonValue;
  return {
    id,
    home: newUuid(),
    stream: id,
    kind: 'record@1',
    ...overrides,
    salt,
    payload: value,
    commitment: commitmentOf(salt, value),
  };
}

/** A query in the keys of `foldName`: whole, beginning, anywhere, then as Latin letters. */
export function queryOf(text: string): NameQuery {
  const { folded, grams } = foldName(text);
  const letters = [...folded];
  const name = { match: 'name', key: 'folded' } as const;
  const latin = (key: 'pinyin' | 'initials'): NameWay[] => [
    { match: key, key, how: 'equal', texts: [folded] },
    { match: key, key, how: 'prefix', text: folded },
  ];
  return {
    ways: [
      { ...name, how: 'equal', texts: [folded] },
      { ...name, how: 'prefix', text: folded },
      ...(letters.length > 1 ? [{ ...name, how: 'inside', text: folded, grams } as const] : []),
      ...(/^[a-z]+$/.test(folded) ? [...latin('pinyin'), ...latin('initials')] : []),
    ],
  };
}

/** A row of a file about the organisation with this code. */
export function stagedRow(
  row: number,
  about: {
    readonly code: string;
    readonly key?: string;
    readonly hash?: string;
    readonly name?: string;
    readonly registered?: boolean;
    readonly visibleUntil?: string;
    readonly eraseOn?: string;
    readonly further?: readonly { readonly scheme: string; readonly value: string }[];
    readonly text?: string;
  },
): StagedRow {
  const identifier = { scheme: 'uscc', value: about.code };
  const key = {
    item: 'penalty',
    key: about.key ?? `doc-${row}`,
    hash: about.hash ?? `hash-${row}`,
  };
  const names = about.name === undefined ? [] : [about.name];
  const identifiers = about.further ?? [];
  const { id, stream, kind, payload, salt, commitment, eraseOn } = newEntry(
    {
      key,
      names,
      identifiers: [identifier, ...identifiers],
      registered: about.registered ?? false,
      ...(about.visibleUntil === undefined ? {} : { visibleUntil: about.visibleUntil }),
      ...(about.text === undefined ? {} : { text: about.text }),
    },
    about.eraseOn === undefined ? {} : { eraseOn: civilDate(about.eraseOn) },
  );
  const entry = {
    ...{ id, stream, kind, payload, salt, commitment },
    ...(eraseOn === undefined ? {} : { eraseOn }),
  };
  return {
    row,
    identifier,
    identifiers,
    recordKey: { item: key.item, key: key.key, contentHash: key.hash, recordId: entry.stream },
    entry,
    registered: about.registered ?? false,
    ...(about.visibleUntil === undefined ? {} : { visibleUntil: about.visibleUntil }),
    names: names.map((name) => ({ name, keys: foldName(name) })),
  };
}

/** The entry and row of a batch from one agency's home. */
export function batchOf(
  home: string,
  fileHash: string,
): { readonly entry: NewEntry; readonly row: HomeRows['batches'][number] } {
  const batchId = newUuid();
  const batch = { source: 'wl-market', item: 'penalty', fileHash, mapping: 'none' };
  return {
    entry: newEntry({ batchId, batch }, { home, stream: 'batches', kind: 'batch@1' }),
    row: { home, batchId, ...batch },
  };
}

/** Stages and accepts rows as one file. */
export async function importRows(
  { staging }: Pick<Store, 'staging'>,
  rows: readonly StagedRow[],
  file: { readonly home: string; readonly hash: string },
): ReturnType<Store['staging']['accept']> {
  const id = await staging.open();
  await staging.stage(id, rows);
  return staging.accept(id, command({ purpose: 'intake' }), batchOf(file.home, file.hash));
}

/** One engine on which the same tests run, with a fresh place for each store. */
export interface TestEngine {
  readonly name: 'pglite' | 'postgresql';
  newPlace(): Promise<StorePlace>;
  stop(): Promise<void>;
}

/** The engines of this machine: the embedded one always, a server where there is one. */
export function testEngines(): readonly (readonly [
  name: string,
  start: () => Promise<TestEngine>,
])[] {
  const pglite = ['pglite', startPglite] as const;
  if (skipsPostgres()) return [pglite];
  return [pglite, ['postgresql', startPostgresql] as const];
}

export { postgresMissing };

/** The embedded engine alone. */
export async function startPglite(): Promise<TestEngine> {
  const template = await pgliteTemplate();
  const root = mkdtempSync(join(tmpdir(), 'credence-lite-'));
  let count = 0;
  return {
    name: 'pglite',
    newPlace() {
      count += 1;
      const folder = join(root, `store-${count}`);
      copyFolder(template, folder);
      return Promise.resolve({ folder });
    },
    stop() {
      rmSync(root, { recursive: true, force: true });
      return Promise.resolve();
    },
  };
}

/** A migrated, empty database: creating one takes seconds, copying one does not. */
async function pgliteTemplate(): Promise<string> {
  const migrations = new URL('../../packages/store/migrations/', import.meta.url);
  const hash = createHash('sha256');
  for (const file of readdirSync(migrations).sort()) {
    hash.update(file).update(readFileSync(new URL(file, migrations)));
  }
  const template = join(tmpdir(), `credence-template-${hash.digest('hex').slice(0, 16)}`);
  if (existsSync(template)) return template;
  const unfinished = mkdtempSync(`${template}-`);
  const store = await openStore({
    folder: unfinished,
    projector: fakeProjector,
    clock: testClock(),
  });
  await store.close();
  try {
    renameSync(unfinished, template);
  } catch {
    // Another test file was faster; its template is as good.
    rmSync(unfinished, { recursive: true, force: true });
  }
  return template;
}

async function startPostgresql(): Promise<TestEngine> {
  const cluster: Cluster = await startCluster();
  return {
    name: 'postgresql',
    async newPlace() {
      const { url, ownerUrl, eraserUrl } = await cluster.createDatabase();
      return { url, ownerUrl, eraserUrl };
    },
    stop: () => cluster.stop(),
  };
}

/** Opens a store for a test, by default with the fake projector and a clock that stands still. */
export function openTestStore(
  place: StorePlace,
  overrides: Partial<StoreOptions> = {},
): Promise<Store> {
  return openStore({ projector: fakeProjector, clock: testClock(), ...place, ...overrides });
}
