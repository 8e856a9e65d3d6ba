import { addMonths, civilDate, isBefore, isOnOrAfter } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import { dayBefore, tourDay } from './story-days.ts';

describe('the day of the tour', () => {
  it.each([
    ['2026-11-20', '2026-08-14'],
    ['2026-11-14', '2026-08-14'],
    ['2026-11-13', '2026-07-14'],
    ['2026-12-05', '2026-08-14'],
    ['2027-01-31', '2026-10-14'],
    ['2028-02-29', '2027-11-14'],
  ])('is, on %s, %s', (today, decided) => {
    expect(tourDay(civilDate(today))).toBe(decided);
  });

  it('lets repair be open and leaves most of a year of publicity, whatever the day', () => {
    for (let month = 0; month < 24; month += 1) {
      for (const day of ['01', '13', '14', '28']) {
        const today = addMonths(civilDate(`2026-05-${day}`), month, 'down');
        const decided = tourDay(today);
        expect(isOnOrAfter(today, addMonths(decided, 3, 'up'))).toBe(true);
        expect(isBefore(today, addMonths(decided, 5, 'down'))).toBe(true);
      }
    }
  });
});

describe('a day before today', () => {
  it('is the day of the month named, never after today', () => {
    expect(dayBefore(civilDate('2026-11-20'), 10, 15)).toBe('2026-01-15');
    expect(dayBefore(civilDate('2026-11-20'), 0, 21)).toBe('2026-10-21');
  });
});
