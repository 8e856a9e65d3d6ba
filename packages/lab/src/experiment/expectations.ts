import type { Estimate } from './comparison.ts';
import type { ExperimentFile } from './experiment-file.ts';
import { differenceOf } from './statistic/estimate.ts';
import type { SweepPoint } from './sweep.ts';

type Expectation = NonNullable<ExperimentFile['expected']>[number];

/** A sign that a source gives, beside what was found. */
export interface Judged {
  readonly expected: Expectation;
  readonly found: Estimate;
  /** Whether the whole interval says so; one replicate says nothing. */
  readonly holds: 'yes' | 'no' | 'undecided';
}

/** Holds what sources expect against what was found: at the first point, or from the least to the most. */
export function judgeExpectations(
  expected: readonly Expectation[],
  points: readonly SweepPoint[],
): readonly Judged[] {
  return expected.map((each) => {
    const [from, to] = sidesOf(each, points);
    const found = differenceOf(from, to);
    return { expected: each, found, holds: judge(each.sign, found, from.length) };
  });
}

function sidesOf(
  { measure, along, regime, from, to }: Expectation,
  points: readonly SweepPoint[],
): readonly [readonly number[], readonly number[]] {
  const valuesAt = (point: SweepPoint | undefined, id: string | undefined): readonly number[] =>
    point?.outcomes.find((outcome) => outcome.regime === id)?.replicates[measure] ?? [];
  if (along === undefined) return [valuesAt(points[0], from), valuesAt(points[0], to)];
  const places = points.map((point) => point.at[along] ?? 0);
  // Where several points share the least or the most, the first: the others are alike in all else.
  const least = points[places.indexOf(Math.min(...places))];
  const others = (point: SweepPoint): string => JSON.stringify({ ...point.at, [along]: 0 });
  const alike = points.filter((point) => least !== undefined && others(point) === others(least));
  const most = alike.reduce<SweepPoint | undefined>(
    (best, point) => ((point.at[along] ?? 0) > (best?.at[along] ?? -Infinity) ? point : best),
    undefined,
  );
  return [valuesAt(least, regime), valuesAt(most, regime)];
}

function judge(
  sign: Expectation['sign'],
  { low, high }: Estimate,
  replicates: number,
): Judged['holds'] {
  if (replicates < 2) return 'undecided';
  if (sign === 'same') {
    if (low === 0 && high === 0) return 'yes';
    return low > 0 || high < 0 ? 'no' : 'undecided';
  }
  const [least, most] = sign === 'more' ? [low, high] : [-high, -low];
  if (least > 0) return 'yes';
  return most < 0 || (low === 0 && high === 0) ? 'no' : 'undecided';
}
