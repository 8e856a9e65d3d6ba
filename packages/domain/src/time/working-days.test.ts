import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addDays, civilDate, type CivilDate } from './civil-date.ts';
import {
  addWorkingDays,
  isWorkingDay,
  workingDaysBetween,
  type WorkingCalendar,
} from './working-days.ts';

const days = (...texts: string[]): CivilDate[] => texts.map(civilDate);

/** National Day 2026: 1 to 7 October rest, Saturday 10 October made up. */
const calendar: WorkingCalendar = {
  id: 'test-calendar',
  weekend: [6, 7],
  years: [
    {
      year: 2026,
      rest: days(
        '2026-01-01',
        '2026-10-01',
        '2026-10-02',
        '2026-10-03',
        '2026-10-04',
        '2026-10-05',
        '2026-10-06',
        '2026-10-07',
      ),
      work: days('2026-10-10'),
    },
  ],
};

describe('isWorkingDay', () => {
  it('puts a published make-up day before the weekend, and a rest day before the week', () => {
    expect(isWorkingDay(civilDate('2026-09-30'), calendar)).toBe(true);
    expect(isWorkingDay(civilDate('2026-10-01'), calendar)).toBe(false);
    expect(isWorkingDay(civilDate('2026-10-10'), calendar)).toBe(true);
    expect(isWorkingDay(civilDate('2026-10-11'), calendar)).toBe(false);
  });

  it('says nothing about a year that is not published', () => {
    expect(isWorkingDay(civilDate('2027-01-04'), calendar)).toBeUndefined();
  });

  it('uses a rest day that the notice of the year beside it names', () => {
    const both: WorkingCalendar = {
      ...calendar,
      years: [...calendar.years, { year: 2027, rest: days('2026-12-31'), work: [] }],
    };
    expect(isWorkingDay(civilDate('2026-12-31'), calendar)).toBe(true);
    expect(isWorkingDay(civilDate('2026-12-31'), both)).toBe(false);
  });
});

describe('addWorkingDays', () => {
  it.each([
    ['2026-09-28', 7, '2026-10-13'],
    ['2026-09-28', 1, '2026-09-29'],
    ['2026-09-28', 2, '2026-09-30'],
    ['2026-09-28', 3, '2026-10-08'],
    ['2026-09-28', 5, '2026-10-10'],
    ['2026-09-28', 6, '2026-10-12'],
    ['2026-10-03', 1, '2026-10-08'],
    ['2026-10-03', 0, '2026-10-03'],
  ])('%s and %i working days ends with %s', (from, count, on) => {
    expect(addWorkingDays(civilDate(from), count, calendar)).toEqual({ kind: 'on', on });
  });

  it('does not guess beyond the last published year, on either side of the edge', () => {
    const eve = civilDate('2026-12-30');
    expect(addWorkingDays(eve, 1, calendar)).toEqual({ kind: 'on', on: '2026-12-31' });
    expect(addWorkingDays(eve, 2, calendar)).toEqual({
      kind: 'calendar-not-published',
      year: 2027,
    });
  });

  it('refuses counts that are negative or not whole', () => {
    expect(() => addWorkingDays(civilDate('2026-09-28'), -1, calendar)).toThrow(RangeError);
    expect(() => addWorkingDays(civilDate('2026-09-28'), 1.5, calendar)).toThrow(RangeError);
  });

  it('ends on a working day, and workingDaysBetween counts the same days', () => {
    const start = fc.integer({ min: 0, max: 200 }).map((n) => addDays(civilDate('2026-01-01'), n));
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 90 }), (from, count) => {
        const outcome = addWorkingDays(from, count, calendar);
        if (outcome.kind !== 'on') return;
        expect(isWorkingDay(outcome.on, calendar)).toBe(true);
        expect(workingDaysBetween(from, outcome.on, calendar)).toEqual({
          kind: 'counted',
          days: count,
        });
      }),
    );
  });
});

describe('workingDaysBetween', () => {
  it('says by how many working days something is late, as a negative count', () => {
    const due = civilDate('2026-10-13');
    expect(workingDaysBetween(due, civilDate('2026-10-12'), calendar)).toEqual({
      kind: 'counted',
      days: -1,
    });
    expect(workingDaysBetween(due, due, calendar)).toEqual({ kind: 'counted', days: 0 });
  });

  it('needs the calendar of every year it crosses', () => {
    expect(workingDaysBetween(civilDate('2026-12-30'), civilDate('2027-01-05'), calendar)).toEqual({
      kind: 'calendar-not-published',
      year: 2027,
    });
  });
});
