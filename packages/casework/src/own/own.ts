import type {
  CivilDate,
  LifeEventKind,
  JsonValue,
  Localised,
  Problem,
  Refusal,
} from '@credence/domain';

import type { OwnRecordLine, SubjectHead } from '../access/access-casework.ts';
import type { KnownPrincipal } from '../access/principal.ts';
import type { CaseClock, CaseEffect, CasePhase, CaseQueue } from '../case/case.ts';
import type { Behalf, CaseDeskLine } from '../case/desk/case-casework.ts';
import type { PartySeat } from '../case/desk/party-seat.ts';
import type { CaseField } from '../case/form/act-form.ts';
import type { PaperGiven } from '../case/paper/paper-casework.ts';
import type { DueReport } from '../duty/due-reports.ts';
import type { CaseActionKind, CaseKind, Hand } from '../entry/case-payload.ts';
import type { CounterLook } from './counter-look.ts';
import type { SuperiorToldPayload } from '../entry/own-payload.ts';
import type { LetterLanguage } from '../case/letter/letter.ts';
import type { IncentiveAnswer } from '../incentive/incentive.ts';
import type { Receipt, Timepoint } from '../port/journal.ts';
import type { AnswerClock, FactView } from '../view/view.ts';

/** The five things anyone who is affected may want to say; one door leads to all of them. */
export const doorChoices = ['wrong', 'disagree', 'explain', 'put-right', 'someone-else'] as const;
export type DoorChoice = (typeof doorChoices)[number];

/** What somebody stands before: a record of the register, a case about the organisation, or its evaluation. */
export type DoorTarget =
  | { readonly kind: 'record'; readonly recordId: string }
  | { readonly kind: 'case'; readonly caseId: string }
  | { readonly kind: 'evaluation'; readonly evaluationId: string }
  /** What happened to it, or to another with it as a part. */
  | { readonly kind: 'event'; readonly eventId: string };

/** Where a choice leads, and whether it is open today. */
export interface DoorRoute {
  readonly choice: DoorChoice;
  /** A case that is opened, or a step in the one that runs. */
  readonly leads:
    | { readonly kind: 'open'; readonly case: CaseKind }
    | { readonly kind: 'act'; readonly act: CaseActionKind };
  /** Everything that stands against it; empty: it may be done now. */
  readonly refused: readonly Problem[];
  /** First day on which it is lodged; prepared before, it is lodged by itself on that day. */
  readonly opensOn?: CivilDate;
  /** What has to be shown before it is complete, by code. */
  readonly toShow: readonly string[];
  readonly pledge: boolean;
  /** The other unit that would decide; told before the case opens. */
  readonly decidedBy?: Localised;
  /** The limits that would run, were it lodged today. */
  readonly clocks: readonly CaseClock[];
}

/** One thing that is said, with the papers that show it. */
export interface DoorPoint {
  readonly text: string;
  /** The field of the record that it is about. */
  readonly field?: string;
  /** Names of papers, with the hash of the file where there is one. */
  readonly evidence: readonly string[];
}

export interface LodgeCommand {
  readonly principal: KnownPrincipal;
  readonly home: string;
  readonly target: DoorTarget;
  readonly choice: DoorChoice;
  readonly points: readonly DoorPoint[];
  /** Of a repair: what shows that a condition is met. */
  readonly shown?: readonly { readonly condition: string; readonly proof: string }[];
  /** Of a repair: the words of the pledge. */
  readonly pledge?: string;
  /** Of an official at a counter. */
  readonly behalf?: Behalf;
  /** Files that were handed over before; each shows a point, or the whole. */
  readonly papers?: readonly PaperGiven[];
}

export type LodgeOutcome =
  | { readonly kind: 'lodged'; readonly caseId: string; readonly receipt: Receipt }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** A case as the organisation it is about sees it in a list. */
