import { jsonOf, type JsonValue } from '@credence/domain';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { nation } from '../case/case.test-support.ts';
import { firmWith, official } from '../own/own-office.test-support.ts';
import {
  actor,
  buyer,
  bureau,
  codes,
  codesIn,
  contract,
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

describe('a contract of a public body', () => {
  it('is refused a clause that the law refuses, with the article', async () => {
    const refuse = (terms: JsonValue) =>
      town.on('2026-01-06').registerContract({
        ...{ principal: supplier, home: firm, said: jsonOf({ ...contract, terms }) },
      });
    const outcome = await refuse({ clauses: ['pay_when_paid'] });
    expect(outcome).toMatchObject({
      problems: [{ code: 'contract-clause', params: { article: 'sme-payments-2025#art-9' } }],
    });
    expect(codesIn(await refuse({ days: 61 }))).toEqual(['contract-clause']);
    expect(codesIn(await refuse({ yearlyRate: 29_999 }))).toEqual(['contract-clause']);
    expect(codesIn(await refuse({ days: 60, yearlyRate: 30_000 }))).toEqual([]);
    expect(town.store.entries.filter(({ kind }) => kind === 'contract@1')).toHaveLength(1);
  });

  it('is bound by what was agreed alone where the law does not protect the supplier', async () => {
    const sizes = { supplierIsSmall: false, buyerIsLarge: false };
    const register = (said: object) =>
      town.on('2026-01-06').registerContract({
        ...{ principal: supplier, home: firm, said: jsonOf({ ...contract, ...said }) },
      });
    expect(await register({ sizes: undefined })).toMatchObject({
      problems: [{ code: 'contract-form', params: { field: 'sizes.supplierIsSmall' } }],
    });
    expect(await register({ sizes })).toMatchObject({
      problems: [{ code: 'contract-days-unsaid' }],
    });
    const id = idOf(await register({ sizes, terms: { days: 90, clauses: ['pay_when_paid'] } }));
    idOf(await act('2026-01-12', 'supplier', id, delivered));
    idOf(await act('2026-04-11', 'supplier', id, { kind: 'asked', delivery: 'd1' }));
    const confirmed = { kind: 'confirmed', delivery: 'd1', amount: 10_000_000 };
    idOf(await act('2026-04-12', 'buyer', id, confirmed));
    const read = await town
      .on('2026-06-01')
      .viewOwnContract(supplier, { home: firm, contractId: id });
    expect(read).toMatchObject({
      view: {
        view: {
          ...{ reached: false, refused: [], law: { duties: [], consequences: [] } },
          deliveries: [
            { due: { dueOn: '2026-04-10' }, rate: { because: 'not-protected' }, interest: 0 },
          ],
        },
      },
    });
    expect(await shownOn('2026-06-01')).toEqual([]);
    expect(
      codesIn(
        await act('2026-06-01', 'supplier', id, {
          kind: 'complained',
          delivery: 'd1',
          caseId: 'c',
        }),
      ),
    ).toEqual(['contract-step-closed']);
  });

  it('keeps what was agreed before the law limited it', async () => {
    const old = { signedOn: '2025-05-31', terms: { days: 90, yearlyRate: 10_000 } };
    const id = await opened(old);
    idOf(await act('2026-01-12', 'supplier', id, delivered));
    const own = { home: firm, contractId: id };
    const read = await town.on('2026-04-11').viewOwnContract(supplier, own);
    expect(read).toMatchObject({
      view: {
        view: {
          refused: [],
          deliveries: [{ due: { dueOn: '2026-04-10' }, rate: { rate: { parts: 10_000 } } }],
        },
      },
    });
  });

  it('is found at both desks, with its clock and its interest', async () => {
    const id = await overdue();
    const own = await town
      .on('2026-02-19')
      .viewOwnContract(supplier, { home: firm, contractId: id });
    expect(own).toMatchObject({
      view: {
        seat: 'supplier',
        view: {
          deliveries: [{ due: { dueOn: '2026-02-09' }, overdue: 10_000_000, interest: 50_000 }],
        },
      },
    });
    for (const [who, home] of [
      [buyer, bureau],
      [supplier, firm],
    ] as const) {
      const list = await town.on('2026-02-19').viewOwnContracts(who, home);
      expect(list).toMatchObject({ view: { contracts: [{ contractId: id, interest: 50_000 }] } });
    }
    const looks = town.store.accesses.filter(({ home }) => home === bureau);
    expect(looks.map(({ reader }) => reader.role)).toContain('supplier');
  });

  it('is nobody else’s, and each side takes its own steps alone', async () => {
    const id = await overdue();
    const stranger = firmWith(undefined, '00000000-0000-7000-8000-00000000000c');
    const look = await town
      .on('2026-02-19')
      .viewOwnContract(stranger, { home: firm, contractId: id });
    expect(look.kind).toBe('refused');
    const confirm: JsonValue = { kind: 'confirmed', delivery: 'd1', amount: 1 };
    expect(codesIn(await act('2026-02-19', 'supplier', id, confirm))).toEqual([
      'contract-step-closed',
    ]);
    const more = { ...delivered, delivery: 'd2', amount: 1 };
    expect(codesIn(await act('2026-02-19', 'supplier', id, more))).toEqual(['contract-sum']);
  });
});

describe('a late payment under a contract', () => {
  it('is shown once the payer confirmed it, and gone on every day once it is paid', async () => {
    const id = await overdue();
    expect(await shownOn('2026-02-19')).toEqual([]);
    idOf(
      await act('2026-02-20', 'buyer', id, {
        kind: 'confirmed',
        delivery: 'd1',
        amount: 10_000_000,
      }),
    );
    expect(await shownOn('2026-02-19')).toEqual([]);
    const [shown] = await shownOn('2026-02-21');
    expect(shown).toMatchObject({ because: 'confirmed', begins: '2026-02-20' });
    expect(shown).not.toHaveProperty('creditor');
    expect(await town.on('2026-02-25').latePaymentsOf(bureau)).toMatchObject({
      ...{ shown: 1, longestDays: 5, amount: { amount: 10_000_000 } },
    });
    const paid: JsonValue = {
      ...{ kind: 'paid', delivery: 'd1', amount: 10_000_000, paidOn: '2026-03-01', proof: '回单' },
    };
    idOf(await act('2026-03-01', 'buyer', id, paid));
    expect(await shownOn('2026-03-01', '2026-02-25')).toEqual([]);
  });

  it('is shown after thirty days of silence from the day on which the payer saw it', async () => {
    const id = await overdue();
    expect(await shownOn('2026-04-30')).toEqual([]);
    await town.on('2026-03-02').viewOwnContract(buyer, { home: bureau, contractId: id });
    expect(await shownOn('2026-04-01')).toEqual([]);
    expect(await shownOn('2026-04-02')).toMatchObject([{ because: 'unanswered' }]);
    const why: JsonValue = { kind: 'disputed', delivery: 'd1', amount: 10_000_000, reason: '缺件' };
    idOf(await act('2026-04-03', 'buyer', id, why));
    expect(await shownOn('2026-04-03')).toEqual([]);
  });

  it('shows no longer than somebody has looked again', async () => {
    const id = await overdue();
    idOf(
      await act('2026-02-20', 'buyer', id, {
        kind: 'confirmed',
        delivery: 'd1',
        amount: 10_000_000,
      }),
    );
    expect(await shownOn('2026-08-20')).toHaveLength(1);
    expect(await shownOn('2026-08-21')).toEqual([]);
    idOf(await act('2026-08-22', 'supplier', id, { kind: 'still-unpaid', delivery: 'd1' }));
    expect(await shownOn('2026-08-22')).toHaveLength(1);
  });
});

describe('retaliation', () => {
  it('is reported to the superior, hidden from the body, and answered with a clock', async () => {
    const id = await overdue();
    const said = { text: '投诉后被移出供应商名录', since: '2026-02-15' };
    const casework = town.on('2026-03-02');
    const reportId = idOf(
      await casework.reportRetaliation({ principal: supplier, home: firm, contractId: id, said }),
    );
    const list = await casework.listRetaliations(head('市长'));
    expect(list).toMatchObject({
      view: { reports: [{ report: { answerBy: '2026-04-01', body: { name: '望澜县局' } } }] },
    });
    const other = await casework.listRetaliations(official('县官', 'head_of_authority', 'bureau'));
    expect(other).toMatchObject({ view: { reports: [] } });
    expect(JSON.stringify(town.store.entriesOf(bureau))).not.toContain('供应商名录');
    const looks = town.store.accesses.filter(({ fields }) => fields.includes('retaliation'));
    // The agency's own home, the other's, and the firm's, which sees who read its report.
    expect(new Set(looks.map(({ home }) => home)).size).toBe(3);
    const answer = { outcome: 'founded', reason: '属实', remedy: '恢复入库' };
    const answering = { principal: head('市长'), reportId, said: answer };
    idOf(await town.on('2026-04-02').answerRetaliation(answering));
    const own = await town.on('2026-04-03').viewOwnContracts(supplier, firm);
    expect(own).toMatchObject({
      view: { retaliations: [{ late: true, answer: { outcome: 'founded' } }] },
    });
  });
});

describe('what does not fit', () => {
  const fields = (outcome: Parameters<typeof codesIn>[0]) =>
    outcome.kind === 'refused'
      ? outcome.problems.map(({ code, params }) => [code, params['field'] ?? params['value']])
      : [];

  it('is named by its own field in a report of retaliation, and in its answer', async () => {
    const report = { principal: supplier, home: firm, contractId: await overdue() };
    const casework = town.on('2026-03-02');
    for (const [said, problem] of [
      [{ text: ' ', since: '2026-02-15' }, ['contract-form', 'text']],
      [{ text: '移出名录', since: '二月' }, ['contract-form', 'since']],
      [{ text: '移出名录', since: '2026-03-03' }, ['contract-day-ahead', '2026-03-03']],
    ] as const) {
      expect(fields(await casework.reportRetaliation({ ...report, said }))).toEqual([problem]);
    }
    const said = { text: '移出名录', since: '2026-02-15' };
    const reportId = idOf(await casework.reportRetaliation({ ...report, said }));
    const answer = { outcome: 'founded', reason: '属实' };
    for (const [wrong, problem] of [
      [{ ...answer, outcome: '' }, ['contract-form', 'outcome']],
      [{ ...answer, reason: '' }, ['contract-form', 'reason']],
      [{ ...answer, remedy: '联系 13800138000' }, ['case-person-number', 'remedy']],
    ] as const) {
      const given = { principal: head('市长'), reportId, said: wrong };
      expect(fields(await casework.answerRetaliation(given))).toEqual([problem]);
    }
  });

  it('is named by its own field in a disclosure, with the years that are accepted', async () => {
    const disclose = (said: JsonValue) =>
      town.on('2026-03-02').disclose({ principal: buyer, home: bureau, said });
    const whole = { year: 2025, contracts: 1, amount: 100 };
    expect(fields(await disclose({ ...whole, contracts: -1 }))).toEqual([
      ['contract-form', 'contracts'],
    ]);
    // All that is wrong is named at once.
    expect(fields(await disclose({ contracts: 'x' }))).toEqual([
      ['contract-form', 'year'],
      ['contract-form', 'contracts'],
      ['contract-form', 'amount'],
    ]);
    expect(fields(await disclose({ year: 2025, contracts: 1 }))).toEqual([
      ['contract-form', 'amount'],
    ]);
    expect(await disclose({ ...whole, year: 2026 })).toMatchObject({
      problems: [{ code: 'contract-year', params: { value: 2026, until: 2025 } }],
    });
    idOf(await disclose(whole));
    // What corrects a word that was in time makes nothing late.
    const more = { ...whole, contracts: 2 };
    idOf(await town.on('2026-04-10').disclose({ principal: buyer, home: bureau, said: more }));
    expect(await town.on('2026-04-11').viewDisclosures(2025)).toMatchObject({
      ...{ dueOn: '2026-03-31', lines: [{ said: { contracts: 2 }, late: false }] },
    });
  });
});

describe('what is read of others', () => {
  it('writes an access entry in the other’s home when a contract or a file is taken', async () => {
    const looksAt = (home: string) =>
      town.store.accesses.filter((each) => each.home === home).map(({ reader }) => reader.role);
    await opened();
    expect(looksAt(bureau)).toEqual(['supplier']);
    const said = { ...contract, buyerCode: undefined, supplierCode: codes[firm] };
    idOf(
      await town
        .on('2026-01-06')
        .registerContract({ principal: buyer, home: bureau, said: jsonOf(said) }),
    );
    expect(looksAt(firm)).toEqual(['representative', 'buyer']);
    const out = await town.on('2026-01-06').exportContracts(bureau, { wholeFor: actor });
    const file = JSON.stringify(out.kind === 'found' ? out.view : out);
    await town.on('2026-01-06').importContracts({ actor, file, check: true });
    expect(looksAt(bureau).slice(-2)).toEqual(['data_officer', 'data_officer']);
  });

  it('is in public only what the payer has put its hand to', async () => {
    const id = await overdue();
    const shown = async () => {
      const found = await town.on('2026-02-19').viewPublicContracts(bureau);
      const file = await town.on('2026-02-19').exportContracts(bureau);
      if (found.kind !== 'found' || file.kind !== 'found') throw new Error('not found');
      const [release] = file.view.releases;
      const steps = release?.contracts?.[0]?.implementation?.milestones ?? [];
      return { contracts: found.view.contracts.length, accepted: steps.length };
    };
    expect(await shown()).toEqual({ contracts: 0, accepted: 0 });
    const change: JsonValue = { kind: 'proposed', reason: '延期', amount: 10_000_000 };
    idOf(await act('2026-02-19', 'buyer', id, change));
    expect(await shown()).toEqual({ contracts: 1, accepted: 0 });
    const debt: JsonValue = { kind: 'confirmed', delivery: 'd1', amount: 10_000_000 };
    idOf(await act('2026-02-19', 'buyer', id, debt));
    expect(await shown()).toEqual({ contracts: 1, accepted: 1 });
  });
});

describe('a promise of a public body', () => {
  const promise = {
    ...{ number: '望府〔2025〕3号', text: '入园企业免租两年', power: '招商办法第五条' },
    ...{ to: '入园企业', dueOn: '2026-06-30' },
  };

  it('is changed only with what makes up for it, and is a public body’s alone', async () => {
    const make = { principal: buyer, home: bureau, said: promise };
    const promiseId = idOf(await town.on('2026-01-10').makePromise(make));
    const step = (said: JsonValue) =>
      town.on('2026-02-01').actOnPromise({ principal: buyer, home: bureau, promiseId, said });
    const change = {
      ...{ kind: 'changed', interest: '防洪', procedure: '望府决〔2026〕1号', text: '改为免一年' },
      dueOn: '2026-12-31',
    };
    // What makes up for it, and until when, are both missing, and both are named.
    expect(codesIn(await step(change))).toEqual(['contract-form', 'contract-form']);
    const whole = { ...change, compensation: '补一年租金', compensationBy: '2026-06-30' };
    idOf(await step(whole));
    const view = await town.on('2026-02-02').viewPublicContracts(bureau);
    expect(view).toMatchObject({
      view: { promises: [{ dueOn: '2026-12-31', changes: [{ compensation: '补一年租金' }] }] },
    });
    // What has not happened yet is not kept, and nothing about a person enters what is public.
    expect(codesIn(await step({ kind: 'kept', keptOn: '2026-02-02', proof: '公告' }))).toEqual([
      'contract-day-ahead',
    ]);
    expect(codesIn(await step({ ...whole, compensation: '致电 13800138000 领取' }))).toEqual([
      'case-person-number',
    ]);
    const own = await town
      .on('2026-02-02')
      .makePromise({ ...make, principal: supplier, home: firm });
    expect(codesIn(own)).toEqual(['contract-step-closed']);
  });
});
