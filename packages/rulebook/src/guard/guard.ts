import type { Localised } from '@credence/domain';

import type { CardPlace } from '../check/draft.ts';
import type { LimitName } from '../card/limits-card.ts';
import type { FindingCode, GuardId, LintId } from '../load/finding.ts';
import type { GuardView } from './view.ts';

/** What a guard finds at a place: what is wrong, and how to mend it. */
export interface Breach {
  readonly code: FindingCode;
  readonly message: string;
  readonly found?: string;
  readonly accepted?: string;
  readonly repair: string;
  /** The limit it goes beyond; where that comes from is added to the source. */
  readonly limit?: LimitName;
  /** Said where a person has to look and the rule may still be law. */
  readonly severity?: 'warning';
}

/** Takes a breach; guard, card, field, why and source are added to it. */
export type ReportBreach = (place: CardPlace, breach: Breach) => void;

/** One thing no rule may do, and how a breach of it is seen in the declared structure. */
export interface Guard {
  readonly id: GuardId;
  /** The lint that is the same question, where the language reference has one. */
  readonly alias?: LintId;
  readonly title: Localised;
  readonly why: Localised;
  /** The text the guard stands in. */
  readonly source: string;
  judge(view: GuardView, report: ReportBreach): void;
}
