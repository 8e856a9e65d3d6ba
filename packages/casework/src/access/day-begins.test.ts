import { addDays, civilDate, civilDayAt, instant, toIso } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import { dayBegins } from './day-begins.ts';

describe('a civil day begins', () => {
  it.each([
    ['2026-11-20', 'Asia/Shanghai', '2026-11-19T16:00:00.000Z'],
    ['2026-11-20', 'UTC', '2026-11-20T00:00:00.000Z'],
    ['2017-06-30', 'America/Los_Angeles', '2017-06-30T07:00:00.000Z'],
    ['2026-11-20', 'Asia/Kathmandu', '2026-11-19T18:15:00.000Z'],
    ['2026-11-20', 'Pacific/Kiritimati', '2026-11-19T10:00:00.000Z'],
  ])('%s in %s at %s', (day, zone, moment) => {
    expect(toIso(dayBegins(civilDate(day), zone))).toBe(moment);
  });

  it('also when clocks are changed', () => {
    for (let day = civilDate('2026-03-20'); day < '2026-11-10'; day = addDays(day, 1)) {
      const begins = dayBegins(day, 'Europe/Berlin');
      expect(civilDayAt(begins, 'Europe/Berlin')).toBe(day);
      expect(civilDayAt(instant(begins - 1), 'Europe/Berlin')).toBe(addDays(day, -1));
    }
  });
});
