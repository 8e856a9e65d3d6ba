import { describe, expect, it } from 'vitest';

import type { Principal } from '../access/principal.ts';
import type { Casework } from '../casework.ts';
import { createCasework } from '../create-casework.ts';
import { createTown, penaltyHeader, penaltyRow, portsOf, type Town } from '../town.test-support.ts';
import { verifyReceipt } from './receipt.ts';
import type { BatchOrder, BatchOutcome } from './supply.ts';
import { FakeInbox, testSigner, uploadOf } from './supply.test-support.ts';

const officer: Principal = {
  kind: 'official',
  account: 'wang',
  name: '王一',
  agency: 'town_office',
  roles: ['data_officer'],
};
const machine: Principal = {
  kind: 'machine',
  account: 'pipe',
  name: '案件系统',
  agency: 'town_office',
  scopes: ['intake'],
};
const good = [penaltyRow(1), penaltyRow(2)];
const broken = [penaltyRow(1), penaltyRow(2, { CF_XDR_SHXYM: '91999999MA00000000' })];

interface Desk extends Town {
  readonly inbox: FakeInbox;
}

async function openTown(): Promise<Desk & { readonly desk: Casework }> {
  const town = await createTown();
  const inbox = new FakeInbox();
  const desk = createCasework({ ...portsOf(town.store), inbox });
  return { ...town, inbox, desk };
}

async function upload(
  desk: Casework,
  rows: readonly (readonly string[])[],
  rest: { readonly principal?: Principal; readonly item?: string } = {},
): Promise<string> {
  const outcome = await desk.receiveUpload({
    principal: officer,
    item: 'penalty',
    fileName: '处罚.csv',
    bytes: uploadOf(penaltyHeader, rows),
    ...rest,
  });
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.problem));
  return outcome.id;
}

const stored = (town: Town) => town.store.entries.filter(({ kind }) => kind === 'record@1').length;

describe('a file at the desk', () => {
  it('is checked in full and stores nothing', async () => {
    const town = await openTown();
    const id = await upload(town.desk, broken);
    const outcome = await town.desk.checkUpload({ principal: officer, id });
    expect(outcome).toMatchObject({
      kind: 'found',
      view: { state: { kind: 'checked', report: { rowsRead: 2, fresh: 1, problemsTotal: 2 } } },
    });
    expect(stored(town)).toBe(0);
  });

  it('is taken whole by a second step only, and then only once', async () => {
    const town = await openTown();
    const id = await upload(town.desk, good);
    await town.desk.checkUpload({ principal: officer, id });
    const first = await town.desk.acceptUpload({ principal: officer, id, take: 'all' });
    const again = await town.desk.acceptUpload({ principal: officer, id, take: 'all' });
    expect(first.kind).toBe('taken');
    expect(again).toEqual(first);
    expect(stored(town)).toBe(2);
  });

  it('with a fault is not taken whole, and without the faulty row only on purpose', async () => {
    const town = await openTown();
    const id = await upload(town.desk, broken);
    const whole = await town.desk.acceptUpload({ principal: officer, id, take: 'all' });
    expect(whole.kind).toBe('not-taken');
    expect(stored(town)).toBe(0);
    const valid = await town.desk.acceptUpload({ principal: officer, id, take: 'valid' });
    expect(valid.kind).toBe('taken');
    expect(stored(town)).toBe(1);
  });

  it('that the register has taken in is known before anything is decided', async () => {
    const town = await openTown();
    const id = await upload(town.desk, good);
    await town.desk.acceptUpload({ principal: officer, id, take: 'all' });
    const again = await upload(town.desk, good);
    const outcome = await town.desk.checkUpload({ principal: officer, id: again });
    expect(outcome).toMatchObject({ view: { state: { kind: 'known', report: { known: 2 } } } });
  });

  it('whose bytes changed after the check is not taken', async () => {
    const town = await openTown();
    const id = await upload(town.desk, good);
    await town.desk.checkUpload({ principal: officer, id });
    for (const held of town.inbox.files.values()) held.text = held.text.replace('0.5', '9.5');
    const outcome = await town.desk.acceptUpload({ principal: officer, id, take: 'all' });
    expect(outcome).toMatchObject({ kind: 'refused', problem: { code: 'upload-changed' } });
    expect(stored(town)).toBe(0);
  });

  it('is nobody else’s, not even with its id', async () => {
    const town = await openTown();
    const id = await upload(town.desk, good);
    const other = { ...officer, account: 'li' };
    expect(await town.desk.viewUpload({ principal: other, id })).toEqual({ kind: 'gone' });
    const taken = await town.desk.acceptUpload({ principal: other, id, take: 'all' });
    expect(taken).toEqual({ kind: 'gone' });
  });

  it('that has waited too long is gone', async () => {
    const town = await openTown();
    const id = await upload(town.desk, good);
    town.inbox.now += town.inbox.keepMs;
    const taken = await town.desk.acceptUpload({ principal: officer, id, take: 'all' });
    expect(taken).toEqual({ kind: 'gone' });
  });

  it.each([
    ['nobody', { kind: 'anonymous' }],
    ['a case officer', { ...officer, roles: ['case_officer'] }],
    ['an auditor who is a data officer too', { ...officer, roles: ['data_officer', 'auditor'] }],
    ['a representative', { kind: 'representative', account: 'r', name: 'r', mandates: [] }],
  ] as const)('of %s is refused before a byte is read', async (_, principal) => {
    const town = await openTown();
    const outcome = await town.desk.receiveUpload({
      principal,
      item: 'penalty',
      fileName: 'x.csv',
      bytes: unreadable(),
    });
    expect(outcome.kind).toBe('refused');
  });

  it('is of an item that its agency supplies', async () => {
    const { desk } = await openTown();
    await expect(upload(desk, good, { item: 'nothing' })).rejects.toThrow('item-not-supplied');
  });
});

