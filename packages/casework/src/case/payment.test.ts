import { civilDate } from '@credence/domain';
import { beforeAll, describe, expect, it } from 'vitest';

import type { CaseOpened, Hand } from '../entry/case-payload.ts';
import {
  Play,
  approver,
  firm,
  nation,
  notice,
  officer,
  penalty,
  platform,
  served,
  superior,
  told,
  type Said,
} from './case.test-support.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

const supplier: Hand = { kind: 'party', as: 'creditor', name: '供货公司' };
const amount = { amount: 1_000_000, currency: 'CNY' };
const basis = ['sme-payments-2025#art-9'];
const complaint: Extract<CaseOpened['matter'], { readonly case: 'payment-complaint' }> = {
  case: 'payment-complaint',
  clock: 'complaint.payment',
  creditor: '供货公司',
  contract: '望采〔2026〕1号',
  deliveredOn: civilDate('2026-01-05'),
  dueOn: civilDate('2026-02-04'),
  amount,
  points: [{ text: '三十日已过，未付款' }],
};
const told2 = { ...notice, measures: [] };
const upheld: Said<'found'> = {
  ...{ kind: 'found', document: { number: '望款〔2026〕1号' }, basis, reason: '逾期属实' },
  answers: [{ point: 1, text: '属实', outcome: 'upheld' }],
  ...{ outcome: 'upheld', told, amount, payBy: civilDate('2026-04-10') },
};

function complained(): Play {
  const play = new Play();
  play.open('P', '2026-03-02', supplier, { matter: complaint });
  return play;
}

function heard(): Play {
  const play = complained();
  play.must('P', '2026-03-03', platform, { kind: 'checked', finding: '转交' });
  play.must('P', '2026-03-04', officer, { kind: 'accepted' });
  play.must('P', '2026-03-05', officer, told2);
  play.must('P', '2026-03-06', officer, served('notice', '2026-03-06'));
  return play;
}

describe('a complaint about late payment', () => {
  it('is the creditor’s, about its own claim, once it is overdue', () => {
    const play = complained();
    expect(play.refused).toEqual([]);
    expect(play.open('Q', '2026-03-02', supplier, { matter: complaint })).toBe(false);
    expect(play.refused).toEqual(['case-once-for-one-fact']);
    const early = new Play();
    expect(early.open('P', '2026-02-04', supplier, { matter: complaint })).toBe(false);
    expect(early.refused).toEqual(['case-not-overdue']);
    expect(early.open('P', '2026-02-05', firm, { matter: complaint })).toBe(false);
    const other = { ...supplier, name: '旁人' } as Hand;
    expect(early.open('P', '2026-02-05', other, { matter: complaint })).toBe(false);
    expect(early.open('P', '2026-02-05', supplier, { matter: complaint })).toBe(true);
  });

  it('is forwarded in ten working days and decided in thirty days, ninety at most', () => {
    const play = heard();
    const due = (day: string) =>
      Object.fromEntries(play.at('P', day).clocks.map(({ clock, dueOn }) => [clock, dueOn]));
    expect(due('2026-03-06')).toMatchObject({ forward: '2026-03-16', decide: '2026-04-01' });
    play.must('P', '2026-03-06', officer, { kind: 'extended', reason: '须调取验收单' });
    expect(due('2026-03-06')).toMatchObject({ decide: '2026-05-31' });
    expect(play.act('P', '2026-03-07', officer, { kind: 'extended', reason: '再延' })).toBe(false);
  });

  it('is found only after the debtor was told and heard, each point answered', () => {
    const play = heard();
    expect(play.act('P', '2026-03-13', officer, upheld)).toBe(false);
    expect(play.refused).toEqual(['case-window-open']);
    play.must('P', '2026-03-10', firm, { kind: 'stated', points: [{ text: '验收未完' }] });
    expect(play.act('P', '2026-03-16', officer, upheld)).toBe(false);
    expect(play.refused).toEqual(['case-points-unanswered']);
  });

  it('goes to the superior once the office is late, and not before', () => {
    const play = heard();
    expect(play.act('P', '2026-04-01', superior, upheld)).toBe(false);
    expect(play.refused).toEqual(['case-desk-not-late']);
    expect(play.at('P', '2026-04-02').phase).toBe('escalated');
    play.must('P', '2026-04-02', superior, upheld);
  });

  it('is decided by two, seen by its parties and its desks alone, and over when paid', () => {
    const play = heard();
    for (const day of ['2026-03-02', '2026-03-16']) {
      expect(play.at('P', day).visibleTo).not.toContain('public');
    }
    play.must('P', '2026-03-16', officer, upheld);
    expect(play.act('P', '2026-03-16', officer, { kind: 'approved' })).toBe(false);
    play.must('P', '2026-03-17', approver, { kind: 'approved' });
    play.must('P', '2026-03-18', officer, served('decision', '2026-03-18'));
    const { phase, visibleTo, effect } = play.at('P', '2026-03-18');
    expect([phase, effect.kind]).toEqual(['answered', 'none']);
    expect(visibleTo).not.toContain('public');
    const part = { kind: 'paid', amount: { ...amount, amount: 400_000 }, proof: '回单' } as const;
    const paidOn = civilDate('2026-03-20');
    expect(play.act('P', '2026-03-20', supplier, { ...part, paidOn })).toBe(false);
    expect(play.refused).toEqual(['case-unpaid']);
    play.must('P', '2026-03-20', supplier, { ...part, amount, paidOn });
    expect(play.file('P').state).toBe('paid');
  });
});

