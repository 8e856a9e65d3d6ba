import { createRandom } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import { differenceOf, estimateOf, widthOf } from './estimate.ts';
import {
  fourFifthsRatio,
  oddsDifference,
  opportunityDifference,
  parityDifference,
  precisionOf,
} from './fairness.ts';
import { giniOf, lorenzOf, theilOf } from './inequality.ts';
import { quantileOf } from './quantile.ts';
import { stopAt } from './sequence.ts';
import { studentQuantile } from './student.ts';
import { meanMonths, monthOfShare, survivalOf } from './survival.ts';

describe('Student intervals', () => {
  it.each([
    [1, 12.706204736],
    [2, 4.30265273],
    [4, 2.776445105],
    [9, 2.262157163],
    [29, 2.045229642],
    [1000, 1.962339081],
  ])('with %i degrees of freedom reach as far as the tables say', (freedom, expected) => {
    expect(studentQuantile(0.975, freedom)).toBeCloseTo(expected, 7);
    expect(studentQuantile(0.025, freedom)).toBeCloseTo(-expected, 7);
  });

  it('have the mean, and the reach by hand', () => {
    const { value, low, high } = estimateOf([1, 2, 3, 4, 5]);
    expect(value).toBe(3);
    // s = sqrt(2.5), error = s / sqrt(5), t(4) = 2.776445
    expect(high - 3).toBeCloseTo(2.776445105 * Math.sqrt(0.5), 6);
    expect(low + high).toBeCloseTo(6, 12);
  });

  it('have exactly no width where nothing varies', () => {
    expect(estimateOf([0.1, 0.1, 0.1])).toEqual({ value: 0.1, low: 0.1, high: 0.1 });
    expect(differenceOf([0.1, 0.7], [0.1, 0.7])).toEqual({ value: 0, low: 0, high: 0 });
  });

  it('hold the truth in 95 of 100 samples', () => {
    const random = createRandom(7, 'intervals');
    let held = 0;
    for (let sample = 0; sample < 2000; sample += 1) {
      const values = Array.from({ length: 5 }, () => random.ratio() + random.ratio());
      const { low, high } = estimateOf(values);
      if (low <= 1 && 1 <= high) held += 1;
    }
    expect(held / 2000).toBeGreaterThan(0.93);
    expect(held / 2000).toBeLessThan(0.97);
  });

  it('refuse what cannot be paired, counted or computed', () => {
    expect(() => differenceOf([1], [1, 2])).toThrow('1 replicates cannot be paired with 2');
    expect(() => estimateOf([])).toThrow('No interval of 0 replicates');
    expect(() => estimateOf([1, NaN])).toThrow('one of them NaN');
    expect(() => studentQuantile(1, 3)).toThrow('No quantile 1');
  });
});

describe('replicates one after another', () => {
  const rule = { width: 1, least: 3, most: 6 };

  it('stop at the first that is known well enough, whatever else was done', () => {
    const differences = [[0, 4, 2, 2.1, 2, 2, 2]];
    const early = stopAt(differences, { ...rule, width: 6 });
    expect(early).toEqual(stopAt([[0, 4, 2, 2.1]], { ...rule, width: 6 }));
    expect(early).toMatchObject({ kind: 'enough', reached: true });
  });

  it('ask for more, and say when the most was not enough', () => {
    expect(stopAt([[0, 9, 1]], rule)).toEqual({ kind: 'more' });
    const wild = [[0, 9, 1, 8, 2, 7]];
    expect(stopAt(wild, rule)).toEqual({ kind: 'enough', replicates: 6, reached: false });
  });

  it('are never fewer than the least, however well they agree', () => {
    expect(stopAt([[1, 1]], rule)).toEqual({ kind: 'more' });
    expect(stopAt([[1, 1, 1]], rule)).toMatchObject({ replicates: 3, reached: true });
  });

  it('wait for the worst known of several pairs', () => {
    const pairs = [
      [1, 1, 1],
      [0, 9, 1],
    ];
    expect(stopAt(pairs, rule)).toEqual({ kind: 'more' });
    expect(widthOf(estimateOf([0, 9, 1]))).toBeGreaterThan(1);
  });
});

