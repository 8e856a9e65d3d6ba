import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addDays, civilDate } from '../time/civil-date.ts';
import { paymentDue } from './due-date.ts';
import { judgeClauses } from './judge-clauses.ts';
import { chooseRate, overdueInterest, type Debt } from './overdue-interest.ts';
import type { PaymentRule } from './payment-rule.ts';
import { tranchesOf } from './tranches.ts';

const day = civilDate;
const rule: PaymentRule = {
  terms: {
    public_body: { usual: 30, most: 60 },
    large_enterprise: { usual: 60, most: 60 },
  },
  interest: {
    otherwise: { parts: 500, per: 'day' },
    yearDays: 365,
    reference: [
      { from: day('2025-05-20'), parts: 30_000 },
      { from: day('2026-01-20'), parts: 29_000 },
    ],
  },
};
const deliveredOn = day('2026-01-05');
const by = { payer: 'public_body', deliveredOn } as const;

describe('the day of payment', () => {
  it('is thirty days after delivery for a public body, sixty for a large enterprise', () => {
    expect(paymentDue(rule, by).dueOn).toBe('2026-02-04');
    expect(paymentDue(rule, { ...by, payer: 'large_enterprise' }).dueOn).toBe('2026-03-06');
  });

  it('is as agreed, and never later than the law lets a contract agree', () => {
    expect(paymentDue(rule, { ...by, agreedDays: 45 }).dueOn).toBe('2026-02-19');
    const cut = paymentDue(rule, { ...by, agreedDays: 61 });
    expect(cut.dueOn).toBe('2026-03-06');
    expect(cut.steps).toContainEqual({ kind: 'runs', days: 60, because: 'cut' });
  });

  it('counts from the test passed, and from the end of its period where it is delayed', () => {
    const endsOn = day('2026-01-15');
    const of = (passedOn?: string) =>
      paymentDue(rule, {
        ...by,
        test: { endsOn, ...(passedOn === undefined ? {} : { passedOn: day(passedOn) }) },
      });
    expect(of('2026-01-10').dueOn).toBe('2026-02-09');
    expect(of('2026-04-01').dueOn).toBe('2026-02-14');
    expect(of().steps[0]).toEqual({ kind: 'starts', on: endsOn, because: 'test-period-over' });
  });

  it('rests for what was declared before it came, each day once', () => {
    const rests = (from: string, until: string) => ({ from: day(from), until: day(until) });
    const of = (...suspended: ReturnType<typeof rests>[]) =>
      paymentDue(rule, { ...by, suspended }).dueOn;
    expect(of(rests('2026-01-20', '2026-01-30'))).toBe('2026-02-14');
    expect(of(rests('2026-01-20', '2026-01-30'), rests('2026-01-25', '2026-01-31'))).toBe(
      '2026-02-15',
    );
    // In whatever order they are told.
    expect(of(rests('2026-01-25', '2026-01-31'), rests('2026-01-20', '2026-01-30'))).toBe(
      '2026-02-15',
    );
    expect(of(rests('2026-02-05', '2026-02-20'))).toBe('2026-02-04');
    // What was over before anything was delivered.
    expect(of(rests('2025-11-01', '2025-12-01'))).toBe('2026-02-04');
    expect(of(rests('2025-12-01', '2026-01-10'))).toBe('2026-02-09');
  });
});

