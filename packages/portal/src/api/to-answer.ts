import {
  latePaymentFingerprint,
  listingFingerprint,
  recordFingerprint,
  type AnswerClock,
  type BasisView,
  type CardLine,
  type EditionLine,
  type EditionSummary,
  type FactView,
  type LatePaymentView,
  type ListingView,
  type PublicDuty,
  type RecordView,
  type SubjectLine,
  type WayOutView,
} from '@credence/casework';
import { formatAmount, toIso, type FactValue, type Language } from '@credence/domain';
import type { z } from '@hono/zod-openapi';

import type { PortalServices } from '../services.ts';
import { cardPath, editionPath, recordPath, subjectPath } from '../request/paths.ts';
import type * as schema from './schema.ts';

type Clock = z.infer<typeof schema.clock>;
type Organisation = z.infer<typeof schema.subject>;
type RecordAnswer = z.infer<typeof schema.record>;
type Explained = z.infer<typeof schema.explainedRecord>;
type Basis = RecordAnswer['basis'][number];
type Listing = z.infer<typeof schema.subjectAnswer>['listings'][number];
type Report = NonNullable<z.infer<typeof schema.subjectAnswer>['reports']>[number];
type LatePayment = NonNullable<z.infer<typeof schema.subjectAnswer>['latePayments']>[number];

/** Only the fields of the schema leave: a field that a view gains is not published by accident. */
export function toClock(clock: AnswerClock): Clock {
  return {
    timepoint: toIso(clock.timepoint),
    today: clock.today,
    day: clock.day,
    zone: clock.zone,
    edition: toEditionLine(clock.edition),
  };
}

export function toEditionLine(edition: EditionLine): Clock['edition'] {
  const { code, title, hash, inForceFrom, inForceUntil } = edition;
  return { code, title, hash, inForceFrom, inForceUntil };
}

export function toOrganisation(line: SubjectLine): Organisation {
  const { id, name, kind, registeredOn, district, published, firstBegin, lastEnd, match } = line;
  return {
    id,
    ...(name === undefined ? {} : { name }),
    kind,
    identifiers: line.identifiers.map(({ scheme, value, title }) => ({ scheme, value, title })),
    ...(registeredOn === undefined ? {} : { registeredOn }),
    ...(district === undefined ? {} : { district }),
    published,
    identityUnderReview: line.identityUnderReview === true,
    listed: (line.listed ?? []).map(({ code, title, disputedSince }) => ({
      ...{ code, title },
      ...(disputedSince === undefined ? {} : { disputedSince }),
    })),
    ...(firstBegin === undefined ? {} : { firstBegin }),
    ...(lastEnd === undefined ? {} : { lastEnd }),
    ...(match === undefined ? {} : { match: { ...match } }),
    ...(line.branchOf === undefined ? {} : { branchOf: line.branchOf }),
    url: subjectPath(id),
  };
}

export function toRecord(record: RecordView, subjectId: string, edition: string): RecordAnswer {
  const { id, item, effect, document, decidedOn, authority, provider, service, severity } = record;
  return {
    id,
    item: { code: item.code, title: item.title },
    effect,
    heading: toFact(record.heading),
    ...(document === undefined ? {} : { document: { ...document } }),
    decidedOn,
    ...(record.correctedHereOn === undefined
      ? {}
      : { statementCorrectedOn: record.correctedHereOn }),
    ...(record.disputedSince === undefined ? {} : { disputedSince: record.disputedSince }),
    ...(record.reply === undefined ? {} : { reply: record.reply }),
    ...(authority === undefined ? {} : { authority: { ...authority } }),
    provider: { name: provider.name, code: provider.code },
    service: { ...service },
    ...(severity === undefined ? {} : { severity: { ...severity } }),
    publicity: toPublicity(record),
    facts: record.facts.map(toFact),
    basis: record.basis.map((basis) => toBasis(basis, edition)),
    waysOut: record.waysOut.map((way) => toWayOut(way, edition)),
    fingerprint: recordFingerprint(record),
    url: recordPath(subjectId, id),
  };
}

export function toLatePayment(late: LatePaymentView, edition: string): LatePayment {
  const { id, amount, creditor, because, begins, ends, confirmBy, disputedSince } = late;
  return {
    ...{ id, because, begins, ends, confirmBy },
    amount: { ...amount, decimal: formatAmount(amount) },
    ...(creditor === undefined ? {} : { creditor }),
    ...(disputedSince === undefined ? {} : { disputedSince }),
    basis: late.basis.map((each) => toBasis(each, edition)),
    fingerprint: latePaymentFingerprint(late),
  };
}

