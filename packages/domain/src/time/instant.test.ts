import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { civilDayAt, civilTimeAt, instant, instantOf, toIso } from './instant.ts';

describe('instantOf', () => {
  it.each([
    ['1970-01-01T00:00:00Z', 0],
    ['2026-04-01T09:30:00+08:00', Date.UTC(2026, 3, 1, 1, 30)],
    ['2026-04-01T09:30+08:00', Date.UTC(2026, 3, 1, 1, 30)],
    ['2026-03-31T23:59:59.999-07:00', Date.UTC(2026, 3, 1, 6, 59, 59, 999)],
    ['2026-04-01T00:00:00.123456789Z', Date.UTC(2026, 3, 1, 0, 0, 0, 123)],
    ['2026-04-01T00:00:00.5Z', Date.UTC(2026, 3, 1, 0, 0, 0, 500)],
  ])('reads %s', (text, millis) => expect(instantOf(text)).toBe(millis));

  it.each([
    '2026-04-01',
    '2026-04-01T09:30:00',
    '2026-02-30T00:00:00Z',
    '2026-04-01T24:00:00Z',
    '2026-04-01T00:60:00Z',
    '2026-12-31T23:59:60Z',
    '2026-04-01T00:00:00+24:00',
    '2026-04-01T00:00:00+08:60',
    '0001-01-01T00:00:00+01:00',
    '9999-12-31T23:59:59-01:00',
    'yesterday',
  ])('refuses %s', (text) => expect(instantOf(text)).toBeUndefined());
});

describe('instant', () => {
  it('is a whole number of milliseconds within the years 1 to 9999', () => {
    expect(instant(0)).toBe(0);
    expect(() => instant(0.5)).toThrow(RangeError);
    expect(() => instant(Number.NaN)).toThrow(RangeError);
    expect(() => instant(Date.UTC(10_000, 0, 1))).toThrow(RangeError);
    expect(() => instant(-62_135_596_800_001)).toThrow(RangeError);
  });

  it('is written as the language writes it, and read back', () => {
    const anyMillis = fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 });
    fc.assert(
      fc.property(anyMillis, (millis) => {
        expect(toIso(instant(millis))).toBe(new Date(millis).toISOString());
        expect(instantOf(toIso(instant(millis)))).toBe(millis);
      }),
    );
  });
});

describe('civilDayAt', () => {
  it('changes at midnight of the zone, not of UTC', () => {
    const midnight = instant(Date.UTC(2026, 2, 31, 16));
    expect(civilDayAt(instant(midnight - 1), 'Asia/Shanghai')).toBe('2026-03-31');
    expect(civilDayAt(midnight, 'Asia/Shanghai')).toBe('2026-04-01');
    expect(civilDayAt(midnight, 'America/Los_Angeles')).toBe('2026-03-31');
  });

  it('follows summer time', () => {
    expect(civilDayAt(instant(Date.UTC(2026, 6, 1, 6, 59)), 'America/Los_Angeles')).toBe(
      '2026-06-30',
    );
    expect(civilDayAt(instant(Date.UTC(2026, 6, 1, 7)), 'America/Los_Angeles')).toBe('2026-07-01');
    expect(civilDayAt(instant(Date.UTC(2026, 0, 1, 7)), 'America/Los_Angeles')).toBe('2025-12-31');
  });

  it('refuses a zone that does not exist', () => {
    expect(() => civilDayAt(instant(0), 'Asia/Wanglan')).toThrow(RangeError);
  });
});

describe('civilTimeAt', () => {
  it('shows midnight as hour 0', () => {
    const at = instant(Date.UTC(2026, 2, 31, 16, 5));
    expect(civilTimeAt(at, 'Asia/Shanghai')).toEqual({ date: '2026-04-01', hour: 0, minute: 5 });
  });
});
