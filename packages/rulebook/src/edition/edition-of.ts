import { canonicalJson, sha256Hex } from '@credence/proof';

import type { EditionCard } from '../card/edition-card.ts';
import type { Cards } from './cards.ts';
import type { Edition, EditionDocument } from './edition.ts';

/**
 * The name of an edition: hex SHA-256 of the canonical JSON (RFC 8785) of its whole document, so
 * neither the order of files nor that of keys changes it, and every word does.
 */
export function hashOf(document: EditionDocument): string {
  return sha256Hex(canonicalJson({ edition: document.edition, cards: document.cards }));
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
    document,
  };
}
