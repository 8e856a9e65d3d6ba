import type { Feature, FeatureRow } from './feature.ts';
import { probabilityOf } from './fit-logistic.ts';
import type { Foresight, LogisticChoice, Model, ModelPart, TrainingRows } from './model.ts';
import { add, at } from './ordering.ts';

/** Points of the step that weighs most; small enough to be added up by hand. */
const POINTS_OF_LARGEST_STEP = 10;
const BINS_MAX = 5;
const ROUNDS_MAX = 200;
/** Weights become whole points, so they need not be closer; the curve has two numbers only. */
const PRECISION = 1e-3;
const CURVE_PRECISION = 1e-6;

/** A step: the feature is known and has reached a bound, on the side that is riskier. */
interface Step {
  readonly feature: number;
  readonly bound: number;
  readonly direction: 'up' | 'down';
}

/**
 * A scorecard: whole points in bins, which only ever rise with what makes a place riskier. Each
 * bound is a step whose weight may not be below zero, so the points of a feature cannot fall; the
 * weights are fitted together by ridge logistic regression, one after another until none moves.
 */
export function fitScorecard(training: TrainingRows, choice: LogisticChoice): Model {
  const { table, rows } = training;
  const steps = stepsOf(training, choice.features);
  const weights = fitSteps(training, steps, choice);
  const largest = weights.steps.reduce((most, each) => Math.max(most, each), 0);
  const points = Float64Array.from(weights.steps, (weight) =>
    largest === 0 ? 0 : Math.round((weight / largest) * POINTS_OF_LARGEST_STEP),
  );
  const kept = steps.flatMap((step, index) =>
    at(points, index) > 0 ? [{ ...step, points: at(points, index) }] : [],
  );
  const parts = partsOf(table.features, kept);
  const totals = Float64Array.from(rows, (row) =>
    kept.reduce((sum, step) => sum + (isReached(step, row) ? step.points : 0), 0),
  );
  const curve = fitCurve(totals, training.outcomes);
  return {
    ...{ kind: 'scorecard', base: 0, parts: parts.map(({ part }) => part) },
    foresee: (row): Foresight => {
      const contributions = Float64Array.from(parts, ({ steps: own }) =>
        own.reduce((sum, step) => sum + (isReached(step, row) ? step.points : 0), 0),
      );
      const total = contributions.reduce((sum, each) => sum + each, 0);
      const probability = probabilityOf(curve.base + curve.slope * total);
      return { id: row.id, probability, contributions };
    },
  };
}

function isReached({ feature, bound, direction }: Step, { values }: FeatureRow): boolean {
  const value = at(values, feature);
  return direction === 'up' ? value >= bound : value <= bound;
}

/** Bounds at the quantiles of the training values, nearest to the safe end left out. */
function stepsOf(training: TrainingRows, features: readonly number[]): readonly Step[] {
  const { table, rows } = training;
  return features.flatMap((feature) => {
    const direction = table.features[feature]?.direction ?? sideOfFlag(training, feature);
    if (direction === undefined) return [];
    const values = Float64Array.from(
      rows.flatMap(({ values: row }) => {
        const value = at(row, feature);
        return Number.isNaN(value) ? [] : value;
      }),
    ).sort();
    if (direction === 'down') values.reverse();
    const moving = values.filter((value) => value !== at(values, 0));
    const bounds = Array.from({ length: BINS_MAX }, (_, index) =>
      at(moving, Math.floor((index * moving.length) / BINS_MAX)),
    );
    return moving.length === 0
      ? []
      : [...new Set(bounds)].map((bound) => ({ feature, bound, direction }));
  });
}

/** A plain yes or no has no order to keep: the side that found more often is the riskier one. */
function sideOfFlag({ rows, outcomes }: TrainingRows, feature: number): 'up' | 'down' | undefined {
  const counts = { yes: 0, no: 0, foundOfYes: 0, foundOfNo: 0 };
  for (const [index, { values }] of rows.entries()) {
    const value = at(values, feature);
    if (value === 1) {
      counts.yes += 1;
      counts.foundOfYes += at(outcomes, index);
    } else if (value === 0) {
      counts.no += 1;
      counts.foundOfNo += at(outcomes, index);
    } else return undefined;
  }
  if (counts.yes === 0 || counts.no === 0) return undefined;
  return counts.foundOfYes / counts.yes >= counts.foundOfNo / counts.no ? 'up' : 'down';
}

/** Newton's step for one weight at a time, cut off at zero. */
function fitSteps(
  { rows, outcomes }: TrainingRows,
  steps: readonly Step[],
  { penalty, precision = PRECISION }: LogisticChoice,
): { readonly steps: Float64Array } {
  const reached = steps.map((step) =>
    Int32Array.from(rows.flatMap((row, index) => (isReached(step, row) ? index : []))),
  );
  const all = Int32Array.from(rows.keys());
  const linear = new Float64Array(rows.length);
  const weights = new Float64Array(steps.length);
  let base = 0;
  const improve = (over: Int32Array, from: number, own: number): number => {
    let [slope, curve] = [own * from, own];
    for (const row of over) {
      const probability = probabilityOf(at(linear, row));
      slope += probability - at(outcomes, row);
      curve += probability * (1 - probability);
    }
    return curve > 0 ? from - slope / curve : from;
  };
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    let most = 0;
    const settle = (over: Int32Array, from: number, to: number): void => {
      for (const row of over) add(linear, row, to - from);
      most = Math.max(most, Math.abs(to - from));
    };
    const nextBase = improve(all, base, 0);
    settle(all, base, nextBase);
    base = nextBase;
    reached.forEach((over, index) => {
      const from = at(weights, index);
      const to = Math.max(0, improve(over, from, penalty));
      settle(over, from, to);
      weights[index] = to;
    });
    if (most < precision) break;
  }
  return { steps: weights };
}

interface PointedStep extends Step {
  readonly points: number;
}

function partsOf(features: readonly Feature[], steps: readonly PointedStep[]) {
  const places = [...new Set(steps.map(({ feature }) => feature))];
  return places.flatMap((place) => {
    const feature = features[place];
    if (feature === undefined) return [];
    const own = steps.filter((step) => step.feature === place);
    const bins = own.map(({ bound, points }) => ({ from: bound, points }));
    const part: ModelPart = { feature, bins };
    return [{ part, steps: own }];
  });
}

/** The curve from points to probability: two numbers, the second not below zero. */
function fitCurve(totals: Float64Array, outcomes: Uint8Array): { base: number; slope: number } {
  let [base, slope] = [0, 0];
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const sum = { base: 0, slope: 0, aa: 1e-9, ab: 0, bb: 1e-9 };
    totals.forEach((total, row) => {
      const probability = probabilityOf(base + slope * total);
      const [error, weight] = [probability - at(outcomes, row), probability * (1 - probability)];
      sum.base += error;
      sum.slope += error * total;
      sum.aa += weight;
      sum.ab += weight * total;
      sum.bb += weight * total * total;
    });
    const determinant = sum.aa * sum.bb - sum.ab ** 2;
    const moveBase = (sum.bb * sum.base - sum.ab * sum.slope) / determinant;
    const moveSlope = (sum.aa * sum.slope - sum.ab * sum.base) / determinant;
    base -= moveBase;
    slope = Math.max(0, slope - moveSlope);
    if (Math.abs(moveBase) + Math.abs(moveSlope) < CURVE_PRECISION) break;
  }
  return { base, slope };
}
