import type { Localised } from '@credence/domain';

import { readLimits } from '../harm/limits.ts';
import { assemble } from './assemble.ts';
import { limitsOfKnowledge } from './cannot-tell.ts';
import type { Comparison, Limit } from './comparison.ts';
import type { ComparePlan, ComparisonCancelled, RegimeVariant } from './plan.ts';
import { runAll, type OpenTeam } from './run-all.ts';

/** What a comparison is told besides its plan. */
export interface CompareContext {
  readonly experiment?: Comparison['experiment'];
  /** What this comparison in particular cannot tell. */
  readonly cannotTell?: readonly Localised[];
  readonly limits?: readonly Limit[];
  /** Who carries the runs out; the world, on threads, unless given. */
  readonly team?: OpenTeam;
}

/**
 * Runs regimes on the same people with the same luck and tells what they do, what they harm, and how
 * they differ. A function of regimes, plan and code alone: the same bytes for any number of threads,
 * and after any interruption.
 *
 * @throws LabError when plan or regimes do not fit, or the folder keeps something else
 */
export async function compareRegimes(
  variants: readonly RegimeVariant[],
  plan: ComparePlan,
  context: CompareContext = {},
): Promise<Comparison | ComparisonCancelled> {
  const limits = context.limits ?? (await readLimits());
  const all = await runAll(variants, plan, context.team);
  if (all.kind === 'cancelled') return all;
  return assemble({
    ...{ variants, plan, limits, runs: all.runs, reached: all.reached },
    ...(context.experiment === undefined ? {} : { experiment: context.experiment }),
    cannotTell: [...limitsOfKnowledge, ...(context.cannotTell ?? [])],
  });
}
