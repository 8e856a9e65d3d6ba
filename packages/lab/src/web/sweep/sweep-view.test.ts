import { describe, expect, it } from 'vitest';

import type { SweepPoint } from '../../experiment/sweep.ts';
import {
  estimateAt,
  isGrid,
  isMoved,
  isVaried,
  mainEffects,
  meanOverAll,
  triedFactors,
} from './sweep-view.ts';

/** A point of two factors at which regime `r` has the harm `a + 10 b`, and the flat measure is 3. */
function point(a: number, b: number): SweepPoint {
  const found = (value: number) => ({ value, low: value, high: value });
  return {
    at: { a, b },
    pairs: [],
    outcomes: [
      {
        regime: 'r',
        estimates: { harm: found(a + 10 * b), flat: found(3) },
        replicates: {},
        verdict: { promulgable: true, beyond: [], undecided: [] },
      },
    ],
  };
}

const grid = [0, 1].flatMap((b) => [5, 0, 1].map((a) => point(a, b)));
const sweep = { factors: ['a', 'b'], points: grid, regimes: [{ id: 'r' }] as never };
const harm = { regime: 'r', measure: 'harm' };

describe('what a sweep tells of its factors', () => {
  it('finds the levels ascending, and leaves out what stood still', () => {
    expect(triedFactors(sweep)).toEqual([
      { id: 'a', levels: [0, 1, 5] },
      { id: 'b', levels: [0, 1] },
    ]);
    expect(triedFactors({ factors: ['a', 'b'], points: [point(1, 2), point(3, 2)] })).toEqual([
      { id: 'a', levels: [1, 3] },
    ]);
  });

  it('knows a whole grid from one with a hole or a sample', () => {
    expect(isGrid(sweep)).toBe(true);
    expect(isGrid({ ...sweep, points: grid.slice(1) })).toBe(false);
  });

  it('finds an estimate by what is asked of its setting, or none', () => {
    expect(estimateAt(grid, { a: 5, b: 1 }, harm)?.value).toBe(15);
    expect(estimateAt(grid, { a: 2 }, harm)).toBeUndefined();
    expect(estimateAt(grid, { a: 5 }, { ...harm, regime: 'other' })).toBeUndefined();
  });

  it('tells a measure that moves from one that is the same everywhere', () => {
    expect([isVaried(sweep, 'harm'), isMoved(sweep, 'harm')]).toEqual([true, true]);
    expect([isVaried(sweep, 'flat'), isMoved(sweep, 'flat')]).toEqual([false, false]);
  });

  it('gives what each factor does alone, on average over the others', () => {
    expect(mainEffects(sweep, harm)).toEqual([
      { id: 'a', least: { setting: 0, value: 5 }, most: { setting: 5, value: 10 } },
      { id: 'b', least: { setting: 0, value: 2 }, most: { setting: 1, value: 12 } },
    ]);
    expect(meanOverAll(sweep, harm)).toBe(7);
  });

  it('takes the quarters of a range for its ends where settings are a sample', () => {
    const points = Array.from({ length: 40 }, (_, at) => point(at, 0));
    const [effect] = mainEffects({ factors: ['a'], points }, harm);
    // 0 to 9 and 30 to 39.
    expect([effect?.least.value, effect?.most.value]).toEqual([4.5, 34.5]);
  });

  it('has no effect to tell of a regime that nobody ran', () => {
    expect(mainEffects(sweep, { ...harm, regime: 'other' })).toEqual([]);
    expect(meanOverAll(sweep, { ...harm, regime: 'other' })).toBeNaN();
  });
});
