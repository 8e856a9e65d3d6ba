/** How many lasted so many months: those that ended then, and those last seen going on then. */
export interface Durations {
  readonly ended: ArrayLike<number>;
  readonly censored: ArrayLike<number>;
}

/** What is still going on after a month, of those that were at risk in it. */
export interface SurvivalStep {
  readonly month: number;
  readonly open: number;
  readonly atRisk: number;
}

/**
 * Kaplan and Meier's estimate: the share still going on after each month, when some were only seen
 * for a while. Who is last seen in a month was at risk in it.
 */
export function survivalOf({ ended, censored }: Durations): SurvivalStep[] {
  const months = Math.max(ended.length, censored.length);
  let atRisk = 0;
  for (let month = 0; month < months; month += 1) {
    atRisk += (ended[month] ?? 0) + (censored[month] ?? 0);
  }
  let open = 1;
  const steps: SurvivalStep[] = [];
  for (let month = 0; month < months; month += 1) {
    if (atRisk > 0) open *= 1 - (ended[month] ?? 0) / atRisk;
    steps.push({ month, open, atRisk });
    atRisk -= (ended[month] ?? 0) + (censored[month] ?? 0);
  }
  return steps;
}

/**
 * The month after which at most this share goes on. Where more than that went on to the end, the
 * last month: the true one is not known to be earlier.
 */
export function monthOfShare(steps: readonly SurvivalStep[], share: number): number {
  if ((steps[0]?.atRisk ?? 0) === 0) return 0;
  // What rounding leaves of a share that was reached exactly.
  const reached = steps.find(({ open }) => open <= share + 1e-12);
  return reached?.month ?? steps.at(-1)?.month ?? 0;
}

/** Mean months within those that were watched ("restricted mean"): the area under the curve. */
export function meanMonths(steps: readonly SurvivalStep[]): number {
  if ((steps[0]?.atRisk ?? 0) === 0) return 0;
  return steps.slice(0, -1).reduce((sum, { open }) => sum + open, 0);
}
