import { isBefore, isOnOrAfter, later, type CivilDate } from '../time/civil-date.ts';
import type { LifeEvent, LifeEventKind } from './life-event.ts';

/** What an organisation is on a day; `dormant` and `reorganising` are neutral. */
export type LifeStatus =
  'in_operation' | 'dormant' | 'reorganising' | 'merged' | 'divided' | 'deregistered';

/** A value with the days on which it held; absent ends are open. */
export interface DatedText {
  readonly value: string;
  readonly from?: CivilDate;
  /** First day on which it no longer held. */
  readonly until?: CivilDate;
}

/** The life of an organisation as it stands on a day. */
export interface Life {
  readonly status: LifeStatus;
  /** Day from which it has that status; absent where no event says. */
  readonly since?: CivilDate;
  /** First day on which a dormancy is over by itself. */
  readonly until?: CivilDate;
  /** Oldest first; empty where nothing was ever changed. */
  readonly names: readonly DatedText[];
  readonly codes: readonly DatedText[];
  readonly registrars: readonly DatedText[];
  /** Those that hold on the day, the latest first. */
  readonly events: readonly LifeEvent[];
}

/**
 * The life of an organisation on a day, from its events that stand today: confirmed, and not undone.
 * An event counts from the day on which it holds and had been written down, so that an answer about
 * another day says what was known then.
 *
 * Legal source: guard N8.
 */
export function lifeOf(standing: readonly LifeEvent[], day: CivilDate): Life {
  const events = standing
    .filter(({ on, effectiveOn }) => isOnOrAfter(day, later(on, effectiveOn)))
    .toSorted(byDay);
  const datesOf = (kind: LifeEventKind) => datedTexts(events.filter(({ event }) => event === kind));
  return {
    ...statusIn(events, day),
    names: datesOf('name'),
    codes: datesOf('code'),
    registrars: datesOf('registrar'),
    events: events.toReversed(),
  };
}

/** Whether it is no longer there: nobody visits it, and it owes no report. */
export function hasEnded(status: LifeStatus): boolean {
  return status === 'merged' || status === 'divided' || status === 'deregistered';
}

/** By the day on which they hold; of one day, in the order in which they were written down. */
function byDay(a: LifeEvent, b: LifeEvent): number {
  if (a.effectiveOn === b.effectiveOn) return 0;
  return isBefore(a.effectiveOn, b.effectiveOn) ? -1 : 1;
}

function statusIn(
  events: readonly LifeEvent[],
  day: CivilDate,
): Pick<Life, 'status' | 'since' | 'until'> {
  return events.reduce<Pick<Life, 'status' | 'since' | 'until'>>(
    (before, event) => statusAfter(before, event, day),
    { status: 'in_operation' },
  );
}

function statusAfter(
  before: Pick<Life, 'status' | 'since' | 'until'>,
  { event, form, effectiveOn: since, until }: LifeEvent,
  day: CivilDate,
): Pick<Life, 'status' | 'since' | 'until'> {
  switch (event) {
    case 'dormancy':
      // It ends by itself: no job has to run, and nobody has to say so.
      if (until === undefined || isOnOrAfter(day, until)) return before;
      return { status: 'dormant', since, until };
    case 'operation':
      return { status: 'in_operation', since };
    case 'reorganisation':
      return { status: 'reorganising', since };
    case 'deregistration':
    case 'simplified_deregistration':
      return { status: 'deregistered', since };
    case 'merger':
      return { status: 'merged', since };
    case 'division':
      return form === 'dissolving' ? { status: 'divided', since } : before;
    case 'name':
    case 'address':
    case 'representative':
    case 'code':
    case 'registrar':
      return before;
  }
}

/** Every value that a change names, each with the days on which it held. */
function datedTexts(changes: readonly LifeEvent[]): readonly DatedText[] {
  return changes.reduce<readonly DatedText[]>((known, { before, after, effectiveOn: from }) => {
    const last = known.at(-1) ?? (before === undefined ? undefined : { value: before });
    const ended = last === undefined ? [] : [{ ...last, until: from }];
    const next = after === undefined ? [] : [{ value: after, from }];
    return [...known.slice(0, -1), ...ended, ...next];
  }, []);
}
