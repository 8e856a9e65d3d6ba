import { describe, expect, it } from 'vitest';

import { findOutliers, type LikeCase } from './find-outliers.ts';
import { rankService } from './rank-service.ts';
import { addShares, publishCount, publishMedian, publishShare, shareTenths } from './share.ts';

describe('a share', () => {
  it('is told exactly where part and rest are large, and as bounds where one is small', () => {
    expect(publishShare({ part: 20, whole: 30 }, 10)).toEqual({ whole: 30, least: 20, most: 20 });
    expect(publishShare({ part: 3, whole: 30 }, 10)).toEqual({ whole: 30, least: 0, most: 9 });
    expect(publishShare({ part: 12, whole: 15 }, 10)).toEqual({ whole: 15, least: 6, most: 15 });
    expect(publishShare({ part: 7, whole: 15 }, 10)).toEqual({ whole: 15, least: 6, most: 9 });
    expect(publishShare({ part: 9, whole: 9 }, 10)).toBeNull();
  });

  it('looks alike for none and for nine', () => {
    for (let part = 0; part < 10; part += 1) {
      expect(publishShare({ part, whole: 40 }, 10)).toEqual({ whole: 40, least: 0, most: 9 });
      expect(publishShare({ part: 40 - part, whole: 40 }, 10)).toMatchObject({ least: 31 });
    }
  });

  it('is refused where the part is none of the whole', () => {
    for (const part of [-1, 31, 1.5]) {
      expect(() => publishShare({ part, whole: 30 }, 10)).toThrow(RangeError);
    }
    expect(() => publishShare({ part: 1, whole: Number.NaN }, 10)).toThrow(RangeError);
  });

  it('adds up out of what is told alone', () => {
    const small = publishShare({ part: 39, whole: 40 }, 10);
    const large = publishShare({ part: 20, whole: 30 }, 10);
    expect(addShares([small, null, large])).toEqual({ whole: 70, least: 51, most: 60 });
    expect(addShares([null])).toBeNull();
  });

  it('has its bounds in tenths of a per cent, rounded away from what was not told', () => {
    expect(shareTenths({ whole: 30, least: 20, most: 20 })).toEqual({ least: 667, most: 667 });
    expect(shareTenths({ whole: 30, least: 21, most: 29 })).toEqual({ least: 700, most: 967 });
  });

  it('has beside it a middle and a count, withheld below the smallest cell', () => {
    expect(publishMedian([3, 1, 2, 9], 4)).toBe(2);
    expect(publishMedian([5, 1, 9], 3)).toBe(5);
    expect(publishMedian([5, 1, 9], 4)).toBeNull();
    expect(publishMedian([], 0)).toBeNull();
    expect([publishCount(9, 10), publishCount(10, 10)]).toEqual([null, 10]);
  });
});

describe('places in a service', () => {
  it('go by who is surely better: a range puts nobody behind, and the untold have none', () => {
    const offices = [
      { office: 'a', share: { whole: 100, least: 91, most: 100 } },
      { office: 'b', share: { whole: 100, least: 95, most: 95 } },
      { office: 'c', share: null },
      { office: 'd', share: { whole: 200, least: 182, most: 182 } },
    ];
    expect([...rankService(offices)]).toEqual([
      ['a', 1],
      ['b', 1],
      ['d', 2],
    ]);
    const few = { office: 'e', share: { whole: 16, least: 7, most: 16 } };
    expect(rankService([...offices, few]).get('e')).toBe(1);
  });
});

const rule = { leastGroup: 5, deviations: 3, multiple: 2 };
const casesOf = (like: string, amounts: readonly number[]): LikeCase[] =>
  amounts.map((amount, index) => ({ id: `${like}${String(index)}`, like, amount }));

describe('like cases', () => {
  it('name what lies far from their middle on either side, and nothing near it', () => {
    const cases = casesOf('a', [900, 1000, 1000, 1100, 1200, 5000, 200]);
    expect(findOutliers(cases, rule)).toEqual([
      {
        ...{ like: 'a', size: 7, median: 1000, deviation: 100 },
        unlike: [
          { id: 'a5', amount: 5000, side: 'heavier' },
          { id: 'a6', amount: 200, side: 'lighter' },
        ],
      },
    ]);
  });

  it('ask for both a distance and a multiple', () => {
    // Far by the spread, not by the multiple; then the other way round.
    expect(findOutliers(casesOf('a', [1000, 1000, 1000, 1000, 1001, 999]), rule)).toMatchObject([
      { median: 1000, deviation: 0, unlike: [] },
    ]);
    expect(findOutliers(casesOf('a', [100, 200, 400, 800, 1600]), rule)).toMatchObject([
      { unlike: [{ amount: 1600 }] },
    ]);
    expect(findOutliers(casesOf('a', [100, 300, 500, 700, 1000]), rule)).toMatchObject([
      { median: 500, deviation: 200, unlike: [] },
    ]);
  });

  it('say nothing of a small group, of another group, or of what has no fine', () => {
    expect(findOutliers(casesOf('a', [1, 1, 1, 9]), rule)).toEqual([]);
    const two = [...casesOf('b', [1, 1, 1, 1, 9]), ...casesOf('a', [50, 50, 50, 50, 50])];
    expect(findOutliers(two, rule).map(({ like, unlike }) => [like, unlike.length])).toEqual([
      ['a', 0],
      ['b', 1],
    ]);
    expect(findOutliers(casesOf('a', [10, 10, 10, 10, 0]), rule)).toEqual([]);
  });
});
