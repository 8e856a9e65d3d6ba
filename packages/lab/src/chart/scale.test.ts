import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { mirrored, scaleOf, symmetricScale } from './scale.ts';

describe('a scale', () => {
  it('begins and ends at round numbers', () => {
    expect(scaleOf([39, 79.6], { with: [0] }).ticks).toEqual([0, 20, 40, 60, 80]);
    expect(scaleOf([0.21, 0.233]).ticks).toEqual([0.21, 0.215, 0.22, 0.225, 0.23, 0.235]);
    expect(scaleOf([-3, 7]).ticks).toEqual([-4, -2, 0, 2, 4, 6, 8]);
  });

  it('ends with time where time ends', () => {
    const scale = scaleOf([0, 24], { ticks: 3, exact: true });
    expect(scale.most).toBe(24);
    expect(scale.ticks).toEqual([0, 10, 20]);
    expect(scale.at(24)).toBe(100);
  });

  it.each([
    ['of nothing', []],
    ['of nought alone', [0]],
    ['of one value', [42]],
    ['of one value below nought', [-42]],
    ['of what is no number', [Number.NaN, Number.POSITIVE_INFINITY]],
    ['of the tiniest', [1e-300]],
  ])('%s is still a stretch with a length', (_, values) => {
    const { least, most, ticks } = scaleOf(values);
    expect(most).toBeGreaterThan(least);
    expect(ticks.length).toBeGreaterThan(1);
    expect(ticks.length).toBeLessThan(30);
  });

  it('holds every value between its ends, in their order, whatever they are', () => {
    const values = fc.array(fc.double({ min: -1e200, max: 1e200, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(values, (given) => {
        const scale = scaleOf(given);
        const ordered = given.toSorted((a, b) => a - b).map((value) => scale.at(value));
        expect(ordered).toEqual(ordered.toSorted((a, b) => a - b));
        expect(ordered.every((place) => place >= 0 && place <= 100)).toBe(true);
        const near = Math.max(...given.map(Math.abs)) * 1e-9 + 1e-12;
        expect(scale.least).toBeLessThanOrEqual(Math.min(...given) + near);
        expect(scale.most).toBeGreaterThanOrEqual(Math.max(...given) - near);
        expect(scale.ticks.length).toBeLessThan(30);
      }),
    );
  });

  it('of differences has nought in its middle', () => {
    const scale = symmetricScale([12.1, -3, Number.NaN]);
    expect(scale.ticks).toEqual([-12.1, 0, 12.1]);
    expect([-12.1, 0, 12.1, 99].map(scale.at)).toEqual([0, 50, 100, 100]);
    expect(symmetricScale([]).ticks).toEqual([-1, 0, 1]);
  });

  it('runs the other way where less is better', () => {
    const scale = mirrored(scaleOf([0, 10]));
    expect([0, 2.5, 10].map(scale.at)).toEqual([100, 75, 0]);
  });
});
