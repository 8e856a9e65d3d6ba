import type { CivilDate, Due, JsonValue, Localised, Problem, Refusal } from '@credence/domain';
import type { DutyCard } from '@credence/rulebook';

import type { SubjectHead } from '../access/access-casework.ts';
import type { KnownPrincipal } from '../access/principal.ts';
import type { DutyAtDeskPayload, DutyFiledPayload, FiledValue } from '../entry/duty-payload.ts';
import type { CounterLook } from '../own/counter-look.ts';
import type { Receipt } from '../port/journal.ts';
import type { NotFound } from '../view/answer.ts';
import type { AnswerClock, BasisView } from '../view/view.ts';

/** A field of a filing that may be shown to whoever reads. */
export interface FiledField {
  readonly field: string;
  readonly title: Localised;
  readonly value: FiledValue;
}

/** What was filed for one key, as the newest word has it. */
export interface FilingView {
  readonly key: string;
  readonly fields: readonly FiledField[];
  readonly filedOn: CivilDate;
  /** Day of the newest word, where there was an earlier one. */
  readonly changedOn?: CivilDate;
  readonly by: DutyFiledPayload['by'];
}

/** A duty as the organisation and its authority read it. */
export interface DutyView {
  readonly duty: string;
  readonly title: Localised;
  readonly period: DutyCard['period'];
  readonly collected: DutyCard['collected'];
  readonly contents: DutyCard['contents'];
  readonly basis: readonly BasisView[];
  readonly dues: readonly (Due & { readonly filing: string })[];
  readonly filings: readonly FilingView[];
  /** The list of which its lack is a ground; absent: of none. */
  readonly lack?: { readonly list: string; readonly title: Localised };
}

/** A duty of today's law as a form asks for it. */
export type DutyForm = Pick<DutyCard, 'duty' | 'title' | 'contents'> & {
  readonly period: DutyCard['period']['kind'];
};

export interface OwnDutiesView {
  readonly clock: AnswerClock;
  readonly subject: SubjectHead;
  readonly duties: readonly DutyView[];
  /** Demands of the authority that still wait. */
  readonly demands: readonly {
    readonly duty: string;
    readonly key: string;
    readonly number: string;
  }[];
  readonly currency: string;
}

/**
 * A filing as anyone reads it. The day stands there only where it was in time: that one was late is
 * no record of the catalogue and would have no end (guards N8, G31).
 */
export interface PublicFiling {
  readonly key: string;
  readonly fields: readonly FiledField[];
  readonly filedOn?: CivilDate;
}

export interface PublicDuty {
  readonly duty: string;
  readonly title: Localised;
  readonly basis: readonly BasisView[];
  readonly filings: readonly PublicFiling[];
}

/** What waits at the desk of an authority. */
export interface DutyDeskLine extends DutyAtDeskPayload {
  readonly title: Localised;
  /** The list that its lack is a ground of, where the law names one. */
  readonly list?: Localised;
}

export interface DutyDeskView {
  readonly clock: AnswerClock;
  readonly lines: readonly DutyDeskLine[];
}

export type DutyOutcome =
  | { readonly kind: 'recorded'; readonly id: string; readonly receipt: Receipt }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

type Outcome<View> = { readonly kind: 'found'; readonly view: View } | NotFound | Refusal;

/** Duties to report: yearly reports, fund-raising, branches. */
export interface DutyCasework {
  viewOwnDuties(principal: KnownPrincipal, home: string): Promise<Outcome<OwnDutiesView>>;
  /**
   * By the organisation itself, at a counter for it, or as a statement that its authority was handed.
   * A key that was filed before is changed by it; without one a new campaign or branch begins.
   */
  fileReport(command: {
    readonly principal: KnownPrincipal;
    readonly home: string;
    readonly duty: string;
    readonly key?: string;
    readonly said: JsonValue;
    readonly counter?: CounterLook;
  }): Promise<DutyOutcome>;
  /** What today's law asks for, for a form; it says nothing about any organisation. */
  dutyForms(): Promise<{ readonly clock: AnswerClock; readonly forms: readonly DutyForm[] }>;
  /** What was not filed in time with the authority of whoever asks. */
  listDutyDesk(principal: KnownPrincipal): Promise<Outcome<DutyDeskView>>;
  /**
   * The authority asked for it, by a paper that it served. It is then what a listing may be proposed
   * on; nothing follows from it by itself.
   */
  demandReport(command: {
    readonly principal: KnownPrincipal;
    readonly home: string;
    readonly duty: string;
    readonly key: string;
    readonly said: JsonValue;
  }): Promise<DutyOutcome>;
  /** Reminds these organisations of what is due, and tells their authorities what is overdue. */
  remindDue(homes: readonly string[]): Promise<number>;
}
