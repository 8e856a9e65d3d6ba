import { schemesOf } from '@credence/rulebook';

import type { Found, NotFound, SubjectReference } from './answer.ts';
import type { Entry, Journal } from '../port/journal.ts';
import type { Register } from '../port/register.ts';
import { viewReports } from '../duty/view-duties.ts';
import { viewVisits } from '../inspection/visit/view-visits.ts';
import { foldSubject } from '../state/subject-state.ts';
import type { PublicRecord } from '../state/visibility.ts';
import { viewInherited, viewLife } from '../life/life-view.ts';
import { registrationToday } from '../life/registration-today.ts';
import type { Answering } from './answer-clock.ts';
import { viewLatePayments } from './late-payment-view.ts';
import { viewListings, withLists } from './listing-view.ts';
import { toRecordView } from './record-view.ts';
import { findPublicSubject, toSubjectLine, type PublicSubject } from './subject-line.ts';
import type { RecordPageView, RecordView, SubjectView } from './view.ts';

export interface SubjectParts {
  readonly journal: Journal;
  readonly register: Register;
}

const notFound: NotFound = { kind: 'not-found' };

/** The page of one subject: its registration, what stands published on the day, and its licences. */
export async function viewSubject(
  parts: SubjectParts,
  answering: Answering,
  reference: SubjectReference,
): Promise<Found<SubjectView> | NotFound> {
  const subject = await findSubject(parts, answering, reference);
  if (subject === undefined) return notFound;
  const { registration } = subject;
  const views = subject.records.map(toRecordView).sort(latestFirst);
  const identityReview = await reviewOf(parts, answering, subject);
  const listings = viewListings(subject.home, subject.entries, answering);
  const latePayments = viewLatePayments(subject.home, subject.entries, answering);
  const visits = await viewVisits(parts, subject, answering);
  const reports = viewReports(subject.home, subject.entries, answering);
  const { home, entries, events } = subject;
  const agencies = events.length === 0 ? [] : await parts.register.agencies();
  const life = viewLife({ home, entries, events, answering, agencies });
  const inherited = await viewInherited(parts, events, answering);
  return {
    kind: 'found',
    view: {
      clock: answering.clock,
      subject: withLists(toSubjectLine(subject, answering.edition), subject.entries, answering),
      ...(identityReview === undefined ? {} : { identityReview }),
      ...(registration === undefined
        ? {}
        : { registration: registrationToday(toRecordView(registration), life) }),
      ...(listings.length === 0 ? {} : { listings }),
      ...(latePayments.length === 0 ? {} : { latePayments }),
      ...(visits.length === 0 ? {} : { visits }),
      ...(reports.length === 0 ? {} : { reports }),
      // What waits for its second name, or was undone, is hinted at by nothing.
      ...(life.events.length === 0 ? {} : { life }),
      ...(inherited.length === 0 ? {} : { inherited }),
      records: views.filter(isBurden),
      others: views.filter((view) => !isBurden(view)),
    },
  };
}

/** What is public of a subject, with the entries that say so. */
type ReadSubject = PublicSubject & { readonly entries: readonly Entry[] };

/** The other bodies of a doubt are named only where they have a page of their own. */
async function reviewOf(
  parts: SubjectParts,
  answering: Answering,
  { review }: PublicSubject,
): Promise<SubjectView['identityReview']> {
  if (review === undefined) return undefined;
  const others = await Promise.all(
    review.others.map((home) => readSubject(parts, answering, home)),
  );
  return {
    since: review.since,
    others: others.flatMap((other) =>
      other === undefined
        ? []
        : [{ id: other.home, ...(other.name === undefined ? {} : { name: other.name }) }],
    ),
  };
}

/** The page of one record; one that has ended and one that never was are both not found. */
export async function viewRecord(
  parts: SubjectParts,
  answering: Answering,
  place: { readonly subjectId: string; readonly recordId: string },
): Promise<Found<RecordPageView> | NotFound> {
  const subject = await findSubject(parts, answering, { by: 'id', id: place.subjectId });
  if (subject === undefined) return notFound;
  const isThis = ({ state }: PublicRecord) => state.record.recordId === place.recordId;
  const candidates = [...subject.records, ...(subject.registration ? [subject.registration] : [])];
  const record = candidates.find(isThis);
  if (record === undefined) return notFound;
  const own = toSubjectLine(subject, answering.edition);
  const line = withLists(own, subject.entries, answering);
  const view = { clock: answering.clock, subject: line, record: toRecordView(record) };
  return { kind: 'found', view };
}

async function findSubject(
  parts: SubjectParts,
  answering: Answering,
  reference: SubjectReference,
): Promise<ReadSubject | undefined> {
  if (reference.by === 'id') {
    // Anything else than an id must not reach the store as one.
    if (!uuid.test(reference.id)) return undefined;
    return readSubject(parts, answering, reference.id.toLowerCase());
  }
  const schemes = schemesOf(answering.edition);
  const checked =
    reference.by === 'identifier'
      ? schemes.get(reference.scheme)?.check(reference.value)
      : schemes.detect(reference.code)?.check;
  const scheme =
    reference.by === 'identifier' ? reference.scheme : schemes.detect(reference.code)?.scheme.id;
  if (checked?.kind !== 'valid' || scheme === undefined) return undefined;
  const { value } = checked;
  const home = await parts.register.findByIdentifier({ scheme, value });
  if (home === undefined) return undefined;
  const subject = await readSubject(parts, answering, home);
  const states = subject?.identifiers.some((own) => own.scheme === scheme && own.value === value);
  // A code that only an ended record states no longer leads here.
  return states === true ? subject : undefined;
}

/** The home a reference names by itself, so that it can be read together with the journal's head. */
export function homeOf(reference: SubjectReference): string | undefined {
  return reference.by === 'id' && uuid.test(reference.id) ? reference.id.toLowerCase() : undefined;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

async function readSubject(
  parts: SubjectParts,
  answering: Answering,
  home: string,
): Promise<ReadSubject | undefined> {
  const { known } = answering;
  const entries = known?.home === home ? known.entries : await parts.journal.entriesOf(home);
  const subject = findPublicSubject(foldSubject(home, entries), answering);
  return subject === undefined ? undefined : { ...subject, entries };
}

function isBurden({ publicity }: RecordView): boolean {
  return publicity.kind === 'shown';
}

/** Latest begin first; of one day, the later decision, then the id, so that the order is settled. */
function latestFirst(a: RecordView, b: RecordView): number {
  return (
    compare(beginOf(b), beginOf(a)) || compare(b.decidedOn, a.decidedOn) || compare(a.id, b.id)
  );
}

function beginOf({ publicity, decidedOn }: RecordView): string {
  return publicity.kind === 'shown' || publicity.kind === 'valid' ? publicity.begins : decidedOn;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
