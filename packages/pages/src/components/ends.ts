import type { CivilDate, Localised, Period } from '@credence/domain';

/** When a burden ends: on a day by itself, on a day at the latest, or by a duty with a next check. */
export type BurdenEnd =
  | {
      readonly kind: 'on';
      readonly on: CivilDate;
      readonly how: 'by-itself' | 'at-the-latest';
    }
  | {
      readonly kind: 'by-duty';
      /** "the report for 2025 is filed" / "补报 2025 年度报告", without a full stop. */
      readonly duty: Localised;
      readonly nextCheckOn: CivilDate;
    };

/** A licence may also stand without an end. */
export type End = BurdenEnd | { readonly kind: 'open-ended' };

/** From which event a record begins to be shown or valid. */
export interface Beginning {
  readonly on: CivilDate;
  readonly from: 'decided' | 'published' | 'served' | 'valid';
}

/** One way to end a record, with what the day makes of it. */
export interface WayOut {
  readonly kind: 'repair' | 'correction' | 'review' | 'court' | 'put-right' | 'wait';
  readonly state: 'open' | 'not-yet' | 'closed' | 'not-confirmed';
  readonly earliestOn?: CivilDate;
  readonly latestOn?: CivilDate;
  readonly answerWithin?: Period;
  readonly href?: string;
}
