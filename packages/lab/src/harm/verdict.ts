import type { Estimate, Limit, RegimeOutcome } from '../experiment/comparison.ts';

export type Verdict = RegimeOutcome['verdict'];

/**
 * Whether a regime may be promulgated, by its harms alone: benefits are not asked. Beyond a limit is
 * what lies above it with its whole interval; whose interval holds the limit is not decided, and so
 * is everything above which was seen in one replicate only. What is not decided is not promulgable
 * either: harm is not shown to be within its limit.
 */
export function verdictOf(
  estimates: Readonly<Record<string, Estimate>>,
  limits: readonly Limit[],
  replicates: number,
): Verdict {
  const judged = limits.flatMap(({ measure, atMost }) => {
    const found = estimates[measure];
    return found === undefined ? [] : [{ measure, atMost, found }];
  });
  const isBeyond = ({ atMost, found }: (typeof judged)[number]): boolean => found.low > atMost;
  const beyond = replicates > 1 ? judged.filter(isBeyond) : [];
  const undecided = judged.filter(
    (each) => !beyond.includes(each) && (replicates === 1 || each.found.high > each.atMost),
  );
  return { promulgable: beyond.length === 0 && undecided.length === 0, beyond, undecided };
}
