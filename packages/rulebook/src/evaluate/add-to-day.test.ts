import { addPeriod, dayNumber, fromDayNumber, type MonthRounding } from '@credence/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addToDay, earliestStillWithin } from './add-to-day.ts';

const runs = process.env['CREDENCE_LONG'] === '1' ? 100_000 : 2_000;
const anyDay = fc.oneof(
  fc.integer({ min: -200_000, max: 200_000 }),
  // The ends of months around leap years are where roundings part.
  fc
    .tuple(fc.integer({ min: 1890, max: 2110 }), fc.integer({ min: 0, max: 11 }))
    .map(([year, month]) => Math.floor(Date.UTC(year, month + 1, 0) / 86_400_000)),
);
const anyPeriod = fc.oneof(
  fc.record({ unit: fc.constant('months' as const), count: fc.integer({ min: 0, max: 480 }) }),
  fc.record({ unit: fc.constant('days' as const), count: fc.integer({ min: 0, max: 4000 }) }),
);
const anyRound = fc.constantFrom<MonthRounding>('down', 'up');

describe('addToDay', () => {
  it('says what the calendar of the domain says', () => {
    fc.assert(
      fc.property(anyDay, anyPeriod, anyRound, (day, period, round) => {
        const said = dayNumber(addPeriod(fromDayNumber(day), period, round));
        expect(addToDay(day, period, round)).toBe(said);
      }),
      { numRuns: runs },
    );
  }, 120_000);

  it('refuses working days', () => {
    expect(() => addToDay(0, { unit: 'working-days', count: 5 }, 'down')).toThrow(RangeError);
  });
});

describe('earliestStillWithin', () => {
  it('is the one day from which a period is not over yet', () => {
    fc.assert(
      fc.property(anyDay, anyPeriod, anyRound, (asOf, period, round) => {
        const first = earliestStillWithin(asOf, period, round);
        expect(addToDay(first, period, round)).toBeGreaterThan(asOf);
        expect(addToDay(first - 1, period, round)).toBeLessThanOrEqual(asOf);
      }),
      { numRuns: runs },
    );
  }, 120_000);
});
