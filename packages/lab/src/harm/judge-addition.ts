import type { Estimate, JudgedLimit, Limit, RegimeOutcome } from '../experiment/comparison.ts';
import { countBehind } from './count-behind.ts';
import type { Verdict } from './verdict.ts';

/** A breach of a guard is nobody's inheritance: a draft answers for all that it breaks. */
const neverInherited: ReadonlySet<string> = new Set(['guard-breaches']);

/** What a regime was found to do, and what by itself it is judged to be. */
export type Judged = Pick<RegimeOutcome, 'regime' | 'estimates' | 'verdict'>;

/**
 * The verdict on a rule by what it adds to the rule above it. Where that one passes a limit, or is not
 * shown to keep it, the paired difference is judged against the margin of the limit, nought where it has
 * none: beyond where the whole interval lies above it, within where none of it does, and else not
 * decided. Where the rule above keeps a limit, the rule is judged by its own harm.
 */
export function judgeAddition(
  { verdict, estimates }: Judged,
  given: {
    readonly above: Judged;
    readonly differences: Readonly<Record<string, Estimate>>;
    readonly limits: readonly Limit[];
    readonly replicates: number;
  },
): Verdict {
  const { above, differences, limits, replicates } = given;
  const missed = new Set(
    [...above.verdict.beyond, ...above.verdict.undecided]
      .map(({ measure }) => measure)
      .filter((measure) => !neverInherited.has(measure)),
  );
  const compared = limits.flatMap(({ measure, atMost, addedAtMost }) => {
    const [found, held] = [estimates[measure], above.estimates[measure]];
    const by = countBehind(measure);
    const difference = differences[by];
    if (!missed.has(measure) || !found || !held || !difference) return [];
    const margin = addedAtMost === undefined ? {} : { margin: addedAtMost };
    const against = { from: above.regime, above: held, by, difference, ...margin };
    return [
      { difference, most: addedAtMost?.value ?? 0, limit: { measure, atMost, found, against } },
    ];
  });
  // How much one replicate varies nobody knows, so it decides nothing.
  const isKnown = replicates > 1;
  const adds = compared.filter(({ difference, most }) => isKnown && difference.low > most);
  const inherited = compared.filter(({ difference, most }) => isKnown && difference.high <= most);
  const open = compared.filter((each) => !adds.includes(each) && !inherited.includes(each));
  const own = (judged: readonly JudgedLimit[]) =>
    judged.filter(({ measure }) => compared.every(({ limit }) => limit.measure !== measure));
  const limitsOf = (judged: typeof compared): readonly JudgedLimit[] =>
    judged.map(({ limit }) => limit);
  const beyond = [...own(verdict.beyond), ...limitsOf(adds)];
  const undecided = [...own(verdict.undecided), ...limitsOf(open)];
  return {
    ...{ promulgable: beyond.length + undecided.length === 0, beyond, undecided },
    ...(inherited.length > 0 && { inherited: limitsOf(inherited) }),
  };
}
