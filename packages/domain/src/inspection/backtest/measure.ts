import { createRandom, type RandomKey } from '../../random/random.ts';
import { concordanceOf } from './concordance.ts';
import { at, drawDays, everyDayOnce, type Ordering } from './ordering.ts';
import { scheduleOf, type ScheduleTally } from './schedule.ts';

/** A figure with the middle 95 % of what it was when days were drawn anew. */
export interface FigureInterval {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** The figures of an ordering; `undefined` where the data give none. */
export type FigureName =
  'daysEarlier' | 'firstHalf' | 'auc' | 'aucWithinInspectors' | 'liftAtTenth' | 'precisionAtFirst';

export type Figures = Readonly<Partial<Record<FigureName, FigureInterval>>>;

/** How often days are drawn anew for an interval, where nothing else is asked for. */
const DRAWS_DEFAULT = 400;

export interface MeasureOptions {
  readonly seed: RandomKey;
  readonly draws?: number;
}

/** The figures of an ordering, once as it was and once for each draw of days. */
export interface Samples {
  readonly value: Point;
  readonly drawn: readonly Point[];
}

/** Each figure of an ordering with its interval. */
export function figuresOf(samples: Samples): Figures {
  const figures: Partial<Record<FigureName, FigureInterval>> = {};
  for (const name of Object.keys(samples.value) as FigureName[]) {
    const drawn = samples.drawn.map((each) => each[name]);
    const interval = intervalOf(samples.value[name], drawn);
    if (interval !== undefined) figures[name] = interval;
  }
  return figures;
}

/** How much one ordering is better than another on the same visits and the same drawn days. */
export function gainOf(
  one: Samples,
  other: Samples,
  figure: FigureName,
): FigureInterval | undefined {
  const less = (a: number | undefined, b: number | undefined): number | undefined =>
    a === undefined || b === undefined ? undefined : a - b;
  return intervalOf(
    less(one.value[figure], other.value[figure]),
    one.drawn.map((each, index) => less(each[figure], other.drawn[index]?.[figure])),
  );
}

type Point = Readonly<Record<FigureName, number | undefined>>;

/**
 * Measures an ordering over one or more periods. Each period fills its own slots and compares its
 * own visits; the sums are added up. The draws depend on the seed and the days alone, so two
 * orderings of the same visits measured with one seed are paired.
 */
export function sampleFigures(
  periods: readonly Ordering[],
  { seed, draws = DRAWS_DEFAULT }: MeasureOptions,
): Samples {
  const streams = periods.map((_, index) => createRandom(seed, 'days', index));
  const drawn = Array.from({ length: draws }, () =>
    pointOf(
      periods,
      periods.map((period, index) => {
        const stream = streams[index];
        return stream === undefined ? everyDayOnce(period) : drawDays(period, stream);
      }),
    ),
  );
  return { value: pointOf(periods, periods.map(everyDayOnce)), drawn };
}

function pointOf(periods: readonly Ordering[], times: readonly Int32Array[]): Point {
  const sum = { right: 0, pairs: 0, rightWithin: 0, pairsWithin: 0 };
  const tallies: ScheduleTally[] = [];
  periods.forEach((period, index) => {
    const taken = times[index] ?? everyDayOnce(period);
    const all = concordanceOf(period, taken, 'all');
    sum.right += all.right;
    sum.pairs += all.pairs;
    const within = concordanceOf(period, taken, 'within-inspectors');
    sum.rightWithin += within.right;
    sum.pairsWithin += within.pairs;
    tallies.push(scheduleOf(period, taken));
  });
  const total = (of: (tally: ScheduleTally) => number): number =>
    tallies.reduce((whole, tally) => whole + of(tally), 0);
  const found = total((tally) => tally.found);
  const rate = ratio(
    found,
    total((tally) => tally.visits),
  );
  const tenth = ratio(
    total((tally) => tally.foundInFirstTenth),
    total((tally) => tally.visitsInFirstTenth),
  );
  return {
    daysEarlier: ratio(
      total((tally) => tally.daysEarlier),
      found,
    ),
    firstHalf: ratio(
      total((tally) => tally.foundInFirstHalf),
      found,
    ),
    auc: ratio(sum.right, sum.pairs),
    aucWithinInspectors: ratio(sum.rightWithin, sum.pairsWithin),
    liftAtTenth: tenth === undefined || rate === undefined ? undefined : ratio(tenth, rate),
    precisionAtFirst: ratio(
      total((tally) => tally.foundAmongFirst),
      total((tally) => tally.firstVisits),
    ),
  };
}

function ratio(part: number, whole: number): number | undefined {
  return whole > 0 ? part / whole : undefined;
}

/** The middle 95 %; draws without a value (no pair in the days drawn) stay out. */
function intervalOf(
  value: number | undefined,
  drawn: readonly (number | undefined)[],
): FigureInterval | undefined {
  if (value === undefined) return undefined;
  const sorted = Float64Array.from(drawn.flatMap((each) => each ?? [])).sort();
  if (sorted.length === 0) return { value, lower: value, upper: value };
  const quantile = (share: number): number => at(sorted, Math.round(share * (sorted.length - 1)));
  return { value, lower: quantile(0.025), upper: quantile(0.975) };
}
