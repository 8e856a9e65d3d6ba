import { describe, expect, it } from 'vitest';

import { createGrader } from './create-grader.ts';
import { openRegime } from './open-regime.ts';
import type { Regime } from './regime.ts';
import { NO_FORM, NOT_GRADED, SLOTS } from './slot-columns.ts';

const MONTHS = 36;

/** Grades of agents who have each of the given records, by conduct and month. */
async function gradesOf(
  id: string,
  month: number,
  agents: readonly {
    readonly kind: 0 | 1;
    readonly records: readonly (readonly [string, number])[];
  }[],
): Promise<readonly (string | undefined)[]> {
  const regime = await openRegime(id, { months: MONTHS });
  const slotForm = new Uint16Array(agents.length * SLOTS).fill(NO_FORM);
  const slotMonth = new Uint16Array(agents.length * SLOTS);
  agents.forEach(({ records }, agent) => {
    records.forEach(([conduct, decided], slot) => {
      slotForm[agent * SLOTS + slot] = formOf(regime, conduct);
      slotMonth[agent * SLOTS + slot] = decided;
    });
  });
  const out = new Uint8Array(agents.length);
  const kind = agents.map((agent) => agent.kind);
  const slotState = new Uint8Array(agents.length * SLOTS);
  const columns = { count: agents.length, kind, slotForm, slotMonth, slotState };
  createGrader(regime, { months: MONTHS })?.(month, columns, out);
  return [...out].map((grade) => (grade === NOT_GRADED ? undefined : regime.grades?.codes[grade]));
}

/** A form under which the regime records an event or an entry; `any` is the first of all. */
function formOf({ law }: Regime, wanted: string): number {
  const form = [...law.rowOfForm.keys()].find((each) => {
    const row = law.rows[law.rowOfForm[each] ?? -1]?.row;
    if (row === undefined) return false;
    return wanted === 'any' || row.entry === wanted || row.facts?.['event'] === wanted;
  });
  if (form === undefined) throw new RangeError(wanted);
  return form;
}

describe('grades by steps', () => {
  it('rise with the records of the window and fall back when they leave it', async () => {
    const four = [0, 1, 2, 3].map((month) => ['any', month] as const);
    const agents = [
      { kind: 0, records: [] },
      { kind: 0, records: [['any', 20]] },
      { kind: 0, records: four },
      { kind: 1, records: four },
    ] as const;
    expect(await gradesOf('pyramid', 20, agents)).toEqual([
      'trusted',
      'advised',
      'limited',
      undefined,
    ]);
    expect(await gradesOf('pyramid', 26, agents)).toEqual([
      'trusted',
      'advised',
      'advised',
      undefined,
    ]);
  });
});

describe('grades by points', () => {
  it('know those with points and those without, and nobody worse', async () => {
    const agents = [
      { kind: 1, records: [] },
      { kind: 1, records: [['blood_donation', 2]] },
      { kind: 0, records: [] },
    ] as const;
    expect(await gradesOf('rongcheng-2022', 6, agents)).toEqual([
      'without_points',
      'with_points',
      undefined,
    ]);
  });
});

describe('grades by a program', () => {
  it('count what past regimes punished: what was said online costs a grade', async () => {
    const speech = ['bad_information_online', 3] as const;
    const agents = [
      { kind: 1, records: [] },
      { kind: 1, records: [speech] },
      { kind: 1, records: [speech, speech, speech, speech] },
    ] as const;
    expect(await gradesOf('rongcheng-2016', 6, agents)).toEqual(['a', 'b', 'c']);
    expect(await gradesOf('rongcheng-2016', 30, agents)).toEqual(['a', 'a', 'a']);
  });
});
