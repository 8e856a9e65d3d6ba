import { isBefore, isOnOrAfter, type CivilDate } from '../time/civil-date.ts';
import type { LifeEvent } from './life-event.ts';

/** Changes that a registration file can state of an organisation. */
export const statedChanges = ['name', 'address', 'representative'] as const;
export type StatedChangeKind = (typeof statedChanges)[number];

/** What a registration says of its organisation, as far as it can change by an event. */
export interface RegistrationStated {
  readonly name?: string;
  readonly address?: string;
  /** It says that another person acts for the organisation; who, is nowhere. */
  readonly representativeChanged: boolean;
  /** Day on which it was registered or last changed. */
  readonly statedOn: CivilDate;
}

/** What the register holds of it. */
export interface RegistrationHeld {
  readonly name?: string;
  readonly address?: string;
  readonly statedOn: CivilDate;
  /** Its own events that stand. */
  readonly events: readonly LifeEvent[];
}

/** A change with its first day. */
export interface StatedChange {
  readonly event: StatedChangeKind;
  readonly effectiveOn: CivilDate;
  readonly before?: string;
  readonly after?: string;
}

export type ChangesStated =
  | { readonly kind: 'changes'; readonly changes: readonly StatedChange[] }
  /** Nothing but what events say already, or what held before them. */
  | { readonly kind: 'known' }
  /** No change explains how the two differ, so a person has to look. */
  | { readonly kind: 'unexplained' };

export interface ChangeQuestion {
  readonly held: RegistrationHeld;
  readonly stated: RegistrationStated;
  /** Day of the file: that of a change whose own day it does not carry. */
  readonly today: CivilDate;
  /** Whether two texts are one text written in two ways. */
  readonly isSame: (one: string, other: string) => boolean;
}

/**
 * What has changed between a registration as the register holds it, with all events since, and as
 * its registering authority states it now. A statement that is older than an event changes nothing
 * that came after it. A name has changed only by a day of its own: without one, two firms may bear
 * one code. A former address without a day of its own is never taken for the way back.
 */
export function changesStated(question: ChangeQuestion): ChangesStated {
  const { held, stated, today } = question;
  const { statedOn } = stated;
  if (isBefore(statedOn, held.statedOn) || isBefore(today, statedOn)) return unexplained;
  // The day that stood there before is no day of a change.
  const changedOn = statedOn === held.statedOn ? undefined : statedOn;
  const texts = (['name', 'address'] as const).map((kind) => textChange(question, kind, changedOn));
  if (texts.includes('unexplained')) return unexplained;
  const changes = [...texts, representativeChange(question, changedOn)].filter(
    (each) => typeof each === 'object',
  );
  if (changes.length > 0) return { kind: 'changes', changes };
  const isExplained = held.events.some(
    ({ effectiveOn, on }) =>
      changedOn === undefined || isOnOrAfter(effectiveOn, changedOn) || isOnOrAfter(on, changedOn),
  );
  return isExplained ? { kind: 'known' } : unexplained;
}

const unexplained: ChangesStated = { kind: 'unexplained' };

type OneChange = StatedChange | 'none' | 'unexplained';

function textChange(
  { held, stated, today, isSame }: ChangeQuestion,
  kind: 'name' | 'address',
  changedOn: CivilDate | undefined,
): OneChange {
  const last = lastOf(held.events, kind);
  const before = last?.after ?? held[kind];
  const after = stated[kind];
  if (after === undefined) return 'none';
  // What was never stated before has not changed.
  if (before === undefined) return 'unexplained';
  if (isSame(before, after)) return 'none';
  if (changedOn === undefined) {
    // Another name on the day that stood there before may be another firm with the same code.
    if (kind === 'name') return 'unexplained';
    const former = held.events.filter(({ event }) => event === kind).map((each) => each.before);
    const isBack = [held[kind], ...former].some(
      (text) => text !== undefined && isSame(text, after),
    );
    if (isBack) return 'unexplained';
  } else if (last !== undefined && isBefore(changedOn, last.effectiveOn)) return 'none';
  return { event: kind, effectiveOn: changedOn ?? today, before, after };
}

/** Only by a day of its own: nothing else would tell one such change from the next. */
function representativeChange(
  { held, stated }: ChangeQuestion,
  changedOn: CivilDate | undefined,
): OneChange {
  if (!stated.representativeChanged || changedOn === undefined) return 'none';
  const last = lastOf(held.events, 'representative');
  const isNewer = last === undefined || isBefore(last.effectiveOn, changedOn);
  return isNewer ? { event: 'representative', effectiveOn: changedOn } : 'none';
}

function lastOf(events: readonly LifeEvent[], kind: StatedChangeKind): LifeEvent | undefined {
  return events
    .filter(({ event }) => event === kind)
    .reduce<LifeEvent | undefined>(
      (last, each) =>
        last !== undefined && isBefore(each.effectiveOn, last.effectiveOn) ? last : each,
      undefined,
    );
}
