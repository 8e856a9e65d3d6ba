import type { CivilDate } from '@credence/domain';
import type { Rulebook } from '@credence/rulebook';

import { lastOf } from '../case/fold-case.ts';
import type { PublicListing } from '../case/standing/public-listings.ts';
import type { BulkCell, BulkRow, SubjectEntries } from '../port/bulk.ts';
import type { SubjectState } from '../state/subject-state.ts';
import { listingsIn } from '../view/listing-view.ts';
import { findPublicSubject, type PublicSubject } from '../view/subject-line.ts';
import { maskTrader } from './mask-owner-name.ts';

/** A listing that stands in public, as a row of its data set. */
export interface ListingRow {
  readonly record: string;
  readonly row: BulkRow;
  /** Code of the agency that decides it. */
  readonly agency: string;
  /** First day on which it is known to stand no longer. */
  readonly ends: CivilDate | 'none';
}

/**
 * The listings of a subject that its lists' cards publish in files, by the same decision as its page.
 * Who it is comes from what stands today, as there.
 */
export function listingRows(
  subject: SubjectEntries,
  state: SubjectState,
  { rulebook, day }: { readonly rulebook: Rulebook; readonly day: CivilDate },
): readonly ListingRow[] {
  const clock = { today: day, day };
  const { home, entries } = subject;
  const listings = listingsIn(home, entries, { rulebook, clock, channel: 'open_data' });
  if (listings.length === 0) return [];
  const who = findPublicSubject(state, { rulebook, clock });
  if (who === undefined) return [];
  return listings.map((listing) => ({
    record: listing.file.caseId,
    row: toRow(who, listing),
    agency: listing.file.opened.desks.own,
    ends: listing.effect.until ?? 'none',
  }));
}

/** Only what the list's card publishes of an entry; the days, and that it is disputed, always. */
function toRow(who: PublicSubject, { file, list, effect, disputedSince }: PublicListing): BulkRow {
  const decision = lastOf(file, 'drafted');
  const publishes = (field: string): boolean => list.publicity.fields.includes(field);
  const [identifier] = publishes('code') ? who.identifiers : [];
  const document = publishes('document') ? decision?.document : undefined;
  const cells: Record<string, BulkCell | undefined> = {
    organisation: who.home,
    record: file.caseId,
    name: publishes('name') ? who.name : undefined,
    scheme: identifier?.scheme,
    code: identifier?.value,
    kind: who.kind,
    list: list.list,
    document_number: document?.number,
    document_title: document?.title,
    begins: effect.from,
    ends: effect.until,
    confirm_by: effect.confirmBy,
    disputed_since: disputedSince,
    measures: publishes('measures') ? (decision?.measures ?? []) : undefined,
    basis: list.basis.map(({ source, at }) => `${source}#${at}`),
  };
  const row = Object.fromEntries(
    Object.entries(cells).flatMap(([name, cell]) => (cell === undefined ? [] : [[name, cell]])),
  );
  return who.kind === 'sole_trader' ? maskTrader(row) : row;
}
