import type { OpenDownloadOutcome } from '@credence/casework';
import { addDays, civilDate } from '@credence/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { sharedContext } from '../../packages/cli/src/command/context.ts';
import { runProgram } from '../../packages/cli/src/program.ts';
import type { Terminal } from '../../packages/cli/src/terminal.ts';
import { licenceFile, penaltyFile, registrationFile } from '../support/city-files.ts';
import { openMovingWorld, type MovingWorld } from '../support/moving-world.ts';
import { testEngines, type TestEngine } from '../support/stores.ts';

const dataset = 'administrative_penalty';
const anyone = { kind: 'anonymous' } as const;
const auditor = {
  kind: 'official',
  account: 'auditor-1',
  name: '审计员',
  agency: 'board',
  roles: ['auditor'],
} as const;

describe.each(testEngines())('who takes adverse records, on %s', (_, start) => {
  let engine: TestEngine;
  let world: MovingWorld;
  beforeAll(async () => {
    engine = await start();
    world = await openMovingWorld(await engine.newPlace(), civilDate('2026-06-01'));
    await world.import('registration', registrationFile([1, 2]));
    await world.import(
      'penalty',
      penaltyFile([
        { of: 1, number: '望〔2026〕1号', decided: '2026-05-04' },
        // Not registered: known from this record alone, whose publicity ends in three days.
        { of: 9, number: '望〔2025〕9号', decided: '2025-06-04' },
      ]),
    );
    await world.import(
      'licence',
      licenceFile([
        { of: 2, number: '望许〔2026〕2号', decided: '2026-05-04', until: '2026-06-20' },
      ]),
    );
  });
  afterAll(async () => {
    await world.close();
    await engine.stop();
  });

  it('publishes by itself, once for a state, and again on the next day', async () => {
    const { casework } = world.system;
    expect(await casework.keepDownloads()).toEqual({ removed: 0, published: true });
    expect(await casework.keepDownloads()).toEqual({ removed: 0, published: false });
    expect((await casework.publishDownloads()).kind).toBe('known');
  });

  it('publishes by command, and says what it wrote', async () => {
    let out = '';
    const terminal: Terminal = {
      cwd: world.folder,
      language: 'en',
      isTty: false,
      columns: 100,
      out: (text) => (out += text),
      err: (text) => (out += text),
    };
    const context = sharedContext({ port: 1, dataFolder: world.folder }, terminal, world.system);
    expect(await runProgram(['publish'], context)).toBe(0);
    expect(out).toMatch(/2026-06-01 {2}administrative_penalty {2}2 {2}jsonl \d+/);
  });

  it('takes a file from the shelf on the very day on which anything in it ends', async () => {
    const { casework } = world.system;
    const { manifests } = await casework.listDownloads();
    const manifest = manifests.find((each) => each.dataset === dataset);
    expect(manifest).toMatchObject({ rows: 2, servedUntil: '2026-06-04' });
    expect(manifest?.validUntil).toBe(addDays(civilDate('2026-06-01'), 7));
    expect(manifests.find((each) => each.dataset === 'registration')?.servedUntil).toBe(
      addDays(civilDate('2026-06-01'), 31),
    );
  });

  it('suspends a reader that leaves withdrawals unacknowledged, until it has said so', async () => {
    const { casework } = world.system;
    const reader = await world.newReader();
    const file = { dataset, file: `${dataset}.csv` };
    const taken = await casework.openDownload(reader, file);
    if (taken.kind !== 'opened') throw new Error('The file should open.');
    const held = taken.manifest.after;
    for await (const piece of taken.bytes) expect(piece.byteLength).toBeGreaterThan(0);

    // Three days later one record has ended by itself: no entry says so, the reader is told.
    world.pass(3);
    expect(await casework.openDownload(reader, file)).toMatchObject({
      problem: { code: 'download-not-here' },
    });
    const told = await casework.listWithdrawals(reader, {});
    if (told.kind !== 'found') throw new Error(JSON.stringify(told.problem));
    expect(told.view.changes).toMatchObject([{ op: 'DEL', dataset, cause: 'time' }]);
    const open = await casework.listUnacknowledged(auditor);
    expect(open).toMatchObject({ readers: [{ account: reader.account, open: 1, overdue: false }] });

    await casework.keepDownloads();
    expect(await kindOf(casework.openDownload(reader, file))).toBe('opened');

    world.pass(5);
    await casework.keepDownloads();
    const refused = { kind: 'refused', problem: { code: 'withdrawals-unacknowledged' } };
    expect(await casework.openDownload(reader, file)).toMatchObject(refused);
    expect(await casework.listChanges(reader, { after: held })).toMatchObject(refused);
    expect(await casework.listUnacknowledged(auditor)).toMatchObject({
      readers: [{ account: reader.account, overdue: true }],
    });

    const { timepoint } = told.view;
    const said = await casework.acknowledgeWithdrawals(reader, { timepoint });
    expect(said).toMatchObject({ kind: 'acknowledged', timepoint });
    expect(await kindOf(casework.openDownload(reader, file))).toBe('opened');
    expect(await casework.listUnacknowledged(auditor)).toMatchObject({ readers: [] });
  });

  it('names to nobody without a key what has ended: a licence that ran out, a penalty', async () => {
    const { casework } = world.system;
    const { manifests } = await casework.listDownloads();
    const after = manifests.find((each) => each.dataset === 'registration')?.after ?? '';
    world.pass(14);
    const outcome = await casework.listChanges(anyone, { after });
    if (outcome.kind !== 'found') throw new Error(JSON.stringify(outcome.problem));
    expect(outcome.view.changes).toEqual([]);
    expect(outcome.view.next).toBeUndefined();
    const keyed = await casework.listChanges(await world.newReader(), { after });
    if (keyed.kind !== 'found') throw new Error(JSON.stringify(keyed.problem));
    expect(keyed.view.changes).toMatchObject([
      { op: 'DEL', dataset: 'administrative_licence', cause: 'time' },
    ]);
  });

  it('sends a copy that is older than the window to the full files', async () => {
    const { casework } = world.system;
    await casework.keepDownloads();
    const { manifests } = await casework.listDownloads();
    const after = manifests[0]?.after ?? '';
    world.pass(32);
    for (const principal of [anyone, await world.newReader()]) {
      expect(await casework.listChanges(principal, { after })).toMatchObject({
        kind: 'refused',
        problem: { code: 'changes-too-old' },
      });
    }
  });

  it('opens nothing for a key that nobody has, and keeps no key', async () => {
    const { casework, store } = world.system;
    const made = await casework.createReaderKey({ holder: '望澜日报社', purpose: 'journalism' });
    if (made.kind !== 'created') throw new Error(JSON.stringify(made.problem));
    expect(await casework.readerOfKey(made.key)).toMatchObject({ account: made.account });
    expect(await casework.readerOfKey(`${made.key}x`)).toBeUndefined();
    expect(await casework.readerOfKey('')).toBeUndefined();
    const entries = await store.journal.entriesOf(made.account);
    expect(JSON.stringify(entries)).not.toContain(made.key);
    expect(JSON.stringify(await store.register.accountsIn(made.account))).not.toContain(made.key);
  });

  it.each([
    { holder: '', purpose: 'research', field: 'holder' },
    { holder: '13800013800', purpose: 'research', field: 'holder' },
    { holder: 'private', purpose: 'curiosity', field: 'purpose' },
  ])('asks for nothing about a person: $holder, $purpose', async ({ holder, purpose, field }) => {
    const outcome = await world.system.casework.createReaderKey({ holder, purpose });
    expect(outcome).toMatchObject({ problem: { code: 'holder-unusable', params: { field } } });
    expect(JSON.stringify(outcome)).not.toContain('13800013800');
  });

  it('keeps withdrawals of one reader from another, and oversight from both', async () => {
    const { casework } = world.system;
    const reader = await world.newReader();
    for (const principal of [anyone, reader]) {
      expect(await casework.listUnacknowledged(principal)).toMatchObject({ kind: 'refused' });
    }
    expect(await casework.listWithdrawals(anyone, {})).toMatchObject({
      problem: { code: 'key-needed' },
    });
    expect(await casework.listWithdrawals(auditor, {})).toMatchObject({
      problem: { code: 'key-needed' },
    });
    expect(await casework.acknowledgeWithdrawals(auditor, { timepoint: 'x' })).toMatchObject({
      problem: { code: 'key-needed' },
    });
  });
});

/** What came of opening a file, which is closed again. */
async function kindOf(opening: Promise<OpenDownloadOutcome>): Promise<string> {
  const outcome = await opening;
  if (outcome.kind === 'opened') await outcome.bytes[Symbol.asyncIterator]().return?.();
  return outcome.kind;
}