export interface OwnCaseLine {
  readonly caseId: string;
  readonly kind: CaseKind;
  readonly openedOn: CivilDate;
  readonly phase: CasePhase;
  readonly queue?: CaseQueue;
  readonly effect: CaseEffect;
  readonly clocks: readonly CaseClock[];
  /** Title of the list or measure it is about. */
  readonly card?: Localised;
  /** Number of the document it rests on. */
  readonly number?: string;
  /** First day on which a repair may be lodged. */
  readonly repairFrom?: CivilDate;
  readonly disputed: boolean;
  /** Of the newest thing that was said for the organisation, else of the opening. */
  readonly receipt: Timepoint;
  /** Taken down at a counter by this office and official. */
  readonly counter?: NonNullable<Extract<Hand, { readonly kind: 'party' }>['counter']> & {
    readonly agencyName?: Localised;
  };
}

/** What an inbox holds, by what it tells. */
export type InboxKind =
  | 'notice'
  | 'hearing-notice'
  | 'decision'
  | 'completion'
  | 'extension'
  | 'answer'
  | 'granted'
  | 'refused'
  | 'review'
  | 'stay'
  | 'removal'
  | 'allowance'
  | 'conditions'
  | 'on-pledge';

/** What it asks for: nothing has to be done where it says so. */
export type InboxAsk = 'state' | 'come' | 'bring' | 'may-appeal' | 'choose' | 'nothing';

/** A document to the organisation, with what it asks and until when. */
export interface InboxLine {
  /** Of the case, with the place of the act in it. */
  readonly caseId: string;
  readonly place: number;
  readonly kind: InboxKind;
  readonly of: CaseKind;
  /** Of a case about somebody else: the seat of the organisation in it. */
  readonly as?: PartySeat['as'];
  /** Code of the agency it comes from, and its name as the register has it. */
  readonly from: string;
  readonly fromName?: Localised;
  readonly on: CivilDate;
  readonly number?: string;
  readonly reason?: string;
  readonly asks: InboxAsk;
  readonly due?: InboxDue;
  /** The day on which it was first opened here. */
  readonly openedOn?: CivilDate;
}

export interface InboxDue {
  readonly on: CivilDate;
  /** Civil days from today, the last one included; below nought it is past. */
  readonly days: number;
  /** Working days, where the calendar is published. */
  readonly workingDays?: number;
}

export interface OwnDeskView {
  readonly clock: AnswerClock;
  readonly subject: SubjectHead;
  readonly inbox: readonly InboxLine[];
  readonly records: readonly OwnRecordLine[];
  readonly cases: readonly OwnCaseLine[];
  /** Cases about others in which it has a part, the newest first. */
  readonly parties: readonly CaseDeskLine[];
  /** What the law in force gives, in the order of its cards: had or not, and why not. */
  readonly incentives: readonly IncentiveAnswer[];
  /** Receipts of offices that asked about it in a matter; absent: none. */
  readonly consulted?: number;
  /** Reports that wait to be filed, by their last day; absent: none. */
  readonly reports?: readonly (Omit<DueReport, 'lastDay'> & { readonly due: InboxDue })[];
  /** Events that stand, its own and those in which it has a part; absent: none. */
  readonly events?: readonly (NonNullable<DoorView['event']> & { readonly id: string })[];
  /** The consent to electronic service that stands today. */
  readonly consent?: { readonly until: CivilDate; readonly mail?: string };
}

export interface DoorView {
  readonly clock: AnswerClock;
  readonly subject: SubjectHead;
  readonly target: DoorTarget;
  readonly record?: OwnRecordLine;
  readonly case?: OwnCaseLine;
  /** Title of the evaluation, and its day. */
  readonly evaluation?: { readonly title: Localised; readonly on: CivilDate };
  /** The event, its day, and to whom it happened where that was another. */
  readonly event?: {
    readonly event: LifeEventKind;
    readonly effectiveOn: CivilDate;
    readonly of?: string;
  };
  /** What the record states, to be marked where it is wrong. */
  readonly fields: readonly FactView[];
  readonly routes: readonly DoorRoute[];
}

