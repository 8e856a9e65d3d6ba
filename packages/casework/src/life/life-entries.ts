import { jsonOf } from '@credence/domain';

import {
  isLifeSettled,
  isLifeWaiting,
  lifeActKind,
  lifeEventKind,
  lifePartKind,
  lifeSettledKind,
  lifeStream,
  lifeWaitingKind,
  type LifeActPayload,
  type LifeEventPayload,
  type LifePartPayload,
  type LifeWaitingPayload,
} from '../entry/life-payload.ts';
import { newEntry } from '../matter/file-matters.ts';
import type { Journal, NewEntry } from '../port/journal.ts';
import { derivedHome } from '../supply/derived-home.ts';

interface EntryParts {
  readonly uuid: () => string;
  readonly salt: () => string;
}

/** Where the register keeps which events wait for which agency. */
const house = derivedHome('life');

function queueOf(agency: string): string {
  return `agency/${agency}`;
}

export function eventEntries(
  parts: EntryParts,
  home: string,
  event: LifeEventPayload,
): readonly NewEntry[] {
  const { eventId, on, confirmedBy } = event;
  const stream = lifeStream(eventId);
  const own = newEntry(
    parts,
    { home, stream, kind: lifeEventKind, payload: jsonOf(event) },
    undefined,
  );
  if (confirmedBy === undefined) return [own];
  const waiting: LifeWaitingPayload = { eventId, home, on };
  const place = { home: house, stream: queueOf(confirmedBy), kind: lifeWaitingKind };
  return [own, newEntry(parts, { ...place, payload: waiting }, undefined)];
}

/** The event in the homes of the others, so that their desks know it. */
export function partEntries(
  parts: EntryParts,
  of: LifePartPayload['of'],
  event: LifeEventPayload,
  on: LifePartPayload['on'] = event.on,
): readonly NewEntry[] {
  return event.parties.map(({ home, as }) => {
    const payload = jsonOf({ of, as, on, event });
    const stream = lifeStream(event.eventId);
    return newEntry(parts, { home, stream, kind: lifePartKind, payload }, undefined);
  });
}

export function actEntry(parts: EntryParts, home: string, act: LifeActPayload): NewEntry {
  const stream = lifeStream(act.eventId);
  return newEntry(parts, { home, stream, kind: lifeActKind, payload: jsonOf(act) }, undefined);
}

export function settledEntry(
  parts: EntryParts,
  agency: string,
  { eventId, on }: Pick<LifeActPayload, 'eventId' | 'on'>,
): NewEntry {
  const payload = { eventId, on };
  const place = { home: house, stream: queueOf(agency), kind: lifeSettledKind };
  return newEntry(parts, { ...place, payload }, undefined);
}

/** What waits for an agency, the oldest first. */
export async function waitingFor(
  { journal }: { readonly journal: Pick<Journal, 'entriesOf'> },
  agency: string,
): Promise<readonly LifeWaitingPayload[]> {
  const entries = await journal.entriesOf(house, { stream: queueOf(agency) });
  const settled = new Set(
    entries.flatMap(({ kind, payload }) =>
      kind === lifeSettledKind && isLifeSettled(payload) ? [payload.eventId] : [],
    ),
  );
  return entries.flatMap(({ kind, payload }) =>
    kind === lifeWaitingKind && isLifeWaiting(payload) && !settled.has(payload.eventId)
      ? [payload]
      : [],
  );
}