describe('overdue interest', () => {
  const signedOn = day('2025-12-01');
  const debt: Debt = { amount: 1_000_000, dueOn: day('2026-02-04'), payments: [] };
  const daily = chooseRate(rule, { signedOn });
  const on = (asOf: string, given: Partial<Debt> = {}, rate = daily) =>
    overdueInterest(rule, rate, { debt: { ...debt, ...given }, asOf: day(asOf) });

  it('runs at the daily rate of the law where none was agreed, from the day after', () => {
    expect(daily).toMatchObject({ because: 'none-agreed' });
    expect(on('2026-02-04').total).toBe(0);
    expect(on('2026-02-05').total).toBe(500);
    expect(on('2026-02-14')).toMatchObject({ total: 5_000, balance: 1_000_000 });
  });

  it('runs at the agreed rate, unless it lies below the reference of the day of the contract', () => {
    const agreed = chooseRate(rule, { signedOn, agreedYearly: 36_500 });
    expect(agreed).toMatchObject({ because: 'agreed', reference: 30_000 });
    expect(on('2026-02-14', {}, agreed).total).toBe(1_000);
    expect(chooseRate(rule, { signedOn, agreedYearly: 29_500 }).because).toBe('below-reference');
    const later = { signedOn: day('2026-01-20'), agreedYearly: 29_500 };
    expect(chooseRate(rule, later).because).toBe('agreed');
    const before = { signedOn: day('2025-01-01'), agreedYearly: 10 };
    expect(chooseRate(rule, before).because).toBe('reference-unknown');
  });

  it('falls with what was paid, and stops when all was', () => {
    const payments = [
      { on: day('2026-02-24'), amount: 600_000 },
      { on: day('2026-02-14'), amount: 400_000 },
    ];
    const run = on('2026-12-31', { payments });
    expect(run.lines).toMatchObject([
      { days: 10, balance: 1_000_000, interest: 5_000 },
      { days: 10, balance: 600_000, interest: 3_000 },
    ]);
    expect(run).toMatchObject({ total: 8_000, balance: 0 });
    expect(on('2026-12-31', { payments: [...payments].reverse() })).toEqual(run);
  });

  it('does not run while it rests', () => {
    const suspended = [{ from: day('2026-02-10'), until: day('2026-02-13') }];
    expect(on('2026-02-14', { suspended }).total).toBe(3_500);
    const whole = [{ from: day('2026-02-01'), until: day('2026-03-01') }];
    expect(on('2026-02-14', { suspended: whole })).toMatchObject({ lines: [], total: 0 });
  });

  it('never falls as days go by, and is never lowered by paying later', () => {
    const sum = fc.integer({ min: 1, max: 10 ** 14 });
    const days = fc.integer({ min: 0, max: 2_000 });
    fc.assert(
      fc.property(sum, days, days, (amount, early, more) => {
        const until = (given: number) => addDays(debt.dueOn, given);
        const total = (asOf: number, paidOn: number) =>
          overdueInterest(rule, daily, {
            debt: { ...debt, amount, payments: [{ on: until(paidOn), amount }] },
            asOf: until(asOf),
          }).total;
        expect(total(early + more, early)).toBeLessThanOrEqual(total(early + more, early + more));
        expect(total(early, 5_000)).toBeLessThanOrEqual(total(early + more, 5_000));
      }),
      { numRuns: 50 },
    );
  });
});

describe('clauses about payment', () => {
  const agreed = { payer: 'public_body', signedOn: day('2026-01-05') } as const;

  it('are refused by what they say, and by their numbers', () => {
    expect(judgeClauses(rule, { ...agreed, days: 60, yearlyRate: 30_000 })).toEqual([]);
    const clauses = ['pay_when_paid', 'term_too_long'] as const;
    expect(judgeClauses(rule, { ...agreed, days: 90, yearlyRate: 29_999, clauses })).toEqual([
      { clause: 'pay_when_paid' },
      { clause: 'term_too_long', received: 90, accepted: 60 },
      { clause: 'interest_too_low', received: 29_999, accepted: 30_000 },
    ]);
  });
});

describe('the parts of a price', () => {
  const dueOn = day('2026-02-04');

  it('have days of their own, and a dispute holds up its own part alone', () => {
    const retention = { amount: 30, dueOn: day('2027-01-05') };
    expect(tranchesOf({ amount: 1_000, dueOn })).toEqual([
      { kind: 'undisputed', amount: 1_000, dueOn },
    ]);
    expect(tranchesOf({ amount: 1_000, dueOn, retention, disputed: 200 })).toEqual([
      { kind: 'undisputed', amount: 770, dueOn },
      { kind: 'retention', amount: 30, dueOn: '2027-01-05' },
      { kind: 'disputed', amount: 200 },
    ]);
  });

  it('always add up to the price', () => {
    const part = fc.integer({ min: 0, max: 2_000 });
    fc.assert(
      fc.property(part, part, part, (amount, held, disputed) => {
        const parts = tranchesOf({ amount, dueOn, retention: { amount: held, dueOn }, disputed });
        expect(parts.reduce((sum, each) => sum + each.amount, 0)).toBe(amount);
      }),
      { numRuns: 50 },
    );
  });
});
