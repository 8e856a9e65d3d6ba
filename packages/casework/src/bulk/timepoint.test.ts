import { civilDate, instant } from '@credence/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isPast, readTimepoint, writeTimepoint } from './timepoint.ts';

const moments = fc.integer({ min: 0, max: 4_000_000_000_000 }).map(instant);
const days = fc.integer({ min: 1970, max: 2100 }).map((year) => civilDate(`${String(year)}-02-28`));

describe('a timepoint', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(moments, days, (moment, day) => {
        expect(readTimepoint(writeTimepoint({ moment, day }))).toEqual({ moment, day });
      }),
    );
  });

  it('is nothing else than what was written', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readTimepoint(text);
        if (read !== undefined) expect(writeTimepoint(read)).toBe(text);
      }),
    );
    for (const text of ['', 't1', 't1--', 't1-0-0-0', 't1-01-0', 't2-0-0', 't1-zzzzzzzzz-zzzzz']) {
      expect(readTimepoint(text), text).toBeUndefined();
    }
  });

  it('is past only where neither moment nor day lies ahead', () => {
    const now = { moment: instant(1000), day: civilDate('2026-06-01'), position: 7 };
    expect(isPast(now, now)).toBe(true);
    expect(isPast({ ...now, moment: instant(1001) }, now)).toBe(false);
    expect(isPast({ ...now, day: civilDate('2026-06-02') }, now)).toBe(false);
  });
});