describe('quantiles', () => {
  it('lie between neighbours in proportion', () => {
    expect(quantileOf([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(quantileOf([4, 1, 3, 2], 1)).toBe(4);
    expect(quantileOf([10], 0.95)).toBe(10);
    expect(quantileOf([], 0.95)).toBe(0);
    expect(
      quantileOf(
        Array.from({ length: 101 }, (_, i) => i),
        0.95,
      ),
    ).toBeCloseTo(95, 10);
  });
});

describe('inequality', () => {
  it('is none where all are alike or nothing is spread', () => {
    expect(giniOf([3, 3, 3])).toBeCloseTo(0, 12);
    expect(theilOf([3, 3, 3])).toBe(0);
    expect([giniOf([0, 0]), theilOf([0, 0])]).toEqual([0, 0]);
    expect(lorenzOf([0, 0], 2)).toEqual([0, 0.5, 1]);
  });

  it('is as in the closed forms', () => {
    // One of n has all: (n - 1) / n, and ln n. The numbers 1 to n: (n - 1) / 3n.
    expect(giniOf([0, 0, 0, 8])).toBeCloseTo(3 / 4, 12);
    expect(theilOf([0, 0, 0, 8])).toBeCloseTo(Math.log(4), 12);
    const numbers = Array.from({ length: 1000 }, (_, i) => 1000 - i);
    expect(giniOf(numbers)).toBeCloseTo(999 / 3000, 12);
  });

  it('is twice the area between the Lorenz curve and the diagonal', () => {
    const values = [1, 4, 2, 9, 0, 5];
    const curve = lorenzOf(values, 6);
    expect([curve[0], curve[6]]).toEqual([0, 1]);
    const area = curve.slice(1).reduce((sum, y, at) => sum + (y + (curve[at] ?? 0)) / 12, 0);
    expect(giniOf(values)).toBeCloseTo(1 - 2 * area, 12);
  });
});

describe('fairness between groups', () => {
  const first = { truePositive: 8, falseNegative: 2, falsePositive: 5, trueNegative: 45 };
  const second = { truePositive: 6, falseNegative: 4, falsePositive: 1, trueNegative: 49 };

  it('is as the named measures say', () => {
    expect(fourFifthsRatio([0.6, 0.9, 0.75])).toBeCloseTo(2 / 3, 12);
    expect(parityDifference([0.6, 0.9, 0.75])).toBeCloseTo(0.3, 12);
    expect(opportunityDifference(first, second)).toBeCloseTo(0.2, 12);
    expect(oddsDifference(first, second)).toBeCloseTo((0.2 + 0.08) / 2, 12);
    expect(precisionOf(first)).toBeCloseTo(8 / 13, 12);
  });

  it('is the same under other names', () => {
    expect(oddsDifference(second, first)).toBeCloseTo(-oddsDifference(first, second), 12);
    expect(fourFifthsRatio([0.9, 0.75, 0.6])).toBe(fourFifthsRatio([0.6, 0.9, 0.75]));
  });

  it('holds where nobody has an outcome', () => {
    const none = { truePositive: 0, falseNegative: 0, falsePositive: 0, trueNegative: 0 };
    expect([precisionOf(none), opportunityDifference(none, none)]).toEqual([1, 0]);
    expect([fourFifthsRatio([0, 0]), parityDifference([])]).toEqual([1, 0]);
  });

  it('makes of prevalence 1 %, sensitivity 95 % and 1 % false alarms a PPV of 0.490', () => {
    const counts = {
      truePositive: 9_500,
      falseNegative: 500,
      falsePositive: 9_900,
      trueNegative: 980_100,
    };
    expect(precisionOf(counts)).toBeCloseTo(0.4897, 4);
  });
});

describe('survival', () => {
  it('is Kaplan and Meier on a table done by hand', () => {
    // 10 start; month 1: 2 end, 1 lost; month 2: 3 end; month 3: 1 lost; month 4: 1 ends, 2 lost.
    const steps = survivalOf({ ended: [0, 2, 3, 0, 1], censored: [0, 1, 0, 1, 2] });
    expect(steps.map(({ atRisk }) => atRisk)).toEqual([10, 10, 7, 4, 3]);
    const expected = [1, 0.8, (0.8 * 4) / 7, (0.8 * 4) / 7, (((0.8 * 4) / 7) * 2) / 3];
    steps.forEach(({ open }, at) => expect(open).toBeCloseTo(expected[at] ?? 0, 12));
    expect(monthOfShare(steps, 0.5)).toBe(2);
    expect(monthOfShare(steps, 0.1)).toBe(4);
    expect(meanMonths(steps)).toBeCloseTo(1 + 0.8 + 2 * ((0.8 * 4) / 7), 12);
  });

  it('is the plain share where nobody is lost', () => {
    const steps = survivalOf({ ended: [1, 2, 1], censored: [0, 0, 0] });
    expect(steps.map(({ open }) => open)).toEqual([0.75, 0.25, 0]);
    expect(monthOfShare(steps, 0.25)).toBe(1);
    expect(meanMonths(steps)).toBeCloseTo((0 + 1 + 1 + 2) / 4, 12);
  });

  it('has no months where nothing began', () => {
    const steps = survivalOf({ ended: [0, 0], censored: [0, 0] });
    expect([monthOfShare(steps, 0.5), meanMonths(steps)]).toEqual([0, 0]);
  });
});
