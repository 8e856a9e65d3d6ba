import { isBefore, type CivilDate } from '@credence/domain';
import type { Edition } from '@credence/rulebook';

import { caseRecords, foldCases } from '../case/desk/fold-cases.ts';
import { lastOf } from '../case/fold-case.ts';
import {
  publicListings,
  type ListingChannel,
  type PublicListing,
} from '../case/standing/public-listings.ts';
import type { Entry } from '../port/journal.ts';
import { foldSubject } from '../state/subject-state.ts';
import type { Answering } from './answer-clock.ts';
import { toBasis } from './record-view.ts';
import type { ListingView, SubjectLine, WayOutView } from './view.ts';

/** The listings of a home that stand in public, the latest begin first. */
export function viewListings(
  home: string,
  entries: readonly Entry[],
  { rulebook, edition, clock }: Pick<Answering, 'rulebook' | 'edition' | 'clock'>,
): readonly ListingView[] {
  return listingsIn(home, entries, { rulebook, clock })
    .map((listing) => toListingView(listing, edition, clock.today))
    .sort((a, b) => (a.begins === b.begins ? 0 : a.begins < b.begins ? 1 : -1));
}

/** The listings of a home that stand in public by a channel, from its entries alone. */
export function listingsIn(
  home: string,
  entries: readonly Entry[],
  given: {
    readonly rulebook: Answering['rulebook'];
    readonly clock: Pick<Answering['clock'], 'today' | 'day'>;
    readonly channel?: ListingChannel;
  },
): readonly PublicListing[] {
  const { rulebook, clock, channel } = given;
  const cases = foldCases(entries);
  if (cases.size === 0) return [];
  const docket = new Map([...cases].map(([id, { file }]) => [id, file]));
  const world = { rulebook, docket, records: caseRecords(foldSubject(home, entries)) };
  return publicListings(world, clock, channel);
}

/**
 * A line of a subject with the lists that it stands in, so that no line says there is nothing
 * beside a page that says there is.
 */
export function withLists(
  line: SubjectLine,
  entries: readonly Entry[],
  { rulebook, clock }: Pick<Answering, 'rulebook' | 'clock'>,
): SubjectLine {
  const listed = listingsIn(line.id, entries, { rulebook, clock })
    .map(({ list, disputedSince }) => ({
      ...{ code: list.list, title: list.title },
      ...(disputedSince === undefined ? {} : { disputedSince }),
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  return listed.length === 0 ? line : { ...line, listed };
}

function toListingView(listing: PublicListing, edition: Edition, today: CivilDate): ListingView {
  const { file, list, effect, repairFrom, disputedSince } = listing;
  const decision = lastOf(file, 'drafted');
  // The card of the list says what of an entry is published, and nothing else leaves.
  const publishes = (field: string): boolean => list.publicity.fields.includes(field);
  const measures = publishes('measures') ? (decision?.measures ?? []) : [];
  const document = publishes('document') ? decision?.document : undefined;
  const { confidence } = list;
  return {
    id: file.caseId,
    list: { code: list.list, title: list.title },
    ...(document === undefined ? {} : { document }),
    begins: effect.from,
    ...(effect.until === undefined ? {} : { ends: effect.until }),
    ...(effect.confirmBy === undefined ? {} : { confirmBy: effect.confirmBy }),
    ...(repairFrom === undefined ? {} : { repairFrom }),
    ...(disputedSince === undefined ? {} : { disputedSince }),
    measures: measures.map((code) => ({
      code,
      title: edition.measures.get(code)?.title ?? { en: code },
    })),
    basis: list.basis.map((citation) => toBasis({ citation, confidence }, 'publication', edition)),
    waysOut: waysOutOf(listing, edition, today),
  };
}

function waysOutOf(
  { list, repairFrom, remedies }: PublicListing,
  edition: Edition,
  today: CivilDate,
): readonly WayOutView[] {
  const { confidence } = list;
  const basis = list.basis.map((citation) => toBasis({ citation, confidence }, 'way-out', edition));
  const ways: WayOutView[] = [];
  if (repairFrom !== undefined) {
    const state = isBefore(today, repairFrom) ? 'not-yet' : 'open';
    ways.push({ kind: 'repair', earliestOn: repairFrom, state, basis });
  }
  if (list.remedies.correction !== 'none') ways.push({ kind: 'correction', state: 'open', basis });
  for (const { clock, dueOn, state } of remedies) {
    const kind = clock === 'review' ? 'review' : 'court';
    const latest = dueOn === undefined ? {} : { latestOn: dueOn };
    ways.push({ kind, ...latest, state: state === 'running' ? 'open' : 'closed', basis });
  }
  return ways;
}
