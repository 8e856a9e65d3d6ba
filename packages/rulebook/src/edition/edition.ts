import type {
  CivilDate,
  Interval,
  JsonValue,
  Language,
  Localised,
  WorkingCalendar,
} from '@credence/domain';

import type { CardKind, CardOf } from '../card/card-kinds.ts';
import type { Severity } from '../card/edition-card.ts';

/** A card of an edition as its file says it, keys in kebab-case: what is hashed and stored. */
export type CardDocument = { readonly [key: string]: JsonValue };

/** The whole edition as plain JSON, cards taken over from its predecessor included. */
export interface EditionDocument {
  readonly edition: CardDocument;
  readonly cards: Readonly<Record<CardKind, Readonly<Record<string, CardDocument>>>>;
  /** The whole edition above a local one, so that whoever opens it can hold the two together. */
  readonly parent?: EditionDocument;
}

/** One edition of the rulebook: complete, checked, immutable, named by its hash. */
export interface Edition {
  readonly code: string;
  readonly title: Localised;
  readonly realm: 'live' | 'lab';
  readonly parent: string;
  readonly succeeds: string;
  readonly territory: string;
  readonly zone: string;
  readonly languages: readonly Language[];
  readonly currency: string;
  readonly months: { readonly round: 'down' | 'up' };
  /** Official working days; undefined where the edition counts none. */
  readonly calendar: WorkingCalendar | undefined;
  readonly inForce: Interval;
  /** Last day on which the edition may be used for anything adverse without review. */
  readonly reviewBy: CivilDate;
  /** Hex SHA-256 of the canonical JSON of everything else. */
  readonly hash: string;
  /** Lightest first. */
  readonly severities: readonly Severity[];
  readonly sources: ReadonlyMap<string, CardOf<'source'>>;
  readonly values: ReadonlyMap<string, CardOf<'value'>>;
  readonly items: ReadonlyMap<string, CardOf<'item'>>;
  readonly schemas: ReadonlyMap<string, CardOf<'schema'>>;
  readonly measures: ReadonlyMap<string, CardOf<'measure'>>;
  readonly lists: ReadonlyMap<string, CardOf<'list'>>;
  readonly clocks: ReadonlyMap<string, CardOf<'clock'>>;
  readonly calendars: ReadonlyMap<string, CardOf<'calendar'>>;
  readonly schemes: ReadonlyMap<string, CardOf<'scheme'>>;
  readonly agencies: ReadonlyMap<string, CardOf<'agency'>>;
  readonly mappings: ReadonlyMap<string, CardOf<'mapping'>>;
  readonly riskClasses: ReadonlyMap<string, CardOf<'risk-class'>>;
  readonly evaluations: ReadonlyMap<string, CardOf<'evaluation'>>;
  readonly scales: ReadonlyMap<string, CardOf<'scale'>>;
  readonly points: ReadonlyMap<string, CardOf<'points'>>;
  readonly sharings: ReadonlyMap<string, CardOf<'sharing'>>;
  readonly pledges: ReadonlyMap<string, CardOf<'pledge'>>;
  readonly repairs: ReadonlyMap<string, CardOf<'repair'>>;
  readonly inspectionPlans: ReadonlyMap<string, CardOf<'inspection-plan'>>;
  /** Profiles of sectors: they choose among the cards of this edition and say nothing of their own. */
  readonly sectors: ReadonlyMap<string, CardOf<'sector'>>;
  readonly checklists: ReadonlyMap<string, CardOf<'checklist'>>;
  readonly queries: ReadonlyMap<string, CardOf<'query'>>;
  readonly statistics: ReadonlyMap<string, CardOf<'statistic'>>;
  readonly operations: ReadonlyMap<string, CardOf<'operation'>>;
  readonly targets: ReadonlyMap<string, CardOf<'target'>>;
  readonly incentives: ReadonlyMap<string, CardOf<'incentive'>>;
  readonly paymentRules: ReadonlyMap<string, CardOf<'payment-rule'>>;
  readonly successions: ReadonlyMap<string, CardOf<'succession'>>;
  readonly duties: ReadonlyMap<string, CardOf<'duty'>>;
  readonly competences: ReadonlyMap<string, CardOf<'competence'>>;
  readonly documents: ReadonlyMap<string, CardOf<'document'>>;
  /** One card, `guards`: the numbers by which all others are judged. */
  readonly limits: ReadonlyMap<string, CardOf<'limits'>>;
  /** What was hashed. */
  readonly document: EditionDocument;
}
