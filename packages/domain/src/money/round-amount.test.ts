import { describe, expect, it } from 'vitest';

import { roundToTwoDigits } from './round-amount.ts';

const rounded = (amount: number): number => roundToTwoDigits({ amount, currency: 'CNY' }).amount;

describe('a sum that is told roughly', () => {
  it('keeps its first two digits, halves going up', () => {
    expect([1_234_567, 1_250_000, 1_249_999, 995_000, 994_999].map(rounded)).toEqual([
      1_200_000, 1_300_000, 1_200_000, 1_000_000, 990_000,
    ]);
  });

  it('leaves what has two digits or less, and knows sums below nothing', () => {
    expect([0, 7, 99, 100, -1_260].map(rounded)).toEqual([0, 7, 99, 100, -1_300]);
  });

  it('refuses what is no whole number of the smallest unit', () => {
    expect(() => rounded(1.5)).toThrow(RangeError);
  });
});
