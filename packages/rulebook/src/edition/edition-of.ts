import type { JsonValue } from '@credence/domain';
import { canonicalJson, sha256Hex } from '@credence/proof';

import type { CardKind, CardOf } from '../card/card-kinds.ts';
import type { EditionCard } from '../card/edition-card.ts';
import type { Cards } from './cards.ts';
import type { Edition, EditionDocument } from './edition.ts';

/**
 * The name of an edition: hex SHA-256 of the canonical JSON (RFC 8785) of its whole document, so
 * neither the order of files nor that of keys changes it, and every word does.
 */
export function hashOf(document: EditionDocument): string {
  return sha256Hex(canonicalJson(documentToJson(document)));
}

/**
 * A document as it is hashed and stored. Kinds without a card are left out: a kind that a later
 * version of the program adds changes the hash of no edition that was promulgated before it.
 */
export function documentToJson(document: EditionDocument): { readonly [key: string]: JsonValue } {
  const { edition, cards, parent } = document;
  const kinds = Object.entries(cards).filter(([, ofKind]) => Object.keys(ofKind).length > 0);
  return {
    edition,
    cards: Object.fromEntries(kinds),
    ...(parent === undefined ? {} : { parent: documentToJson(parent) }),
  };
}

/** The edition made of checked parts. */
export function editionOf(card: EditionCard, cards: Cards, document: EditionDocument): Edition {
  const { calendar: calendarId } = card;
  const calendar = calendarId === 'none' ? undefined : cards.calendar.get(calendarId);
  return {
    code: card.edition,
    title: card.title,
    realm: card.realm,
    parent: card.parent,
    succeeds: card.succeeds,
    territory: card.territory,
    zone: card.zone,
    languages: card.languages,
    currency: card.currency,
    months: card.months,
    calendar:
      calendar === undefined
        ? undefined
        : { id: calendar.calendar, weekend: calendar.weekend, years: calendar.years },
    inForce: card.inForce,
    reviewBy: card.reviewBy,
    hash: hashOf(document),
    severities: card.severities,
    sources: cards.source,
    values: cards.value,
    items: cards.item,
    schemas: cards.schema,
    measures: cards.measure,
    lists: cards.list,
    clocks: cards.clock,
    calendars: cards.calendar,
    schemes: cards.scheme,
    agencies: cards.agency,
    mappings: cards.mapping,
    riskClasses: cards['risk-class'],
    evaluations: cards.evaluation,
    scales: cards.scale,
    points: cards.points,
    sharings: cards.sharing,
    pledges: cards.pledge,
    repairs: cards.repair,
    inspectionPlans: cards['inspection-plan'],
    sectors: cards.sector,
    checklists: cards.checklist,
    queries: cards.query,
    statistics: cards.statistic,
    operations: cards.operation,
    targets: cards.target,
    incentives: cards.incentive,
    paymentRules: cards['payment-rule'],
    successions: cards.succession,
    duties: cards.duty,
    competences: cards.competence,
    documents: cards.document,
    limits: cards.limits,
    document,
  };
}

/** The cards of an edition, by kind. */
export function cardsOf(edition: Edition): {
  readonly [Kind in CardKind]: ReadonlyMap<string, CardOf<Kind>>;
} {
  return {
    item: edition.items,
    list: edition.lists,
    measure: edition.measures,
    value: edition.values,
    clock: edition.clocks,
    schema: edition.schemas,
    mapping: edition.mappings,
    agency: edition.agencies,
    scheme: edition.schemes,
    calendar: edition.calendars,
    source: edition.sources,
    'risk-class': edition.riskClasses,
    evaluation: edition.evaluations,
    scale: edition.scales,
    points: edition.points,
    sharing: edition.sharings,
    pledge: edition.pledges,
    repair: edition.repairs,
    'inspection-plan': edition.inspectionPlans,
    sector: edition.sectors,
    checklist: edition.checklists,
    query: edition.queries,
    statistic: edition.statistics,
    operation: edition.operations,
    target: edition.targets,
    incentive: edition.incentives,
    'payment-rule': edition.paymentRules,
    succession: edition.successions,
    duty: edition.duties,
    competence: edition.competences,
    document: edition.documents,
    limits: edition.limits,
  };
}
