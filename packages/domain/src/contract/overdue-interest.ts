import { daysBetween, earlier, isBefore, later } from '../time/civil-date.ts';
import type { CivilDate } from '../time/civil-date.ts';
import { merged } from './due-date.ts';
import type { PaymentRule, Rate, Suspension } from './payment-rule.ts';

/** One sum that is due on one day. */
export type Debt = {
  /** In minor units. */
  readonly amount: number;
  readonly dueOn: CivilDate;
  /** What was paid of it, each in minor units. */
  readonly payments: readonly { readonly on: CivilDate; readonly amount: number }[];
  readonly suspended?: readonly Suspension[];
};

/** The rate that runs, and why this one. */
export type ChosenRate = {
  readonly rate: Rate;
  /**
   * `below-reference`: what was agreed lies below the reference rate and does not bind;
   * `reference-unknown`: what was agreed could not be compared;
   * `not-protected`: the rule does not reach the contract, and what was agreed counts, or nothing.
   */
  readonly because:
    'agreed' | 'none-agreed' | 'below-reference' | 'reference-unknown' | 'not-protected';
  /** The rate it was compared with, in parts of a million a year. */
  readonly reference?: number;
};

/** Days on which one balance stood overdue. */
export type InterestLine = {
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly days: number;
  readonly balance: number;
  /** In minor units, cut off; the total is computed from whole days and may be larger by rounding. */
  readonly interest: number;
};

export type OverdueInterest = {
  readonly lines: readonly InterestLine[];
  readonly total: number;
  /** What is still owed of the sum itself. */
  readonly balance: number;
};

/**
 * The agreed rate where it is not below the reference rate of the day of the contract; otherwise
 * the daily rate of the law.
 *
 * Legal source: SME payment regulations, article 17.
 */
export function chooseRate(
  { interest }: PaymentRule,
  contract: { readonly signedOn: CivilDate; readonly agreedYearly?: number },
): ChosenRate {
  const { signedOn, agreedYearly } = contract;
  const { otherwise } = interest;
  if (agreedYearly === undefined) return { rate: otherwise, because: 'none-agreed' };
  const reference = interest.reference.findLast(({ from }) => !isBefore(signedOn, from))?.parts;
  const agreed: Rate = { parts: agreedYearly, per: 'year' };
  if (reference === undefined) return { rate: agreed, because: 'reference-unknown' };
  return agreedYearly < reference
    ? { rate: otherwise, because: 'below-reference', reference }
    : { rate: agreed, because: 'agreed', reference };
}

/**
 * Interest on what was not paid by its day, as of a day. It begins on the day after the last day
 * of payment and includes the day on which the money came. Sums are whole: balance times days are
 * added up first, and divided once.
 */
export function overdueInterest(
  rule: PaymentRule,
  { rate }: ChosenRate,
  { debt, asOf }: { readonly debt: Debt; readonly asOf: CivilDate },
): OverdueInterest {
  const yearDays = rule.interest.yearDays;
  const resting = merged(debt.suspended ?? []);
  const payments = [...debt.payments]
    .filter(({ on }) => !isBefore(asOf, on))
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  const lines: InterestLine[] = [];
  let balance = debt.amount;
  let from = debt.dueOn;
  let weight = 0n;
  const run = (until: CivilDate): void => {
    if (balance <= 0 || !isBefore(from, until)) return;
    const days = daysBetween(from, until) - restingDays(resting, from, until);
    if (days > 0) {
      const own = BigInt(balance) * BigInt(days);
      weight += own;
      lines.push({ from, until, days, balance, interest: interestOf(own, rate, yearDays) });
    }
    from = until;
  };
  for (const { on, amount } of payments) {
    run(on);
    balance = Math.max(0, balance - amount);
  }
  run(asOf);
  return { lines, total: interestOf(weight, rate, yearDays), balance };
}

const million = 1_000_000n;

function interestOf(weight: bigint, { parts, per }: Rate, yearDays: number): number {
  const divisor = per === 'day' ? million : million * BigInt(yearDays);
  return Number((weight * BigInt(parts)) / divisor);
}

function restingDays(resting: readonly Suspension[], from: CivilDate, until: CivilDate): number {
  return resting.reduce((sum, each) => {
    const days = daysBetween(later(from, each.from), earlier(until, each.until));
    return sum + Math.max(0, days);
  }, 0);
}
