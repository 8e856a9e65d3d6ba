import { describe, expect, it } from 'vitest';

import { civilDate } from './civil-date.ts';
import { containsDay, intersect, overlaps, type Interval } from './interval.ts';

const between = (from: string, until: string): Interval => ({
  from: civilDate(from),
  until: until === 'none' ? 'none' : civilDate(until),
});
const old = between('2023-05-01', '2026-04-01');
const current = between('2026-04-01', 'none');

describe('containsDay', () => {
  it('has its first day and not its last', () => {
    expect(containsDay(old, civilDate('2023-04-30'))).toBe(false);
    expect(containsDay(old, civilDate('2023-05-01'))).toBe(true);
    expect(containsDay(old, civilDate('2026-03-31'))).toBe(true);
    expect(containsDay(old, civilDate('2026-04-01'))).toBe(false);
    expect(containsDay(current, civilDate('9999-12-31'))).toBe(true);
  });
});

describe('intersect', () => {
  it('finds nothing where one ends when the other begins', () => {
    expect(intersect(old, current)).toBeUndefined();
    expect(overlaps(old, current)).toBe(false);
  });

  it('is the later begin and the earlier end, in either order', () => {
    const other = between('2026-01-01', '2027-01-01');
    expect(intersect(old, other)).toEqual(between('2026-01-01', '2026-04-01'));
    expect(intersect(other, current)).toEqual(between('2026-04-01', '2027-01-01'));
    expect(intersect(current, other)).toEqual(between('2026-04-01', '2027-01-01'));
    expect(intersect(current, current)).toEqual(current);
    expect(overlaps(other, current)).toBe(true);
  });
});
