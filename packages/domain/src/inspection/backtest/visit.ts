import type { CivilDate } from '../../time/civil-date.ts';

/** A visit of an inspection, as a register keeps it. */
export interface Visit {
  readonly id: string;
  readonly establishment: string;
  readonly day: CivilDate;
  /** The district; nothing finer than a district may foresee anything. */
  readonly district?: string;
  readonly place: Place;
  /** Absent where it is still to be foreseen. */
  readonly result?: VisitResult;
  /** Anonymous group of inspectors: for baselines and for comparing like with like, no input. */
  readonly inspectorGroup?: string;
}

/** What was known of the place before the day, when a plan could be drawn up. */
export interface Place {
  readonly kind?: string;
  /** The sector's static tier of risk. */
  readonly tier?: string;
  /** Age of the licence in years; slightly below 0 where the visit came before the licence. */
  readonly licenceYears?: number;
  /** Codes of further licences; absent where not known, empty where there is none. */
  readonly licences?: readonly string[];
  /** Complaints since the last visit that a competent body confirmed before the day. */
  readonly confirmedComplaints?: number;
}

/** What a visit found. */
export interface VisitResult {
  /** The outcome that a schedule is to find early. */
  readonly found: boolean;
  /** Numbers of findings by gravity. */
  readonly critical?: number;
  readonly serious?: number;
  readonly minor?: number;
  readonly outcome?: 'passed' | 'with-conditions' | 'failed';
  /** Points of the visit itself, where the authority gives such (0 to 100, more is better). */
  readonly mark?: number;
  readonly findings?: readonly Finding[];
}

export interface Finding {
  readonly kind: string;
  /** The day it was put right; absent: not known to be. */
  readonly correctedOn?: CivilDate;
}
