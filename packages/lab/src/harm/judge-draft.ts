import type { Localised } from '@credence/domain';

import type {
  Comparison,
  JudgedLimit,
  RegimeOutcome,
  ToldRegime,
} from '../experiment/comparison.ts';
import type { Verdict } from './verdict.ts';

/** A breach of a guard is nobody's inheritance: a draft answers for all that it breaks. */
const neverInherited: ReadonlySet<string> = new Set(['guard-breaches']);

/**
 * Shares that are judged by the number behind them: whoever burdens more people lightly lowers the share
 * of those who are burdened heavily, and spares nobody.
 */
const countOf: Readonly<Record<string, string>> = {
  'loss-over-tenfold-fine': 'over-tenfold-fine',
  'wrongful-share': 'wrongful-entries',
};

/**
 * A comparison with the verdict of a draft in place of that of any rule. A draft answers for what it
 * does: where the rule above it passes a limit, or is not shown to keep it, the draft is judged by the
 * paired difference to that rule, beyond a limit where it surely adds harm, within where it surely adds
 * none. Elsewhere it is judged by its own harm.
 *
 * The rule above is the baseline, and only where it is the edition that the draft builds on, carried out
 * with the same practice: held against anything worse, every draft would look harmless.
 */
export function judgeDraft(
  comparison: Comparison,
  draft: {
    readonly id: string;
    readonly buildsOn: readonly string[];
    /** Lists of its own that nothing in the society leads to: harm that was not tried is not shown. */
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
  return byAddition(outcome, { above, pair, comparison });
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

function byAddition(
  { verdict, estimates }: RegimeOutcome,
  given: {
    readonly above: RegimeOutcome;
    readonly pair: Comparison['pairs'][number];
    readonly comparison: Comparison;
  },
): Verdict {
  const { above, pair, comparison } = given;
  const missed = new Set(
    [...above.verdict.beyond, ...above.verdict.undecided]
      .map(({ measure }) => measure)
      .filter((measure) => !neverInherited.has(measure)),
  );
  const byDifference = comparison.limits.flatMap(({ measure, atMost }): JudgedLimit[] => {
    const [found, held] = [estimates[measure], above.estimates[measure]];
    const by = countOf[measure] ?? measure;
    const difference = pair.differences[by];
    if (!missed.has(measure) || !found || !held || !difference) return [];
    return [{ measure, atMost, found, against: { from: pair.from, above: held, by, difference } }];
  });
  // How much one replicate varies nobody knows, so it decides nothing.
  const isKnown = comparison.plan.replicates > 1;
  const ends = ({ against }: JudgedLimit) => against?.difference ?? { low: -1, high: 1 };
  const adds = byDifference.filter((each) => isKnown && ends(each).low > 0);
  const inherited = byDifference.filter((each) => isKnown && ends(each).high <= 0);
  const open = byDifference.filter((each) => !adds.includes(each) && !inherited.includes(each));
  const own = (judged: readonly JudgedLimit[]) =>
    judged.filter(({ measure }) => !byDifference.some((each) => each.measure === measure));
  const beyond = [...own(verdict.beyond), ...adds];
  const undecided = [...own(verdict.undecided), ...open];
  const promulgable = beyond.length + undecided.length === 0;
  return { promulgable, beyond, undecided, ...(inherited.length > 0 && { inherited }) };
}
