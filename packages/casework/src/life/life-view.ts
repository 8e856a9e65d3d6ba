import { isOnOrAfter, later, lifeOf, type CivilDate } from '@credence/domain';
import { goesOf, successionOf, type Edition } from '@credence/rulebook';

import { foldCases } from '../case/desk/fold-cases.ts';
import { disputesIn } from '../case/standing/disputes.ts';
import type { Entry, Journal } from '../port/journal.ts';
import type { AgencyRow } from '../port/register.ts';
import { foldSubject } from '../state/subject-state.ts';
import type { Answering } from '../view/answer-clock.ts';
import { toBasis, toRecordView } from '../view/record-view.ts';
import { findPublicSubject } from '../view/subject-line.ts';
import { ownEvents, type LifeEventState } from './fold-life.ts';
import type { GoesView, InheritedView, LifeEventView, LifePartyView, LifeView } from './life.ts';

interface LifeAsked {
  readonly home: string;
  readonly entries: readonly Entry[];
  readonly events: readonly LifeEventState[];
  readonly answering: Pick<Answering, 'edition' | 'rulebook'> & {
    readonly clock: Pick<Answering['clock'], 'day'>;
  };
  readonly agencies: readonly AgencyRow[];
}

/**
 * The life of an organisation as anybody reads it on the day. An event that was undone is gone on
 * every day, one that waits is nobody's business, and a creditor is never named.
 */
export function viewLife(asked: LifeAsked): LifeView {
  const { events, answering, entries } = asked;
  const { day } = answering.clock;
  const { status, since, until, names, codes } = lifeOf(ownEvents(events), day);
  const files = [...foldCases(entries)].map(([id, { file }]) => [id, file] as const);
  const disputes = disputesIn(new Map(files));
  return {
    status,
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    ...{ names, codes },
    events: publicEvents(events, day).map((state) => toEventView(state, asked, disputes)),
  };
}

/** Those that stand today and were known on the day, the latest first. */
function publicEvents(
  events: readonly LifeEventState[],
  day: CivilDate,
): readonly LifeEventState[] {
  return events
    .filter(({ state, part }) => state === 'stands' && part?.as !== 'creditor')
    .filter(({ event, on }) => isOnOrAfter(day, later(on, event.effectiveOn)))
    .toSorted((a, b) => (a.event.effectiveOn < b.event.effectiveOn ? 1 : -1));
}

/** One event with its law, for pages and desks alike. */
export function toEventView(
  { event, part }: LifeEventState,
  {
    answering: { edition },
    agencies,
    home: own,
  }: Pick<LifeAsked, 'answering' | 'agencies'> & Partial<Pick<LifeAsked, 'home'>>,
  disputes: ReadonlyMap<string, CivilDate> = new Map(),
): LifeEventView {
  const card = successionOf(edition, event.event, event.effectiveOn)?.card;
  const { until, form, before, after, document } = event;
  const nameOf = (code: string) =>
    agencies.find((each) => each.code === code)?.name ?? { en: code, zh: code };
  const isRegistrar = event.event === 'registrar';
  const said = (text: string) => {
    const name = nameOf(text);
    return isRegistrar ? (name.zh ?? name.en ?? text) : text;
  };
  const disputedSince = disputes.get(event.eventId);
  return {
    ...{ id: event.eventId, event: event.event, effectiveOn: event.effectiveOn },
    ...(until === undefined ? {} : { until }),
    ...(form === undefined ? {} : { form }),
    ...(before === undefined ? {} : { before: said(before) }),
    ...(after === undefined ? {} : { after: said(after) }),
    ...(document === undefined ? {} : { document }),
    authority: nameOf(event.by.agency),
    ...(part === undefined ? {} : { predecessor: toParty(part.of) }),
    // A successor's own page names the predecessor, and not itself.
    successors: event.parties
      .filter(({ as, home }) => as === 'successor' && home !== own)
      .map(toParty),
    ...(card === undefined ? {} : { says: card.says }),
    goes: goesIn(edition, event),
    basis: (card?.basis ?? []).map((citation) =>
      toBasis({ citation, confidence: card?.confidence ?? 'unverified' }, 'publication', edition),
    ),
    ...(disputedSince === undefined ? {} : { disputedSince }),
  };
}

function goesIn(edition: Edition, event: LifeEventState['event']): readonly GoesView[] {
  const card = successionOf(edition, event.event, event.effectiveOn)?.card;
  return (card?.goes ?? []).map(({ what, goes, basis, confidence }) => ({
    ...{ what, goes },
    basis: basis.map((citation) => toBasis({ citation, confidence }, 'publication', edition)),
  }));
}

export function toParty(party: {
  readonly home: string;
  readonly name: string;
  readonly code?: string;
}): LifePartyView {
  const { home, name, code } = party;
  return { id: home, name, ...(code === undefined ? {} : { code }) };
}

/**
 * What stands in public of those whose rights and duties passed to this organisation: only where the
 * card of the event lets records pass, only what was decided before, and each to its own end. It is
 * read from the predecessor's own home, so that what ends there is gone here.
 *
 * Legal sources: the card of the event; guards G03, N8.
 */
export async function viewInherited(
  { journal }: { readonly journal: Pick<Journal, 'entriesOf'> },
  events: readonly LifeEventState[],
  answering: Pick<Answering, 'edition' | 'rulebook' | 'clock'>,
  seen: ReadonlySet<string> = new Set(),
): Promise<readonly InheritedView[]> {
  const { edition, clock } = answering;
  const all: InheritedView[] = [];
  for (const { event, part } of publicEvents(events, clock.day)) {
    if (part === undefined || seen.has(part.of.home)) continue;
    const card = successionOf(edition, event.event, event.effectiveOn)?.card;
    const { goes, basis, confidence = 'unverified' } = goesOf(card, 'records');
    if (goes !== 'passes') continue;
    const { home } = part.of;
    const entries = await journal.entriesOf(home);
    const subject = findPublicSubject(foldSubject(home, entries), answering);
    if (subject === undefined) continue;
    const records = subject.records
      .filter(({ state: { record } }) => isOnOrAfter(event.effectiveOn, record.decidedOn))
      .map(toRecordView)
      .filter(({ publicity }) => publicity.kind === 'shown');
    if (records.length > 0) {
      all.push({
        predecessor: toParty(part.of),
        ...{ eventId: event.eventId, since: event.effectiveOn, records },
        basis: basis.map((citation) => toBasis({ citation, confidence }, 'publication', edition)),
      });
    }
    // Whoever went into the predecessor before came here with it.
    const further = new Set([...seen, home]);
    all.push(...(await viewInherited({ journal }, subject.events, answering, further)));
  }
  return all;
}
