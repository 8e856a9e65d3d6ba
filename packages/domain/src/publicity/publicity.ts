import type { Service } from '../record/record.ts';
import type { MonthRounding } from '../time/add-months.ts';
import type { CivilDate } from '../time/civil-date.ts';
import type { Period } from '../time/period.ts';

/** Which day starts the publicity clock. */
export type PublicityClock = 'decided' | 'published' | 'served';

/** The part of an edition that governs how long a record of one class is public. */
export interface PublicityRule {
  /** Value of the edition, e.g. `publicity.general`. */
  readonly ruleId: string;
  /** False: records of this class are kept and never published. */
  readonly publish: boolean;
  /** Shortest publicity before repair may be granted. */
  readonly min?: Period;
  /** Publicity ends by itself after this time. */
  readonly max: Period;
  readonly clockFrom: PublicityClock;
  readonly round: MonthRounding;
  /** Publicity also ends once the breach is put right, but not before `min`. */
  readonly endsWhenCorrected: boolean;
}

/** What publicity depends on in a record, and nothing else. */
export interface PublicityFacts {
  readonly decidedOn: CivilDate;
  /** First day of publication anywhere, as its source states it; absent: unknown. */
  readonly publishedOn?: CivilDate;
  /**
   * Day on which this register took it in: nothing is shown before it. It never starts a clock, or
   * a move to another register would start every clock again. Absent: no such limit.
   */
  readonly takenInOn?: CivilDate;
  readonly service: Service;
  readonly correctedOn?: CivilDate;
  /** Day on which the decision was annulled, changed or found void. */
  readonly annulledOn?: CivilDate;
  readonly sealed?: boolean;
}

/** What the validity of a licence or a registration depends on. */
export interface ValidityFacts {
  readonly decidedOn: CivilDate;
  /** First day of validity, included; absent: the day of the decision. */
  readonly validFrom?: CivilDate;
  /** Last day of validity, included; `none` or absent: without an end. */
  readonly validUntil?: CivilDate | 'none';
  readonly annulledOn?: CivilDate;
  readonly sealed?: boolean;
}

/** Why a record is kept and not published. */
export type NotShownReason =
  | 'class-not-public'
  | 'severity-not-public'
  | 'service-not-shown'
  | 'sealed'
  | 'sole-trader'
  | 'no-rule-in-force'
  | 'review-overdue';

/** What a day makes of a record. `begins` and `endedOn` name days; `ends` is never a shown day. */
export type PublicityAssessment =
  | {
      readonly kind: 'shown';
      /** First day on which it is shown. */
      readonly begins: CivilDate;
      /** First day on which it is no longer shown. */
      readonly ends: CivilDate;
      /** First day on which repair may be granted, where that is before the end. */
      readonly repairFrom?: CivilDate;
      readonly clockFrom: PublicityClock;
    }
  /** Licences, registrations and other records that are no burden. */
  | { readonly kind: 'valid'; readonly begins: CivilDate; readonly ends: CivilDate | 'none' }
  | { readonly kind: 'not-begun'; readonly begins: CivilDate }
  | {
      readonly kind: 'ended';
      /** First day on which it is no longer shown. */
      readonly endedOn: CivilDate;
      readonly because: EndReason;
    }
  | { readonly kind: 'not-shown'; readonly because: NotShownReason };

/** Why publicity ended: its time, the breach put right, the decision gone, the licence run out. */
export type EndReason = 'time' | 'corrected' | 'annulled' | 'validity';
