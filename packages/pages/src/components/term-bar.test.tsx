import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { day, today } from '../gallery/samples.tsx';
import { words } from '../words/words.ts';
import { axisFor, axisOf, isOnAxis, percentAt, yearsOf, yearTicks } from './axis.ts';
import { attributes, html } from './html.test-support.ts';
import { BarPatterns, TermBar, type Term } from './term-bar.tsx';

const zh = words('zh');
const en = words('en');
const fine: Term = {
  tone: 'burden',
  begins: day('2026-08-14'),
  ends: day('2027-08-14'),
  repairFrom: day('2026-11-14'),
};
const axis = axisFor(today, [day('2029-07-06')]);

const bar = (term: Term, on = today, language = en) =>
  html(<TermBar words={language} term={term} axis={axis} day={on} />);

describe('axis', () => {
  it('runs from 1 January of the year of the day to the 1 January after the last end', () => {
    expect(yearsOf(axis)).toEqual({ first: 2026, last: 2030 });
    expect(percentAt(axis, day('2026-01-01'))).toBe(0);
    expect(percentAt(axis, day('2030-01-01'))).toBe(100);
  });

  it('shows two years at least, also without a dated end', () => {
    expect(yearsOf(axisFor(today, []))).toEqual({ first: 2026, last: 2028 });
    expect(yearsOf(axisFor(today, ['none', day('2026-12-01')]))).toEqual({
      first: 2026,
      last: 2028,
    });
  });

  it('of one record alone runs from its begin to its end, also when both are one day', () => {
    const own = axisOf(fine.begins, day('2027-08-14'));
    expect([percentAt(own, fine.begins), percentAt(own, day('2027-08-14'))]).toEqual([0, 100]);
    expect(percentAt(axisOf(today, today), today)).toBe(0);
  });

  const anyDay = fc
    .integer({ min: 0, max: 40_000 })
    .map((number) => day(new Date(number * 86_400_000).toISOString().slice(0, 10)));

  it('places every day between 0 and 100 per cent, later days never further left', () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyDay, anyDay, (from, end, a, b) => {
        const each = axisFor(from, [end]);
        const [first, second] = a < b ? [a, b] : [b, a];
        const [x, y] = [percentAt(each, first), percentAt(each, second)];
        expect(x).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(100);
        expect(x).toBeLessThanOrEqual(y);
      }),
    );
  });

  it('prints at most six years, so that they never touch', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, end) => {
        const ticks = yearTicks(axisFor(from, [end]));
        expect(ticks.length).toBeGreaterThan(0);
        expect(ticks.length).toBeLessThanOrEqual(6);
      }),
    );
  });

  it('knows which days it holds', () => {
    expect(isOnAxis(axis, day('2025-12-31'))).toBe(false);
    expect(isOnAxis(axis, day('2026-01-01'))).toBe(true);
  });
});

describe('TermBar', () => {
  it('is an image that says both dates and when repair opens, in both languages', () => {
    expect(bar(fine)).toContain(
      'role="img" aria-label="Published from 14 Aug 2026 to 14 Aug 2027; repair opens on 14 Nov 2026"',
    );
    expect(bar(fine, today, zh)).toContain(
      'aria-label="2026年8月14日 至 2027年8月14日 公示；2026年11月14日 起可申请修复"',
    );
  });

  it('stops visibly: elapsed, to come, a begin and an end', () => {
    const markup = bar(fine);
    for (const part of ['elapsed', 'rest', 'begin', 'end', 'today', 'diamond']) {
      expect(markup).toContain(`class="term-${part}`);
    }
  });

  it('gives lengths in per cent and never scales: no viewBox, no inline style', () => {
    const markup = bar(fine);
    expect(markup).not.toMatch(/viewBox|style=/);
    for (const x of attributes(markup, 'x')) expect(x).toMatch(/^[\d.]+%$/);
  });

  it('is all to come before it begins, all elapsed after it ended', () => {
    const later: Term = { tone: 'burden', begins: day('2027-02-01'), ends: day('2028-02-01') };
    expect(bar(later)).not.toContain('term-elapsed');
    expect(bar(later)).toContain('term-rest');
    expect(bar(fine, day('2027-08-14'))).not.toContain('term-rest');
  });

  it('is hatched when disputed, and says so', () => {
    const disputed = bar({ ...fine, disputed: true });
    expect(disputed).toContain('fill="url(#hatch-disputed)"');
    expect(disputed).toContain('; disputed');
    expect(html(<BarPatterns />)).toContain('id="hatch-disputed"');
  });

  it('is thin when it is a licence, and has no end tick without an end', () => {
    const licence: Term = { tone: 'licence', begins: day('2021-04-01'), ends: 'none' };
    expect(bar(licence)).toContain('height="3"');
    expect(bar(licence)).not.toContain('term-end');
    expect(bar(licence)).not.toContain('term-begin');
    expect(bar(licence)).toContain('Valid since 1 Apr 2021, without an end date');
    expect(bar({ ...licence, ends: day('2029-03-31') })).toContain('to 31 Mar 2029');
  });

  it('of a duty runs to the next check, with an open tick in place of an end', () => {
    const duty: Term = {
      tone: 'burden',
      begins: day('2026-07-06'),
      ends: 'by-duty',
      nextCheckOn: day('2027-01-06'),
    };
    expect(bar(duty)).toContain('term-check');
    expect(bar(duty)).not.toContain('term-end"');
    expect(bar(duty)).toContain('ends when a duty is done; next check on 6 Jan 2027');
  });

  it('draws no line of the day when the day lies outside the axis', () => {
    expect(bar(fine, day('2025-06-01'))).not.toContain('term-today');
  });
});
