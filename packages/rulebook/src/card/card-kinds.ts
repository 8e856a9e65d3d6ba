import type { z } from 'zod';

import { agencyCard } from './agency-card.ts';
import { calendarCard } from './calendar-card.ts';
import { clockCard } from './clock-card.ts';
import { itemCard } from './item-card.ts';
import { listCard } from './list-card.ts';
import { mappingCard } from './mapping-card.ts';
import { measureCard } from './measure-card.ts';
import { schemaCard } from './schema-card.ts';
import { schemeCard } from './scheme-card.ts';
import type { Frozen } from './shape.ts';
import { sourceCard } from './source-card.ts';
import { valueCard } from './value-card.ts';

/** Every kind of card: the key that names its id, and the schema of its file. */
export const cardKinds = {
  source: sourceCard,
  value: valueCard,
  item: itemCard,
  schema: schemaCard,
  measure: measureCard,
  list: listCard,
  clock: clockCard,
  calendar: calendarCard,
  scheme: schemeCard,
  agency: agencyCard,
  mapping: mappingCard,
} as const;

/** A kind of card; also the key under which the card states its id. */
export type CardKind = keyof typeof cardKinds;

/** The card of a kind, as code reads it. */
export type CardOf<Kind extends CardKind> = Frozen<z.output<(typeof cardKinds)[Kind]>>;

/** The folder of each kind inside an edition. */
export const cardFolders: Readonly<Record<CardKind, string>> = {
  source: 'sources',
  value: 'values',
  item: 'items',
  schema: 'schemas',
  measure: 'measures',
  list: 'lists',
  clock: 'clocks',
  calendar: 'calendars',
  scheme: 'schemes',
  agency: 'agencies',
  mapping: 'mappings',
};

/** All kinds, in the order in which an edition lists them. */
export const allCardKinds: readonly CardKind[] = [
  'source',
  'value',
  'item',
  'schema',
  'measure',
  'list',
  'clock',
  'calendar',
  'scheme',
  'agency',
  'mapping',
];

/** Whether a word is a kind of card. */
export function isCardKind(word: string): word is CardKind {
  return Object.hasOwn(cardKinds, word);
}

/** One value for every kind, in the order of kinds. */
export function byKind<Value>(make: (kind: CardKind) => Value): Record<CardKind, Value> {
  const entries = allCardKinds.map((kind) => [kind, make(kind)] as const);
  // Every kind is in the list, so the record is complete.
  return Object.fromEntries(entries) as Record<CardKind, Value>;
}
