import { isBefore, type CivilDate } from '@credence/domain';
import type { Rulebook } from '@credence/rulebook';

import type { StandingMessage } from '../../port/day-work.ts';
import type { Entry } from '../../port/journal.ts';
import { foldSubject } from '../../state/subject-state.ts';
import { derivedHome } from '../../supply/derived-home.ts';
import { taskWaits } from '../../work/mail-topics.ts';
import type { CaseWorld } from '../case.ts';
import { caseRecords, caseStream, foldCases } from '../desk/fold-cases.ts';
import { effectDays } from '../effect/effect-days.ts';
import { nextTaskDay, tasksOf } from './measure-task.ts';

/**
 * What stands in the outbox for the bodies of a home's measures: one message for each task, from the
 * first run that finds it to the first that finds it done. It names the case and nobody.
 */
export function taskMessages(
  home: string,
  entries: readonly Entry[],
  { rulebook, today }: { readonly rulebook: Rulebook; readonly today: CivilDate },
): readonly StandingMessage[] {
  const world = worldOf(home, entries, rulebook);
  if (world === undefined) return [];
  return tasksOf(world, today).map(({ caseId, body, asks, since }) => ({
    id: derivedHome(`${taskWaits} ${caseId} ${asks} ${since ?? ''}`),
    stream: caseStream(caseId),
    body: { body, caseId, asks, ...(since === undefined ? {} : { since }) },
  }));
}

/** The first day after `after` on which a listing of a home ends by time alone. */
export function nextListingEnd(
  home: string,
  entries: readonly Entry[],
  { rulebook, after }: { readonly rulebook: Rulebook; readonly after: CivilDate },
): CivilDate | undefined {
  const world = worldOf(home, entries, rulebook);
  const listings = [...(world?.docket.values() ?? [])].filter(
    (file) => file.opened.matter.case === 'listing',
  );
  return listings
    .flatMap((file) => (world === undefined ? [] : (effectDays(file, world)?.until ?? [])))
    .filter((day) => isBefore(after, day))
    .sort()[0];
}

/** The first day after `after` on which the tasks of a home may change by time alone. */
export function nextTaskTurn(
  home: string,
  entries: readonly Entry[],
  { rulebook, after }: { readonly rulebook: Rulebook; readonly after: CivilDate },
): CivilDate | undefined {
  const world = worldOf(home, entries, rulebook);
  return world === undefined ? undefined : nextTaskDay(world, after);
}

/** Undefined for the many homes that have no case. */
function worldOf(
  home: string,
  entries: readonly Entry[],
  rulebook: Rulebook,
): CaseWorld | undefined {
  const cases = foldCases(entries);
  if (cases.size === 0) return undefined;
  const docket = new Map([...cases].map(([id, { file }]) => [id, file]));
  return { rulebook, docket, records: caseRecords(foldSubject(home, entries)) };
}
