import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { BitColumn, type ColumnView } from '../engine/column.ts';
import { runModel } from '../engine/run-model.ts';
import type { Regime } from '../regime/regime.ts';
import { readSociety } from '../society/read-society.ts';
import { cellTraits } from '../society/traits.ts';
import { prepareWorld, type WorldPlan } from './prepare-world.ts';
import { LEVELS, natures, NO_FORM, SLOTS } from './record-state.ts';
import { madeUpRegime, noRegime } from './regime.test-support.ts';
import { runWorld, type WorldResult } from './run-world.ts';
import { worldModel } from './world-model.ts';

const folder = mkdtempSync(join(tmpdir(), 'credence-world-'));
afterAll(() => rmSync(folder, { recursive: true }));

const plan: WorldPlan = { agents: 500, months: 24, seed: 'town', society: 'town' };
/** Errors and visits frequent enough to be seen among five hundred. */
const rough = {
  ...{ inspections: 0.05, matchingError: 0.05, falsePositive: 0.1, entryShare: 1 },
  ...{ publicKnowledge: 0.5, spread: 0.3 },
};

async function finish(regime: Regime, changed: Partial<WorldPlan> = {}): Promise<WorldResult> {
  const result = await runWorld(regime, { ...plan, practice: rough, ...changed });
  if (result.kind !== 'done') throw new Error(result.kind);
  return result;
}

/** Everything a run made, as one hash. */
function bytesOf({ series, columns, fields }: WorldResult): string {
  const hash = createHash('sha256');
  for (const part of [series, columns, fields] as Record<string, ColumnView>[]) {
    for (const [name, view] of Object.entries(part)) {
      const array = view instanceof BitColumn ? view.bytes : view;
      hash.update(name).update(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
    }
  }
  return hash.digest('hex');
}

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);

let regime: Regime;
let result: WorldResult;
beforeAll(async () => {
  regime = await madeUpRegime();
  result = await finish(regime);
});

