import { describe, expect, it } from 'vitest';

import { createRandom } from '../../random/random.ts';
import { addDays, civilDate } from '../../time/civil-date.ts';
import { backtest, type Backtest } from './backtest.ts';
import { featuresOf } from './features.ts';
import { probabilityOf } from './fit-logistic.ts';
import type { Visit } from './visit.ts';

const first = civilDate('2024-01-01');
const DAYS = 600;
const VISITS = 900;

/** A register where some places break rules often, and inspectors see sharply or not. */
function register(seed: number, isTelling: (place: number) => boolean): Visit[] {
  const random = createRandom(seed, 'register');
  return Array.from({ length: VISITS }, (_, index): Visit => {
    const place = random.below(120);
    const group = random.pick(['sharp', 'mild']);
    const found = random.chance((isTelling(place) ? 0.7 : 0.04) + (group === 'sharp' ? 0.15 : 0));
    const critical = found ? 1 + random.below(2) : 0;
    return {
      ...{ id: String(index), establishment: `P${place}`, district: `D${place % 3}` },
      day: addDays(first, Math.floor((index * DAYS) / VISITS)),
      place: { kind: 'shop', tier: String(place % 2), licenceYears: 3, licences: [] },
      ...{ inspectorGroup: group, result: { found, critical, serious: 0, minor: random.below(3) } },
    };
  });
}

function withoutResult({ id, establishment, district = '', day, place }: Visit): Visit {
  return { id, establishment, district, day, place };
}

const telling = register(1, (place) => place % 5 === 0);
const split = addDays(first, 500);
const history = telling.filter(({ day }) => day < split);
const test = telling.filter(({ day }) => day >= split);

function measured(input: Partial<Parameters<typeof backtest>[0]> = {}): Backtest {
  const result = backtest({ history, test, model: 'logistic', seed: 1, draws: 25, ...input });
  if (result.kind !== 'measured') throw new Error(result.kind);
  return result;
}

describe('features', () => {
  const rowsOf = (visits: readonly Visit[]) =>
    featuresOf(visits, history).rows.map(({ id, values }) => `${id} ${values.join(' ')}`);

  it('have no room for an inspector: whoever inspects, each row is the same', () => {
    const [row] = featuresOf(telling, history).rows;
    expect(Object.keys(row ?? {}).sort()).toEqual(['id', 'values']);
    expect(rowsOf(telling.map((visit) => ({ ...visit, inspectorGroup: 'other' })))).toEqual(
      rowsOf(telling),
    );
  });

  it('know nothing of the day itself or of later days', () => {
    const day = addDays(first, 550);
    const changed = telling.map((visit): Visit =>
      visit.day >= day ? { ...visit, result: { found: true, critical: 9, minor: 9 } } : visit,
    );
    const until = (visits: readonly Visit[]) => visits.filter((visit) => visit.day <= day).length;

    expect(rowsOf(changed).slice(0, until(changed))).toEqual(
      rowsOf(telling).slice(0, until(telling)),
    );
    expect(rowsOf(changed)).not.toEqual(rowsOf(telling));
  });

  it('do not depend on the order in which visits are given', () => {
    expect(rowsOf([...telling].reverse()).sort()).toEqual(rowsOf(telling).sort());
  });
});

describe('a backtest', () => {
  const told = measured();

  it('finds what foresees, within inspectors too, and beats the mean of the past by its interval', () => {
    const { onHistory, onTest, foresights } = told;

    expect(onHistory.power.kind).toBe('clear');
    expect(foresights.map(({ id }) => id)).toEqual(test.map(({ id }) => id));
    expect(onTest?.orderings.model?.aucWithinInspectors?.lower).toBeGreaterThan(0.5);
    expect(onTest?.orderings.random?.auc).toEqual({ value: 0.5, lower: 0.5, upper: 0.5 });
    expect(onTest?.orderings['as-it-was']?.daysEarlier?.value).toBeCloseTo(0);
    expect(onTest?.orderings['inspector-only']?.aucWithinInspectors?.value).toBeCloseTo(0.5);
    expect(onTest?.gains.random?.lower).toBeGreaterThan(0);
  });

  it('does not find what is not there', () => {
    const lot = register(2, () => true);
    const result = measured({
      history: lot.filter(({ day }) => day < split),
      test: lot.filter(({ day }) => day >= split),
    });

    expect(result.onHistory.power.kind).toBe('not-clear');
  });

  it('lets no result of a test visit into the model, and is the same twice', () => {
    const blind = measured({ test: test.map(withoutResult) });

    expect(blind.onTest).toBeUndefined();
    expect(blind.model.parts).toEqual(told.model.parts);
    expect(blind.choice).toEqual(told.choice);
    expect(blind.onHistory).toEqual(told.onHistory);
  });

  it('explains each probability by parts that add up to it', () => {
    const { model, foresights } = told;
    for (const { probability, contributions } of foresights) {
      const sum = contributions.reduce((whole, part) => whole + part, model.base);
      expect(probabilityOf(sum)).toBeCloseTo(probability, 12);
    }
  });

  it('gives a scorecard of whole points that never fall, and probabilities in their order', () => {
    const { model, foresights } = measured({ model: 'scorecard' });
    const points = model.parts.flatMap(({ bins = [] }) => bins.map((bin) => bin.points));
    expect(points.length).toBeGreaterThan(0);
    expect(points.every((each) => Number.isInteger(each) && each > 0)).toBe(true);
    const totals = foresights.map(({ contributions, probability }) => ({
      total: contributions.reduce((sum, each) => sum + each, 0),
      probability,
    }));
    totals.sort((a, b) => a.total - b.total);
    totals.reduce((before, next) => {
      expect(next.probability).toBeGreaterThanOrEqual(before.probability);
      return next;
    });
  });

  it('needs no inspectors, kinds or districts, and takes points for what they are', () => {
    const plain = (visit: Visit): Visit => ({
      ...{ id: visit.id, establishment: visit.establishment, day: visit.day, place: {} },
      result: { found: visit.result?.found === true, mark: visit.result?.found === true ? 70 : 96 },
    });
    const { onTest } = measured({ history: history.map(plain), test: test.map(plain) });

    expect(onTest?.orderings['inspector-only']).toBeUndefined();
    expect(onTest?.orderings.model?.aucWithinInspectors).toBeUndefined();
    expect(onTest?.orderings['past-mean']?.auc?.value).toBeGreaterThan(0.6);
    expect(onTest?.parts).toEqual([]);
    expect(onTest?.power.kind).toBe('clear');
  });

  it.each([
    [
      'a test visit not after the history',
      { test: history.slice(-1).map((v) => ({ ...v, id: 'x' })) },
      'test-before-history',
    ],
    ['a visit in both files', { test: history.slice(-1) }, 'visit-in-both'],
    [
      'a history of a week',
      { history: history.slice(0, 10), test: test.slice(0, 1) },
      'history-too-short',
    ],
    ['a result that is missing', { history: history.map(withoutResult) }, 'result-missing'],
  ])('refuses %s', (_, given, kind) => {
    const input = { history, test, model: 'logistic', seed: 1 } as const;
    expect(backtest({ ...input, ...given })).toMatchObject({ kind });
  });
});
