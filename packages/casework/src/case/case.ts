import type { CivilDate, Problem, PublicCreditRecord } from '@credence/domain';
import type { Rulebook } from '@credence/rulebook';

import type { CaseActionKind, CaseAction, CaseKind, CaseOpened } from '../entry/case-payload.ts';
import type { LifeEventState } from '../life/fold-life.ts';
import type { EvaluationPayload } from '../entry/evaluation-payload.ts';
import type { ServiceConsentPayload } from '../entry/service-consent-payload.ts';

/** A seat in a procedure; a person may hold several, and none of them by name alone. */
export type CasePart =
  /** The organisation the case is about. */
  | 'subject'
  /** A creditor who is a party of the case. */
  | 'creditor'
  /** Somebody else whom it touches. */
  | 'third-party'
  /** Acts for a unit and is named in an order about its spending; a party of that case alone. */
  | 'named-person'
  /** The other organisation in a case about who is who. */
  | 'other-subject'
  /** Decides at the desk the case lies at. */
  | 'officer'
  /** Checks what the officer wrote. */
  | 'reviewer'
  /** Approves it. */
  | 'approver'
  /** Checks the register's own part. */
  | 'platform'
  /** Is turned to when the desk is late. */
  | 'superior'
  /** Another unit, which decides appeals. */
  | 'review-unit'
  /** Carries a measure out. */
  | 'body';

/** Where a case stands by its acts alone; what time does to it is its phase. */
export type ListingState =
  'proposed' | 'noticed' | 'drafted' | 'reviewed' | 'approved' | 'served' | 'closed';
export type ObjectionState = 'open' | 'checked' | 'answered' | 'closed';
export type RepairState =
  | 'prepared'
  | 'forwarded'
  | 'granted'
  | 'refused'
  | 'void-noticed'
  | 'void-drafted'
  | 'voided'
  | 'closed';
export type AppealState = 'open' | 'allowed' | 'dismissed' | 'closed';
export type MeasureState = 'assigned' | 'accepted' | 'declined' | 'executed' | 'lifted' | 'closed';
export type ReplyState = 'shown' | 'closed';
/** The way to an order is the way to a listing. */
export type SpendingState = ListingState;
export type PaymentComplaintState =
  | 'open'
  | 'referred'
  | 'accepted'
  | 'noticed'
  | 'found'
  | 'approved'
  | 'served'
  | 'paid'
  | 'closed';
export type PledgeState =
  | 'asked'
  | 'told'
  | 'pledged'
  | 'running'
  | 'unkept'
  | 'curing'
  | 'drafted'
  | 'reviewed'
  | 'approved'
  | 'broken'
  | 'kept'
  | 'mended'
  | 'ordinary';
export type InspectionState =
  | 'arranged'
  | 'faulty'
  | 'ordered'
  | 'uncorrected'
  | 'passed-on'
  | 'clear'
  | 'corrected'
  | 'closed';
export type IdentityState = 'proposed' | 'noticed' | 'drafted' | 'approved' | 'undone' | 'closed';

export interface StateOf {
  readonly listing: ListingState;
  readonly objection: ObjectionState;
  readonly repair: RepairState;
  readonly appeal: AppealState;
  readonly measure: MeasureState;
  readonly reply: ReplyState;
  readonly spending: SpendingState;
  readonly 'payment-complaint': PaymentComplaintState;
  readonly identity: IdentityState;
  readonly pledge: PledgeState;
  readonly inspection: InspectionState;
}
export type CaseState = StateOf[CaseKind];

/** One case as its acts tell it: what has been done, and nothing about today. */
export interface CaseFile {
  readonly caseId: string;
  readonly opened: CaseOpened;
  readonly state: CaseState;
  /** Every act in order, the opening included. */
  readonly actions: readonly CaseAction[];
}

/** All cases of one subject, by id: what ends in one reaches the others when it is read. */
export type Docket = ReadonlyMap<string, CaseFile>;

/** A record a case is about, and its end by decision if it has one. */
export interface CaseRecord {
  readonly record: PublicCreditRecord;
  readonly endedOn?: CivilDate;
  /** A duty that was not performed in time: the one list of which that is a ground. */
  readonly ground?: string;
  /** Day on which it was performed after all, as the register itself knows. */
  readonly performedOn?: CivilDate;
}

/** What the standing of a case rests on, beside its own acts. */
export interface CaseWorld {
  readonly rulebook: Rulebook;
  readonly docket: Docket;
  readonly records: ReadonlyMap<string, CaseRecord>;
  /** Consents to electronic service; absent where no act is judged. */
  readonly consents?: readonly ServiceConsentPayload[];
  /** Draws in which the subject was drawn, and whether it was picked by hand; absent as above. */
  readonly arranged?: readonly string[];
  /** The newest evaluation of each card; absent where nobody stands before one. */
  readonly evaluations?: readonly EvaluationPayload[];
  /** What happened to the subject and what it took part in; absent as above. */
  readonly events?: readonly LifeEventState[];
}

