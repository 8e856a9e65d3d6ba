import { canonicalJson, sha256Hex } from '@credence/proof';

import { allMeasures, boundsOf } from '../harm/all-measures.ts';
import { verdictOf } from '../harm/verdict.ts';
import { societyHash } from './code-hash.ts';
import type { Comparison, Limit, PairedDifference, RegimeOutcome } from './comparison.ts';
import type { Digest, Digested } from './digest.ts';
import { societyOf, type ComparePlan, type RegimeVariant } from './plan.ts';
import { differenceOf, estimateOf } from './statistic/estimate.ts';
import { survivalOf } from './statistic/survival.ts';
import { tellRegime } from './told-regime.ts';

/** Everything a comparison is put together from; `runs` by variant, then by replicate. */
export interface Finished {
  readonly variants: readonly RegimeVariant[];
  readonly plan: ComparePlan;
  readonly runs: readonly (readonly Digested[])[];
  readonly limits: readonly Limit[];
  /** Whether the difference asked for was known well enough in the end. */
  readonly reached?: boolean;
  readonly experiment?: Comparison['experiment'];
  readonly cannotTell: Comparison['cannotTell'];
}

/** Puts a comparison together: a pure function of the runs, in the order of the variants. */
export function assemble(finished: Finished): Comparison {
  const { variants, plan, runs, limits, experiment, reached } = finished;
  const { agents, months, seed, until } = plan;
  const first = runs[0]?.[0]?.digest;
  return {
    format: 'credence-lab-comparison-1',
    ...(experiment === undefined ? {} : { experiment }),
    plan: {
      ...{ agents, months, seed, replicates: runs[0]?.length ?? 0 },
      society: societyOf(variants, plan),
      ...(until === undefined ? {} : { until: { ...until, reached: reached === true } }),
    },
    fit: first?.drawn?.fit ?? [],
    regimes: variants.map(tellRegime),
    measures: allMeasures,
    limits,
    outcomes: variants.map(({ id }, at) => outcomeOf(id, runs[at] ?? [], limits)),
    pairs: pairsOf(variants, runs),
    cannotTell: finished.cannotTell,
    hashes: {
      ...first?.code,
      society: societyHash(),
      measures: sha256Hex(canonicalJson({ measures: allMeasures, limits } as never)),
      ...Object.fromEntries(variants.map(({ id, regime }) => [`regime ${id}`, regime.hash])),
    },
  };
}

function outcomeOf(
  regime: string,
  runs: readonly Digested[],
  limits: readonly Limit[],
): RegimeOutcome {
  const digests = runs.map(({ digest }) => digest);
  const replicates = Object.fromEntries(
    allMeasures.map(({ id }) => [id, digests.map(({ values }) => values[id] ?? 0)] as const),
  );
  const estimates = Object.fromEntries(
    allMeasures.map((measure) => {
      const { value, low, high } = estimateOf(replicates[measure.id] ?? []);
      const [least, most] = boundsOf(measure);
      return [
        measure.id,
        { value, low: Math.max(least, low), high: Math.min(most, high) },
      ] as const;
    }),
  );
  const drawn = digests[0]?.drawn;
  return {
    ...{ regime, estimates, replicates },
    curves: drawn?.curves ?? {},
    untilRepair: survivalOf({
      ended: added(digests, 'errorsFixedAfter'),
      censored: added(digests, 'errorsOpenSince'),
    }),
    lorenz: drawn?.lorenz ?? [],
    groups: drawn?.groups ?? [],
    verdict: verdictOf(estimates, limits, digests.length),
  };
}

function added(
  digests: readonly Digest[],
  name: 'errorsFixedAfter' | 'errorsOpenSince',
): readonly number[] {
  return (digests[0]?.[name] ?? []).map((_, month) =>
    digests.reduce((sum, digest) => sum + (digest[name][month] ?? 0), 0),
  );
}

/** Every later variant against every earlier one; the first stands first. */
function pairsOf(
  variants: readonly RegimeVariant[],
  runs: readonly (readonly Digested[])[],
): readonly PairedDifference[] {
  return variants.flatMap(({ id: from }, a) =>
    variants.slice(a + 1).map(({ id: to }, offset): PairedDifference => {
      const [ours, theirs] = [runs[a] ?? [], runs[a + 1 + offset] ?? []];
      const valuesOf = (side: readonly Digested[], id: string): number[] =>
        side.map(({ digest }) => digest.values[id] ?? 0);
      const differences = Object.fromEntries(
        allMeasures.map(({ id }) => [id, differenceOf(valuesOf(ours, id), valuesOf(theirs, id))]),
      );
      return { from, to, differences, ...fates(ours[0]?.loss, theirs[0]?.loss) };
    }),
  );
}

/** The same subject under both, with the same luck: whose loss is less, more, or the same. */
function fates(
  from: Float32Array = new Float32Array(),
  to: Float32Array = new Float32Array(),
): Pick<PairedDifference, 'winners' | 'losers' | 'unchanged'> {
  let [winners, losers] = [0, 0];
  from.forEach((loss, subject) => {
    const other = to[subject] ?? 0;
    if (other < loss) winners += 1;
    else if (other > loss) losers += 1;
  });
  return { winners, losers, unchanged: from.length - winners - losers };
}
