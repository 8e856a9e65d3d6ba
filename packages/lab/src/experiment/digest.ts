import { measureWorld } from '../harm/all-measures.ts';
import { groupsOf, type Group, type GroupTable } from '../harm/groups.ts';
import { seriesNames, type WorldFigures } from '../harm/world-figures.ts';
import type { Comparison } from './comparison.ts';
import { lorenzOf } from './statistic/inequality.ts';

/** What is kept of one run; of the first replicate also what a report draws. */
export interface Digest {
  /** By measure. */
  readonly values: Readonly<Record<string, number>>;
  readonly errorsFixedAfter: readonly number[];
  readonly errorsOpenSince: readonly number[];
  readonly code: Readonly<Record<string, string>>;
  readonly drawn?: {
    readonly curves: Readonly<Record<string, readonly number[]>>;
    readonly lorenz: readonly number[];
    readonly groups: readonly Group[];
    readonly fit: Comparison['fit'];
  };
}

/** A digest, and of the first replicate what each subject lost: the luck of all regimes is the same. */
export interface Digested {
  readonly digest: Digest;
  readonly loss?: Float32Array;
}

/** What a digest is made from besides the figures. */
export interface DigestContext {
  readonly replicate: number;
  readonly guardBreaches: number;
  readonly tables: readonly GroupTable[];
  readonly fit: Comparison['fit'];
  readonly code: Readonly<Record<string, string>>;
}

/** Groups of people that the burden is shared out among, lightest first. */
const LORENZ_GROUPS = 50;

export function digestOf(figures: WorldFigures, context: DigestContext): Digested {
  const { columns, fields, series } = figures;
  const digest: Digest = {
    values: measureWorld(figures, context.guardBreaches),
    errorsFixedAfter: Array.from(fields.errorsFixedAfter),
    errorsOpenSince: Array.from(fields.errorsOpenSince),
    code: context.code,
  };
  if (context.replicate > 0) return { digest };
  const curves = Object.fromEntries(
    seriesNames.map((name) => [name, Array.from(series[name])] as const),
  );
  return {
    digest: {
      ...digest,
      drawn: {
        curves,
        lorenz: sharesOf(columns.excluded),
        groups: groupsOf(columns, context.tables),
        fit: context.fit,
      },
    },
    loss: Float32Array.from(columns.loss),
  };
}

/** Each group's part of the whole; all 0 where nobody bears anything. */
function sharesOf(burden: ArrayLike<number>): number[] {
  const someone = Array.from(burden).some((value) => value > 0);
  const curve = lorenzOf(burden, LORENZ_GROUPS);
  return curve.slice(1).map((value, at) => (someone ? value - (curve[at] ?? 0) : 0));
}
