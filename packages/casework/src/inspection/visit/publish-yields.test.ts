import { civilDate, type VisitOutcome } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import { publishYields } from './publish-yields.ts';

const visit = { draw: 'd', on: civilDate('2026-05-20'), chance: 0.5 } as const;

function visits(count: number, given: Partial<VisitOutcome>): readonly VisitOutcome[] {
  return Array.from({ length: count }, () => ({
    ...{ ...visit, arm: 'class', result: 'in-order', ...given },
  }));
}

describe('the yield of visits', () => {
  it('is told by class and of the random draws, weighed by the chance of each', () => {
    const yields = publishYields([
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
    const yields = publishYields([
      ...visits(3, { class: 'a', result: 'faults' }),
      ...visits(14, { class: 'a' }),
      ...visits(12, { class: 'b', result: 'faults' }),
      ...visits(15, { class: 'b' }),
    ]);
    for (const each of yields) expect(each).not.toHaveProperty('estimate');
    expect(yields.map(({ found }) => found)).toEqual([null, null]);
  });
});
