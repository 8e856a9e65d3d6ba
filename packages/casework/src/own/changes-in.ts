import { civilDayAt, isBefore, type CivilDate, type Instant } from '@credence/domain';
import type { Rulebook } from '@credence/rulebook';

import { headOf } from '../access/find-home.ts';
import { toOwnLine } from '../access/own-record-line.ts';
import type { CaseFile, CaseWorld } from '../case/case.ts';
import { caseRecords, caseStream, foldCases } from '../case/desk/fold-cases.ts';
import { effectOf } from '../case/effect/effect-of.ts';
import { casesAgainst, listingBeginsOn } from '../case/effect/listing-effect.ts';
import { listingOf, recordOf } from '../case/law/law-of-case.ts';
import type { Actor, Entry, LookSpan, PastLooks } from '../port/journal.ts';
import { foldSubject } from '../state/subject-state.ts';
import type { AnswerClock } from '../view/view.ts';
import type { ReaderChange } from './own.ts';

/** What somebody looked at, and since when. */
export interface PastRead extends PastLooks {
  readonly home: string;
  /** Whether a case was open to him by a part that he has in it. */
  readonly hasPart: (file: CaseFile) => boolean;
  /** Who looked: what he did himself, in this agency, he need not be told. */
  readonly by: Pick<Actor, 'official' | 'agency'>;
}

/** The law and the day of an answer. */
export interface ChangeMeans {
  readonly rulebook: Rulebook;
  readonly clock: Pick<AnswerClock, 'zone' | 'today'>;
}

/**
 * Corrections and ends of what somebody read in a home, after he did. Who was led there by a case is
 * told of that case and its record alone; nobody is told of anything that he has not seen.
 */
export function changesIn(
  entries: readonly Entry[],
  read: PastRead,
  means: ChangeMeans,
): readonly ReaderChange[] {
  const seen = seenIn(entries, read, means);
  if (seen.records.size === 0 && seen.listings.size === 0) return [];
  return [
    ...changedRecords(entries, read, { ...means, seen }),
    ...endedListings(read, means, seen),
  ];
}

/** Records and listings that somebody saw, with his first and last look. */
interface Seen {
  readonly records: ReadonlyMap<string, LookSpan>;
  readonly listings: ReadonlyMap<string, LookSpan>;
  readonly world: CaseWorld;
  readonly name: string | undefined;
}

function seenIn(
  entries: readonly Entry[],
  { home, records: wide, cases: led, hasPart }: PastRead,
  { rulebook }: ChangeMeans,
): Seen {
  const statedAt = new Map<string, Instant>();
  for (const { stream, kind, recordedAt } of entries) {
    const isStatement = kind.startsWith('record@') || kind.startsWith('case-opened@');
    if (isStatement && !statedAt.has(stream)) statedAt.set(stream, recordedAt);
  }
  const docket = new Map([...foldCases(entries)].map(([id, { file }]) => [id, file]));
  const world = { rulebook, docket, records: caseRecords(foldSubject(home, entries)) };
  const records = new Map<string, LookSpan>();
  const listings = new Map<string, LookSpan>();
  for (const [stream, at] of statedAt) {
    if (!stream.startsWith('case/')) note(records, stream, spanFrom(at, wide));
  }
  for (const file of docket.values()) {
    const openedAt = statedAt.get(caseStream(file.caseId));
    if (openedAt === undefined) continue;
    const listing = listingOf(file, world)?.caseId;
    note(listings, listing, spanFrom(openedAt, wide));
    if (!hasPart(file)) continue;
    note(listings, listing, spanFrom(openedAt, led));
    note(records, recordOf(file, world), spanFrom(openedAt, led));
  }
  return { records, listings, world, name: headOf(home, entries)?.name };
}

/** Looks at something since it was there; undefined where all of them came before. */
function spanFrom(at: Instant, span: LookSpan | undefined): LookSpan | undefined {
  if (span === undefined || at > span.lastAt) return undefined;
  return { ...span, firstAt: at > span.firstAt ? at : span.firstAt };
}

function note(seen: Map<string, LookSpan>, id: string | undefined, span: LookSpan | undefined) {
  if (id === undefined || span === undefined) return;
  const known = seen.get(id);
  if (known === undefined) seen.set(id, span);
  else {
    const firstAt = span.firstAt < known.firstAt ? span.firstAt : known.firstAt;
    seen.set(id, { firstAt, lastAt: span.lastAt > known.lastAt ? span.lastAt : known.lastAt });
  }
}

