import { verifySignature } from '@credence/proof';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { nation } from '../case/case.test-support.ts';
import { firmWith, official } from '../own/own-office.test-support.ts';
import { testSigner } from '../supply/supply.test-support.ts';
import type { ConsultCasework, ConsultationView, ConsultOrder, ConsultOutcome } from './consult.ts';
import { biddersAtMost, tendersPerDay } from './consult.ts';
import { createConsult } from './create-consult.ts';
import { consultationBytes } from './show-consultation.ts';
import { codeOf, homeOf, openTownOf, type TownOfFirms } from './town-of-firms.test-support.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

const officer = official('王一', 'case_officer');
const signer = testSigner();

let town: TownOfFirms;
const on = (day: string): ConsultCasework => createConsult(town.at(day));
beforeEach(async () => {
  town = await openTownOf(3, { signer });
});

const approval: ConsultOrder = {
  ...{ kind: 'approval', number: '望食申〔2026〕7号', basis: 'go-2020-42#pledge' },
  ...{ codes: [codeOf(1)], pledge: 'cn.food-business-licence' },
};
const tender: ConsultOrder = {
  ...{ kind: 'tender', number: '望采〔2026〕1号', basis: 'gov-procurement-law-2002#art-22' },
  announcedOn: '2026-05-01',
  codes: [1, 2, 3].map(codeOf),
};

const ask = (order: Partial<ConsultOrder> = {}, rest: { day?: string; key?: string } = {}) =>
  on(rest.day ?? '2026-05-06').consultRegister({
    principal: officer,
    order: { ...approval, ...order },
    ...(rest.key === undefined ? {} : { idempotencyKey: rest.key }),
  });

function viewOf(outcome: ConsultOutcome): ConsultationView {
  if (outcome.kind !== 'consulted') throw new Error(JSON.stringify(outcome));
  return outcome.view;
}

const codesIn = (outcome: { kind: string; problems?: readonly { code: string }[] }) =>
  outcome.problems?.map(({ code }) => code) ?? [];

describe('an officer who asks in an application', () => {
  it('gets the facts in force with their ends and articles, and no class anywhere', async () => {
    const view = viewOf(await ask());
    const [firm] = view.firms;
    expect(firm?.facts).toMatchObject([
      { kind: 'record', effect: 'adverse', number: '望市监罚〔2024〕1号' },
    ]);
    expect(firm?.facts[0]?.ends).toBeDefined();
    expect(firm?.facts[0]?.basis.length).toBeGreaterThan(0);
    expect(JSON.stringify(view)).not.toMatch(/class|cn\.inspection|evaluation/);
  });

  it('is offered what the articles leave open, and why the rest is not', async () => {
    const [firm] = viewOf(await ask()).firms;
    const open = firm?.routes.map(({ route, isOpen }) => [route, isOpen]);
    expect(open).toEqual([
      ['ordinary', true],
      ['pledge', true],
      ['fast', false],
    ]);
    expect(firm?.routes[2]?.because.length).toBeGreaterThan(0);
  });

  it('is told everything that is wrong with the order at once, and nothing is read or kept', async () => {
    const before = town.store.entries.length;
    const outcome = await ask({ number: ' ', basis: 'nowhere#art-1', codes: [], pledge: 'x' });
    expect(codesIn(outcome)).toEqual([
      ...['consult-form', 'consult-basis', 'consult-form', 'consult-form'],
    ]);
    expect(town.store.entries.length).toBe(before);
    expect(town.store.accesses).toEqual([]);
  });

  it('may not ask for another purpose than a matter of the own office', async () => {
    for (const principal of [
      official('甲', 'data_officer'),
      official('乙', 'auditor'),
      firmWith(),
    ]) {
      const outcome = await on('2026-05-06').consultRegister({ principal, order: approval });
      expect(codesIn(outcome)).toEqual(['not-permitted']);
    }
  });

  it('picks a route that is open; the organisation is told, and no other can be picked', async () => {
    const { matter } = viewOf(await ask());
    const choose = (route: string) =>
      on('2026-05-06').chooseRoute({
        ...{ principal: officer, consultationId: matter.consultationId, code: codeOf(1), route },
      });
    expect(codesIn(await choose('fast'))).toEqual(['consult-route-closed']);
    expect(await choose('pledge')).toEqual({ kind: 'chosen' });
    const told = await on('2026-05-06').listOwnConsultations(
      firmWith(undefined, homeOf(1)),
      homeOf(1),
    );
    expect(told).toMatchObject({
      view: { lines: [{ number: approval.number, agency: 'market', route: 'pledge' }] },
    });
  });

  it('sees nothing of another organisation receipts at its desk', async () => {
    await ask();
    const found = await on('2026-05-06').listOwnConsultations(
      firmWith(undefined, homeOf(2)),
      homeOf(1),
    );
    expect(found).toMatchObject({ kind: 'refused' });
  });
});

