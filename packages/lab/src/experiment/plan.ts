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

/** @throws LabError for a number that is not whole, or beyond what can be run */
export function checkSizes(
  plan: {
    readonly [Name in Exclude<keyof typeof wholeNumbers, 'threads'>]: number;
  } & { readonly threads?: number },
): void {
  for (const [name, { least, most }] of Object.entries(wholeNumbers)) {
    const value = { threads: 1, ...plan }[name as keyof typeof wholeNumbers];
    if (Number.isInteger(value) && value >= least && value <= most) continue;
    throw new LabError(
      `${name}: ${String(value)} was given; accepted is a whole number from ${String(least)} to ${String(most)}.`,
      `${name}：给出的是 ${String(value)}；应为 ${String(least)} 至 ${String(most)} 的整数。`,
    );
  }
}

/** @throws LabError that says what was received, what is accepted, and what to do */
export function checkPlan(variants: readonly RegimeVariant[], plan: ComparePlan): void {
  checkSizes(plan);
  if (variants.length === 0) {
    throw new LabError('No regime was given; name at least one.', '没有给出制度；至少给出一个。');
  }
  const ids = variants.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) {
    throw new LabError(
      `"${twice}" stands twice; give one of them an id of its own.`,
      `“${twice}”出现两次；请给其中一个另起名称。`,
    );
  }
  const { until } = plan;
  if (until === undefined) return;
  if (findMeasure(until.measure) === undefined) {
    const known = allMeasures.map(({ id }) => id).join(', ');
    throw new LabError(
      `There is no measure "${until.measure}"; the measures are ${known}.`,
      `没有“${until.measure}”这项度量；可用的是 ${known}。`,
    );
  }
  if (!(until.width > 0)) {
    throw new LabError(
      `A width of ${String(until.width)} was given; accepted is a number above 0.`,
      `给出的宽度是 ${String(until.width)}；应为大于 0 的数。`,
    );
  }
  if (variants.length < 2) {
    throw new LabError(
      'Replicates until a difference is known need two regimes; give a second.',
      '运行到差异明确为止需要两个制度；请再给出一个。',
    );
  }
  if (plan.replicates < LEAST_REPLICATES) {
    throw new LabError(
      `At most ${String(plan.replicates)} replicates; to stop by what is known takes at least ${String(LEAST_REPLICATES)}.`,
      `至多 ${String(plan.replicates)} 次运行；按已知程度停止至少需要 ${String(LEAST_REPLICATES)} 次。`,
    );
  }
}

/** The society that holds everyone whom the regimes are about. */
export function societyOf(variants: readonly RegimeVariant[], plan: ComparePlan): SocietyName {
  const isAboutPersons = variants.some(({ regime }) => regime.subjects.includes('natural_person'));
  return plan.society ?? (isAboutPersons ? 'town' : 'organisations');
}
