import { describe, expect, it } from 'vitest';

import { openRegime } from '../regime/open-regime.ts';
import type { Regime } from '../regime/regime.ts';
import { readConducts } from './read-conducts.ts';
import { isWrong, LEVELS, NO_FORM, SLOTS } from './record-state.ts';
import { runWorld, type WorldResult } from './run-world.ts';

/** Errors everywhere, so that whatever could reach the wrong subject does. */
const rough = { inspections: 0.2, falsePositive: 0.5, matchingError: 0.5, inspectorSpread: 0 };

async function finish(
  regime: Regime,
  society: 'town' | 'organisations',
  practice: Readonly<Record<string, number>>,
): Promise<WorldResult> {
  const plan = { agents: 3000, months: regime.table.months, seed: 'office', society, practice };
  const result = await runWorld(regime, plan);
  if (result.kind !== 'done') throw new Error(result.kind);
  return result;
}

const total = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, each) => sum + each, 0);

describe('what only officials can do', () => {
  it('is on the file of no one else, however rough the finding and the filing', async () => {
    const regime = await openRegime('officials-areas', { months: 30 });
    const { columns } = await finish(regime, 'town', rough);
    const { kind, official, slotForm, excluded } = columns;
    const [officials, recorded, hurt] = [new Set<number>(), new Set<number>(), new Set<number>()];
    for (let i = 0; i < kind.length; i += 1) {
      if (official.get(i) === 1) officials.add(i);
      if ((excluded[i] ?? 0) > 0) hurt.add(i);
      const slots = slotForm.subarray(i * SLOTS, (i + 1) * SLOTS);
      if (slots.some((form) => form !== NO_FORM)) recorded.add(i);
    }
    expect(officials.size / (kind.length * 0.9516)).toBeCloseTo(0.0065, 2);
    expect(officials.size).toBeGreaterThan(5);
    expect(recorded.size).toBeGreaterThan(0);
    expect([...recorded, ...hurt].filter((i) => !officials.has(i))).toEqual([]);
    expect([...officials].filter((i) => kind[i] === 0)).toEqual([]);
  });
});

describe('an entry that spreads', () => {
  it('reaches only subjects of the kinds that the regime is about', async () => {
    const regime = await openRegime('tax-contagion-2014', { months: 6 });
    const practice = { spread: 1, publicKnowledge: 0 };
    const { columns, series } = await finish(regime, 'town', practice);
    const kinds = Array.from(columns.kind).filter((_, i) => (columns.listed[i] ?? 0) !== 0);
    expect(total(series.entriesSpill)).toBeGreaterThan(0);
    expect(new Set(kinds)).toEqual(new Set([0]));
  });
});

/** The records that stand at the end: whose form, since when, in which state. */
function recordsOf({ columns: { slotForm, slotMonth, slotState } }: WorldResult): Slot[] {
  return Array.from(slotForm, (form, at) => {
    return { form, since: slotMonth[at] ?? 0, state: slotState[at] ?? 0 };
  }).filter(({ form }) => form !== NO_FORM);
}

interface Slot {
  readonly form: number;
  readonly since: number;
  readonly state: number;
}

describe('records that are shown', () => {
  it('are counted month by month for as long as the table shows each', async () => {
    const law = await openRegime('cn-2026', { months: 6 });
    // Two months at most, so that some are over before the end.
    const shown = law.table.shown.map((months) => Math.min(2, months));
    const regime = { ...law, table: { ...law.table, shown } };
    const result = await finish(regime, 'organisations', { ...rough, inspections: 0.05 });
    const last = 5;
    const standing = recordsOf(result).filter(({ form, since }) => {
      return last - since < (shown[form * regime.table.months + since] ?? 0);
    });
    expect(result.series.shownMonths[last]).toBe(standing.length);
    expect(result.series.shownWrongMonths[last]).toBe(
      standing.filter(({ state }) => isWrong(state)).length,
    );
    expect(result.series.shownWrongMonths[last]).toBeGreaterThan(0);
    expect(standing.length).toBeLessThan(recordsOf(result).length);
  });
});

describe('records of what is no wrong', () => {
  it.each([
    ['speech-list', 'town'],
    ['trivial-sums', 'organisations'],
  ] as const)('are the true ones of lawful acts and of inability: %s', async (id, society) => {
    const regime = await openRegime(id, { months: 6 });
    const practice = { publicKnowledge: 0, complaints: 0.05, floor: 0 };
    const result = await finish(regime, society, practice);
    const conducts = await readConducts();
    const all = recordsOf(result).filter(({ state }) => !isWrong(state));
    const noWrong = all.filter(({ form }) => {
      const nature = conducts[Math.floor(form / LEVELS)]?.nature;
      return nature === 'lawful' || nature === 'inability';
    });
    expect(total(result.series.recordsOfNoWrong)).toBe(noWrong.length);
    expect(noWrong.length).toBeGreaterThan(0);
    if (society === 'organisations') expect(noWrong.length).toBeLessThan(all.length);
  });
});
