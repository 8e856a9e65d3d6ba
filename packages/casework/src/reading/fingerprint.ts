import { canonicalJson, sha256Hex } from '@credence/proof';

import type { PublicDuty } from '../duty/duty.ts';
import type { PublicVisit } from '../inspection/visit/view-visits.ts';
import type { InheritedView, LifeEventView, LifePartyView, LifeView } from '../life/life.ts';
import type { LatePaymentView, ListingView, RecordView, SubjectLine } from '../view/view.ts';

type Fingerprinted = Pick<
  RecordView,
  | 'id'
  | 'item'
  | 'heading'
  | 'document'
  | 'decidedOn'
  | 'authority'
  | 'provider'
  | 'service'
  | 'severity'
  | 'publicity'
  | 'facts'
>;

/**
 * What a public answer about a record says, as hex SHA-256 of canonical JSON (RFC 8785): the stated
 * fields, the class, and the first and last day. Words, articles and ways out are left out, since
 * they change with the day and the language while the record stays.
 */
export function recordFingerprint(record: Fingerprinted): string {
  const { id, item, heading, document, decidedOn, authority, provider, service } = record;
  const { publicity } = record;
  const days =
    publicity.kind === 'shown' || publicity.kind === 'valid'
      ? { begins: publicity.begins, ends: publicity.ends }
      : {};
  const said = {
    id,
    item: item.code,
    heading: heading.value,
    ...(document === undefined ? {} : { document }),
    decidedOn,
    ...(authority === undefined ? {} : { authority }),
    provider,
    service: { kind: service.kind, ...(service.on === undefined ? {} : { on: service.on }) },
    ...(record.severity === undefined ? {} : { severity: record.severity.code }),
    facts: record.facts.map(({ field, value }) => ({ field, value })),
    ...days,
  };
  return sha256Hex(canonicalJson(said));
}

/** The same of an entry in a list: what its card publishes, its days, and what follows from it. */
export function listingFingerprint(listing: ListingView): string {
  const { id, list, document, begins, ends, confirmBy, measures } = listing;
  const said = {
    ...{ id, list: list.code, begins, measures: measures.map(({ code }) => code) },
    ...(document === undefined ? {} : { document }),
    ...(ends === undefined ? {} : { ends }),
    ...(confirmBy === undefined ? {} : { confirmBy }),
  };
  return sha256Hex(canonicalJson(said));
}

/** The same of a payment that a public body is late with: how much, to whom if told, why, its days. */
export function latePaymentFingerprint(late: LatePaymentView): string {
  const { id, amount, creditor, because, begins, ends, confirmBy } = late;
  const said = {
    ...{ id, amount: { ...amount }, because, begins, ends, confirmBy },
    ...(creditor === undefined ? {} : { creditor }),
  };
  return sha256Hex(canonicalJson(said));
}

/** The same of an event in the life of an organisation: what happened, from when, to whom. */
export function lifeEventFingerprint(event: LifeEventView): string {
  const { id, effectiveOn, until, form, before, after, document, predecessor, successors } = event;
  const said = {
    ...{ id, event: event.event, effectiveOn, successors: successors.map(toNamed) },
    ...(until === undefined ? {} : { until }),
    ...(form === undefined ? {} : { form }),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...(document === undefined ? {} : { document }),
    ...(predecessor === undefined ? {} : { predecessor: toNamed(predecessor) }),
  };
  return sha256Hex(canonicalJson(said));
}

function toNamed({ id, name, code }: LifePartyView) {
  return {
    ...(id === undefined ? {} : { id }),
    ...(code === undefined ? {} : { code }),
    name,
  };
}

/** The same of what passed to an organisation by one event: whose it was, and what stands of it. */
function inheritedFingerprint({ predecessor, eventId, since, records }: InheritedView): string {
  const said = { predecessor: toNamed(predecessor), eventId, since };
  return sha256Hex(canonicalJson({ ...said, records: records.map(recordFingerprint).sort() }));
}

/** The same of what was reported under one duty. */
function reportsFingerprint({ duty, filings }: PublicDuty): string {
  const said = filings.map(({ key, fields, filedOn }) => ({
    ...{ key, fields: fields.map(({ field, value }) => ({ field, value })) },
    ...(filedOn === undefined ? {} : { filedOn }),
  }));
  return sha256Hex(canonicalJson({ duty, filings: said }));
}

/** The same of what one checklist of a visit came to. */
function visitFingerprint(visit: PublicVisit): string {
  const { list, agency, draw, joined, visitedOn, result, shownUntil } = visit;
  const said = {
    ...{ list, agency, visitedOn, result, shownUntil },
    ...(draw === undefined ? {} : { draw }),
    ...(joined === undefined ? {} : { joined }),
  };
  return sha256Hex(canonicalJson(said));
}

/** The same of a public answer about a subject: who it is, and what stands of it. */
export function subjectFingerprint(
  subject: Pick<SubjectLine, 'id' | 'name' | 'kind' | 'identifiers'>,
  standing: {
    readonly records: readonly Fingerprinted[];
    readonly listings: readonly ListingView[];
    /** Absent: none. */
    readonly latePayments?: readonly LatePaymentView[] | undefined;
    readonly life?: Pick<LifeView, 'events'> | undefined;
    readonly inherited?: readonly InheritedView[] | undefined;
    readonly reports?: readonly PublicDuty[] | undefined;
    readonly visits?: readonly PublicVisit[] | undefined;
  },
): string {
  const { records, listings, latePayments = [] } = standing;
  const { life: { events } = { events: [] }, inherited = [], reports = [], visits = [] } = standing;
  const { id, name, kind, identifiers } = subject;
  const said = {
    id,
    ...(name === undefined ? {} : { name }),
    kind,
    identifiers: identifiers.map(({ scheme, value }) => ({ scheme, value })),
    records: records.map(recordFingerprint).sort(),
    // A copy of a subject that has none of these keeps the fingerprint it had before there were any.
    ...(listings.length === 0 ? {} : { listings: listings.map(listingFingerprint).sort() }),
    ...(latePayments.length === 0
      ? {}
      : { latePayments: latePayments.map(latePaymentFingerprint).sort() }),
    ...(events.length === 0 ? {} : { life: events.map(lifeEventFingerprint).sort() }),
    ...(inherited.length === 0 ? {} : { inherited: inherited.map(inheritedFingerprint).sort() }),
    ...(reports.length === 0 ? {} : { reports: reports.map(reportsFingerprint).sort() }),
    ...(visits.length === 0 ? {} : { visits: visits.map(visitFingerprint).sort() }),
  };
  return sha256Hex(canonicalJson(said));
}
