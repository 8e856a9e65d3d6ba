import { addDays, daysBetween, earlier, isBefore, later } from '../time/civil-date.ts';
import type { CivilDate } from '../time/civil-date.ts';
import type { Payer, PaymentRule, Suspension } from './payment-rule.ts';

/** What a delivery and its contract say about the day of payment. */
export type PaymentTerms = {
  readonly payer: Payer;
  readonly deliveredOn: CivilDate;
  /** Agreed days; absent: the usual ones of the law. */
  readonly agreedDays?: number;
  /** An agreed test of what was delivered: its last day, and when it was passed. */
  readonly test?: { readonly endsOn: CivilDate; readonly passedOn?: CivilDate };
  /** Declared or agreed stretches, e.g. of force majeure. */
  readonly suspended?: readonly Suspension[];
};

/** One step on the way to the day of payment, as it is shown. */
export type DueStep =
  | {
      readonly kind: 'starts';
      readonly on: CivilDate;
      readonly because: 'delivered' | 'test-passed' | 'test-period-over';
    }
  | {
      readonly kind: 'runs';
      readonly days: number;
      /** `cut`: the contract agreed more than the law lets it. */
      readonly because: 'usual' | 'agreed' | 'cut';
    }
  | ({ readonly kind: 'rests'; readonly days: number } & Suspension);

export type DueDate = { readonly dueOn: CivilDate; readonly steps: readonly DueStep[] };

/**
 * The last day of payment, with the way to it. A test that the payer delays holds nothing up: the
 * clock starts at the agreed end of its period at the latest.
 *
 * Legal sources: SME payment regulations, articles 9 and 10.
 */
export function paymentDue(rule: PaymentRule, terms: PaymentTerms): DueDate {
  const start = startOf(terms);
  const run = daysOf(rule, terms);
  let dueOn = addDays(start.on, run.days);
  const steps: DueStep[] = [start, run];
  for (const stretch of merged(terms.suspended ?? [])) {
    const from = later(stretch.from, start.on);
    // What begins after the last day comes too late to move it.
    if (isBefore(dueOn, from)) break;
    const days = daysBetween(from, stretch.until);
    if (days <= 0) continue;
    steps.push({ kind: 'rests', days, from, until: stretch.until });
    dueOn = addDays(dueOn, days);
  }
  return { dueOn, steps };
}

function startOf({ deliveredOn, test }: PaymentTerms): Extract<DueStep, { kind: 'starts' }> {
  if (test === undefined) return { kind: 'starts', on: deliveredOn, because: 'delivered' };
  const { endsOn, passedOn } = test;
  const isPassed = passedOn !== undefined && !isBefore(endsOn, passedOn);
  const on = later(deliveredOn, isPassed ? earlier(passedOn, endsOn) : endsOn);
  return { kind: 'starts', on, because: isPassed ? 'test-passed' : 'test-period-over' };
}

function daysOf(
  rule: PaymentRule,
  { payer, agreedDays }: PaymentTerms,
): Extract<DueStep, { kind: 'runs' }> {
  const { usual, most } = rule.terms[payer];
  if (agreedDays === undefined) return { kind: 'runs', days: usual, because: 'usual' };
  return agreedDays > most
    ? { kind: 'runs', days: most, because: 'cut' }
    : { kind: 'runs', days: agreedDays, because: 'agreed' };
}

/** In the order of days, each day once. */
export function merged(stretches: readonly Suspension[]): readonly Suspension[] {
  const sorted = [...stretches].sort((a, b) => (a.from < b.from ? -1 : 1));
  const whole: Suspension[] = [];
  for (const stretch of sorted) {
    const last = whole.at(-1);
    if (last === undefined || isBefore(last.until, stretch.from)) whole.push(stretch);
    else whole[whole.length - 1] = { from: last.from, until: later(last.until, stretch.until) };
  }
  return whole;
}