function changedRecords(
  entries: readonly Entry[],
  { home, by }: PastRead,
  { rulebook, clock, seen }: ChangeMeans & { readonly seen: Seen },
): readonly ReaderChange[] {
  const after = entries.filter(({ stream, recordedAt }) => {
    const readAt = seen.records.get(stream)?.firstAt;
    return readAt !== undefined && recordedAt > readAt;
  });
  const corrected = after.flatMap(({ id, stream, kind, recordedAt, actor }): ReaderChange[] => {
    const readAt = seen.records.get(stream)?.firstAt;
    if (readAt === undefined || !kind.startsWith('record@') || isSame(actor, by)) {
      return [];
    }
    const on = civilDayAt(recordedAt, clock.zone);
    const head = headFor(home, seen, readAt, clock.zone);
    return [{ ...head, id: `corrected/${id}`, recordId: stream, kind: 'corrected', on }];
  });
  const byHimself = new Set(
    after.flatMap(({ kind, stream, actor }) =>
      kind.startsWith('record-ended@') && isSame(actor, by) ? [stream] : [],
    ),
  );
  const state = foldSubject(home, entries);
  const ended = state.records.flatMap((state): ReaderChange[] => {
    const { recordId } = state.record;
    const readAt = seen.records.get(recordId)?.firstAt;
    if (readAt === undefined || byHimself.has(recordId)) return [];
    const { publicity } = toOwnLine(state, rulebook, clock.today);
    const head = headFor(home, seen, readAt, clock.zone);
    if (publicity.kind !== 'ended' || isBefore(publicity.endedOn, head.readOn)) return [];
    const on = publicity.endedOn;
    return [{ ...head, id: `ended/${recordId}/${on}`, recordId, kind: 'ended', on }];
  });
  const moved = (state.moved ?? []).flatMap(({ state: { record }, move }): ReaderChange[] => {
    const { recordId } = record;
    const readAt = seen.records.get(recordId)?.firstAt;
    if (readAt === undefined) return [];
    const head = headFor(home, seen, readAt, clock.zone);
    return [{ ...head, id: `moved/${recordId}/${move.on}`, recordId, kind: 'moved', on: move.on }];
  });
  return [...corrected, ...ended, ...moved];
}

function endedListings(
  { home, by }: PastRead,
  { clock }: ChangeMeans,
  seen: Seen,
): readonly ReaderChange[] {
  return [...seen.listings].flatMap(([caseId, { firstAt, lastAt }]): ReaderChange[] => {
    const file = seen.world.docket.get(caseId);
    if (file === undefined) return [];
    const head = headFor(home, seen, firstAt, clock.zone);
    const effect = effectOf(file, seen.world, clock.today);
    if (effect.kind !== 'ended' || isBefore(effect.on, head.readOn)) return [];
    if (hasEnded(by, file, { world: seen.world, on: effect.on })) return [];
    // It may have begun between two looks; before it did, there was no entry to be read.
    const begins = listingBeginsOn(file);
    if (begins === undefined || isBefore(civilDayAt(lastAt, clock.zone), begins)) return [];
    if (effectOf(file, seen.world, begins).kind !== 'in-effect') return [];
    const id = `listing-ended/${caseId}/${effect.on}`;
    return [{ ...head, id, caseId, kind: 'listing-ended', on: effect.on }];
  });
}

/** Somebody of the same name in another office is somebody else, who has to be told. */
function isSame(
  { official, agency }: Pick<Actor, 'official' | 'agency'>,
  by: PastRead['by'],
): boolean {
  return official === by.official && agency === by.agency;
}

const endings = new Set(['removed', 'granted', 'answered', 'allowed']);

/** Whether somebody ended a listing by his own act of that day, in it or in a case against it. */
function hasEnded(
  who: PastRead['by'],
  file: CaseFile,
  { world, on }: { readonly world: CaseWorld; readonly on: CivilDate },
): boolean {
  const against = casesAgainst(file, world);
  const appeals = against.flatMap((each) => casesAgainst(each, world));
  return [file, ...against, ...appeals].some(({ actions }) =>
    actions.some(
      (action) =>
        endings.has(action.kind) &&
        action.on === on &&
        !('effect' in action && action.effect !== 'remove') &&
        action.by.kind === 'official' &&
        isSame(action.by, who),
    ),
  );
}

function headFor(
  home: string,
  { name }: Seen,
  readAt: Instant,
  zone: string,
): Pick<ReaderChange, 'home' | 'readOn' | 'name'> {
  const readOn = civilDayAt(readAt, zone);
  return { home, readOn, ...(name === undefined ? {} : { name }) };
}
