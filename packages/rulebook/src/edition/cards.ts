import type { z } from 'zod';

import { cardKinds, type CardKind, type CardOf } from '../card/card-kinds.ts';

/** The cards of an edition, by kind and id. */
export type Cards = { readonly [Kind in CardKind]: Map<string, CardOf<Kind>> };

/** An edition without cards, to be filled. */
export function noCards(): Cards {
  return {
    source: new Map(),
    value: new Map(),
    item: new Map(),
    schema: new Map(),
    measure: new Map(),
    list: new Map(),
    clock: new Map(),
    calendar: new Map(),
    scheme: new Map(),
    agency: new Map(),
    mapping: new Map(),
  };
}

type Parsers = {
  readonly [Kind in CardKind]: (data: unknown) => z.ZodSafeParseResult<CardOf<Kind>>;
};

const parsers: Parsers = {
  source: (data) => cardKinds.source.safeParse(data),
  value: (data) => cardKinds.value.safeParse(data),
  item: (data) => cardKinds.item.safeParse(data),
  schema: (data) => cardKinds.schema.safeParse(data),
  measure: (data) => cardKinds.measure.safeParse(data),
  list: (data) => cardKinds.list.safeParse(data),
  clock: (data) => cardKinds.clock.safeParse(data),
  calendar: (data) => cardKinds.calendar.safeParse(data),
  scheme: (data) => cardKinds.scheme.safeParse(data),
  agency: (data) => cardKinds.agency.safeParse(data),
  mapping: (data) => cardKinds.mapping.safeParse(data),
};

/** Adds a card when its data fits the schema of its kind; otherwise gives what does not fit. */
export function addCard<Kind extends CardKind>(
  cards: Cards,
  card: { readonly kind: Kind; readonly id: string; readonly data: unknown },
): readonly z.core.$ZodIssue[] {
  const parsed = parsers[card.kind](card.data);
  if (!parsed.success) return parsed.error.issues;
  cards[card.kind].set(card.id, parsed.data);
  return [];
}
