import type { Money } from './money.ts';

/**
 * A sum rounded to its first two digits, halves away from zero: 1,234,567 becomes 1,200,000. What is
 * said of a debt in public does not tell the sum of one contract.
 *
 * Legal source: guard N18.
 *
 * @throws RangeError when the amount is not a safe integer
 */
export function roundToTwoDigits({ amount, currency }: Money): Money {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${String(amount)} is no safe integer.`);
  const size = Math.abs(amount);
  const unit = 10 ** Math.max(0, String(size).length - 2);
  const rounded = Math.floor(size / unit + 0.5) * unit;
  return { amount: rounded === 0 ? 0 : Math.sign(amount) * rounded, currency };
}
