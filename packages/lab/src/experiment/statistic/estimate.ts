import type { Estimate } from '../comparison.ts';
import { studentQuantile } from './student.ts';

/** How sure an interval is. */
const CONFIDENCE = 0.95;

/**
 * The mean of independent replicates with its interval by Student's t. Of one replicate nothing is
 * known about how it varies: both ends are its value, and whoever tells it says that it is one.
 *
 * @throws RangeError without any replicate, or with one that is not finite
 */
export function estimateOf(values: readonly number[]): Estimate {
  const strange = values.find((value) => !Number.isFinite(value));
  if (values.length === 0 || strange !== undefined) {
    throw new RangeError(`No interval of ${values.length} replicates, one of them ${strange}.`);
  }
  const count = values.length;
  const first = values[0] ?? 0;
  // From the first value, so that equal replicates have exactly no width.
  const mean = first + values.reduce((sum, value) => sum + (value - first), 0) / count;
  if (count === 1) return { value: mean, low: mean, high: mean };
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const error = Math.sqrt(squares / (count - 1) / count);
  const reach = studentQuantile((1 + CONFIDENCE) / 2, count - 1) * error;
  return { value: mean, low: mean - reach, high: mean + reach };
}

/**
 * The second less the first, replicate by replicate: on the same people with the same luck, what
 * both share falls out.
 *
 * @throws RangeError when there are not as many of the one as of the other
 */
export function differenceOf(from: readonly number[], to: readonly number[]): Estimate {
  if (from.length !== to.length) {
    throw new RangeError(`${from.length} replicates cannot be paired with ${to.length}.`);
  }
  return estimateOf(to.map((value, at) => value - (from[at] ?? 0)));
}

export function widthOf({ low, high }: Estimate): number {
  return high - low;
}