describe('a tender', () => {
  it('is one act: every bidder gets one receipt and sees who looked; strange rows are named', async () => {
    const codes = [codeOf(1), 'nonsense', codeOf(2), codeOf(1), codeOf(77), codeOf(3)];
    const view = viewOf(await ask({ ...tender, codes, pledge: '' }));
    expect(view.firms.map(({ code }) => code)).toEqual([1, 2, 3].map(codeOf));
    expect(view.unknown).toEqual([2, 5]);
    const acts = town.store.entries.filter(({ kind }) => kind === 'consultation@1');
    expect(acts.length).toBe(1);
    // What was no code is kept nowhere: it may have been anything.
    expect(JSON.stringify(acts)).not.toContain('nonsense');
    for (const number of [1, 2, 3]) {
      const receipts = town.store.entries.filter(
        ({ home, kind }) => home === homeOf(number) && kind === 'consulted@1',
      );
      expect(receipts.length).toBe(1);
      expect(await town.store.journal.accessesTo(homeOf(number))).toMatchObject([
        { purpose: 'consultation', fields: ['records', 'tender', `matter/${tender.number}`] },
      ]);
    }
  });

  it('has a budget of its own: what it read is not taken from the day of the officer', async () => {
    town = await openTownOf(12, { signer });
    const codes = Array.from({ length: 12 }, (_, at) => codeOf(at + 1));
    expect(codesIn(await ask({ codes }))).toEqual(['budget-spent']);
    expect(viewOf(await ask({ ...tender, codes, pledge: '' })).firms.length).toBe(12);
    expect(viewOf(await ask()).firms.length).toBe(1);
  });

  it('of more than the most is refused whole, also piece by piece under one number', async () => {
    const many = Array.from({ length: biddersAtMost + 1 }, (_, at) => codeOf(at + 1));
    expect(codesIn(await ask({ ...tender, codes: many, pledge: '' }))).toEqual([
      'consult-too-many',
    ]);
    expect(town.store.accesses).toEqual([]);
  });

  it('is announced before it is asked about, and there are so many on a day', async () => {
    const late = await ask({ ...tender, announcedOn: '2026-05-07', pledge: '' });
    expect(codesIn(late)).toEqual(['consult-form']);
    for (let number = 0; number < tendersPerDay; number += 1) {
      viewOf(
        await ask({ ...tender, number: `T${String(number)}`, codes: [codeOf(1)], pledge: '' }),
      );
    }
    const next = { ...tender, codes: [codeOf(1)], pledge: '' };
    expect(codesIn(await ask({ ...next, number: 'T-more' }))).toEqual(['consult-tenders-spent']);
    // The same tender goes on, and the next day is another day.
    expect(viewOf(await ask({ ...next, number: 'T1' })).firms.length).toBe(1);
    expect(
      viewOf(await ask({ ...next, number: 'T-more' }, { day: '2026-05-07' })).firms.length,
    ).toBe(1);
  });
});

describe('the answer', () => {
  it('of a request with the same key is the first one; the key of another order is refused', async () => {
    const first = await ask({}, { key: 'k1' });
    const length = town.store.entries.length;
    const again = await ask({}, { key: 'k1' });
    expect(again).toMatchObject({ kind: 'consulted', repeated: true });
    expect(viewOf(again).file).toEqual(viewOf(first).file);
    expect(town.store.entries.length).toBe(length);
    expect(codesIn(await ask({ number: '2' }, { key: 'k1' }))).toEqual(['idempotency-key-reused']);
  });

  it('is signed: one changed byte is noticed', async () => {
    const { file } = viewOf(await ask());
    const { key } = signer;
    const verify = (result: typeof file.result) =>
      verifySignature({
        publicKey: key.publicKey,
        bytes: consultationBytes(result),
        signature: file.signature.signature,
      });
    expect(verify(file.result)).toBe(true);
    expect(verify({ ...file.result, unknown: [1] })).toBe(false);
  });

  it('of a repeated request on another day is another look', async () => {
    await ask({}, { key: 'k1' });
    const looks = async () => (await town.store.journal.accessesTo(homeOf(1))).length;
    await ask({}, { key: 'k1' });
    expect(await looks()).toBe(1);
    expect(await ask({}, { key: 'k1', day: '2026-05-20' })).toMatchObject({ repeated: true });
    expect(await looks()).toBe(2);
  });

  it('loses what was repaired or annulled since, and its file says nothing of it', async () => {
    const { matter } = viewOf(await ask());
    const view = async () => {
      const found = await on('2026-05-20').viewConsultation(officer, matter.consultationId);
      if (found.kind !== 'found') throw new Error(found.kind);
      return found.view;
    };
    const fastWay = ({ firms }: ConsultationView) =>
      firms[0]?.routes.find(({ route }) => route === 'fast');
    const before = await view();
    expect(before.firms).toMatchObject([{ facts: [{ number: '望市监罚〔2024〕1号' }] }]);
    await town.end(1, '2026-05-15');
    const after = await view();
    const { firms, file } = after;
    expect(firms).toMatchObject([{ code: codeOf(1), facts: [] }]);
    // What kept a way closed is no more said either: ways are those of today.
    const [closed = 0, still = 0] = [before, after].map((each) => fastWay(each)?.because.length);
    expect(still).toBeLessThan(closed);
    expect(JSON.stringify(file)).not.toContain('望市监罚');
  });

  it('on another day is another look, and what has ended is gone from it', async () => {
    const { matter } = viewOf(await ask());
    const looks = async () => (await town.store.journal.accessesTo(homeOf(1))).length;
    const view = (day: string, who = officer) =>
      on(day).viewConsultation(who, matter.consultationId);
    await view('2026-05-06');
    expect(await looks()).toBe(1);
    await view('2026-05-06', official('李二', 'legal_officer'));
    expect(await looks()).toBe(2);
    const late = await view('2031-05-06');
    expect(await looks()).toBe(3);
    expect(late).toMatchObject({ view: { firms: [{ facts: [], code: codeOf(1) }] } });
    expect(await view('2026-05-06', official('丙', 'case_officer', 'other'))).toEqual({
      kind: 'not-found',
    });
  });
});
