import type { z } from 'zod';

import { agencyCard } from './agency-card.ts';
import { calendarCard } from './calendar-card.ts';
import { clockCard } from './clock-card.ts';
import { itemCard } from './item-card.ts';
import { limitsCard } from './limits-card.ts';
import { listCard } from './list-card.ts';
import { mappingCard } from './mapping-card.ts';
import { measureCard } from './measure-card.ts';
import { schemaCard } from './schema-card.ts';
import { schemeCard } from './scheme-card.ts';
import type { Frozen } from './shape.ts';
import { sourceCard } from './source-card.ts';
import { valueCard } from './value-card.ts';
import { riskClassCard } from './risk-class-card.ts';
import { evaluationCard } from './evaluation-card.ts';
import { scaleCard } from './scale-card.ts';
import { pointsCard } from './points-card.ts';
import { sharingCard } from './sharing-card.ts';
import { pledgeCard } from './pledge-card.ts';
import { repairCard } from './repair-card.ts';
import { inspectionPlanCard } from './inspection-plan-card.ts';
import { checklistCard } from './checklist-card.ts';
import { sectorCard } from './sector-card.ts';
import { queryCard } from './query-card.ts';
import { statisticCard } from './statistic-card.ts';
import { operationCard } from './operation-card.ts';
import { targetCard } from './target-card.ts';
import { incentiveCard } from './incentive-card.ts';
import { paymentRuleCard } from './payment-rule-card.ts';
import { successionCard } from './succession-card.ts';
import { competenceCard } from './competence-card.ts';
import { documentCard } from './document-card.ts';
import { dutyCard } from './duty-card.ts';

/**
 * Every kind of card: the key that names its id, and the schema of its file, in the order in which a
 * reader of a rulebook meets them.
 */
export const cardKinds = {
  item: itemCard,
  list: listCard,
  measure: measureCard,
  value: valueCard,
  clock: clockCard,
  schema: schemaCard,
  mapping: mappingCard,
  agency: agencyCard,
  scheme: schemeCard,
  calendar: calendarCard,
  source: sourceCard,
  'risk-class': riskClassCard,
  evaluation: evaluationCard,
  scale: scaleCard,
  points: pointsCard,
  sharing: sharingCard,
  pledge: pledgeCard,
  repair: repairCard,
  'inspection-plan': inspectionPlanCard,
  sector: sectorCard,
  checklist: checklistCard,
  query: queryCard,
  statistic: statisticCard,
  operation: operationCard,
  target: targetCard,
  incentive: incentiveCard,
  'payment-rule': paymentRuleCard,
  succession: successionCard,
  duty: dutyCard,
  competence: competenceCard,
  document: documentCard,
  limits: limitsCard,
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
  'risk-class': 'risk-classes',
  evaluation: 'evaluations',
  scale: 'scales',
  points: 'points',
  sharing: 'sharings',
  pledge: 'pledges',
  repair: 'repairs',
  'inspection-plan': 'inspection-plans',
  sector: 'sectors',
  checklist: 'checklists',
  query: 'queries',
  statistic: 'statistics',
  operation: 'operations',
  target: 'targets',
  incentive: 'incentives',
  'payment-rule': 'payments',
  succession: 'successions',
  duty: 'duties',
  competence: 'competences',
  document: 'documents',
  limits: 'limits',
};

/** All kinds, in the order in which a reader of a rulebook meets them. */
export const allCardKinds: readonly CardKind[] = Object.keys(cardKinds).filter(isCardKind);

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
