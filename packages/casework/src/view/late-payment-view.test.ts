import { civilDate, jsonOf } from '@credence/domain';
import { beforeAll, describe, expect, it } from 'vitest';

import {
  Play,
  firm,
  nation,
  notice,
  officer,
  penalty,
  platform,
  served,
} from '../case/case.test-support.ts';
import { caseStream } from '../case/desk/fold-cases.ts';
import type { CaseOpened, Hand } from '../entry/case-payload.ts';
import { FakeStore } from '../fake-ports.test-support.ts';
import { newEntry } from '../matter/file-matters.ts';
import { checkCopies } from '../reading/check-copy.ts';
import { latePaymentFingerprint } from '../reading/fingerprint.ts';
import { startAnswer } from './answer-clock.ts';
import { viewLatePayments } from './late-payment-view.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

const home = '00000000-0000-7000-8000-00000000000a';
const supplier: Hand = { kind: 'party', as: 'creditor', name: '供货公司' };
const amount = { amount: 123_456_789, currency: 'CNY' };
const bureau = penalty({ subject: { ...penalty().subject, kind: 'public_body' } });

/** A debt that a public body confirmed on 2026-03-10 and paid, or not, on 2026-03-20. */
async function storeOf(given: { readonly named?: boolean; readonly isPaid?: boolean }) {
  const matter: CaseOpened['matter'] = {
    ...{ case: 'payment-complaint', clock: 'complaint.payment', creditor: '供货公司' },
    ...{ contract: '望采〔2026〕1号', deliveredOn: civilDate('2026-01-05') },
    ...{ dueOn: civilDate('2026-02-04'), amount, points: [{ text: '未付款' }] },
    ...(given.named === undefined ? {} : { named: given.named }),
  };
  const play = new Play([bureau]);
  play.open('P', '2026-03-02', supplier, { matter });
  play.must('P', '2026-03-03', platform, { kind: 'checked', finding: '转交' });
  play.must('P', '2026-03-04', officer, { kind: 'accepted' });
  play.must('P', '2026-03-05', officer, { ...notice, measures: [] });
  play.must('P', '2026-03-06', officer, served('notice', '2026-03-06'));
  play.must('P', '2026-03-10', firm, { kind: 'confirmed', amount, proof: '对账单' });
  if (given.isPaid === true) {
    const paidOn = civilDate('2026-03-20');
    play.must('P', '2026-03-20', firm, { kind: 'paid', amount, paidOn, proof: '回单' });
  }
  const store = new FakeStore();
  const stream = caseStream('P');
  const acts = play.file('P').actions.map((action) => {
    const entry = { home, stream, kind: `case-${action.kind}@1`, payload: jsonOf(action) };
    return newEntry(store, entry, undefined);
  });
  const record = { home, stream: 'p1', kind: 'record@1', payload: jsonOf(bureau) };
  const actor = { official: '王一', agency: 'market', role: 'case_officer' };
  const command = { actor, purpose: 'supervision', basis: [] };
  await store.journal.record(command, [newEntry(store, record, undefined), ...acts]);
  return store;
}

type Given = Parameters<typeof storeOf>[0];

async function shownOn(day: string, today: string, given: Given = {}) {
  const rulebook = nation();
  const edition = rulebook.on(civilDate(today));
  if (edition === undefined) throw new Error('There is no law.');
  const clock = { today: civilDate(today), day: civilDate(day) };
  const entries = (await storeOf(given)).entriesOf(home);
  return viewLatePayments(home, entries, { rulebook, edition, clock });
}

const unknown = '0'.repeat(64);

/** What copies are on a day; all is paid on 2026-03-20. */
async function copiesOn(day: string, queries: Parameters<typeof checkCopies>[2]) {
  const rulebook = nation();
  const today = civilDate(day);
  const store = await storeOf({ isPaid: true });
  const loader = { load: () => Promise.resolve(rulebook), current: () => rulebook };
  const clock = () => store.now;
  const answering = await startAnswer({ journal: store.journal, loader, clock, today });
  return checkCopies(store, answering, queries);
}

describe('a late payment as anybody reads it', () => {
  it('tells the sum to two digits and nothing of the creditor, who may wish otherwise', async () => {
    const [shown] = await shownOn('2026-03-12', '2026-03-12');
    expect(shown).toMatchObject({
      ...{ amount: { amount: 120_000_000, currency: 'CNY' }, because: 'confirmed' },
      ...{ begins: '2026-03-10', confirmBy: '2026-09-10', ends: '2029-03-02' },
    });
    expect(JSON.stringify(shown)).not.toMatch(/供货公司|望采|123456789/);
    const [named] = await shownOn('2026-03-12', '2026-03-12', { named: true });
    expect(named?.creditor).toBe('供货公司');
    expect(await shownOn('2026-03-12', '2026-03-12', { named: false })).toEqual([shown]);
  });

  it('is not there before it may be shown, nor once it is paid, for any day', async () => {
    expect(await shownOn('2026-03-09', '2026-03-12')).toEqual([]);
    for (const day of ['2026-03-12', '2026-03-20']) {
      expect(await shownOn(day, '2026-03-20', { isPaid: true })).toEqual([]);
    }
    expect(await shownOn('2026-03-19', '2026-03-19', { isPaid: true })).toHaveLength(1);
  });

  it('makes a copy of the whole stale the day it begins and the day it ends', async () => {
    const printOn = async (day: string): Promise<string> => {
      const [answer] = await copiesOn(day, [{ organisation: home, fingerprint: unknown }]);
      if (answer?.kind !== 'changed') throw new Error(answer?.kind);
      return answer.fingerprint;
    };
    const [before, during, after] = [
      await printOn('2026-03-09'),
      await printOn('2026-03-12'),
      await printOn('2026-03-20'),
    ];
    expect(during).not.toBe(before);
    expect(after).toBe(before);
    const [shown] = await shownOn('2026-03-12', '2026-03-12', { isPaid: true });
    if (shown === undefined) throw new Error('It is shown.');
    const own = { organisation: home, record: 'P', fingerprint: latePaymentFingerprint(shown) };
    const askOn = async (day: string) => (await copiesOn(day, [own])).map(({ kind }) => kind);
    expect(await askOn('2026-03-12')).toEqual(['current']);
    expect(await askOn('2026-03-20')).toEqual(['not-published']);
  });
});
