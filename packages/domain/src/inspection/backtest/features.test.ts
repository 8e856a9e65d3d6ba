import { describe, expect, it } from 'vitest';

import { addDays, civilDate } from '../../time/civil-date.ts';
import { featuresOf } from './features.ts';
import type { Visit } from './visit.ts';

const first = civilDate('2024-01-01');
const marked = {
  found: true,
  critical: 2,
  serious: 1,
  minor: 9,
  outcome: 'failed',
  mark: 60,
} as const;

/** Two places of one district, visited in turn on every second day, that are alike in everything. */
const history = Array.from({ length: 240 }, (_, index): Visit => {
  const found = index % 4 === 0;
  return {
    ...{ id: String(index), establishment: `P${String(index % 2)}`, district: 'north' },
    day: addDays(first, index * 2),
    place: { kind: 'shop', tier: '1', licenceYears: 3, licences: ['wine'], confirmedComplaints: 1 },
    result: found
      ? {
          ...marked,
          findings: [
            { kind: 'vermin', correctedOn: addDays(first, index * 2 + 3) },
            { kind: 'heat', correctedOn: addDays(first, index * 2 + 900) },
          ],
        }
      : { found, outcome: 'with-conditions', findings: [{ kind: 'vermin' }] },
  };
});

/** The features of one more visit, by name. */
function valuesOf(more: Partial<Visit>): ReadonlyMap<string, number | undefined> {
  const place = { kind: 'shop', tier: '1', licenceYears: 3, licences: [], confirmedComplaints: 1 };
  const day = addDays(first, 481);
  const visit: Visit = { id: 'more', establishment: 'P0', district: 'north', day, place, ...more };
  const { features, rows } = featuresOf([...history, visit], history);
  const values = rows.at(-1)?.values;
  return new Map(features.map(({ name }, index) => [name, values?.[index]]));
}

describe('what was known on the eve of a visit', () => {
  it('tells kind, tier, both and further licences where there are enough of them', () => {
    const told = valuesOf({});
    expect(told.get('kind shop')).toBe(1);
    expect(told.get('tier 1')).toBe(1);
    expect(told.get('kind shop, tier 1')).toBe(1);
    expect(told.get('licence wine')).toBe(0);
    expect(told.get('finding vermin, half-life 365 days')).toBeGreaterThan(0);
    expect(told.has('finding heat, half-life 365 days')).toBe(false);
  });

  it('says that something is not known, and does not guess it', () => {
    const unknown = valuesOf({ establishment: 'new', place: {} });
    expect(unknown.get('licences unknown')).toBe(1);
    expect(unknown.get('licence age unknown')).toBe(1);
    expect(unknown.get('no earlier visit')).toBe(1);
    expect(unknown.get('kind shop')).toBe(0);
    for (const name of ['points last time', 'lowest points', 'confirmed complaints, log']) {
      expect(unknown.get(name), name).toBeNaN();
    }
    expect(valuesOf({}).get('licence age unknown')).toBe(0);
  });

  it('takes the results of the last visit and, by half-lives, of all before', () => {
    // The last visit of P0 found nothing, and gave no points; the one before gave 60.
    const told = valuesOf({});
    expect(told.get('passed with conditions last time')).toBe(1);
    expect(told.get('failed last time')).toBe(0);
    expect(told.get('any critical finding last time')).toBe(0);
    expect(told.get('points last time')).toBeNaN();
    expect(told.get('lowest points')).toBe(60);
    expect(told.get('mean of points, half-life 365 days')).toBeCloseTo(60);
    expect(told.get('share of visits that found, half-life 730 days')).toBeLessThan(0.6);
  });

  it('counts what was open on the eve, whenever it was put right afterwards', () => {
    expect(valuesOf({}).get('findings still open')).toBe(1);
    // P1 has only findings without a day of correction.
    expect(valuesOf({ establishment: 'P1' }).get('findings still open')).toBe(1);
    // The visit of day 472 found two things; one was put right on day 475.
    const openOn = (day: number) =>
      valuesOf({ day: addDays(first, day) }).get('findings still open');
    expect([openOn(474), openOn(475), openOn(476)]).toEqual([2, 2, 1]);
  });

  it('tells of a district only what other places showed in the last year', () => {
    const name = 'share of visits that found in the district, last year';
    // P0 finds in every other visit, P1 never: each sees the other one alone.
    expect(valuesOf({ establishment: 'P1' }).get(name)).toBeGreaterThan(0.3);
    expect(valuesOf({}).get(name)).toBe(0);
    expect(valuesOf({ district: 'south' }).get(name)).toBe(0);
    const day = addDays(first, 481);
    const nowhere: Visit = { id: 'more', establishment: 'P1', day, place: {} };
    const { features, rows } = featuresOf([...history, nowhere], history);
    const at = features.findIndex((feature) => feature.name === name);
    expect(rows.at(-1)?.values[at]).toBeNaN();
  });
});
