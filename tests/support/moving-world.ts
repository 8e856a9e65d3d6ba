import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import type { Principal } from '@credence/casework';
import { addDays, civilDayAt, instant, type CivilDate, type Instant } from '@credence/domain';
import { openSourceFile } from '@credence/exchange';
import { commitmentOf } from '@credence/proof';
import type { StorePlace } from '@credence/store';

import { openSystem, type System } from '../../packages/cli/src/system.ts';
import { bringLaw, promulgateAll } from './law-folder.ts';
import { newSalt, newUuid, testClock } from './stores.ts';
import { market } from './world.ts';

/** A register whose days go by: every file is imported, every day passes, as a test says. */
export interface MovingWorld {
  readonly system: System;
  readonly folder: string;
  readonly clock: () => Instant;
  today(): CivilDate;
  pass(days: number): void;
  /** Without a source: a file of the market bureau. */
  import(item: string, text: string, source?: string): Promise<void>;
  /** Ends a record by decision, as of today. */
  end(home: string, recordId: string): Promise<void>;
  /** Rows of a published file, as JSON Lines have them. */
  rowsOf(dataset: string, after: string): Promise<readonly Record<string, unknown>[]>;
  newReader(): Promise<Principal & { readonly kind: 'reader' }>;
  close(): Promise<void>;
}

const zone = 'Asia/Shanghai';
const actor = { official: 'data officer', agency: market, role: 'data_officer' };

/** Opens a register that holds both Chinese editions and nothing else, at noon of the day. */
export async function openMovingWorld(place: StorePlace, from: CivilDate): Promise<MovingWorld> {
  const root = mkdtempSync(join(tmpdir(), 'credence-moving-'));
  const folder = place.folder ?? root;
  const clock = testClock(Date.parse(`${from}T04:00:00Z`));
  // A journal in which two commands never share a moment, as on a machine that does anything else.
  const ticking = (): Instant => (clock.now = instant(clock.now + 1));
  const { url, ownerUrl, eraserUrl } = place;
  if (place.folder !== undefined) await bringLaw(place.folder);
  const system = await openSystem(
    {
      port: 1,
      dataFolder: folder,
      ...(url === undefined ? {} : { databaseUrl: url }),
      ...(ownerUrl === undefined ? {} : { ownerUrl }),
      ...(eraserUrl === undefined ? {} : { eraserUrl }),
    },
    { clock: ticking },
  );
  const today = (): CivilDate => civilDayAt(clock.now, zone);
  if (place.folder === undefined) await promulgateAll(system, from);
  await system.casework.addAgency({
    code: market,
    name: { zh: '望澜市市场监督管理局', en: 'Wanglan Market Regulation Bureau' },
    supplies: ['registration', 'administrative_penalty', 'administrative_licence'],
    actor,
  });
  let files = 0;
  return {
    system,
    folder,
    clock: ticking,
    today,
    pass: (days) => {
      const at = addDays(today(), days);
      clock.now = instant(Date.parse(`${at}T04:00:00Z`));
    },
    async import(item, text, source = market) {
      files += 1;
      const path = join(root, `${item}-${String(files)}.csv`);
      writeFileSync(path, text);
      const opened = await openSourceFile(path);
      if (opened.kind === 'refused') throw new Error(`${path}: ${opened.problem}`);
      const by = { ...actor, agency: source };
      const order = { file: opened.file, item, source, actor: by, acceptValid: true };
      const outcome = await system.casework.importFile(order);
      if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome));
    },
    end: (home, recordId) => endRecord(system, { home, recordId, on: today() }),
    async rowsOf(dataset, after) {
      const path = join(folder, 'downloads', after, `${dataset}.jsonl.gz`);
      return linesOf(gunzipSync(await readFile(path)).toString('utf8'));
    },
    newReader: () => newReader(system),
    async close() {
      await system.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

async function endRecord(
  system: System,
  end: { readonly home: string; readonly recordId: string; readonly on: CivilDate },
): Promise<void> {
  const { home, recordId, on } = end;
  const payload = { recordId, on, because: 'annulled' };
  const salt = newSalt();
  await system.store.journal.record({ actor, purpose: 'correction', basis: [] }, [
    {
      id: newUuid(),
      home,
      stream: recordId,
      kind: 'record-ended@1',
      payload,
      salt,
      commitment: commitmentOf(salt, payload),
    },
  ]);
}

async function newReader(system: System): Promise<Principal & { readonly kind: 'reader' }> {
  const made = await system.casework.createReaderKey({ holder: 'private', purpose: 'other' });
  if (made.kind === 'refused') throw new Error(JSON.stringify(made));
  const reader = await system.casework.readerOfKey(made.key);
  if (reader === undefined) throw new Error('The new key opens nothing.');
  return reader;
}

/** The objects of a text in JSON Lines. */
export function linesOf(text: string): readonly Record<string, unknown>[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
