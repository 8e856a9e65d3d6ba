import type { Answering } from '../view/answer-clock.ts';
import type { RecordView, SubjectView } from '../view/view.ts';
import { viewSubject, type SubjectParts } from '../view/view-subject.ts';
import {
  latePaymentFingerprint,
  lifeEventFingerprint,
  listingFingerprint,
  recordFingerprint,
  subjectFingerprint,
} from './fingerprint.ts';
import type { CopyAnswer, CopyQuery } from './reading.ts';

/**
 * Compares the fingerprints of copies with what the register would answer today, in the order asked.
 * A record may be an entry in a list, a payment that a public body is late with, or, beside its
 * organisation, an event, as well.
 * What has ended and what never was are one answer, so a question about a made-up id learns nothing.
 *
 * Legal source: guards N8.
 */
export async function checkCopies(
  parts: SubjectParts,
  answering: Answering,
  queries: readonly CopyQuery[],
): Promise<readonly CopyAnswer[]> {
  const views = new Map<string, Awaited<ReturnType<typeof viewSubject>>>();
  const answers: CopyAnswer[] = [];
  for (const query of queries) {
    const home = await homeOf(parts, query);
    const found =
      home === undefined
        ? ({ kind: 'not-found' } as const)
        : (views.get(home) ?? (await viewSubject(parts, answering, { by: 'id', id: home })));
    // Copies of one organisation's records are asked about together.
    if (home !== undefined) views.set(home, found);
    answers.push(answerFor(query, found, answering.clock));
  }
  return answers;
}

async function homeOf(
  { register }: SubjectParts,
  { organisation, record }: CopyQuery,
): Promise<string | undefined> {
  if (organisation !== undefined || record === undefined) return organisation;
  return (await register.lines.findHome(record)) ?? (await register.findCase(record))?.home;
}

function answerFor(
  query: CopyQuery,
  found: Awaited<ReturnType<typeof viewSubject>>,
  clock: CopyAnswer['clock'],
): CopyAnswer {
  const gone = { kind: 'not-published', clock } as const;
  if (found.kind === 'not-found') return gone;
  const { subject, listings = [], latePayments = [], life } = found.view;
  const place = { organisation: subject.id };
  if (query.record === undefined) {
    const standing = { ...found.view, records: allRecords(found.view), listings };
    return compare(subjectFingerprint(subject, standing), { query, clock, place });
  }
  const listing = listings.find(({ id }) => id === query.record);
  if (listing !== undefined) {
    const listingPlace = { ...place, record: listing.id };
    return compare(listingFingerprint(listing), { query, clock, place: listingPlace });
  }
  const late = latePayments.find(({ id }) => id === query.record);
  if (late !== undefined) {
    const latePlace = { ...place, record: late.id };
    return compare(latePaymentFingerprint(late), { query, clock, place: latePlace });
  }
  const event = life?.events.find(({ id }) => id === query.record);
  if (event !== undefined) {
    const eventPlace = { ...place, record: event.id };
    return compare(lifeEventFingerprint(event), { query, clock, place: eventPlace });
  }
  const record = allRecords(found.view).find(({ id }) => id === query.record);
  if (record === undefined) return gone;
  const recordPlace = { ...place, record: record.id };
  return compare(recordFingerprint(record), { query, clock, place: recordPlace });
}

function allRecords({ registration, records, others }: SubjectView): readonly RecordView[] {
  return [...(registration === undefined ? [] : [registration]), ...records, ...others];
}

function compare(
  fingerprint: string,
  given: {
    readonly query: CopyQuery;
    readonly clock: CopyAnswer['clock'];
    readonly place: { readonly organisation: string; readonly record?: string };
  },
): CopyAnswer {
  const { query, clock, place } = given;
  if (query.fingerprint.toLowerCase() === fingerprint) return { kind: 'current', clock };
  return { kind: 'changed', clock, fingerprint, ...place };
}
