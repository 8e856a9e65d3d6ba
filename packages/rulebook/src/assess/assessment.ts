import type { CivilDate, Localised, Period, PublicityAssessment } from '@credence/domain';

import type { ItemCard } from '../card/item-card.ts';
import type { Citation, Confidence } from '../card/vocabulary.ts';
import type { TraceBasis, TraceNode } from '../trace/trace.ts';

/** A way to end a record earlier, or to have somebody look at it again. */
export interface WayOut {
  readonly kind: 'repair' | 'correction' | 'review' | 'court' | 'put-right' | 'wait';
  /** First day on which it is open. */
  readonly earliestOn?: CivilDate;
  /** Last day on which it is open, included. */
  readonly latestOn?: CivilDate;
  /** Time within which it is answered, steps after one another added up. */
  readonly answerWithin?: Period;
  /**
   * `not-confirmed`: the limit runs from service, and service is not proven, so nobody may say that
   * it has closed.
   */
  readonly state: 'open' | 'not-yet' | 'closed' | 'not-confirmed';
  readonly bases: readonly TraceBasis[];
}

/** What a rule carries, and how sure the edition is of it. */
export interface RecordBasis {
  readonly citation: Citation;
  readonly confidence: Confidence;
  readonly for: 'publication' | 'term' | 'severity';
}

/** What the law in force on a day makes of one record. */
export interface RecordAssessment {
  /** Undefined where the edition of the day has no such item; then nothing of it is shown. */
  readonly item: ItemCard | undefined;
  readonly severity?: {
    readonly code: string;
    readonly title: Localised;
    readonly adverse: boolean;
  };
  readonly publicity: PublicityAssessment;
  /** First day on which the record may no longer be held at all. */
  readonly retentionEndsOn?: CivilDate;
  readonly bases: readonly RecordBasis[];
  readonly why: TraceNode;
  readonly waysOut: readonly WayOut[];
}