export function toReport(report: PublicDuty, edition: string): Report {
  const { duty, title, filings, basis } = report;
  return {
    ...{ duty, title: { ...title }, basis: basis.map((each) => toBasis(each, edition)) },
    filings: filings.map(({ key, filedOn, fields }) => ({
      ...{ key, ...(filedOn === undefined ? {} : { filedOn }) },
      fields: fields.map(({ field, title: says, value }) => ({
        ...{ field, title: { ...says } },
        value: typeof value === 'object' ? { ...value, decimal: formatAmount(value) } : value,
      })),
    })),
  };
}

export function toListing(listing: ListingView, edition: string): Listing {
  const { id, list, document, begins, ends, confirmBy, repairFrom, disputedSince } = listing;
  return {
    id,
    list: { ...list },
    ...(document === undefined ? {} : { document: { ...document } }),
    begins,
    ...(ends === undefined ? {} : { ends }),
    ...(confirmBy === undefined ? {} : { confirmBy }),
    ...(repairFrom === undefined ? {} : { repairFrom }),
    ...(disputedSince === undefined ? {} : { disputedSince }),
    measures: listing.measures.map((measure) => ({ ...measure })),
    basis: listing.basis.map((each) => toBasis(each, edition)),
    waysOut: listing.waysOut.map((way) => toWayOut(way, edition)),
    fingerprint: listingFingerprint(listing),
  };
}

export function toPublicity({
  publicity,
}: Pick<RecordView, 'publicity'>): RecordAnswer['publicity'] {
  switch (publicity.kind) {
    case 'shown':
    case 'valid':
      return { ...publicity };
    case 'not-begun':
    case 'ended':
    case 'not-shown':
      throw new RangeError(`A record that is ${publicity.kind} was about to leave by the API.`);
  }
}

export function toFact(fact: FactView): RecordAnswer['heading'] {
  return {
    field: fact.field,
    title: fact.title,
    value: toValue(fact.value),
    ...(fact.codes === undefined ? {} : { codes: [...fact.codes] }),
  };
}

function toValue(value: FactValue): RecordAnswer['heading']['value'] {
  if (typeof value !== 'object') return value;
  return 'currency' in value ? { ...value, decimal: formatAmount(value) } : [...value];
}

export function toBasis(basis: BasisView, edition: string): Basis {
  const { citation, sourceTitle, confidence } = basis;
  return {
    source: citation.source,
    at: citation.at,
    sourceTitle,
    confidence,
    for: basis.for,
    url: cardPath(edition, 'source', citation.source, citation.at),
  };
}

function toWayOut(way: WayOutView, edition: string): RecordAnswer['waysOut'][number] {
  const { kind, earliestOn, latestOn, answerWithin, state } = way;
  return {
    kind,
    ...(earliestOn === undefined ? {} : { earliestOn }),
    ...(latestOn === undefined ? {} : { latestOn }),
    ...(answerWithin === undefined ? {} : { answerWithin: { ...answerWithin } }),
    state,
    basis: way.basis.map((basis) => toBasis(basis, edition)),
  };
}

/** The derivation in both languages, whichever the reader speaks. */
export function toStep(
  step: RecordView['why'],
  explain: PortalServices['explain'],
): Explained['why'] {
  const inWords = (language: Language) => explain(step, language);
  const [zh, en] = [inWords('zh'), inWords('en')];
  return {
    id: step.id,
    question: { zh: zh.question, en: en.question },
    answer: { zh: zh.answer, en: en.answer },
    result: { kind: step.answer.kind, value: step.answer.value },
    basis: step.bases.map(({ citation, confidence }) => ({
      source: citation.source,
      at: citation.at,
      confidence,
    })),
    children: step.children.map((child) => toStep(child, explain)),
  };
}

export function toEdition(edition: EditionSummary) {
  const { territory, languages, reviewBy, succeeds, parent, cards } = edition;
  return {
    ...toEditionLine(edition),
    territory,
    languages: [...languages],
    reviewBy,
    ...(succeeds === undefined ? {} : { succeeds }),
    ...(parent === undefined ? {} : { parent }),
    cards,
    url: editionPath(edition.code),
  };
}

export function toCardLine(card: CardLine, edition: string) {
  const { kind, id, title, confidence, inForce } = card;
  return {
    kind,
    id,
    title,
    ...(confidence === undefined ? {} : { confidence }),
    ...(inForce === undefined ? {} : { inForce: { ...inForce } }),
    url: cardPath(edition, kind, id),
  };
}
