import type { CivilDate, Localised } from '@credence/domain';

import type { AnswerClock, BasisView } from '../view/view.ts';

/** One fact that has to be so for an incentive. */
export interface IncentiveCondition {
  readonly code: string;
  readonly title: Localised;
  readonly basis: readonly BasisView[];
}

/** An incentive as anyone reads it: what it gives, by whom, where, on which basis. */
export interface IncentiveLine {
  readonly id: string;
  readonly title: Localised;
  readonly gives: Localised;
  readonly provider: { readonly body: string; readonly level: string };
  readonly place: Localised;
  /** What everybody has in the same matter, and the article that gives it. */
  readonly everyone: { readonly says: Localised; readonly basis: BasisView };
  readonly subjects: readonly string[];
  /** All of them have to be so. */
  readonly conditions: readonly IncentiveCondition[];
  readonly basis: readonly BasisView[];
  readonly confidence: BasisView['confidence'];
  readonly from: CivilDate;
}

/** How many meet the conditions and so have it: counts below the smallest cell are withheld. */
export type IncentiveUptake =
  | {
      readonly kind: 'counted';
      readonly on: CivilDate;
      readonly has: number | null;
      readonly hasNot: number | null;
      readonly total: number | null;
    }
  /** The register is large: the count of the day is being made. */
  | { readonly kind: 'being-counted' };

export interface IncentivesView {
  readonly clock: AnswerClock;
  /** In the order of their ids. */
  readonly incentives: readonly (IncentiveLine & { readonly uptake: IncentiveUptake })[];
}

/** Whether one condition is so for a subject, and when time alone changes that. */
export interface ConditionAnswer extends IncentiveCondition {
  readonly holds: boolean;
  /** The day from which time alone makes it the other way. */
  readonly changesOn?: CivilDate;
  /** Of a condition that does not hold: the subject's own records in its way. */
  readonly records: readonly string[];
}

/** What an incentive is for one subject on a day, by what stands in the register today. */
export interface IncentiveAnswer {
  readonly incentive: IncentiveLine;
  readonly standing:
    | { readonly kind: 'has'; readonly since: CivilDate; readonly until?: CivilDate }
    | { readonly kind: 'has-not'; readonly from?: CivilDate };
  readonly conditions: readonly ConditionAnswer[];
  /** Hex SHA-256 of the trace: the same question gives the same. */
  readonly hash: string;
}

/** Incentives in public. What one subject has is told to that subject alone. */
export interface IncentiveCasework {
  listIncentives(): Promise<IncentivesView>;
}