describe('a world', () => {
  // That it is the same on two threads is for V12, which holds it against the whole world.
  it('comes out the same on two starts and resumed from the middle', async () => {
    const changed = { months: 4 };
    const once = bytesOf(await finish(regime, changed));
    expect(bytesOf(await finish(regime, changed))).toBe(once);
    const stop = new AbortController();
    const checkpoint = join(folder, 'kept');
    const onProgress = (done: number): void => {
      if (done === 2) stop.abort();
    };
    const kept = { ...plan, ...changed, practice: rough, checkpoint, onProgress };
    const outcome = await runWorld(regime, { ...kept, signal: stop.signal });
    expect(outcome).toEqual({ kind: 'cancelled', position: 2 });
    expect(bytesOf(await finish(regime, { ...changed, resume: checkpoint }))).toBe(once);
    expect(bytesOf(await finish(regime, { ...changed, replicate: 1 }))).not.toBe(once);
  });

  it('is the same for each subject when a regime is compared with itself', async () => {
    const again = await finish(regime);
    const columns = ['loss', 'harm', 'gains', 'excluded', 'entries', 'dropped'] as const;
    for (const name of columns) {
      expect(sum(result.columns[name])).toBeGreaterThan(0);
      const gaps = result.columns[name].map((value, i) => value - (again.columns[name][i] ?? NaN));
      expect(gaps.every((gap) => gap === 0)).toBe(true);
    }
  });

  it('lists nobody wrongly where nobody errs', async () => {
    expect(sum(result.series.entriesWrong)).toBeGreaterThan(0);
    expect(sum(result.series.entriesDataError)).toBeGreaterThan(0);
    const practice = { ...rough, matchingError: 0, doubleCodes: 0, falsePositive: 0 };
    const { series } = await finish(regime, { practice });
    expect(sum(series.entries)).toBeGreaterThan(0);
    for (const name of [
      'errorsMade',
      'entriesWrong',
      'excludedWrongMonths',
      'lossWrong',
    ] as const) {
      expect([name, sum(series[name])]).toEqual([name, 0]);
    }
  });

  it('deters nobody where nothing follows, and only those who expect a loss', async () => {
    const figures = { fines: 0, losses: 0 };
    const nothing = await finish(await noRegime(), { figures });
    const harmless = await finish(regime, { figures });
    expect([...harmless.series.violations]).toEqual([...nothing.series.violations]);
    expect([...harmless.columns.harm]).toEqual([...nothing.columns.harm]);
    expect(sum(harmless.series.dropped)).toBe(0);
    expect(sum(result.series.violations)).toBeLessThan(sum(nothing.series.violations));
    expect(sum(result.series.dropped)).toBeGreaterThan(0);
    const unknown = await finish(regime, { practice: { ...rough, publicKnowledge: 0 } });
    expect(sum(unknown.series.dropped)).toBe(0);
    // Nor does anybody take a reward that nobody knows of.
    expect(sum(unknown.columns.gains)).toBe(0);
  });

  it('does the same to groups by whatever number they go', async () => {
    const prepared = await prepareWorld(
      regime,
      { ...plan, practice: rough },
      await readSociety('town'),
    );
    const { cellGroups } = prepared.fields as { readonly cellGroups: Uint8Array };
    const renamed = cellGroups.map((group, at) =>
      at % cellTraits.length === 0 ? 5 - group : group,
    );
    const fields = { ...prepared.fields, cellGroups: renamed };
    const { agents, months, seed } = plan;
    const other = await runModel(worldModel, { ...prepared, fields, agents, months, seed });
    if (other.kind !== 'done') throw new Error(other.kind);
    const { region: regions, ...rest } = other.columns;
    const lossBy = (named: Uint8Array, loss: Float32Array): number[] =>
      [0, 1, 2, 3, 4, 5].map((group) => sum(loss.filter((_, i) => named[i] === group)));
    const before = lossBy(result.columns.region, result.columns.loss);
    expect(before.every((loss) => loss > 0)).toBe(true);
    expect(lossBy(regions, rest.loss)).toEqual(before.reverse());
  });

  it('keeps its accounts: what stands is what came in less what went out', () => {
    const { series } = result;
    const stock = { listed: 0, errors: 0, disputes: 0, repairs: 0 };
    for (let month = 0; month < plan.months; month += 1) {
      const at = (name: keyof typeof series): number => series[name][month] ?? NaN;
      stock.listed += at('entries') + at('entriesSpill') - at('ended');
      expect(at('listed')).toBe(stock.listed);
      stock.errors += at('errorsMade') - at('errorsFixed') - at('errorsExpired');
      expect(at('errorsOpen')).toBe(stock.errors);
    }
    expect(sum(series.ended)).toBeGreaterThan(0);
    const { errorsFixedAfter, errorsOpenSince } = result.fields;
    expect(sum(errorsFixedAfter)).toBe(sum(series.errorsFixed));
    expect(sum(errorsOpenSince)).toBe(series.errorsOpen.at(-1));
    expect(sum(errorsFixedAfter.map((count, months) => count * months))).toBe(
      sum(series.errorMonths),
    );
    expect(sum(errorsFixedAfter)).toBeGreaterThan(0);
  });

  it.each([
    ['offences', 'violations'],
    ['entries', 'entries'],
    ['entriesWrong', 'entriesWrong'],
    ['entriesDataError', 'entriesDataError'],
    ['visits', 'visits'],
    ['needless', 'needlessVisits'],
    ['dropped', 'dropped'],
    ['excluded', 'excludedMonths'],
    ['excludedWrong', 'excludedWrongMonths'],
    ['essentialMonths', 'essentialMonths'],
  ] as const)('sums %s of all subjects to what was observed', (column, observer) => {
    expect(sum(result.columns[column])).toBeGreaterThan(0);
    expect(sum(result.columns[column])).toBe(sum(result.series[observer]));
  });

  it.each(['harm', 'fines', 'loss', 'lossWrong', 'lossSpill', 'gains'] as const)(
    'sums the yuan of %s of all subjects to what was observed',
    (name) => {
      const observed = sum(result.series[name]);
      expect(observed).toBeGreaterThan(0);
      expect(sum(result.columns[name]) / observed).toBeCloseTo(1, 5);
    },
  );

  it('is complained of as often as the practice says, falsely as often as that', async () => {
    const stated = { ...rough, inspections: 0, complaints: 0.02 };
    const nothing = await noRegime();
    const seriesOf = async (given: object) =>
      (await finish(nothing, { practice: { ...stated, ...given } })).series;
    const expected = 0.02 * plan.agents * plan.months;
    const [silent, truly, falsely] = [
      await seriesOf({ complaints: 0 }),
      await seriesOf({ falseReports: 0 }),
      await seriesOf({ falseReports: 1 }),
    ];
    for (const { visits } of [truly, falsely]) {
      expect(Math.abs(sum(visits) - expected)).toBeLessThan(3 * Math.sqrt(expected));
    }
    // Whom a false complaint falls on may have done something else.
    expect(sum(falsely.found)).toBeGreaterThan(sum(silent.found));
  });

  it('keeps nothing on anybody without a regime', async () => {
    const { series, columns } = await finish(await noRegime());
    expect(sum(series.violations)).toBeGreaterThan(0);
    for (const name of [
      'errorsMade',
      'entries',
      'listed',
      'loss',
      'disputes',
      'dropped',
    ] as const) {
      expect([name, sum(series[name])]).toEqual([name, 0]);
    }
    expect(sum(columns.slots)).toBe(0);
    // Ordinary enforcement needs no regime.
    const [due, repaid] = [sum(series.debtDue), sum(series.debtRepaid)];
    expect(repaid).toBeGreaterThan(0);
    expect(repaid).toBeLessThan(due);
  });

  it('renews an entry until what it rests on is put right, where the list says so', async () => {
    const practice = { ...rough, repairTried: 0, staffDisputes: 0, noticeServed: 0 };
    const endedWhere = async (renews: boolean): Promise<number> => {
      const [first] = regime.lists;
      if (first === undefined) throw new Error('no list');
      const lists = [{ ...first, termMonths: 3, renews }];
      const proposes = regime.table.proposes.map((set) => set & 1);
      const changed = { ...regime, lists, table: { ...regime.table, proposes } };
      return sum((await finish(changed, { practice })).series.ended);
    };
    expect(await endedWhere(false)).toBeGreaterThan(0);
    expect(await endedWhere(true)).toBe(0);
  });

  it('counts who is listed for another and then for an act of its own as listed for its own', () => {
    const { listedSpill, slotForm, slotMonth } = result.columns;
    const { nature } = result.fields;
    const owns = (i: number): boolean =>
      Array.from({ length: SLOTS }, (_, slot) => i * SLOTS + slot).some((at) => {
        const form = slotForm[at] ?? NO_FORM;
        const isLawful = natures[nature[Math.floor(form / LEVELS)] ?? 0] === 'lawful';
        return form !== NO_FORM && isLawful && (slotMonth[at] ?? 0) < 22;
      });
    const agents = Array.from({ length: plan.agents }, (_, i) => i);
    expect(agents.filter(owns).length).toBeGreaterThan(20);
    expect(agents.filter((i) => ((listedSpill[i] ?? 0) & 2) !== 0).length).toBeGreaterThan(20);
    expect(agents.filter((i) => owns(i) && ((listedSpill[i] ?? 0) & 2) !== 0)).toEqual([]);
  });

  it('counts a repair that failed once, however many entries follow', async () => {
    const often = { ...rough, inspections: 0.3, publicKnowledge: 0 };
    const repairs = {
      practice: { ...often, staffRepairs: 2000, repairTried: 1 },
      figures: { correction: 1 },
    };
    const { relisted, repairedMonth } = (await finish(regime, repairs)).columns;
    const failed = Array.from(repairedMonth).filter((_, i) => (relisted[i] ?? 0) > 0);
    expect(failed.length).toBeGreaterThan(0);
    expect(failed).toContain(NO_FORM);
  });

  it('puts nothing right without staff', async () => {
    const practice = { ...rough, staffDisputes: 0, noticeServed: 0 };
    const { series } = await finish(regime, { practice });
    expect(sum(series.errorsFixed)).toBe(0);
    expect(series.disputesWaiting.at(-1)).toBe(sum(series.disputes));
  });

  it('writes down the file of a subject month by month', async () => {
    const watch = result.columns.entries.findIndex((entries) => entries > 1);
    const { watched = [], columns } = await finish(regime, { watch });
    expect(watched.map(({ month }) => month)).toEqual(Array.from({ length: 24 }, (_, at) => at));
    for (const name of ['loss', 'fines', 'visits', 'entries'] as const) {
      const total = sum(watched.map(({ happened }) => happened[name]));
      expect(total).toBeCloseTo(columns[name][watch] ?? NaN, 1);
    }
    expect(watched.at(-1)?.records).toHaveLength(columns.slots[watch] ?? NaN);
    expect(watched.some(({ entries }) => entries.some(({ inForce }) => inForce))).toBe(true);
    expect(watched.some(({ entries }) => entries.some(({ inForce }) => !inForce))).toBe(true);
  });

  it('names what is wrong with a plan', async () => {
    await expect(finish(regime, { practice: { inspection: 1 } })).rejects.toThrow(
      /no practice "inspection"; the world knows inspections,/,
    );
    await expect(finish(regime, { practice: { inspections: 2 } })).rejects.toThrow(
      /"inspections" is 2; give a number from 0 to 1/,
    );
    await expect(finish(regime, { months: 36 })).rejects.toThrow(/opened for 24 months/);
    await expect(finish(regime, { watch: 500 })).rejects.toThrow(/give a number from 0 to 499/);
    await expect(finish(regime, { society: 'city' })).rejects.toThrow(/organisations, town/);
  });
});
