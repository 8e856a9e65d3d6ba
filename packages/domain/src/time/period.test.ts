import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { civilDate } from './civil-date.ts';
import { addPeriod, formatPeriod, parsePeriod } from './period.ts';

describe('parsePeriod', () => {
  it.each([
    ['P3M', 'months', 3],
    ['P1Y', 'months', 12],
    ['P1Y6M', 'months', 18],
    ['P0M', 'months', 0],
    ['P60D', 'days', 60],
    ['P2W', 'days', 14],
    ['P5WD', 'working-days', 5],
  ])('reads %s', (text, unit, count) => expect(parsePeriod(text)).toEqual({ unit, count }));

  it.each(['', 'P', '3M', 'P3', 'PT3H', 'P1M1D', 'P-3M', 'P1.5M', 'p3m', 'P3M '])(
    'refuses "%s"',
    (text) => expect(parsePeriod(text)).toBeUndefined(),
  );

  it('reads back whatever is written', () => {
    const unit = fc.constantFrom('months' as const, 'days' as const, 'working-days' as const);
    fc.assert(
      fc.property(unit, fc.integer({ min: 0, max: 99_999 }), (someUnit, count) => {
        const period = { unit: someUnit, count };
        expect(parsePeriod(formatPeriod(period))).toEqual(period);
      }),
    );
  });
});

describe('addPeriod', () => {
  it('adds months with the rounding asked for, days without', () => {
    const day = civilDate('2026-05-31');
    expect(addPeriod(day, { unit: 'months', count: 1 }, 'down')).toBe('2026-06-30');
    expect(addPeriod(day, { unit: 'months', count: 1 }, 'up')).toBe('2026-07-01');
    expect(addPeriod(day, { unit: 'days', count: 60 }, 'down')).toBe('2026-07-30');
  });

  it('refuses working days, which need a calendar', () => {
    expect(() =>
      addPeriod(civilDate('2026-05-31'), { unit: 'working-days', count: 1 }, 'down'),
    ).toThrow('addWorkingDays');
  });
});
