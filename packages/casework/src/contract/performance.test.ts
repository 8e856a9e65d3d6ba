import type { JsonValue } from '@credence/domain';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { nation } from '../case/case.test-support.ts';
import {
  bureau,
  codesIn,
  delivered,
  firm,
  head,
  idOf,
  openTown,
  sidesOf,
  supplier,
  type ContractTown,
} from './contracts.test-support.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

let town: ContractTown;
beforeEach(async () => {
  town = await openTown();
});
const { opened, act, overdue, shownOn } = sidesOf(() => town);

const ownView = async (day: string, id: string) => {
  const found = await town.on(day).viewOwnContract(supplier, { home: firm, contractId: id });
  if (found.kind !== 'found') throw new Error(found.kind);
  return found.view.view;
};

describe('how a contract is performed', () => {
  it('pays a part that was accepted, holds retention money back to its own day, and rests in force majeure', async () => {
    const id = await opened();
    const part: JsonValue = {
      ...{ kind: 'delivered', delivery: 'd1', deliveredOn: '2026-01-10', amount: 4_000_000 },
      ...{ partial: true, retention: { amount: 200_000, dueOn: '2027-01-10' } },
    };
    idOf(await act('2026-01-12', 'supplier', id, part));
    const [first] = (await ownView('2026-02-19', id)).deliveries;
    expect(first).toMatchObject({ partial: true, overdue: 3_800_000 });
    expect(first?.tranches).toMatchObject([
      { kind: 'undisputed', amount: 3_800_000, dueOn: '2026-02-09', overdue: true },
      { kind: 'retention', amount: 200_000, dueOn: '2027-01-10', overdue: false },
    ]);
    const flood: JsonValue = {
      ...{ kind: 'proposed', reason: '洪水停工' },
      rests: { from: '2026-01-20', until: '2026-01-30' },
    };
    idOf(await act('2026-02-19', 'buyer', id, flood));
    // What one side says alone moves no day.
    expect((await ownView('2026-02-19', id)).deliveries[0]?.due.dueOn).toBe('2026-02-09');
    expect(codesIn(await act('2026-02-19', 'buyer', id, { kind: 'agreed', place: 1 }))).toEqual([
      'contract-step-closed',
    ]);
    idOf(await act('2026-02-19', 'supplier', id, { kind: 'agreed', place: 1 }));
    expect((await ownView('2026-02-19', id)).deliveries).toMatchObject([
      { due: { dueOn: '2026-02-19' }, overdue: 0 },
    ]);
  });

  it('keeps a claimed breach of either side between the two until it is admitted', async () => {
    const id = await overdue();
    // In public at all, since the payer has put its hand to it.
    idOf(await act('2026-02-19', 'buyer', id, { kind: 'confirmed', delivery: 'd1', amount: 1 }));
    const claim = (text: string): JsonValue => ({ kind: 'breach-claimed', text });
    idOf(await act('2026-02-19', 'supplier', id, claim('未按约验收')));
    idOf(await act('2026-02-19', 'buyer', id, claim('少交两张')));
    const published = async () => {
      const found = await town.on('2026-02-20').viewPublicContracts(bureau);
      return found.kind === 'found' ? found.view.contracts.flatMap(({ admitted }) => admitted) : [];
    };
    expect(await published()).toEqual([]);
    const admit = { kind: 'breach-admitted', place: 3 };
    expect(codesIn(await act('2026-02-19', 'supplier', id, admit))).toEqual([
      'contract-step-closed',
    ]);
    idOf(await act('2026-02-19', 'buyer', id, admit));
    idOf(await act('2026-02-20', 'supplier', id, { kind: 'breach-admitted', place: 4 }));
    expect(await published()).toEqual([
      { of: 'buyer', on: '2026-02-19' },
      { of: 'supplier', on: '2026-02-20' },
    ]);
  });

  it('pays in advance, and what was paid before is not owed again', async () => {
    const id = await opened();
    const advance: JsonValue = {
      ...{ kind: 'advanced', amount: 3_000_000, paidOn: '2026-01-08', proof: '预付' },
    };
    idOf(await act('2026-01-08', 'buyer', id, advance));
    idOf(await act('2026-01-12', 'supplier', id, delivered));
    expect((await ownView('2026-02-19', id)).deliveries).toMatchObject([
      { balance: 7_000_000, overdue: 7_000_000, interest: 35_000 },
    ]);
    const rest = { ...advance, amount: 7_000_001 };
    expect(codesIn(await act('2026-02-19', 'buyer', id, rest))).toEqual(['contract-sum']);
  });
});

