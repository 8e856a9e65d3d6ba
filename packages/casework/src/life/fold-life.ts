import { hasEnded, lifeOf, type CivilDate } from '@credence/domain';

import { CaseworkError } from '../casework-error.ts';
import {
  isLifeAct,
  isLifeEvent,
  isLifePart,
  lifeActKind,
  lifeEventKind,
  lifePartKind,
  type LifeActPayload,
  type LifeEventPayload,
  type LifePartPayload,
} from '../entry/life-payload.ts';
import type { Entry } from '../port/journal.ts';

/** An event as the entries of a home tell it. */
export interface LifeEventState {
  readonly event: LifeEventPayload;
  readonly state: 'waiting' | 'stands' | 'refused' | 'undone';
  /** Day on which it came to stand, or would have: before it nothing of it was public. */
  readonly on: CivilDate;
  /** Absent where it happened to the organisation itself. */
  readonly part?: Pick<LifePartPayload, 'of' | 'as'>;
}

/**
 * The events that a home knows, its own and those in which it takes part. One that was undone stays
 * so, whatever else is said of it: the way back is a new event.
 *
 * @throws CaseworkError `payload-unreadable` for a payload that this version cannot read
 */
export function foldLife(entries: readonly Entry[]): readonly LifeEventState[] {
  const known = new Map<string, LifeEventState>();
  for (const entry of entries) {
    const { kind, payload } = entry;
    if (payload === undefined || !kind.startsWith('life-')) continue;
    if (kind === lifeEventKind && isLifeEvent(payload)) {
      const state = payload.confirmedBy === undefined ? 'stands' : 'waiting';
      known.set(payload.eventId, { event: payload, state, on: payload.on });
    } else if (kind === lifePartKind && isLifePart(payload)) {
      const { event, of, as, on } = payload;
      known.set(event.eventId, { event, state: 'stands', on, part: { of, as } });
    } else if (kind === lifeActKind && isLifeAct(payload)) {
      const before = known.get(payload.eventId);
      if (before !== undefined) known.set(payload.eventId, after(before, payload));
    } else if (unreadable.has(kind.split('@')[0] ?? '')) {
      const place = `${kind} at position ${entry.position}`;
      throw new CaseworkError('payload-unreadable', `Entry ${entry.id}, ${place}, cannot be read.`);
    }
  }
  return [...known.values()];
}

const unreadable: ReadonlySet<string> = new Set(['life-event', 'life-act', 'life-part']);

function after(before: LifeEventState, act: LifeActPayload): LifeEventState {
  switch (act.act) {
    case 'confirmed':
      return before.state === 'waiting' ? { ...before, state: 'stands', on: act.on } : before;
    case 'refused':
      return before.state === 'waiting' ? { ...before, state: 'refused' } : before;
    case 'undone':
      return { ...before, state: 'undone' };
  }
}

/** The organisation's own events that stand today, each from the day on which it came to stand. */
export function ownEvents(states: readonly LifeEventState[]): readonly LifeEventPayload[] {
  return states.flatMap(({ event, state, part, on }) =>
    state === 'stands' && part === undefined ? [{ ...event, on }] : [],
  );
}

/** Whether an organisation is no more on a day; its registration record stays when it ends. */
export function isGone(events: readonly LifeEventState[], on: CivilDate): boolean {
  return hasEnded(lifeOf(ownEvents(events), on).status);
}
