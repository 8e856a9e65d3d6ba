import { describe, expect, it } from 'vitest';

import { areTwins } from './are-twins.ts';

describe('twins', () => {
  it.each([
    ['case_officer', 'case_oficer'],
    ['case_officer', 'case_officerr'],
    ['case_officer', 'xase_officer'],
    ['case_officer', 'case_offcier'],
    ['food', 'foof'],
  ])('are %s and %s', (a, b) => {
    expect(areTwins(a, b)).toBe(true);
    expect(areTwins(b, a)).toBe(true);
  });

  it.each([
    ['food', 'food'],
    ['tax', 'taz'],
    ['level_1', 'level_2'],
    ['notice', 'notices_all'],
    ['province', 'provider'],
    ['abcd', 'badc'],
  ])('are not %s and %s', (a, b) => {
    expect(areTwins(a, b)).toBe(false);
  });
});