describe('what is shown of a debt', () => {
  it('is the part that the payer confirmed, less what it paid since', async () => {
    const id = await overdue();
    const confirmed = { kind: 'confirmed', delivery: 'd1', amount: 4_000_000 };
    idOf(await act('2026-02-20', 'buyer', id, confirmed));
    expect(await shownOn('2026-02-21')).toMatchObject([{ amount: { amount: 4_000_000 } }]);
    const pay: JsonValue = {
      kind: 'paid',
      delivery: 'd1',
      paidOn: '2026-02-22',
      proof: '回单',
      amount: 1,
    };
    idOf(await act('2026-02-22', 'buyer', id, { ...pay, amount: 4_000_000 }));
    expect(await shownOn('2026-02-22')).toEqual([]);
  });

  it('takes the body off the list of bodies once nothing of it stands', async () => {
    const id = await overdue();
    const names = async (day: string) =>
      (await town.on(day).listPublicBodies()).bodies.map((each) => each.latePayments);
    const whole = { kind: 'confirmed', delivery: 'd1', amount: 10_000_000 };
    idOf(await act('2026-02-20', 'buyer', id, whole));
    expect(await names('2026-02-21')).toEqual([1]);
    const paid = { kind: 'paid', delivery: 'd1', amount: 10_000_000, paidOn: '2026-03-01' };
    idOf(await act('2026-03-01', 'buyer', id, { ...paid, proof: '回单' }));
    expect(await names('2026-03-01')).toEqual([]);
  });
});

describe('the law told beside a contract', () => {
  it('is the card’s, row by row: duties, clauses and what may follow', async () => {
    const { law } = await ownView('2026-02-19', await opened());
    const articles = ({ duties, consequences }: typeof law) =>
      [...duties, ...consequences].map(({ code, basis }) => [
        code,
        basis.map(({ citation }) => citation.at).join(' '),
      ]);
    expect(articles(law)).toEqual([
      ['test_delayed', 'art-10'],
      ['deposits', 'art-13'],
      ['undisputed_part', 'art-15'],
      ['receivable', 'art-16'],
      ['disclosure', 'art-18'],
      ['no_retaliation', 'art-20 art-35'],
      ['recorded', 'art-26'],
      ['public_spending', 'art-26'],
    ]);
    const articleOf = async (clause: string) => {
      const outcome = await town.on('2026-01-06').registerContract({
        ...{ principal: supplier, home: firm },
        said: {
          ...{ buyerCode: '11999999MA3K7T2X0J', number: '2', title: '桌椅', amount: 1 },
          ...{ signedOn: '2026-01-06', terms: { clauses: [clause] } },
          sizes: { supplierIsSmall: true, buyerIsLarge: false },
        },
      });
      return outcome.kind === 'refused' ? outcome.problems[0]?.params['article'] : outcome.kind;
    };
    for (const [clause, article] of [
      ['pay_when_paid', 'art-9'],
      ['forced_non_cash', 'art-11'],
      ['audit_as_condition', 'art-12'],
      ['other_deposit', 'art-13'],
      ['leader_changed', 'art-14'],
      ['internal_process', 'art-14'],
    ] as const) {
      expect(await articleOf(clause)).toBe(`sme-payments-2025#${article}`);
    }
    const page = await town.on('2026-02-19').viewPublicContracts(bureau);
    expect(page).toMatchObject({
      view: {
        complaint: {
          forward: { unit: 'working-days', count: 10 },
          decide: { unit: 'days', count: 30 },
        },
        disclosure: { year: 2025, dueOn: '2026-03-31' },
      },
    });
  });
});

describe('reports of retaliation', () => {
  it('come a page at a time, and only who is on the page is told of the look', async () => {
    const id = await overdue();
    const said = { text: '被移出名录', since: '2026-02-15' };
    for (let at = 0; at < 21; at += 1) {
      const report = { principal: supplier, home: firm, contractId: id, said };
      idOf(await town.on('2026-03-02').reportRetaliation(report));
    }
    const page = async (asked: number) => {
      const found = await town.on('2026-03-03').listRetaliations(head('市长'), { page: asked });
      return found.kind === 'found' ? [found.view.reports.length, found.view.total] : [];
    };
    expect([await page(1), await page(2), await page(3)]).toEqual([
      [20, 21],
      [1, 21],
      [0, 21],
    ]);
  });
});
