import type { CivilDate } from '../time/civil-date.ts';

/** Events in the life of an organisation that a registering authority writes down. */
export const lifeEventKinds = [
  'name',
  'address',
  /** Another person acts for it; the person is not written down. */
  'representative',
  'code',
  'registrar',
  /** Out of business for a time, by its own word: neutral. */
  'dormancy',
  /** Back in business before the dormancy ended. */
  'operation',
  /** A court approved a plan of reorganisation. */
  'reorganisation',
  'deregistration',
  'simplified_deregistration',
  'merger',
  'division',
] as const;
export type LifeEventKind = (typeof lifeEventKinds)[number];

/** How organisations merge or divide: whether a new one arises, and whether the old one goes on. */
export const lifeForms = ['absorbing', 'new', 'surviving', 'dissolving'] as const;
export type LifeForm = (typeof lifeForms)[number];

/** What of an organisation may pass to another. */
export const successionMatters = ['records', 'listings', 'measures', 'contracts'] as const;
export type SuccessionMatter = (typeof successionMatters)[number];

/** What has two values, one before and one after. */
export const changingEvents = ['name', 'address', 'code', 'registrar'] as const;

/** Another organisation that takes part in an event. */
export interface LifeParty {
  readonly home: string;
  readonly name: string;
  readonly code?: string;
  /** What it is to the organisation whose event it is; a creditor is told and may contest. */
  readonly as: 'successor' | 'creditor';
}

/** An event as it was entered. */
export interface LifeEvent {
  readonly eventId: string;
  readonly event: LifeEventKind;
  /** Day on which it was written down. */
  readonly on: CivilDate;
  /** First day on which it holds. */
  readonly effectiveOn: CivilDate;
  /** Of a dormancy: first day on which it is over by itself. */
  readonly until?: CivilDate;
  /** Of a simplified deregistration: day on which it was announced. */
  readonly announcedOn?: CivilDate;
  readonly form?: LifeForm;
  readonly before?: string;
  readonly after?: string;
  readonly parties: readonly LifeParty[];
}
