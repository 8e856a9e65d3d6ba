import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addMonths } from './add-months.ts';
import { civilDate, daysBetween, fromDayNumber, isOnOrAfter } from './civil-date.ts';

const anyDay = fc.integer({ min: -200_000, max: 200_000 }).map(fromDayNumber);
const anyMonths = fc.integer({ min: -1200, max: 1200 });

describe('addMonths', () => {
  it.each([
    ['2026-05-31', 1, '2026-06-30', '2026-07-01'],
    ['2026-01-31', 1, '2026-02-28', '2026-03-01'],
    ['2024-01-31', 1, '2024-02-29', '2024-03-01'],
    ['2024-02-29', 12, '2025-02-28', '2025-03-01'],
    ['2024-02-29', 48, '2028-02-29', '2028-02-29'],
    ['2026-04-10', 3, '2026-07-10', '2026-07-10'],
    ['2026-12-31', 2, '2027-02-28', '2027-03-01'],
    ['2026-03-31', -1, '2026-02-28', '2026-03-01'],
    ['2026-01-15', -1, '2025-12-15', '2025-12-15'],
    ['2026-04-10', 0, '2026-04-10', '2026-04-10'],
  ])('%s and %i months is %s rounded down, %s rounded up', (from, months, down, up) => {
    expect(addMonths(civilDate(from), months, 'down')).toBe(down);
    expect(addMonths(civilDate(from), months, 'up')).toBe(up);
  });

  it('rounds at most one day apart, and never up before down', () => {
    fc.assert(
      fc.property(anyDay, anyMonths, (day, months) => {
        const down = addMonths(day, months, 'down');
        const up = addMonths(day, months, 'up');
        expect([0, 1]).toContain(daysBetween(down, up));
      }),
    );
  });

  it('keeps the order of days', () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyMonths, (a, b, months) => {
        const [first, second] = isOnOrAfter(b, a) ? [a, b] : [b, a];
        for (const round of ['down', 'up'] as const) {
          const reached = addMonths(second, months, round);
          expect(isOnOrAfter(reached, addMonths(first, months, round))).toBe(true);
        }
      }),
    );
  });

  it('refuses parts of months and years beyond 9999', () => {
    expect(() => addMonths(civilDate('2026-01-01'), 0.5, 'down')).toThrow(RangeError);
    expect(() => addMonths(civilDate('9999-12-01'), 1, 'down')).toThrow(RangeError);
    expect(() => addMonths(civilDate('0001-01-31'), -1, 'up')).toThrow(RangeError);
  });
});
