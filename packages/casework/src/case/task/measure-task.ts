import { addDays, isBefore, type CivilDate } from '@credence/domain';

import type { CaseFile, CaseWorld } from '../case.ts';
import { effectDays } from '../effect/effect-days.ts';
import { effectOf } from '../effect/effect-of.ts';
import { casesAgainst } from '../effect/listing-effect.ts';
import { docketOn, lastOf, matterOf } from '../fold-case.ts';
import { listingOf } from '../law/law-of-case.ts';
import { listClocks } from '../standing/list-clocks.ts';

/** What a body is asked to do with a measure that was given to it. */
export type TaskAsk =
  /** To take it on, or to decline it with the article that forbids it. */
  | 'answer'
  /** To carry out what it took on. */
  | 'carry-out'
  /** To leave off for now: what it follows from is put off, and may come back or end. */
  | 'hold'
  /** To undo it and say so: what it follows from is over. */
  | 'lift';

/** A measure that waits for the body which carries it out. */
export interface MeasureTask {
  readonly caseId: string;
  /** Code of the agency. */
  readonly body: string;
  readonly asks: TaskAsk;
  /** Since when; absent where what puts it off has no day of its own. */
  readonly since?: CivilDate;
}

/**
 * What the body of a measure has to do on a day, by acts and law alone: nothing has to run for a task
 * to lift to be there. A measure whose cause ended before it was carried out asks for nothing more.
 *
 * Legal sources: guards G03, G13, G31; N1, N6, N7.
 */
export function taskOf(
  file: CaseFile,
  world: CaseWorld,
  today: CivilDate,
): MeasureTask | undefined {
  const { body } = file.opened.desks;
  if (body === undefined || matterOf(file, 'measure') === undefined) return undefined;
  const task = { caseId: file.caseId, body };
  switch (file.state) {
    case 'assigned':
      return bindsNow(file, world, today)
        ? { ...task, asks: 'answer', since: file.opened.on }
        : undefined;
    case 'accepted': {
      const since = lastOf(file, 'accepted')?.on ?? file.opened.on;
      return bindsNow(file, world, today) ? { ...task, asks: 'carry-out', since } : undefined;
    }
    case 'executed': {
      const effect = effectOf(file, world, today);
      if (effect.kind === 'ended') return { ...task, asks: 'lift', since: effect.on };
      if (effect.kind === 'suspended') return { ...task, asks: 'hold' };
      // Without its cause, which may have been erased, nothing carries it.
      return effect.kind === 'in-effect' ? undefined : { ...task, asks: 'lift' };
    }
    default:
      return undefined;
  }
}

/** Every task that the cases of one home have on a day. */
export function tasksOf(world: CaseWorld, today: CivilDate): readonly MeasureTask[] {
  const now = { ...world, docket: docketOn(world.docket, today) };
  return [...now.docket.values()].flatMap((file) => taskOf(file, now, today) ?? []);
}

function bindsNow(file: CaseFile, world: CaseWorld, today: CivilDate): boolean {
  const cause = listingOf(file, world);
  return cause !== undefined && effectOf(cause, world, today).kind === 'in-effect';
}

/**
 * The first day after `after` on which time alone may change what a body is asked: the end of the
 * measure or of its listing, a confirmation that fails, an authority that becomes late. A day too many
 * costs one more look; what a task asks is computed anew on each.
 */
export function nextTaskDay(world: CaseWorld, after: CivilDate): CivilDate | undefined {
  const days: CivilDate[] = [];
  for (const file of world.docket.values()) {
    if (matterOf(file, 'measure') === undefined || !isOpen(file)) continue;
    const cause = listingOf(file, world);
    const both = cause === undefined ? [file] : [file, cause];
    for (const each of both) {
      const until = effectDays(each, world)?.until;
      if (until !== undefined) days.push(until);
    }
    for (const against of cause === undefined ? [] : casesAgainst(cause, world)) {
      const due = listClocks(against, world, after).flatMap(({ dueOn }) => dueOn ?? []);
      days.push(...due.map((day) => addDays(day, 1)));
    }
  }
  return days
    .filter((day) => isBefore(after, day))
    .reduce<CivilDate | undefined>(
      (first, day) => (first === undefined || isBefore(day, first) ? day : first),
      undefined,
    );
}

const open = new Set(['assigned', 'accepted', 'executed']);

function isOpen({ state }: CaseFile): boolean {
  return open.has(state);
}
