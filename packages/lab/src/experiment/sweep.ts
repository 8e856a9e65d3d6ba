import type { Localised } from '@credence/domain';

import { LabError } from '../engine/define-model.ts';
import { readLimits } from '../harm/limits.ts';
import { assemble } from './assemble.ts';
import { limitsOfKnowledge } from './cannot-tell.ts';
import type { Comparison, Limit, PairedDifference, RegimeOutcome } from './comparison.ts';
import { searchBoxes, type Box } from './design/box-search.ts';
import type { Factor, Point } from './design/factor.ts';
import { fullFactorial } from './design/full-factorial.ts';
import { latinHypercube } from './design/latin-hypercube.ts';
import { morrisDesign, morrisEffects, type FactorEffect } from './design/morris.ts';
import { saltelliPoints, saltelliShares, type FactorShares } from './design/saltelli.ts';
import { judgeExpectations, type Judged } from './expectations.ts';
import type { ExperimentFile } from './experiment-file.ts';
import type { ComparePlan, ComparisonCancelled, RegimeVariant } from './plan.ts';
import { runAll, type OpenTeam } from './run-all.ts';

/** What one setting of the factors led to. */
export interface SweepPoint {
  readonly at: Point;
  readonly outcomes: readonly Pick<
    RegimeOutcome,
    'regime' | 'estimates' | 'replicates' | 'verdict'
  >[];
  readonly pairs: readonly PairedDifference[];
}

/** What an experiment found, at every point of its design. */
export interface Sweep {
  readonly format: 'credence-lab-sweep-1';
  readonly experiment: NonNullable<Comparison['experiment']>;
  readonly plan: Comparison['plan'];
  readonly asked: readonly string[];
  readonly factors: readonly string[];
  readonly fit: Comparison['fit'];
  readonly regimes: Comparison['regimes'];
  readonly measures: Comparison['measures'];
  readonly limits: Comparison['limits'];
  readonly points: readonly SweepPoint[];
  /** By regime and measure asked for, where the design tells it. */
  readonly shares?: Readonly<Record<string, Readonly<Record<string, readonly FactorShares[]>>>>;
  readonly effects?: Readonly<Record<string, Readonly<Record<string, readonly FactorEffect[]>>>>;
  /** By regime: where the harm passes its limit, widest box first. */
  readonly boxes?: Readonly<Record<string, readonly Box[]>>;
  readonly expected: readonly Judged[];
  readonly cannotTell: readonly Localised[];
  readonly hashes: Comparison['hashes'];
}

/** How an experiment is carried out, in place of what its file says. */
export type SweepPlan = Pick<ComparePlan, 'threads' | 'keep' | 'resume' | 'signal' | 'onProgress'> &
  Partial<Pick<ComparePlan, 'agents' | 'months' | 'replicates' | 'seed' | 'society'>>;

/**
 * Carries an experiment out: every regime at every point of the design, on the same people with the
 * same luck, so that points differ by what was varied and by nothing else.
 */
export async function runSweep(
  file: ExperimentFile,
  regimes: readonly RegimeVariant[],
  given: SweepPlan,
  context: { readonly team?: OpenTeam; readonly limits?: readonly Limit[] } = {},
): Promise<Sweep | ComparisonCancelled> {
  const limits = context.limits ?? (await readLimits());
  const plan: ComparePlan = { ...file.plan, ...given };
  const searched = searchedLimit(file, limits);
  const factors = factorsOf(file);
  const points = pointsOf(file, factors, Number(plan.seed));
  const variants = points.flatMap((point, at) =>
    regimes.map((regime) => ({
      ...regime,
      id: points.length === 1 ? regime.id : `${regime.id} #${String(at)}`,
      practice: { ...regime.practice, ...point },
    })),
  );
  const all = await runAll(variants, plan, context.team);
  if (all.kind === 'cancelled') return all;
  const comparisons = points.map((_, at) =>
    assemble({
      ...{ variants: regimes, plan, limits, reached: false, cannotTell: [] },
      runs: all.runs.slice(at * regimes.length, (at + 1) * regimes.length),
    }),
  );
  const [first] = comparisons;
  if (first === undefined)
    throw new LabError(
      'The design has no point; give it at least one.',
      '设计中没有任何设定；请至少给出一组。',
    );
  const told = points.map((at, number): SweepPoint => {
    const { outcomes = [], pairs = [] } = comparisons[number] ?? {};
    const kept = outcomes.map(({ regime, estimates, replicates, verdict }) => {
      return { regime, estimates, replicates, verdict };
    });
    return { at, outcomes: kept, pairs };
  });
  const { experiment: id, question, claim, measures: asked } = file;
  return {
    ...{ format: 'credence-lab-sweep-1', experiment: { id, question, claim }, plan: first.plan },
    ...{ asked, factors: factors.map((factor) => factor.id), fit: first.fit },
    ...{ regimes: first.regimes, measures: first.measures, limits, points: told },
    ...analysisOf(file, { factors, points, told, searched, seed: Number(plan.seed) }),
    expected: judgeExpectations(file.expected ?? [], told),
    cannotTell: [...limitsOfKnowledge, ...file['cannot-tell']],
    hashes: first.hashes,
  };
}

