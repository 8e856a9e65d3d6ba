import type { Localised } from '@credence/domain';

import type { Comparison, RegimeOutcome, ToldRegime } from '../experiment/comparison.ts';
import { judgeAddition } from './judge-addition.ts';
import type { Verdict } from './verdict.ts';

/**
 * A comparison with the verdict of a draft in place of that of any rule. A draft answers for what it
 * does: where the rule above it passes a limit, or is not shown to keep it, the draft is judged by the
 * paired difference to that rule, and elsewhere by its own harm ({@link judgeAddition}).
 *
 * The rule above is the baseline, and only where it is the edition that the draft builds on, carried out
 * with the same practice: held against anything worse, every draft would look harmless.
 */
export function judgeDraft(
  comparison: Comparison,
  draft: {
    readonly id: string;
    readonly buildsOn: readonly string[];
    /** Lists of its own on which nobody was or could be entered: harm that was not tried is not shown. */
    readonly untried?: readonly Localised[];
  },
): Comparison {
  const outcomes = comparison.outcomes.map((outcome) => {
    if (outcome.regime !== draft.id) return outcome;
    const verdict = verdictOver(comparison, outcome, draft);
    const { untried = [] } = draft;
    if (untried.length === 0) return { ...outcome, verdict };
    return { ...outcome, verdict: { ...verdict, promulgable: false, untried } };
  });
  return { ...comparison, outcomes };
}

function verdictOver(
  comparison: Comparison,
  outcome: RegimeOutcome,
  draft: { readonly id: string; readonly buildsOn: readonly string[] },
): Verdict {
  const pair = comparison.pairs.find(
    ({ from, to }) => from === comparison.pairs[0]?.from && to === draft.id,
  );
  const above = comparison.outcomes.find(({ regime }) => regime === pair?.from);
  if (pair === undefined || above === undefined) return outcome.verdict;
  if (!isAbove(comparison.regimes, { above: pair.from, ...draft })) return outcome.verdict;
  const { limits, plan } = comparison;
  const { differences } = pair;
  return judgeAddition(outcome, { above, differences, limits, replicates: plan.replicates });
}

function isAbove(
  regimes: readonly ToldRegime[],
  given: { readonly above: string; readonly id: string; readonly buildsOn: readonly string[] },
): boolean {
  const [above, draft] = [given.above, given.id].map((id) =>
    regimes.find((each) => each.id === id),
  );
  const code = above?.edition?.code;
  if (above === undefined || code === undefined || !given.buildsOn.includes(code)) return false;
  const practice = new Map(draft?.practice.map(({ id, value }) => [id, value]));
  return above.practice.every(({ id, value }) => practice.get(id) === value);
}
