import { civilDayAt, createRandom, instant, instantOf } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import { holdsAlready, maxAgeSeconds, strongTag } from './freshness.ts';

const zone = 'Asia/Shanghai';

function at(iso: string) {
  const moment = instantOf(iso);
  if (moment === undefined) throw new Error(`${iso} is no moment.`);
  return moment;
}

describe('how long an answer may be reused', () => {
  it.each([
    ['2026-11-20T09:41:00+08:00', 60],
    ['2026-11-20T23:58:00+08:00', 60],
    ['2026-11-20T23:59:00+08:00', 59],
    ['2026-11-20T23:59:30+08:00', 29],
    ['2026-11-20T23:59:59+08:00', 0],
    ['2026-11-20T23:59:59.999+08:00', 0],
    ['2026-11-21T00:00:00+08:00', 60],
  ])('at %s it is %i seconds, never past midnight in the zone', (moment, seconds) => {
    expect(maxAgeSeconds(at(moment), zone)).toBe(seconds);
  });

  it('ends before midnight at every second of the last two minutes of a day', () => {
    const midnight = at('2026-11-21T00:00:00+08:00');
    for (let left = 120; left > 0; left -= 1) {
      const moment = instant(midnight - left * 1000);
      const seconds = maxAgeSeconds(moment, zone);
      expect(moment + seconds * 1000).toBeLessThanOrEqual(midnight);
    }
  });
});

describe('a strong validator', () => {
  const bytes = (text: string) => new TextEncoder().encode(text).buffer;

  it('is the same for the same bytes and another for others', () => {
    expect(strongTag(bytes('a'))).toBe(strongTag(bytes('a')));
    expect(strongTag(bytes('a'))).not.toBe(strongTag(bytes('b')));
    expect(strongTag(bytes('a'))).toMatch(/^"[\w-]{43}"$/);
  });

  it.each([
    [undefined, false],
    ['"x"', true],
    ['W/"x"', true],
    ['"y", "x"', true],
    ['*', true],
    ['"y"', false],
  ])('is known to a client that sends %s: %s', (header, known) => {
    expect(holdsAlready(header, '"x"')).toBe(known);
  });
});

describe('an answer that may be reused', () => {
  const zones = [
    ...['Asia/Shanghai', 'America/Los_Angeles', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC'],
    // Their clocks change at midnight.
    ...['America/Havana', 'Asia/Beirut', 'America/Asuncion'],
  ];

  it('is never reused on another day than its own, in any zone, over any change of clocks', () => {
    const random = createRandom('freshness');
    for (let count = 0; count < 10_000; count += 1) {
      const zone = zones[count % zones.length] ?? 'UTC';
      const from = Date.UTC(2024, 0, 1);
      const moment = instant(from + random.below(4 * 366 * 86_400) * 1000 + random.below(1000));
      const seconds = maxAgeSeconds(moment, zone);
      expect(seconds).toBeLessThanOrEqual(60);
      const reused = instant(moment + seconds * 1000);
      expect(civilDayAt(reused, zone), `${zone} ${moment}`).toBe(civilDayAt(moment, zone));
    }
  });

  it('ends with the day where clocks change at midnight', () => {
    // Havana, 9 March 2025: after 23:59:59 comes 01:00 of the next day.
    const zone = 'America/Havana';
    for (let left = 90; left > 0; left -= 1) {
      const moment = instant(Date.UTC(2025, 2, 9, 5) - left * 1000);
      const reused = instant(moment + maxAgeSeconds(moment, zone) * 1000);
      expect(civilDayAt(reused, zone)).toBe(civilDayAt(moment, zone));
    }
  });
});