/** What a sweep varies, from its least to its most. */
export function factorsOf({ sweep }: ExperimentFile): readonly Factor[] {
  return (sweep?.factors ?? []).map(({ practice: id, levels, from, to, whole }) => ({
    ...{
      id,
      least: from ?? Math.min(...(levels ?? [0])),
      most: to ?? Math.max(...(levels ?? [0])),
    },
    ...(whole === undefined ? {} : { whole }),
  }));
}

/** The settings of a design, in their order; one without a factor where nothing is varied. */
export function pointsOf(
  { sweep }: ExperimentFile,
  factors: readonly Factor[],
  seed: number,
): readonly Point[] {
  if (sweep === undefined) return [{}];
  const { design } = sweep;
  switch (design.kind) {
    case 'grid':
      return fullFactorial(sweep.factors.map(({ practice: id, levels = [] }) => ({ id, levels })));
    case 'latin-hypercube':
    case 'boxes':
      return latinHypercube(factors, design.points, seed);
    case 'saltelli':
      return saltelliPoints(factors, design.sample, seed);
    case 'morris':
      return morrisDesign(factors, design.trajectories, seed).points;
  }
}

/** What the design tells besides its points. */
export function analysisOf(
  { sweep, regimes, measures }: ExperimentFile,
  given: {
    readonly factors: readonly Factor[];
    readonly points: readonly Point[];
    readonly told: readonly SweepPoint[];
    readonly searched: Limit | undefined;
    readonly seed: number;
  },
): Pick<Sweep, 'shares' | 'effects' | 'boxes'> {
  if (sweep === undefined) return {};
  const { design } = sweep;
  const { factors, points, told, searched, seed } = given;
  const ids = told[0]?.outcomes.map(({ regime }) => regime) ?? regimes;
  const valuesOf = (regime: string, measure: string): number[] =>
    told.map(({ outcomes }) => {
      return outcomes.find((each) => each.regime === regime)?.estimates[measure]?.value ?? 0;
    });
  const byMeasure = <Told>(tell: (values: number[]) => Told) =>
    recordOf(ids, (regime) => recordOf(measures, (measure) => tell(valuesOf(regime, measure))));
  if (design.kind === 'saltelli') {
    return { shares: byMeasure((values) => saltelliShares(factors, values)) };
  }
  if (design.kind === 'morris') {
    const made = morrisDesign(factors, design.trajectories, seed);
    return { effects: byMeasure((values) => morrisEffects(factors, made, values)) };
  }
  if (searched === undefined) return {};
  const isBeyond = (value: number): boolean => value > searched.atMost;
  return {
    boxes: recordOf(ids, (regime) =>
      searchBoxes(factors, points, valuesOf(regime, searched.measure).map(isBeyond)),
    ),
  };
}

/** The limit that a search of boxes goes by: looked for before hours of runs, not after them. */
function searchedLimit({ sweep }: ExperimentFile, limits: readonly Limit[]): Limit | undefined {
  if (sweep?.design.kind !== 'boxes') return undefined;
  const { measure: asked } = sweep.design;
  const limit = limits.find(({ measure }) => measure === asked);
  if (limit !== undefined) return limit;
  const known = limits.map(({ measure }) => measure).join(', ');
  throw new LabError(
    `"${asked}" has no limit; those that have one are ${known}.`,
    `“${asked}”没有上限；有上限的是 ${known}。`,
  );
}

function recordOf<Value>(
  keys: readonly string[],
  valueOf: (key: string) => Value,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(keys.map((key) => [key, valueOf(key)]));
}
