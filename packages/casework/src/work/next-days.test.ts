import { addDays, civilDate, isBefore, type CivilDate } from '@credence/domain';
import type { Rulebook } from '@credence/rulebook';
import { beforeAll, describe, expect, it } from 'vitest';

import { createClassTown } from '../impact/class-town.test-support.ts';
import type { KnownPrincipal } from '../access/principal.ts';
import type { DueReason } from '../port/day-work.ts';
import type { Entry } from '../port/journal.ts';
import { foldSubject } from '../state/subject-state.ts';
import { listPublicDays } from '../state/visibility.ts';
import { codeOf, fileOf, penaltyHeader, penaltyRow, type Town } from '../town.test-support.ts';
import { nextDays } from './next-days.ts';

const operator: KnownPrincipal = {
  kind: 'operator',
  name: '赵六',
  agency: 'town_office',
  role: 'legal_officer',
};

let town: Town;
let rulebook: Rulebook;
let home: string;
let entries: readonly Entry[];

beforeAll(async () => {
  town = await createClassTown();
  const rows = [
    penaltyRow(1),
    penaltyRow(1, { CF_WSH: '望市监罚〔2026〕2号', CF_JDRQ: '2026-04-20', EXT_SDRQ: '2026-04-22' }),
  ];
  await town.import(fileOf(penaltyHeader, rows));
  rulebook = await town.casework.rulebook();
  home = [...town.store.rows].find(([, { subject }]) => subject !== undefined)?.[0] ?? '';
  entries = await town.store.journal.entriesOf(home);
}, 60_000);

const daysAfter = (after: CivilDate): Readonly<Partial<Record<DueReason, CivilDate>>> =>
  Object.fromEntries(
    nextDays(home, entries, { rulebook, after }).map(({ why, dueOn }) => [why, dueOn]),
  );

describe('the next days of a home', () => {
  it('are the first on which a record begins or ceases to be shown, by counting the days', () => {
    const { records } = foldSubject(home, entries);
    const shownOn = (day: CivilDate): string =>
      records
        .map((record) =>
          listPublicDays(record, rulebook).stretches.some(
            ({ from, until }) => !isBefore(day, from) && (until === 'none' || isBefore(day, until)),
          ),
        )
        .join();
    let after = civilDate('2026-02-01');
    const last = civilDate('2027-12-31');
    for (let steps = 0; isBefore(after, last); steps += 1) {
      if (steps > 50) throw new Error('The days do not advance.');
      const found = daysAfter(after);
      const turns = [found['publicity-begins'], found['publicity-ends']].filter(
        (day) => day !== undefined,
      );
      const next = turns.sort()[0] ?? last;
      // Nothing changes in between.
      for (let day = after; isBefore(addDays(day, 1), next); day = addDays(day, 1)) {
        expect(shownOn(addDays(day, 1)), `${day} and the day after`).toBe(shownOn(day));
      }
      if (next !== last) expect(shownOn(next)).not.toBe(shownOn(addDays(next, -1)));
      after = next;
    }
  });

  it('are the first on which a class changes', async () => {
    const resultOn = async (asOf: CivilDate): Promise<unknown> => {
      const outcome = await town.casework.explainSubject(operator, {
        ...{ subject: { by: 'code', code: codeOf(1) }, times: { asOf, lawAt: asOf } },
        purpose: 'supervision',
      });
      const [answer] = outcome.kind === 'found' ? outcome.view.answers : [];
      return answer?.kind === 'explained' ? answer.trace.result : undefined;
    };
    const after = civilDate('2026-05-04');
    const on = daysAfter(after)['rule-changes'];
    if (on === undefined) throw new Error('The class changes when the penalties end.');
    expect(await resultOn(on)).not.toEqual(await resultOn(addDays(on, -1)));
    for (const ahead of [30, 120, 250]) {
      const day = addDays(after, ahead);
      if (isBefore(day, on)) expect(await resultOn(day)).toEqual(await resultOn(after));
    }
  });

  it('lie behind the day asked about, whichever it is', () => {
    let after = civilDate('2026-01-01');
    for (let step = 0; step < 20; step += 1) {
      const days = Object.values(daysAfter(after));
      expect(days.every((day) => isBefore(after, day))).toBe(true);
      after = addDays(after, 45);
    }
  });

  it('are none once everything has ended, and none of a home without records', () => {
    expect(daysAfter(civilDate('2040-01-01'))).toEqual({});
    expect(nextDays(home, [], { rulebook, after: civilDate('2026-01-01') })).toEqual([]);
  });
});