const bureau = penalty({
  subject: {
    name: '某局',
    kind: 'public_body',
    identifiers: [{ scheme: 'uscc', value: '91999999MA3K7T2X0J' }],
  },
});

/** The same complaint about a public body, served on 2026-03-06. */
function against(rest: Partial<typeof complaint> = {}): Play {
  const play = new Play([bureau]);
  play.open('P', '2026-03-02', supplier, { matter: { ...complaint, ...rest } });
  play.must('P', '2026-03-03', platform, { kind: 'checked', finding: '转交' });
  play.must('P', '2026-03-04', officer, { kind: 'accepted' });
  play.must('P', '2026-03-05', officer, told2);
  play.must('P', '2026-03-06', officer, served('notice', '2026-03-06'));
  return play;
}

const effectOn = (play: Play, day: string) => play.at('P', day).effect;
const paid = (sum: number, on: string): Said<'paid'> => ({
  ...{ kind: 'paid', proof: '回单', paidOn: civilDate(on) },
  amount: { ...amount, amount: sum },
});

describe('the late payment of a public body', () => {
  it('shows from the day after the days of the law, where it says nothing of the debt', () => {
    const play = against();
    expect(effectOn(play, '2026-04-05').kind).toBe('none');
    expect(effectOn(play, '2026-04-06')).toMatchObject({ kind: 'in-effect', from: '2026-04-06' });
    const heard = against();
    heard.must('P', '2026-04-05', firm, { kind: 'stated', points: [{ text: '验收未完' }] });
    expect(effectOn(heard, '2026-04-06').kind).toBe('none');
  });

  it('shows from the day on which it confirms the debt, or the decision is served', () => {
    const play = against();
    play.must('P', '2026-03-10', firm, { kind: 'confirmed', amount, proof: '对账单' });
    expect(effectOn(play, '2026-03-09').kind).toBe('none');
    expect(effectOn(play, '2026-03-10')).toMatchObject({ kind: 'in-effect', from: '2026-03-10' });
    const found = against();
    found.must('P', '2026-03-10', firm, { kind: 'stated', points: [{ text: '验收未完' }] });
    const answers = [1, 2].map((point) => ({ point, text: '属实', outcome: 'upheld' as const }));
    found.must('P', '2026-03-16', officer, { ...upheld, answers });
    found.must('P', '2026-03-17', approver, { kind: 'approved' });
    expect(effectOn(found, '2026-03-18').kind).toBe('none');
    found.must('P', '2026-03-19', officer, served('decision', '2026-03-19'));
    expect(effectOn(found, '2026-03-19').kind).toBe('in-effect');
  });

  it('is gone once all of it is paid, and not for a part', () => {
    const play = against();
    play.must('P', '2026-03-10', firm, { kind: 'confirmed', amount, proof: '对账单' });
    play.must('P', '2026-03-12', firm, paid(400_000, '2026-03-12'));
    expect(effectOn(play, '2026-03-12').kind).toBe('in-effect');
    play.must('P', '2026-03-13', supplier, paid(600_000, '2026-03-13'));
    const over = { kind: 'ended', on: '2026-03-13', because: 'performed' };
    expect(effectOn(play, '2026-03-13')).toEqual(over);
    const left = against();
    left.must('P', '2026-03-10', firm, { kind: 'confirmed', amount, proof: '对账单' });
    left.must('P', '2026-03-11', supplier, { kind: 'withdrawn', reason: '已和解' });
    expect(effectOn(left, '2026-03-11')).toMatchObject({ kind: 'ended' });
  });

  it('shows no longer than somebody confirms that it is open, nor beyond the longest term', () => {
    const play = against();
    play.must('P', '2026-03-10', firm, { kind: 'confirmed', amount, proof: '对账单' });
    expect(effectOn(play, '2026-09-10').kind).toBe('in-effect');
    expect(effectOn(play, '2026-09-11')).toMatchObject({ because: 'not-confirmed' });
    expect(play.at('P', '2026-09-11').queue?.part).toBe('officer');
    const shown = effectOn(play, '2026-03-10');
    expect(shown).toMatchObject({ until: '2029-03-02', confirmBy: '2026-09-10' });
    play.must('P', '2026-09-14', officer, { kind: 'duty-open', checked: '仍未付款' });
    expect(effectOn(play, '2026-09-14')).toMatchObject({ confirmBy: '2027-03-14' });
  });

  it('is never shown of anybody else, nor seen in the case itself', () => {
    const play = heard();
    play.must('P', '2026-03-10', firm, { kind: 'confirmed', amount, proof: '对账单' });
    expect(effectOn(play, '2026-03-10').kind).toBe('none');
    const open = against();
    open.must('P', '2026-03-10', firm, { kind: 'confirmed', amount, proof: '对账单' });
    expect(open.at('P', '2026-03-10').visibleTo).not.toContain('public');
  });
});
