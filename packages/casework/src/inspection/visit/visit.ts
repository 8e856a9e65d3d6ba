import type { CivilDate, Localised, Refusal } from '@credence/domain';

import type { KnownPrincipal } from '../../access/principal.ts';
import type { AnswerClock } from '../../view/view.ts';

/** What a visit came to, as anyone may know it. */
export type VisitResult = 'clear' | 'corrected' | 'passed-on';

/** The result of one checklist of a visit, without a person and without what exactly was found. */
export interface VisitResultLine {
  /** Of the visit and the checklist together. */
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** Id of the draw; absent for a visit that was picked by hand. */
  readonly draw?: string;
  /** Later draws that the same visit answers for, once their names are disclosed; absent: none. */
  readonly joined?: readonly string[];
  readonly agency: string;
  /** Id of the checklist's card. */
  readonly list: string;
  readonly checklist: Localised;
  readonly visitedOn: CivilDate;
  readonly result: VisitResult;
  /** First day on which it is no longer shown. */
  readonly shownUntil: CivilDate;
}

/** How often the visits of one group found something; counts below the smallest cell withheld. */
export interface VisitYield {
  /** `random` for draws that looked at no class, else the class; `none` where there was none. */
  readonly group: string;
  readonly visits: number | null;
  readonly found: number | null;
  /** The share that visiting everybody would have found; only where both counts are told. */
  readonly estimate?: number;
}

export interface VisitResultsView {
  readonly clock: AnswerClock;
  /** The latest visit first. */
  readonly results: readonly VisitResultLine[];
  readonly yields: readonly VisitYield[];
}

export type ArrangeOutcome =
  | {
      readonly kind: 'arranged';
      /** Ids of the cases that were opened now. */
      readonly cases: readonly string[];
      /** Ids of visits of other draws that this one has joined now. */
      readonly joined: readonly string[];
      /** Visits that had been arranged before. */
      readonly known: number;
    }
  | { readonly kind: 'not-found' }
  | Refusal;

/** Visits of inspection: who is to be visited, and what came of it. */
export interface VisitCasework {
  /** Opens the visits of a finished draw, each once, for the inspectors that were drawn. */
  arrangeVisits(
    principal: KnownPrincipal,
    command: { readonly draw: string },
  ): Promise<ArrangeOutcome>;
  /** Opens a visit that the office picked by hand, with its reason, before. */
  arrangePicked(
    principal: KnownPrincipal,
    command: {
      readonly agency: string;
      readonly code: string;
      readonly until: CivilDate;
      readonly inspectors: readonly string[];
    },
  ): Promise<ArrangeOutcome>;
  /** Results that may be shown today; of a draw, once its names are disclosed. */
  listVisitResults(): Promise<VisitResultsView>;
}
