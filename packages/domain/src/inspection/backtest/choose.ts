import { dayNumber } from '../../time/civil-date.ts';
import { concordanceOf, type Concordance } from './concordance.ts';
import { columnsOf } from './design.ts';
import { featureGroups, type FeatureGroup, type FeatureTable } from './feature.ts';
import { HALF_LIVES } from './features.ts';
import { fitLogisticModel, type Model, type TrainingRows } from './model.ts';
import { everyDayOnce, layOut } from './ordering.ts';
import { fitScorecard } from './scorecard.ts';
import type { Visit, VisitResult } from './visit.ts';

export type ModelKind = 'logistic' | 'scorecard';

/** What the history alone decides about a model. */
export interface Choice {
  readonly model: ModelKind;
  readonly penalty: number;
  /** In days. */
  readonly halfLife: number;
  readonly groups: readonly FeatureGroup[];
}

/** A visit with its result and its row of features. */
export interface Example {
  readonly visit: Visit & { readonly result: VisitResult };
  readonly row: FeatureTable['rows'][number];
  readonly day: number;
}

/** A stretch of the history that is foreseen from the days before it. */
export interface Fold {
  readonly earlier: readonly Example[];
  readonly later: readonly Example[];
  /** What choices were worth on this fold, so that none is fitted twice. */
  readonly tried: Map<string, Trial>;
}

interface Trial {
  readonly all: Concordance;
  readonly withinInspectors: Concordance;
}

const FOLD_DAYS = 60;
const FOLDS_MAX = 8;
/** A fold is foreseen from at least this much of the past. */
const PAST_DAYS_MIN = 240;
/** Steps of a scorecard are yes or no, not standardised: their weights are small in any case. */
const STEP_PENALTY = 10;
const PENALTIES = [10, 30, 100, 300, 1000] as const;
/** How closely a fit is worked out while choices are compared. */
const COARSE = 1e-3;
/** A change that brings less than this is not taken: the simpler model stays. */
const GAIN_MIN = 0.0005;

/**
 * Folds by time: each stretch is foreseen from all days before it and from nothing later. Only
 * visits whose place is fully known are asked about, as those are that a plan will ask about.
 */
export function foldsOf(examples: readonly Example[]): readonly Fold[] {
  const asked = examples.filter(({ visit: { place } }) => isKnown(place));
  const days = (asked.length > 0 ? asked : examples).map(({ day }) => day);
  const last = days.reduce((most, day) => Math.max(most, day), -Infinity);
  const first = examples.reduce((least, { day }) => Math.min(least, day), Infinity);
  const fit = Math.floor((last + 1 - first - PAST_DAYS_MIN) / FOLD_DAYS);
  const folds = Math.max(0, Math.min(FOLDS_MAX, fit));
  return Array.from({ length: folds }, (_, index) => {
    const until = last + 1 - (folds - 1 - index) * FOLD_DAYS;
    const from = until - FOLD_DAYS;
    return {
      earlier: examples.filter(({ day }) => day < from),
      later: (asked.length > 0 ? asked : examples).filter(({ day }) => day >= from && day < until),
      tried: new Map<string, Trial>(),
    };
  }).filter(({ earlier, later }) => hasBoth(earlier) && hasBoth(later));
}

/**
 * Chooses half-life, penalty and families of features by what would have foreseen the folds best:
 * one thing at a time, each change kept only where it clearly helps. A scorecard takes the
 * half-life and families that the regression chose: both see the same features, and the regression is fitted ten times faster.
 */
