import {
  addDays,
  civilDate,
  createRandom,
  instant,
  instantOf,
  type CivilDate,
  type PublicCreditRecord,
} from '@credence/domain';
import { createRulebook } from '@credence/rulebook';
import { describe, expect, it } from 'vitest';

import { FakeStore, fakeNameKeys } from '../fake-ports.test-support.ts';
import { importFile } from '../intake/import-file.ts';
import { townLaw } from '../law.test-support.ts';
import { projectHome } from '../project/project-home.ts';
import type { RulebookLoader } from '../promulgate/load-rulebook.ts';
import { shippedAccess } from '../access/access.test-support.ts';
import { foldSubject, type RecordState } from '../state/subject-state.ts';
import { listPublicRecords } from '../state/visibility.ts';
import { fileOf, official, penaltyHeader, penaltyRow } from '../town.test-support.ts';
import { startAnswer } from './answer-clock.ts';

const schedules = process.env['CREDENCE_LONG'] === '1' ? 100_000 : 10_000;
const seed = process.env['CREDENCE_SEED'] ?? 'expiry';

const rulebook = createRulebook(Object.values(townLaw()));
const loader: RulebookLoader = {
  load: () => Promise.resolve(rulebook),
  current: () => rulebook,
};

/** One record as an import makes it, to be given other days. */
async function anyRecord(): Promise<PublicCreditRecord> {
  const store = new FakeStore();
  store.project = (entries) => projectHome(entries, rulebook, fakeNameKeys);
  const { journal, register, staging, uuid, salt } = store;
  const world = {
    ...{ journal, register, staging, uuid, salt, loader, nameKeys: fakeNameKeys },
    access: shippedAccess(),
    today: civilDate('2026-05-04'),
    clock: () => instant(0),
  };
  const file = fileOf(penaltyHeader, [penaltyRow(1)]);
  await importFile(world, { item: 'penalty', source: 'town_office', actor: official, file });
  const state = store.entries
    .map((entry) => foldSubject(entry.home, [entry]).records[0])
    .find((found) => found !== undefined);
  if (state === undefined) throw new Error('The import made no record.');
  return state.record;
}

function standsOn(record: RecordState, today: CivilDate) {
  const state = { home: 'a', records: [record] };
  return listPublicRecords(state, rulebook, { today, day: today });
}

describe('a record whose time is over', () => {
  it(`is served on no day after it, with no job ever run (${String(schedules)} terms)`, async () => {
    const record = await anyRecord();
    const random = createRandom(seed);
    let shown = 0;
    for (let count = 0; count < schedules; count += 1) {
      const decidedOn = addDays(civilDate('2024-01-01'), random.below(1_400));
      const served = addDays(decidedOn, random.below(40));
      const given: RecordState = {
        record: { ...record, decidedOn, service: { kind: 'shown', on: served, mode: 'direct' } },
        recordedAt: instant(0),
        position: 1,
        ...(random.below(4) === 0
          ? {
              end: {
                recordId: record.recordId,
                on: addDays(decidedOn, random.below(900)),
                because: 'annulled' as const,
              },
            }
          : {}),
      };
      const look = addDays(decidedOn, random.below(1_500));
      const [found] = standsOn(given, look);
      const publicity = found?.assessment.publicity;
      if (publicity === undefined || publicity.ends === 'none') continue;
      shown += 1;
      const { begins, ends } = publicity;
      expect(look < ends && begins <= look, `seed ${seed}, schedule ${count}`).toBe(true);
      // Up to its last day it stands, unless other law has come into force by then.
      const last = addDays(ends, -1);
      if (rulebook.on(last) === rulebook.on(look)) {
        expect(standsOn(given, last), `seed ${seed}, ${count}`).toHaveLength(1);
      }
      for (const later of [0, 1, 30, 366, 4_000]) {
        expect(standsOn(given, addDays(ends, later)), `seed ${seed}, ${count}`).toHaveLength(0);
      }
    }
    expect(shown).toBeGreaterThan(schedules / 20);
  });
});

describe('the day of an answer', () => {
  const at = (iso: string) => {
    const moment = instantOf(iso);
    if (moment === undefined) throw new Error(iso);
    return moment;
  };
  const last = at('2026-11-20T02:00:00Z');
  const dayAt = async (now: string): Promise<CivilDate> => {
    const store = new FakeStore();
    const head = { position: 1, recordedAt: last };
    const parts = { journal: store.journal, loader, clock: () => at(now) };
    return (await startAnswer(parts, {}, head)).clock.today;
  };

  it.each([
    ['2016-11-20T02:00:00Z', '2026-11-20'],
    ['2025-11-20T02:00:00Z', '2026-11-20'],
    ['2026-11-20T01:00:00Z', '2026-11-20'],
    ['2026-11-19T15:59:59Z', '2026-11-20'],
    ['2026-11-20T15:59:59Z', '2026-11-20'],
    ['2026-11-20T16:00:00Z', '2026-11-21'],
    ['2028-02-28T16:00:00Z', '2028-02-29'],
  ])('under a clock that says %s is %s: never before the last entry', async (now, today) => {
    expect(await dayAt(now)).toBe(today);
  });
});
