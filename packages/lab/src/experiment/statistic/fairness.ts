/** A group in counts: who of it truly deserved an outcome, and who had it. */
export interface Confusion {
  readonly truePositive: number;
  readonly falsePositive: number;
  readonly trueNegative: number;
  readonly falseNegative: number;
}

/**
 * The smallest rate of a good outcome among groups by the largest (the four-fifths rule asks for 0.8
 * and more; "disparate impact ratio"). 1 where no group has it, since none is behind.
 */
export function fourFifthsRatio(rates: readonly number[]): number {
  const most = Math.max(0, ...rates);
  return most === 0 ? 1 : Math.min(...rates) / most;
}

/** The largest rate of an outcome less the smallest ("statistical parity difference"); 0 of none. */
export function parityDifference(rates: readonly number[]): number {
  return rates.length === 0 ? 0 : Math.max(...rates) - Math.min(...rates);
}

/** How much likelier the first group's deserving have the outcome than the second's. */
export function opportunityDifference(first: Confusion, second: Confusion): number {
  return hitRate(first) - hitRate(second);
}

/** The mean of how much likelier the first group's deserving, and its undeserving, have the outcome. */
export function oddsDifference(first: Confusion, second: Confusion): number {
  return (hitRate(first) - hitRate(second) + alarmRate(first) - alarmRate(second)) / 2;
}

/** Share of those who have the outcome that deserve it ("PPV"); 1 where nobody has it. */
export function precisionOf({ truePositive, falsePositive }: Confusion): number {
  return truePositive + falsePositive === 0 ? 1 : truePositive / (truePositive + falsePositive);
}

function hitRate({ truePositive, falseNegative }: Confusion): number {
  return shareOf(truePositive, truePositive + falseNegative);
}

function alarmRate({ falsePositive, trueNegative }: Confusion): number {
  return shareOf(falsePositive, falsePositive + trueNegative);
}

/** A part of a whole; 0 where there is no whole. */
export function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
