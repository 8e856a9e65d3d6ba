import { describe, expect, it } from 'vitest';

import { findNearest } from './nearest.ts';

describe('findNearest', () => {
  it.each([
    ['wieght', 'weight'],
    ['clock-form', 'clock-from'],
    ['revew-by', 'review-by'],
    ['Title', 'title'],
  ])('takes %s for %s', (typed, meant) => {
    expect(findNearest(typed, ['weight', 'clock-from', 'review-by', 'title'])).toBe(meant);
  });

  it('takes nothing for a word that is far from all', () => {
    expect(findNearest('zone', ['weight', 'clock-from'])).toBeUndefined();
  });
});
