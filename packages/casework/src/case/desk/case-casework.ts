import type { CivilDate, JsonValue, Problem } from '@credence/domain';

import type { Principal } from '../../access/principal.ts';
import type { SubjectReference } from '../../casework.ts';
import type { CaseAction, CaseKind, Hand } from '../../entry/case-payload.ts';
import type { Receipt } from '../../port/journal.ts';
import type { CaseRow } from '../../port/register.ts';
import type { AnswerClock } from '../../view/view.ts';
import type { CasePhase, CaseQueue, CaseStanding } from '../case.ts';

/** For whom an office takes something down at its counter; absent: for itself. */
export type Behalf = Extract<Hand, { readonly kind: 'party' }>;

export interface OpenCaseCommand {
  readonly principal: Principal;
  readonly subject: SubjectReference;
  /** `desks` and `matter` of the opening, as its payload has them. */
  readonly content: JsonValue;
  readonly behalf?: Behalf;
}

export interface ActCommand {
  readonly principal: Principal;
  readonly caseId: string;
  /** Kind of the action. */
  readonly act: string;
  /** What the action says, as its payload has it, without the case, the day and the hand. */
  readonly content: JsonValue;
  readonly behalf?: Behalf;
}

export type CaseOutcome =
  | {
      readonly kind: 'recorded';
      readonly caseId: string;
      readonly standing: CaseStanding;
      readonly receipt: Receipt;
    }
  | { readonly kind: 'not-found' }
  /** Everything that stands against it. */
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Who looked at the file of the subject while the case ran. */
export interface CaseReader {
  readonly at: string;
  readonly reader: string;
  readonly agency: string;
  readonly purpose: string;
}

export interface CaseView {
  readonly clock: AnswerClock;
  readonly home: string;
  readonly actions: readonly CaseAction[];
  readonly standing: CaseStanding;
  readonly readers: readonly CaseReader[];
  /** What the register's tables say about the case; equal to what its entries make of it. */
  readonly projected: readonly CaseRow[];
  readonly refolded: readonly CaseRow[];
}

export interface CaseLine {
  readonly caseId: string;
  readonly kind: CaseKind;
  readonly openedOn: CivilDate;
  readonly phase: CasePhase;
  readonly queue: CaseQueue;
}

export interface CaseQueueView {
  readonly clock: AnswerClock;
  readonly agency: string;
  readonly cases: readonly CaseLine[];
}

/** Procedures: opened, moved on, looked at, each step judged by the one engine. */
export interface CaseCasework {
  openCase(command: OpenCaseCommand): Promise<CaseOutcome>;
  actInCase(command: ActCommand): Promise<CaseOutcome>;
  viewCase(
    principal: Principal,
    caseId: string,
  ): Promise<
    | { readonly kind: 'found'; readonly view: CaseView }
    | { readonly kind: 'not-found' }
    | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  >;
  /** What waits for an agency, the oldest first. */
  listCases(
    principal: Principal,
    agency: string,
  ): Promise<
    | { readonly kind: 'found'; readonly view: CaseQueueView }
    | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  >;
}
