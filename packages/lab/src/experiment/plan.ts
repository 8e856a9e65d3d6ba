import { LabError } from '../engine/define-model.ts';
import { allMeasures, findMeasure } from '../harm/all-measures.ts';
import type { Regime } from '../regime/regime.ts';
import type { societies } from '../society/read-society.ts';

/** The name of a society. */
export type SocietyName = (typeof societies)[number];

/** A regime as it is compared: by itself, or with some of its practice set otherwise. */
export interface RegimeVariant {
  /** Unique within a comparison; the regime's own where nothing is set. */
  readonly id: string;
  readonly regime: Regime;
  /** The shipped preset it was opened from, by which another thread can open it again. */
  readonly preset?: string;
  /** Values in place of the regime's own practice. */
  readonly practice?: Readonly<Record<string, number>>;
}

/** How to compare. */
export interface ComparePlan {
  readonly agents: number;
  readonly months: number;
  readonly seed: number | string;
  /** So many; with `until`, at most so many. */
  readonly replicates: number;
  /** `organisations` or `town`; by the subjects of the regimes unless given. */
  readonly society?: SocietyName;
  /** Go on until every paired difference of this measure is known so well, from end to end. */
  readonly until?: { readonly measure: string; readonly width: number };
  /** Threads among which replicates are shared out; 1 unless given. Nothing depends on it. */
  readonly threads?: number;
  /** A folder that keeps every finished run, and the state of those under way when cancelled. */
  readonly keep?: string;
  /** Goes on from what the folder keeps. */
  readonly resume?: boolean;
  readonly signal?: AbortSignal;
  /** Months of runs done, of all that are planned so far. */
  readonly onProgress?: (done: number, planned: number) => void;
}

/** What was asked for and stopped; everything finished is kept where there is a folder. */
export interface ComparisonCancelled {
  readonly kind: 'cancelled';
  readonly finished: number;
  readonly planned: number;
}

/** Below so many replicates, agreement may be luck. */
export const LEAST_REPLICATES = 5;

const wholeNumbers = {
  agents: { least: 1, most: 20_000_000 },
  months: { least: 1, most: 600 },
  replicates: { least: 1, most: 1_000 },
  threads: { least: 1, most: 64 },
} as const;

/** @throws LabError that says what was received, what is accepted, and what to do */
export function checkPlan(variants: readonly RegimeVariant[], plan: ComparePlan): void {
  for (const [name, { least, most }] of Object.entries(wholeNumbers)) {
    const value = { threads: 1, ...plan }[name as keyof typeof wholeNumbers];
    if (Number.isInteger(value) && value >= least && value <= most) continue;
    throw new LabError(
      `${name}: ${String(value)} was given; accepted is a whole number from ${String(least)} to ${String(most)}.`,
    );
  }
  if (variants.length === 0) throw new LabError('No regime was given; name at least one.');
  const ids = variants.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) {
    throw new LabError(`"${twice}" stands twice; give one of them an id of its own.`);
  }
  const { until } = plan;
  if (until === undefined) return;
  if (findMeasure(until.measure) === undefined) {
    const known = allMeasures.map(({ id }) => id).join(', ');
    throw new LabError(`There is no measure "${until.measure}"; the measures are ${known}.`);
  }
  if (!(until.width > 0)) {
    throw new LabError(
      `A width of ${String(until.width)} was given; accepted is a number above 0.`,
    );
  }
  if (variants.length < 2) {
    throw new LabError('Replicates until a difference is known need two regimes; give a second.');
  }
  if (plan.replicates < LEAST_REPLICATES) {
    throw new LabError(
      `At most ${String(plan.replicates)} replicates; to stop by what is known takes at least ${String(LEAST_REPLICATES)}.`,
    );
  }
}

/** The society that holds everyone whom the regimes are about. */
export function societyOf(variants: readonly RegimeVariant[], plan: ComparePlan): SocietyName {
  const isAboutPersons = variants.some(({ regime }) => regime.subjects.includes('natural_person'));
  return plan.society ?? (isAboutPersons ? 'town' : 'organisations');
}
