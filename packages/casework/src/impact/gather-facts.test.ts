import { civilDate, dayNumber } from '@credence/domain';
import { worldOf } from '@credence/rulebook';
import { describe, expect, it } from 'vitest';

import type { RecordEnd } from '../entry/record-payload.ts';
import { foldSubject, type SubjectState } from '../state/subject-state.ts';
import { fileOf, penaltyHeader, penaltyRow } from '../town.test-support.ts';
import { classLaw, createClassTown } from './class-town.test-support.ts';
import { gatherFacts } from './gather-facts.ts';

/** One organisation with one penalty, and how that penalty ended by decision if it did. */
async function stateWith(end?: Omit<RecordEnd, 'recordId'>, row = penaltyRow(1)) {
  const town = await createClassTown();
  await town.import(fileOf(penaltyHeader, [row]));
  const home = [...town.store.rows].find(([, { subject }]) => subject !== undefined)?.[0] ?? '';
  const { records } = foldSubject(home, await town.store.journal.entriesOf(home));
  const state: SubjectState = {
    home,
    records: records.map((each) => ({
      ...each,
      ...(end === undefined ? {} : { end: { ...end, recordId: each.record.recordId } }),
    })),
  };
  return state;
}

function penaltyOf(state: SubjectState, day = '2026-05-04') {
  const edition = classLaw();
  const gathering = { edition, world: worldOf(edition), asOf: civilDate(day) };
  return gatherFacts(state, gathering).records['penalties']?.[0]?.facts;
}

const numberOf = (day: string) => dayNumber(civilDate(day));

describe('facts gathered from the register', () => {
  it('carry the days, the class and the columns that rules may ask for', async () => {
    expect(penaltyOf(await stateWith())).toMatchObject({
      decided: numberOf('2026-03-02'),
      served: numberOf('2026-03-05'),
      taken_in: numberOf('2026-05-04'),
      ends: numberOf('2027-03-02'),
      severity: 'general',
      kinds: ['fine'],
      fine: 500_000,
      repaired: false,
      quashed: false,
    });
  });

  it('end with a decision, from its day on and not before', async () => {
    const state = await stateWith({ on: civilDate('2026-06-10'), because: 'repaired' });
    const before = penaltyOf(state, '2026-06-09');
    expect(before).toMatchObject({ repaired: false, ends: numberOf('2026-06-10') });
    expect(penaltyOf(state, '2026-06-10')).toMatchObject({ repaired: true, quashed: false });
    const quashed = await stateWith({ on: civilDate('2026-06-10'), because: 'annulled' });
    expect(penaltyOf(quashed, '2026-06-10')).toMatchObject({ repaired: false, quashed: true });
  });

  it('say that a record is disputed from the day of the objection on', async () => {
    const state = await stateWith();
    const disputedSince = civilDate('2026-05-20');
    const records = state.records.map((each) => ({ ...each, disputedSince }));
    expect(penaltyOf({ ...state, records }, '2026-05-19')).toMatchObject({ disputed: false });
    expect(penaltyOf({ ...state, records }, '2026-05-20')).toMatchObject({ disputed: true });
    expect(penaltyOf(state, '2026-05-20')).toMatchObject({ disputed: false });
  });

  it('leave out what the law closes to everyone', async () => {
    const sealed = penaltyRow(1, { CF_CFLB: '行政拘留' });
    expect(penaltyOf(await stateWith(undefined, sealed))).toBeUndefined();
  });
});