export function choose(table: FeatureTable, folds: readonly Fold[], model: ModelKind): Choice {
  const rows = folds.flatMap(({ earlier }) => earlier.map(({ row }) => row));
  const varying = columnsOf(rows, [...table.features.keys()]).map(({ feature }) => feature);
  const offered = featureGroups.filter((group) =>
    varying.some((feature) => table.features[feature]?.group === group),
  );
  let best: Choice = {
    ...{ model: 'logistic', penalty: PENALTIES[1], halfLife: HALF_LIVES[0] },
    groups: offered.filter((group) => group !== 'findings'),
  };
  let power = powerOf(table, folds, best);
  const consider = (other: Choice): void => {
    const otherPower = powerOf(table, folds, other);
    if (otherPower <= power + GAIN_MIN) return;
    best = other;
    power = otherPower;
  };
  for (const halfLife of HALF_LIVES) {
    if (halfLife !== best.halfLife) consider({ ...best, halfLife });
  }
  for (const penalty of PENALTIES) {
    if (penalty !== best.penalty) consider({ ...best, penalty });
  }
  for (const group of offered) {
    const others = best.groups.filter((each) => each !== group);
    const groups = others.length < best.groups.length ? others : [...others, group];
    if (groups.length > 0) consider({ ...best, groups });
  }
  return model === 'scorecard' ? { ...best, model, penalty: STEP_PENALTY } : best;
}

/** Fits the chosen model to examples. */
export function fitChoice(
  table: FeatureTable,
  examples: readonly Example[],
  of: Choice & { readonly precision?: number },
): Model {
  const features = table.features.flatMap(({ group, halfLife = of.halfLife }, index) =>
    of.groups.includes(group) && halfLife === of.halfLife ? index : [],
  );
  const training: TrainingRows = {
    table,
    rows: examples.map(({ row }) => row),
    outcomes: Uint8Array.from(examples, ({ visit }) => (visit.result.found ? 1 : 0)),
  };
  const { penalty, precision } = of;
  const choice = { features, penalty, ...(precision !== undefined && { precision }) };
  return of.model === 'logistic'
    ? fitLogisticModel(training, choice)
    : fitScorecard(training, choice);
}

/** Day by day through the history: visits with a result and their rows. */
export function examplesOf(visits: readonly Visit[], table: FeatureTable): readonly Example[] {
  return visits.flatMap((visit, index) => {
    const row = table.rows[index];
    const { result } = visit;
    if (result === undefined || row === undefined) return [];
    return [{ visit: { ...visit, result }, row, day: dayNumber(visit.day) }];
  });
}

/** Mean of the figure over all pairs and of the one within inspectors, where these are known. */
function powerOf(table: FeatureTable, folds: readonly Fold[], choice: Choice): number {
  const trials = folds.map((fold) => tryChoice(table, fold, choice));
  const power = (of: (trial: Trial) => Concordance): number | undefined => {
    const pairs = trials.reduce((sum, trial) => sum + of(trial).pairs, 0);
    const right = trials.reduce((sum, trial) => sum + of(trial).right, 0);
    return pairs > 0 ? right / pairs : undefined;
  };
  const all = power((trial) => trial.all) ?? 0.5;
  return (all + (power((trial) => trial.withinInspectors) ?? all)) / 2;
}

function tryChoice(table: FeatureTable, { earlier, later, tried }: Fold, choice: Choice): Trial {
  const { penalty, halfLife, groups } = choice;
  const key = `${penalty} ${halfLife} ${[...groups].sort().join(' ')}`;
  const known = tried.get(key);
  if (known !== undefined) return known;
  const model = fitChoice(table, earlier, { ...choice, precision: COARSE });
  const ordering = layOut(
    later.map(({ row, visit: { day, result, inspectorGroup } }) => ({
      ...{ day, value: model.foresee(row).probability, found: result.found },
      ...(inspectorGroup !== undefined && { inspectorGroup }),
    })),
  );
  const times = everyDayOnce(ordering);
  const trial = {
    all: concordanceOf(ordering, times, 'all'),
    withinInspectors: concordanceOf(ordering, times, 'within-inspectors'),
  };
  tried.set(key, trial);
  return trial;
}

function isKnown({ licences, licenceYears }: Visit['place']): boolean {
  return licences !== undefined || licenceYears !== undefined;
}

function hasBoth(examples: readonly Example[]): boolean {
  const found = examples.filter(({ visit }) => visit.result.found).length;
  return found > 0 && found < examples.length;
}