/** Why something adverse is over. */
export type EndReason =
  | 'time'
  | 'removed'
  | 'repaired'
  | 'annulled'
  | 'corrected'
  | 'source-ended'
  | 'performed'
  | 'not-decided-again'
  | 'released'
  | 'undone'
  | 'cause-ended'
  | 'lifted';

/** Why something adverse does not show or bind for now. */
export type SuspensionReason =
  | 'stay'
  | 'not-confirmed'
  | 'no-rule-in-force'
  | 'review-overdue'
  | 'calendar-not-published'
  | 'authority-late'
  | 'shielded'
  | 'cause-suspended';

/** One of the texts under which something runs; the narrowest of them decides (N7). */
export interface RunningText {
  /** Code of the edition. */
  readonly edition: string;
  /** Articles, written source#article; where another text carries one on, both. */
  readonly basis: readonly string[];
  /** First day on which it is over by this text alone. */
  readonly ends?: CivilDate;
}

/** What a case does to its subject on a day; computed, never stored. */
export type CaseEffect =
  | { readonly kind: 'none' }
  | { readonly kind: 'not-begun'; readonly from: CivilDate }
  | {
      readonly kind: 'in-effect';
      readonly from: CivilDate;
      /** First day on which it is over by itself; absent where an open duty ends it. */
      readonly until?: CivilDate;
      /** First day on which it may be shown, where the law makes the display wait. */
      readonly shownFrom: CivilDate;
      /** Last day on which an official confirms that the duty is open; past it nothing shows. */
      readonly confirmBy?: CivilDate;
      /** The oldest first. */
      readonly texts: readonly RunningText[];
    }
  | {
      readonly kind: 'suspended';
      readonly from: CivilDate;
      readonly because: SuspensionReason;
    }
  | { readonly kind: 'ended'; readonly on: CivilDate; readonly because: EndReason };

/** A time limit of the case, shown to both sides. */
export interface CaseClock {
  /** Step of a clock card, or a limit of the list's own procedure. */
  readonly clock: string;
  /** Id of the card that sets it. */
  readonly card: string;
  /** Who has to act in it. */
  readonly runsFor: CasePart;
  readonly startedOn: CivilDate;
  /** Last day; absent while the calendar of its days is not published. */
  readonly dueOn?: CivilDate;
  readonly state: 'running' | 'met' | 'late' | 'over' | 'calendar-not-published';
}

/** An action as it stands open to one part on a day. */
export interface CaseOffer {
  readonly act: CaseActionKind;
  readonly part: CasePart;
  /** Everything that stands against it; empty: it may be done. */
  readonly refused: readonly Problem[];
}

/** Who may see a case. */
export type CaseAudience =
  | 'public'
  | 'subject'
  | 'other-parties'
  | 'own-agency'
  | 'platform'
  | 'superior'
  | 'review-unit'
  | 'body'
  | 'oversight';

/** Where a case lies: who has to do something, and at which agency where it is an office. */
export interface CaseQueue {
  readonly part: CasePart;
  readonly agency?: string;
}

/** What time and acts together make of a case. */
export type CasePhase =
  | 'proposed'
  | 'awaiting-service'
  | 'statement-open'
  | 'hearing-pending'
  | 'ready-to-decide'
  | 'awaiting-review'
  | 'awaiting-approval'
  | 'awaiting-service-of-decision'
  | 'not-begun'
  | 'in-effect'
  | 'suspended'
  | 'ended'
  | 'preparing'
  | 'lodged'
  | 'being-checked'
  | 'being-decided'
  | 'escalated'
  | 'answered'
  | 'granted'
  | 'refused'
  | 'assigned'
  | 'to-be-lifted'
  | 'choice-open'
  | 'look-due'
  | 'cure-open'
  | 'kept'
  | 'broken'
  | 'visit-due'
  | 'faults-found'
  | 'not-corrected'
  | 'correction-open'
  | 'clear'
  | 'corrected'
  | 'passed-on'
  | 'shown'
  | 'closed';

/** All there is to say about a case on a day. */
export interface CaseStanding {
  readonly caseId: string;
  readonly kind: CaseKind;
  readonly state: CaseState;
  readonly phase: CasePhase;
  readonly queue?: CaseQueue;
  /** Where it lies beside: another unit reviews at once what lateness may not lift (N6). */
  readonly urgent?: CaseQueue;
  readonly visibleTo: readonly CaseAudience[];
  readonly clocks: readonly CaseClock[];
  readonly effect: CaseEffect;
  /** The record or listing carries a mark that it is disputed. */
  readonly disputes?: string;
  readonly offers: readonly CaseOffer[];
}
