import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  addDays,
  civilDate,
  dayNumber,
  daysBetween,
  earlier,
  fromDayNumber,
  fromParts,
  isBefore,
  isOnOrAfter,
  later,
  parseCivilDate,
  weekday,
} from './civil-date.ts';

const anyDayNumber = fc.integer({ min: -719_162, max: 2_932_896 });

describe('parseCivilDate', () => {
  it.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31', '2026-04-30'])(
    'reads the existing day %s',
    (text) => expect(parseCivilDate(text)).toBe(text),
  );

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-01',
    '2026-01-00',
    '0000-01-01',
    '2026-4-1',
    '2026/04/01',
    '2026-04-01T00:00',
    ' 2026-04-01',
    '',
  ])('refuses "%s"', (text) => expect(parseCivilDate(text)).toBeUndefined());
});

describe('civilDate', () => {
  it('throws for a text that is no day, and says how to write one', () => {
    expect(civilDate('2026-04-01')).toBe('2026-04-01');
    expect(() => civilDate('1 April')).toThrow(RangeError);
    expect(() => civilDate('1 April')).toThrow('YYYY-MM-DD');
  });
});

describe('fromParts', () => {
  it('refuses parts that are no whole numbers or out of range', () => {
    expect(fromParts(2026, 4, 1)).toBe('2026-04-01');
    expect(fromParts(2026.5, 4, 1)).toBeUndefined();
    expect(fromParts(10_000, 1, 1)).toBeUndefined();
    expect(fromParts(2026, 4.5, 1)).toBeUndefined();
    expect(fromParts(2026, 4, 1.5)).toBeUndefined();
  });
});

describe('dayNumber', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-03-01', 11_017],
    ['2026-10-13', 20_739],
    ['0001-01-01', -719_162],
    ['9999-12-31', 2_932_896],
  ])('numbers %s as %i', (text, number) => expect(dayNumber(civilDate(text))).toBe(number));

  it('is undone by fromDayNumber for every day', () => {
    fc.assert(fc.property(anyDayNumber, (n) => dayNumber(fromDayNumber(n)) === n));
  });

  it('agrees with the calendar of the language', () => {
    fc.assert(
      fc.property(anyDayNumber, (n) => {
        const day = new Date(n * 86_400_000);
        expect(fromDayNumber(n)).toBe(day.toISOString().slice(0, 10));
        expect(weekday(fromDayNumber(n)) % 7).toBe(day.getUTCDay());
      }),
    );
  });

  it('refuses numbers outside the years 1 to 9999', () => {
    expect(() => fromDayNumber(-719_163)).toThrow(RangeError);
    expect(() => fromDayNumber(2_932_897)).toThrow(RangeError);
    expect(() => fromDayNumber(0.5)).toThrow(RangeError);
  });
});

describe('addDays', () => {
  it('crosses months, leap days and years in both directions', () => {
    expect(addDays(civilDate('2024-02-28'), 1)).toBe('2024-02-29');
    expect(addDays(civilDate('2023-02-28'), 1)).toBe('2023-03-01');
    expect(addDays(civilDate('2027-01-01'), -1)).toBe('2026-12-31');
  });

  it('is measured by daysBetween', () => {
    expect(daysBetween(civilDate('2026-04-01'), civilDate('2026-04-02'))).toBe(1);
    expect(daysBetween(civilDate('2026-04-02'), civilDate('2026-04-01'))).toBe(-1);
  });
});

describe('order of days', () => {
  const first = civilDate('2026-09-30');
  const second = civilDate('2026-10-01');

  it('holds on both sides of the edge', () => {
    expect(isBefore(first, second)).toBe(true);
    expect(isBefore(first, first)).toBe(false);
    expect(isOnOrAfter(second, second)).toBe(true);
    expect(isOnOrAfter(first, second)).toBe(false);
  });

  it('picks the earlier and the later in either order', () => {
    expect([earlier(first, second), earlier(second, first)]).toEqual([first, first]);
    expect([later(first, second), later(second, first)]).toEqual([second, second]);
  });

  it('starts the week on Monday', () => {
    expect(weekday(civilDate('2026-10-05'))).toBe(1);
    expect(weekday(civilDate('2026-10-11'))).toBe(7);
  });
});