async function* unreadable(): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  throw new Error('It was read.');
}

describe('a batch of a machine', () => {
  const send = (desk: Casework, rest: Partial<BatchOrder> = {}): Promise<BatchOutcome> =>
    desk.takeBatch({
      principal: machine,
      item: 'penalty',
      acceptValid: false,
      dryRun: false,
      idempotencyKey: 'k1',
      fileName: 'batch.csv',
      bytes: uploadOf(penaltyHeader, good),
      ...rest,
    });
  const receiptOf = (outcome: BatchOutcome) => {
    if (outcome.kind !== 'taken') throw new Error(JSON.stringify(outcome));
    return outcome.batch;
  };

  it('has a receipt that verifies with the register’s key and with no other', async () => {
    const { desk } = await openTown();
    const { signed } = receiptOf(await send(desk));
    const { keys } = await desk.listKeys();
    expect(signed.receipt).toMatchObject({ source: 'town_office', counts: { recorded: 2 } });
    expect(verifyReceipt(signed, keys)).toBe(true);
    const { key } = testSigner();
    expect(verifyReceipt(signed, [{ ...key, keyId: signed.signature.keyId }])).toBe(false);
    const changed = { ...signed.receipt, counts: { ...signed.receipt.counts, recorded: 3 } };
    expect(verifyReceipt({ ...signed, receipt: changed }, keys)).toBe(false);
  });

  it('repeated with its key has one effect and the same receipt', async () => {
    const town = await openTown();
    const first = await send(town.desk);
    const again = await send(town.desk);
    expect(again).toMatchObject({ kind: 'taken', repeated: true });
    expect(receiptOf(again)).toEqual(receiptOf(first));
    expect(stored(town)).toBe(2);
  });

  it('keeps its receipt when the register signs with another key', async () => {
    const town = await openTown();
    const first = receiptOf(await send(town.desk));
    const { inbox } = town;
    const renewed = createCasework({ ...portsOf(town.store), inbox, signer: testSigner() });
    expect(receiptOf(await send(renewed))).toEqual(first);
    await renewed.enterSigningKey();
    const { keys } = await renewed.listKeys();
    expect(keys).toHaveLength(2);
    expect(verifyReceipt(first.signed, keys)).toBe(true);
  });

  it.each<[string, () => Partial<BatchOrder>]>([
    ['another file', () => ({ bytes: uploadOf(penaltyHeader, [penaltyRow(7)]) })],
    ['the valid rows alone', () => ({ acceptValid: true })],
  ])('may not use its key again for %s', async (_, other) => {
    const town = await openTown();
    await send(town.desk);
    const outcome = await send(town.desk, other());
    expect(outcome).toMatchObject({
      kind: 'refused',
      problem: { code: 'idempotency-key-reused' },
    });
    expect(stored(town)).toBe(2);
  });

  it('with a fault stores nothing and says every fault', async () => {
    const town = await openTown();
    const outcome = await send(town.desk, { bytes: uploadOf(penaltyHeader, broken) });
    expect(outcome).toMatchObject({
      kind: 'not-taken',
      problem: { code: 'batch-refused' },
      report: { problemsTotal: 2 },
    });
    expect(stored(town)).toBe(0);
  });

  it('may be tried without a key and stores nothing', async () => {
    const town = await openTown();
    const tried = await town.desk.takeBatch({
      principal: machine,
      item: 'penalty',
      acceptValid: false,
      dryRun: true,
      fileName: 'batch.csv',
      bytes: uploadOf(penaltyHeader, good),
    });
    expect(tried).toMatchObject({ kind: 'checked', report: { fresh: 2 } });
    expect(stored(town)).toBe(0);
  });

  it.each(['', 'with space', '键', 'x'.repeat(201)])(
    'is not taken under the key "%s"',
    async (key) => {
      const { desk } = await openTown();
      const outcome = await send(desk, { idempotencyKey: key });
      expect(outcome).toMatchObject({ kind: 'refused', problem: { code: 'parameter-invalid' } });
    },
  );

  it('leaves nothing in the inbox, however it ends', async () => {
    const { desk, inbox } = await openTown();
    await send(desk);
    await send(desk, { bytes: uploadOf(penaltyHeader, broken), idempotencyKey: 'k2' });
    await send(desk, { item: 'nothing', idempotencyKey: 'k3' });
    expect(inbox.files.size).toBe(0);
  });

  it('of a machine without the scope is refused', async () => {
    const { desk } = await openTown();
    const outcome = await send(desk, { principal: { ...machine, scopes: ['export'] } });
    expect(outcome).toMatchObject({ kind: 'refused', problem: { code: 'not-permitted' } });
  });
});