/** A change of something that somebody read before. */
export interface ReaderChange {
  /** Names it for its receipt. */
  readonly id: string;
  readonly home: string;
  readonly name?: string;
  readonly recordId?: string;
  readonly caseId?: string;
  /** `moved`: the record stood here by mistake and is another organisation's. */
  readonly kind: 'corrected' | 'ended' | 'moved' | 'listing-ended';
  readonly on: CivilDate;
  readonly readOn: CivilDate;
  /** Since when it lies in the reader's inbox, and when he first opened it. */
  readonly sentOn?: CivilDate;
  readonly openedOn?: CivilDate;
  readonly acknowledgedOn?: CivilDate;
}

/** Somebody below an agency has been put on a list of judgment defaulters. */
export type SuperiorNotice = SuperiorToldPayload;

/** The inbox of whoever read about others. */
export interface ReaderInbox {
  readonly clock: AnswerClock;
  /** What he has not confirmed first. */
  readonly changes: readonly ReaderChange[];
  /** Of an agency: which of those below it were listed, the newest first. */
  readonly below: readonly SuperiorNotice[];
}

export type ReaderLetterOutcome =
  | { readonly kind: 'found'; readonly fileName: string; readonly bytes: Uint8Array }
  | { readonly kind: 'not-found' }
  | Refusal;

type Outcome<View> =
  { readonly kind: 'found'; readonly view: View } | { readonly kind: 'not-found' } | Refusal;

/** The organisation's desk, and what those are told who read about it. */
export interface OwnCasework {
  /** Home of an organisation by a code, for a counter; says nothing about it. */
  findOwnHome(code: string): Promise<string | undefined>;
  /** An official at a counter says first by which paper somebody is known, and why he looks. */
  viewOwnDesk(
    principal: KnownPrincipal,
    home: string,
    counter?: CounterLook,
  ): Promise<Outcome<OwnDeskView>>;
  /** An official at a counter sees the same, for whoever stands before him. */
  viewDoor(
    principal: KnownPrincipal,
    asked: { readonly home: string; readonly target: DoorTarget },
  ): Promise<Outcome<DoorView>>;
  lodge(command: LodgeCommand): Promise<LodgeOutcome>;
  /** What a creditor states to have a debtor listed by a court. */
  viewListingForm(
    principal: KnownPrincipal,
    home: string,
  ): Promise<
    Outcome<{
      readonly clock: AnswerClock;
      readonly subject: SubjectHead;
      readonly fields: readonly CaseField[];
    }>
  >;
  /** The creditor's own application; `said` is what the form asks for. */
  applyForListing(command: {
    readonly principal: KnownPrincipal;
    readonly home: string;
    readonly said: JsonValue;
  }): Promise<LodgeOutcome>;
  /** Opening a document is a receipt for it. */
  openDocument(
    principal: KnownPrincipal,
    asked: { readonly home: string; readonly caseId: string; readonly place: number },
  ): Promise<Outcome<{ readonly clock: AnswerClock; readonly line: InboxLine }>>;
  /** What has been corrected or has ended since the reader looked at it. */
  listReaderChanges(
    principal: KnownPrincipal,
  ): Promise<{ readonly kind: 'found'; readonly view: ReaderInbox } | Refusal>;
  /** One of them; opening it is a receipt. */
  openReaderChange(
    principal: KnownPrincipal,
    id: string,
  ): Promise<
    Outcome<{
      readonly clock: AnswerClock;
      readonly change: ReaderChange;
      /** Whether the law in force words a letter of it. */
      readonly letter: boolean;
    }>
  >;
  /** The same as a letter to this reader; opening it is the same receipt. */
  writeReaderLetter(
    principal: KnownPrincipal,
    asked: { readonly id: string; readonly language: LetterLanguage },
  ): Promise<ReaderLetterOutcome>;
  acknowledgeChange(
    principal: KnownPrincipal,
    id: string,
  ): Promise<{ readonly kind: 'acknowledged'; readonly on: CivilDate } | Refusal>;
  /**
   * Lays what has changed in these homes into the inboxes of all who read it before, each change once,
   * with word by mail where there is an address. The answer is how many notices were laid.
   */
  tellReaders(homes: readonly string[]): Promise<number>;
}
