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
    'risk-class': new Map(),
    evaluation: new Map(),
    scale: new Map(),
    points: new Map(),
    sharing: new Map(),
    pledge: new Map(),
    repair: new Map(),
    'inspection-plan': new Map(),
    query: new Map(),
    statistic: new Map(),
    operation: new Map(),
    target: new Map(),
    incentive: new Map(),
    'payment-rule': new Map(),
    succession: new Map(),
    duty: new Map(),
    sector: new Map(),
    checklist: new Map(),
    competence: new Map(),
    document: new Map(),
    limits: new Map(),
  };
}

type Adder = (cards: Cards, id: string, data: unknown) => readonly z.core.$ZodIssue[];

function adder<Card>(
  parse: (data: unknown) => z.ZodSafeParseResult<Card>,
  mapOf: (cards: Cards) => Map<string, Card>,
): Adder {
  return (cards, id, data) => {
    const parsed = parse(data);
    if (!parsed.success) return parsed.error.issues;
    mapOf(cards).set(id, parsed.data);
    return [];
  };
}

const adders: Readonly<Record<CardKind, Adder>> = {
  source: adder<CardOf<'source'>>(
    (data) => cardKinds.source.safeParse(data),
    (cards) => cards.source,
  ),
  value: adder<CardOf<'value'>>(
    (data) => cardKinds.value.safeParse(data),
    (cards) => cards.value,
  ),
  item: adder<CardOf<'item'>>(
    (data) => cardKinds.item.safeParse(data),
    (cards) => cards.item,
  ),
  schema: adder<CardOf<'schema'>>(
    (data) => cardKinds.schema.safeParse(data),
    (cards) => cards.schema,
  ),
  measure: adder<CardOf<'measure'>>(
    (data) => cardKinds.measure.safeParse(data),
    (cards) => cards.measure,
  ),
  list: adder<CardOf<'list'>>(
    (data) => cardKinds.list.safeParse(data),
    (cards) => cards.list,
  ),
  clock: adder<CardOf<'clock'>>(
    (data) => cardKinds.clock.safeParse(data),
    (cards) => cards.clock,
  ),
  calendar: adder<CardOf<'calendar'>>(
    (data) => cardKinds.calendar.safeParse(data),
    (cards) => cards.calendar,
  ),
  scheme: adder<CardOf<'scheme'>>(
    (data) => cardKinds.scheme.safeParse(data),
    (cards) => cards.scheme,
  ),
  agency: adder<CardOf<'agency'>>(
    (data) => cardKinds.agency.safeParse(data),
    (cards) => cards.agency,
  ),
  mapping: adder<CardOf<'mapping'>>(
    (data) => cardKinds.mapping.safeParse(data),
    (cards) => cards.mapping,
  ),
  'risk-class': adder<CardOf<'risk-class'>>(
    (data) => cardKinds['risk-class'].safeParse(data),
    (cards) => cards['risk-class'],
  ),
  evaluation: adder<CardOf<'evaluation'>>(
    (data) => cardKinds.evaluation.safeParse(data),
    (cards) => cards.evaluation,
  ),
  scale: adder<CardOf<'scale'>>(
    (data) => cardKinds.scale.safeParse(data),
    (cards) => cards.scale,
  ),
  points: adder<CardOf<'points'>>(
    (data) => cardKinds.points.safeParse(data),
    (cards) => cards.points,
  ),
  sharing: adder<CardOf<'sharing'>>(
    (data) => cardKinds.sharing.safeParse(data),
    (cards) => cards.sharing,
  ),
  pledge: adder<CardOf<'pledge'>>(
    (data) => cardKinds.pledge.safeParse(data),
    (cards) => cards.pledge,
  ),
  repair: adder<CardOf<'repair'>>(
    (data) => cardKinds.repair.safeParse(data),
    (cards) => cards.repair,
  ),
  'inspection-plan': adder<CardOf<'inspection-plan'>>(
    (data) => cardKinds['inspection-plan'].safeParse(data),
    (cards) => cards['inspection-plan'],
  ),
  query: adder<CardOf<'query'>>(
    (data) => cardKinds.query.safeParse(data),
    (cards) => cards.query,
  ),
  statistic: adder<CardOf<'statistic'>>(
    (data) => cardKinds.statistic.safeParse(data),
    (cards) => cards.statistic,
  ),
  operation: adder<CardOf<'operation'>>(
    (data) => cardKinds.operation.safeParse(data),
    (cards) => cards.operation,
  ),
  target: adder<CardOf<'target'>>(
    (data) => cardKinds.target.safeParse(data),
    (cards) => cards.target,
  ),
  incentive: adder<CardOf<'incentive'>>(
    (data) => cardKinds.incentive.safeParse(data),
    (cards) => cards.incentive,
  ),
  'payment-rule': adder<CardOf<'payment-rule'>>(
    (data) => cardKinds['payment-rule'].safeParse(data),
    (cards) => cards['payment-rule'],
  ),
  succession: adder<CardOf<'succession'>>(
    (data) => cardKinds.succession.safeParse(data),
    (cards) => cards.succession,
  ),
  duty: adder<CardOf<'duty'>>(
    (data) => cardKinds.duty.safeParse(data),
    (cards) => cards.duty,
  ),
  sector: adder<CardOf<'sector'>>(
    (data) => cardKinds.sector.safeParse(data),
    (cards) => cards.sector,
  ),
  checklist: adder<CardOf<'checklist'>>(
    (data) => cardKinds.checklist.safeParse(data),
    (cards) => cards.checklist,
  ),
  competence: adder<CardOf<'competence'>>(
    (data) => cardKinds.competence.safeParse(data),
    (cards) => cards.competence,
  ),
  document: adder<CardOf<'document'>>(
    (data) => cardKinds.document.safeParse(data),
    (cards) => cards.document,
  ),
  limits: adder<CardOf<'limits'>>(
    (data) => cardKinds.limits.safeParse(data),
    (cards) => cards.limits,
  ),
};

/** Adds a card when its data fits the schema of its kind; otherwise gives what does not fit. */
export function addCard(
  cards: Cards,
  card: { readonly kind: CardKind; readonly id: string; readonly data: unknown },
): readonly z.core.$ZodIssue[] {
  return adders[card.kind](cards, card.id, card.data);
}