describe('the batches of an agency', () => {
  it('are listed newest first, those of the command line included, each with a receipt', async () => {
    const town = await openTown();
    const id = await upload(town.desk, good);
    await town.desk.acceptUpload({ principal: officer, id, take: 'all' });
    const listed = await town.desk.listBatches({ principal: officer, page: 1 });
    if (listed.kind === 'refused') throw new Error('refused');
    expect(listed.view.batches).toMatchObject([{ fileName: '处罚.csv', counts: { recorded: 2 } }]);
    const [{ batchId } = { batchId: '' }] = listed.view.batches;
    const found = await town.desk.viewBatch({ principal: officer, batchId });
    expect(found).toMatchObject({
      kind: 'found',
      view: { signed: { receipt: { batch: batchId } }, report: { rowsRead: 2 } },
    });
  });

  it('say no word of what a cell said', async () => {
    const town = await openTown();
    const id = await upload(town.desk, broken);
    await town.desk.acceptUpload({ principal: officer, id, take: 'valid' });
    const kept = town.store.entries.filter(({ kind }) => kind === 'batch-receipt@1');
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain('91999999MA00000000');
  });

  it('of another agency are not found', async () => {
    const town = await openTown();
    const found = await town.desk.viewBatch({ principal: officer, batchId: town.store.uuid() });
    expect(found).toEqual({ kind: 'not-found' });
  });
});
