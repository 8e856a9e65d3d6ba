import { civilDate, type VisitOutcome } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import { publishYields } from './publish-yields.ts';

const visit = { draw: 'd', on: civilDate('2026-05-20'), chance: 0.5 } as const;

function visits(count: number, given: Partial<VisitOutcome>): readonly VisitOutcome[] {
  return Array.from({ length: count }, () => ({
    ...{ ...visit, arm: 'class', result: 'in-order', ...given },
  }));
}

const tellOnce = (outcomes: readonly VisitOutcome[]) => publishYields([outcomes]);

describe('the yield of visits', () => {
  it('is told by class and of the random draws, weighed by the chance of each', () => {
    const yields = tellOnce([
      ...visits(20, { arm: 'random', class: 'a', result: 'faults' }),
      ...visits(20, { arm: 'random', class: 'b', chance: 0.25 }),
      ...visits(12, { class: 'c', result: 'faults' }),
      ...visits(14, { class: 'c' }),
      ...visits(30, { arm: 'hand-picked', result: 'faults' }),
    ]);
    expect(yields).toEqual([
      { group: 'c', visits: 26, found: 12, estimate: 12 / 26 },
      { group: 'random', visits: 40, found: 20, estimate: 40 / 120 },
    ]);
  });

  it('says nothing of fewer than ten, nor lets it be worked out', () => {
    const yields = tellOnce([
      ...visits(3, { class: 'a', result: 'faults' }),
      ...visits(14, { class: 'a' }),
      ...visits(12, { class: 'b', result: 'faults' }),
      ...visits(15, { class: 'b' }),
    ]);
    for (const each of yields) expect(each).not.toHaveProperty('estimate');
    expect(yields.map(({ found }) => found)).toEqual([null, null]);
  });

  it('grows by portions of ten and more, so that no difference is about a firm', () => {
    const first = [
      ...visits(12, { class: 'c', result: 'faults' }),
      ...visits(14, { class: 'c' }),
      ...visits(11, { class: 'd', result: 'faults' }),
      ...visits(15, { class: 'd' }),
    ];
    const one = visits(1, { class: 'd', result: 'faults' });
    const told = publishYields([first]);
    expect(told.map(({ found }) => found)).toEqual([12, 11]);
    expect(publishYields([first, one])).toEqual(told);
    const more = [...first, ...first.slice(0, 12)];
    const grown = publishYields([first, one, more]);
    expect(grown.map(({ visits: of, found }) => [of, found])).toEqual([
      [26 + 38, 12 + 24],
      [26 + 27, 11 + 12],
    ]);
    // A draw that met nobody of a class says so of every name in it.
    expect(publishYields([first, visits(40, { class: 'c' })])).toEqual(told);
  });
});
