import { createRandom, type Random } from '@credence/domain';

/** A figure with its interval of 95 %, by drawing days anew. */
export interface Interval {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

export interface OrderFigures {
  /** Mean over inspections with a find of actual day less the day of the slot it gets. */
  readonly days: Interval;
  readonly firstHalf: Interval;
  readonly auc: Interval;
}

/** How often the days are drawn anew, and from which seed. */
interface Redrawing {
  readonly seed: number;
  readonly draws: number;
}

interface Visit {
  readonly day: string;
  readonly found: 0 | 1;
}

interface Measured {
  readonly days: number;
  readonly firstHalf: number;
  readonly auc: number;
}

const DAY_MS = 86_400_000;

/**
 * Fills the slots of the actual days in the order of the values, highest first; equal values share
 * the mean of their slots, so that a constant gains nothing.
 */
export function measureOrder(
  visits: readonly Visit[],
  values: readonly number[] | 'random' | 'as-it-was',
  { seed, draws }: Redrawing,
): OrderFigures {
  const random = createRandom(seed, 'orders');
  const rows = visits.map((visit, index) => ({
    found: visit.found,
    day: dayOf(visit),
    value: valueOf(values, visit, index, random.ratio()),
  }));
  const byDay = rowsByDay(rows);
  const all = measure(rows);
  const drawn = Array.from({ length: draws }, () => measure(redraw(byDay, random)));
  const interval = (name: keyof Measured): Interval => {
    const rising = drawn.map((each) => each[name]).sort((a, b) => a - b);
    const at = (share: number) => rising[Math.round(share * (rising.length - 1))] ?? NaN;
    return { value: all[name], lower: at(0.025), upper: at(0.975) };
  };
  return { days: interval('days'), firstHalf: interval('firstHalf'), auc: interval('auc') };
}

/**
 * By how many days the first order comes before the second, both measured on the same days drawn
 * anew: what the two share cancels. With its standard error.
 */
export function measureGap(
  visits: readonly Visit[],
  [first, second]: readonly [readonly number[], readonly number[]],
  { seed, draws }: Redrawing,
): { readonly days: number; readonly error: number } {
  const random = createRandom(seed, 'gaps');
  const rows = visits.map((visit, index) => ({
    ...{ found: visit.found, day: dayOf(visit) },
    ...{ first: first[index] ?? 0, second: second[index] ?? 0 },
  }));
  const gapOf = (some: typeof rows): number =>
    measure(some.map((row) => ({ ...row, value: row.first }))).days -
    measure(some.map((row) => ({ ...row, value: row.second }))).days;
  const byDay = rowsByDay(rows);
  const gaps = Array.from({ length: draws }, () => gapOf(redraw(byDay, random)));
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / draws;
  const spread = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / (draws - 1);
  return { days: gapOf(rows), error: Math.sqrt(spread) };
}

function dayOf({ day }: Visit): number {
  return Date.parse(day) / DAY_MS;
}

function rowsByDay<R extends { readonly day: number }>(rows: readonly R[]): readonly R[][] {
  const days = [...new Set(rows.map(({ day }) => day))].sort((a, b) => a - b);
  return days.map((day) => rows.filter((row) => row.day === day));
}

/** As many days as there are, drawn with replacement. */
function redraw<R>(byDay: readonly R[][], random: Random): R[] {
  return byDay.flatMap(() => byDay[random.below(byDay.length)] ?? []);
}

function valueOf(
  values: readonly number[] | 'random' | 'as-it-was',
  { day }: Visit,
  index: number,
  drawn: number,
): number {
  if (values === 'random') return drawn;
  return values === 'as-it-was' ? -Date.parse(day) : (values[index] ?? 0);
}

function measure(
  rows: readonly { readonly found: 0 | 1; readonly day: number; readonly value: number }[],
): Measured {
  const slots = rows.map(({ day }) => day).sort((a, b) => a - b);
  const order = [...rows].sort((a, b) => b.value - a.value);
  const finds = order.reduce((sum, { found }) => sum + found, 0);
  let [earlier, firstHalf, pairs, misses] = [0, 0, 0, 0];
  for (let from = 0; from < order.length;) {
    let until = from;
    while (until < order.length && order[until]?.value === order[from]?.value) until += 1;
    const tied = order.slice(from, until);
    const found = tied.filter((row) => row.found === 1);
    const mean = slots.slice(from, until).reduce((sum, day) => sum + day, 0) / tied.length;
    const within = Math.max(0, Math.min(until, order.length / 2) - from) / tied.length;
    earlier += found.reduce((sum, { day }) => sum + day - mean, 0);
    firstHalf += found.length * within;
    // Each find stands before the misses still to come; of those it is tied with, before half.
    misses += tied.length - found.length;
    pairs += found.length * (order.length - finds - misses + (tied.length - found.length) / 2);
    from = until;
  }
  return {
    days: earlier / finds,
    firstHalf: firstHalf / finds,
    auc: pairs / (finds * (order.length - finds)),
  };
}
