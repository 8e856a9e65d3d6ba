import type { CivilDate, FactValue, Localised, Refusal } from '@credence/domain';

import type { Principal } from '../access/principal.ts';
import type { ErrorReportResult } from '../entry/error-report-payload.ts';
import type {
  ComparedNames,
  MatterChoice,
  MatterResult,
  Signatory,
} from '../entry/matter-payload.ts';
import type { Receipt } from '../port/journal.ts';
import type { AnswerClock } from '../view/view.ts';

/** One line of a desk's queue. */
export interface MatterLine {
  readonly matterId: string;
  readonly kind: 'conflict' | 'identity';
  readonly state: 'open' | 'proposed' | 'closed';
  readonly openedOn: CivilDate;
  /** By when it is to be settled, where a clock of the law says so and its calendar is known. */
  readonly dueOn?: CivilDate;
  readonly item: Localised;
  /** As the row states it. */
  readonly subject: { readonly name?: string; readonly code: string };
  readonly document?: string;
  /** Who proposed, where a second official is waited for. */
  readonly proposedBy?: string;
}

export interface MatterQueueView {
  readonly clock: AnswerClock;
  readonly agency: string;
  /** Open ones, the oldest first. */
  readonly matters: readonly MatterLine[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

/** One field in which two statements of a document are compared. */
export interface ComparedField {
  readonly field: string;
  readonly title: Localised;
  readonly held?: StatedValue;
  readonly stated?: StatedValue;
  readonly differs: boolean;
}

export interface StatedValue {
  readonly value: FactValue;
  readonly codes?: readonly Localised[];
}

export type MatterStepView = {
  readonly on: CivilDate;
  readonly by: Signatory;
} & (
  | {
      readonly kind: 'proposed';
      readonly choice: MatterChoice;
      readonly reason: string;
      readonly basis: readonly string[];
    }
  | { readonly kind: 'declined'; readonly reason: string }
  | { readonly kind: 'closed'; readonly choice: MatterChoice; readonly result: MatterResult }
);

/** One side of a doubt about identity: who the register says it is. */
export interface IdentitySide {
  readonly home: string;
  readonly names: readonly string[];
  readonly codes: readonly string[];
}

export interface MatterView extends MatterLine {
  readonly clock: AnswerClock;
  readonly agency: string;
  readonly home: string;
  readonly file: { readonly name: string; readonly hash: string; readonly row: number };
  /** The record the register holds for this document, where there is one. */
  readonly recordId?: string;
  /** Each field of the row; beside it what the register holds. */
  readonly fields: readonly ComparedField[];
  readonly identity?: {
    readonly about: 'code' | 'name';
    readonly pairs: readonly ComparedNames[];
    readonly sides: readonly IdentitySide[];
  };
  readonly steps: readonly MatterStepView[];
  readonly choices: readonly MatterChoice[];
  /** What whoever asks may do now. */
  readonly may: { readonly propose: boolean; readonly decide: boolean };
  /** Why he may not decide although he could: the proposal is his own. */
  readonly ownProposal: boolean;
}

export interface ProposeCommand {
  readonly principal: Principal;
  readonly matterId: string;
  readonly choice: string;
  readonly reason: string;
  /** Articles the choice rests on, e.g. `go-2020-49#item-8`. */
  readonly basis: readonly string[];
}

export interface DecideCommand {
  readonly principal: Principal;
  readonly matterId: string;
  readonly verdict: 'agree' | 'decline';
  /** Needed to decline. */
  readonly reason?: string;
}

export type MatterOutcome =
  | {
      readonly kind: 'recorded';
      readonly receipt: Receipt;
      readonly state: 'open' | 'proposed' | 'closed';
      readonly result?: MatterResult;
    }
  | { readonly kind: 'not-found' }
  | Refusal;

/** What a public form offers to choose from; labels come from the record as it is shown. */
export interface ErrorReportForm {
  readonly clock: AnswerClock;
  readonly subject: { readonly id: string; readonly name?: string };
  readonly record: { readonly id: string; readonly title: Localised; readonly document?: string };
  readonly fields: readonly { readonly field: string; readonly title: Localised }[];
}

export interface ReportErrorCommand {
  readonly subjectId: string;
  readonly recordId: string;
  readonly field: string;
  readonly text: string;
}

export type ReportErrorOutcome =
  | {
      readonly kind: 'reported';
      readonly number: string;
      /** Told once, stored as a hash only. */
      readonly followCode: string;
      /** A person's numbers in the text were masked before anything was stored. */
      readonly masked: boolean;
      readonly on: CivilDate;
    }
  | { readonly kind: 'not-found' }
  | Refusal;

/** What whoever reported an error is told. */
export interface ErrorReportView {
  readonly clock: AnswerClock;
  readonly number: string;
  readonly on: CivilDate;
  readonly field: string;
  readonly text: string;
  readonly dueOn?: CivilDate;
  readonly answer?: {
    readonly result: ErrorReportResult;
    readonly text: string;
    readonly on: CivilDate;
  };
}

export interface ErrorReportLine {
  readonly number: string;
  readonly on: CivilDate;
  readonly dueOn?: CivilDate;
  readonly state: 'open' | 'answered';
}

export interface ErrorReportsView {
  readonly clock: AnswerClock;
  readonly agency: string;
  readonly reports: readonly ErrorReportLine[];
}

/** A report as the desk reads it: with the record it is about. */
export interface ErrorReportDeskView extends ErrorReportView {
  readonly agency: string;
  readonly home: string;
  readonly recordId: string;
  readonly subject: { readonly name?: string; readonly code: string };
  readonly document?: string;
  readonly answeredBy?: string;
}

export interface AnswerErrorReportCommand {
  readonly principal: Principal;
  readonly number: string;
  readonly result: string;
  readonly text: string;
}

type Seen<View> = { readonly kind: 'found'; readonly view: View } | Refusal;
type SeenOne<View> = Seen<View> | { readonly kind: 'not-found' };

/** Contradictions that a desk settles, and errors that readers report. */
export interface MatterCasework {
  /** The open matters of an agency. */
  listMatters(
    principal: Principal,
    asked: { readonly agency: string; readonly page: number },
  ): Promise<Seen<MatterQueueView>>;
  viewMatter(principal: Principal, matterId: string): Promise<SeenOne<MatterView>>;
  /** The first name: what should be done, and why. */
  proposeMatter(command: ProposeCommand): Promise<MatterOutcome>;
  /** The second name; never the one that proposed. */
  decideMatter(command: DecideCommand): Promise<MatterOutcome>;

  viewErrorReportForm(
    subjectId: string,
    recordId: string,
  ): Promise<
    { readonly kind: 'found'; readonly view: ErrorReportForm } | { readonly kind: 'not-found' }
  >;
  /** Public; changes no public answer. */
  reportError(command: ReportErrorCommand): Promise<ReportErrorOutcome>;
  /** By number and code; a wrong code and an unknown number are both not found. */
  followErrorReport(
    number: string,
    followCode: string,
  ): Promise<
    { readonly kind: 'found'; readonly view: ErrorReportView } | { readonly kind: 'not-found' }
  >;
  listErrorReports(principal: Principal, agency: string): Promise<Seen<ErrorReportsView>>;
  viewErrorReport(principal: Principal, number: string): Promise<SeenOne<ErrorReportDeskView>>;
  answerErrorReport(command: AnswerErrorReportCommand): Promise<MatterOutcome>;
}
