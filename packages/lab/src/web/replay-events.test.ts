import { describe, expect, it } from 'vitest';

import { checkUscc } from '@credence/domain';

import type { WatchedMonth } from '../world/watch.ts';
import { readConducts } from '../world/read-conducts.ts';
import { replayEvents } from './replay-events.ts';
import { syntheticCode } from './synthetic-code.ts';

const nothing = {
  ...{ offences: 0, harm: 0, fines: 0, visits: 0, needless: 0, dropped: 0, entries: 0 },
  ...{ loss: 0, lossWrong: 0, lossSpill: 0, excluded: 0, gains: 0 },
};
const month = (at: number, over: Partial<WatchedMonth> = {}): WatchedMonth => ({
  ...{ month: at, records: [], entries: [], happened: nothing },
  ...over,
});
const file = (months: readonly WatchedMonth[]) => ({
  ...{ id: 'a', title: { en: 'A' }, grades: ['best', 'worst'] },
  lists: [{ en: 'the list' }],
  months,
});
const record = (state: number) => ({ conduct: 0, level: 4, month: 1, state });
const entry = { list: 0, since: 1, until: 9, inForce: false, wrong: true, spill: false };

describe('replayEvents', () => {
  it('tells what is new against the month before, and nothing twice', async () => {
    const conducts = await readConducts();
    const told = replayEvents(
      file([
        month(0, { open: 4, happened: { ...nothing, offences: 1, harm: 900 } }),
        month(1, { records: [record(2)], entries: [entry], grade: 1 }),
        month(2, { records: [record(2 | 8)], entries: [{ ...entry, inForce: true }], grade: 1 }),
        month(3, { records: [record(2 | 8)], entries: [{ ...entry, inForce: true }], grade: 1 }),
        month(4, { records: [], entries: [], grade: 0 }),
        month(5),
      ]),
      conducts,
    );
    expect(told.map((events) => events.map(({ kind }) => kind))).toEqual([
      ['happened', 'happened', 'unfound'],
      ['recorded', 'pending', 'graded'],
      ['disputed', 'entered'],
      [],
      ['gone', 'left', 'graded'],
      [],
    ]);
    expect(told[1]?.[0]).toMatchObject({ how: 'false', yuan: conducts[0]?.amounts[4] });
  });

  it.each([
    [1 | 2, 'right'],
    [2, 'false'],
    [1, 'other'],
  ])('tells a record with the bits %i as %s', (state, how) => {
    const [first] = replayEvents(file([month(1, { records: [record(state)] })]), []);
    expect(first?.[0]).toMatchObject({ kind: 'recorded', how });
  });
});

describe('syntheticCode', () => {
  it('passes no check digit, whoever it is', () => {
    for (let agent = 0; agent < 2_000; agent += 1) {
      const code = syntheticCode(agent);
      expect(code).toHaveLength(18);
      const check = checkUscc(code);
      expect(check.kind === 'invalid' && check.faults.map(({ code: fault }) => fault)).toContain(
        'outer-check',
      );
    }
  });
});
