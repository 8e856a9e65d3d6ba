import type { CivilDate, Localised, Refusal } from '@credence/domain';
import type { CardKind, EditionDiff, Finding } from '@credence/rulebook';

import type { KnownPrincipal } from '../access/principal.ts';
import type { PromulgateOutcome } from '../promulgate/promulgation.ts';
import type { LabLimit, LabReportManifest } from '../entry/lab-report-payload.ts';
import type { Found, NotFound } from '../view/answer.ts';
import type { ImpactTable } from '../impact/impact.ts';
import type { PrepareOutcome } from '../promulgate/prepare-edition.ts';
import type { StepDue } from '../promulgate/steps-due.ts';
import type { AnswerClock, EditionLine } from '../view/view.ts';

/**
 * Where a draft stands: being prepared, before the public, past its days of comment, or law. A draft
 * is public from its publication on, and stays so.
 */
export type RuleDraftState = 'preparing' | 'commenting' | 'deciding' | 'promulgated';

/** A draft among others. */
export interface RuleDraftLine {
  /** Names the draft: one text, one hash. */
  readonly hash: string;
  readonly code: string;
  readonly title: Localised;
  readonly territory: string;
  readonly inForceFrom: CivilDate;
  readonly state: RuleDraftState;
  readonly published?: {
    readonly on: CivilDate;
    /** First day on which no comment is taken any more. */
    readonly commentUntil: CivilDate;
  };
  readonly unanswered: number;
}

/** A comment and its answer as everyone reads them: only once an official has read the comment. */
export interface RuleCommentView {
  readonly number: string;
  readonly on: CivilDate;
  /** Absent where it speaks of other people and is withheld. */
  readonly text?: string;
  readonly answer: { readonly text: string; readonly on: CivilDate; readonly agency: string };
}

/** A comment that waits for its answer; for the desk alone. */
export interface WaitingComment {
  readonly number: string;
  readonly on: CivilDate;
  readonly text: string;
}

/** A Lab report that is bound to the draft; its signature was verified when it was attached. */
export interface BoundLabReport {
  readonly report: string;
  readonly madeOn: CivilDate;
  readonly keyId: string;
  /** Whether the operator still lists the key, and the signature fits it. */
  readonly signature: 'verified' | 'key-not-listed';
  /** What it found against the harm limits; reports of the first form do not say. */
  readonly verdict: LabReportManifest['verdict'] | 'not-stated';
  /** Limits that the rule above does not keep itself, with what the draft adds and may add there. */
  readonly inherited?: readonly LabLimit[];
}

/** What the draft would do to one class or evaluation, for anyone: no count under ten, no nought. */
export interface PublicImpact {
  readonly title: Localised;
  readonly kind: CardKind;
  readonly id: string;
  readonly transitions: ImpactTable;
  readonly exits: ImpactTable;
}

/** The impact report that is bound to the draft, in counts. */
export interface BoundImpact {
  readonly hash: string;
  readonly keyId: string;
  readonly asOf: CivilDate;
  readonly baseline: { readonly code: string };
  readonly programs: readonly PublicImpact[];
}

/** A card the draft says otherwise than the law it would replace. */
export interface ChangedCard {
  readonly kind: CardKind;
  readonly id: string;
  readonly title: Localised;
}

/** What would change. */
export interface DraftChanges {
  /** The law it is compared with: in force, or the one it is laid over. */
  readonly against?: EditionLine;
  readonly diff?: EditionDiff;
  readonly titles: readonly ChangedCard[];
}

/** A draft before the public. */
export interface RuleDraftView {
  readonly clock: AnswerClock;
  readonly draft: RuleDraftLine;
  readonly changes: DraftChanges;
  readonly reports: readonly BoundLabReport[];
  readonly impact?: BoundImpact;
  /** The latest answer first. */
  readonly comments: readonly RuleCommentView[];
}

/** An official's approval of a draft. */
export interface GivenApproval {
  readonly official: string;
  readonly role: string;
  readonly on: CivilDate;
}

/** A draft at the desk. */
export interface RuleDraftDeskView extends RuleDraftView {
  readonly stepsDue: readonly StepDue[];
  readonly waiting: readonly WaitingComment[];
  readonly approvals: readonly GivenApproval[];
  /** What whoever looks may do besides reading. */
  readonly may: { readonly prepare: boolean; readonly approve: boolean };
}

export interface CommentCommand {
  readonly hash: string;
  readonly text: string;
}

export type CommentOutcome =
  | {
      readonly kind: 'received';
      readonly number: string;
      readonly on: CivilDate;
      /** Whether numbers of people were masked before it was stored. */
      readonly masked: boolean;
    }
  | NotFound
  | Refusal;

export interface AnswerCommentsCommand {
  readonly hash: string;
  /** One answer may answer several comments. */
  readonly numbers: readonly string[];
  readonly text: string;
  /** `withheld`: the comment speaks of other people; its answer is public all the same. */
  readonly shows: string;
}

export type AnswerCommentsOutcome =
  { readonly kind: 'answered'; readonly count: number } | NotFound | Refusal;

/** A finding with what is wrong and what to do in both languages. */
export type DraftFinding = Omit<Finding, 'message' | 'repair' | 'source'> & {
  readonly message: Localised;
  readonly repair?: Localised;
  /** Where the guard comes from. */
  readonly source?: Localised;
};

/** What the check says about the files of a draft. */
export interface DraftCheck {
  readonly clock: AnswerClock;
  readonly findings: readonly DraftFinding[];
  /** Absent where something refuses it. */
  readonly edition?: { readonly code: string; readonly hash: string };
  /** It was proposed in the same step. */
  readonly proposed: boolean;
}

/** Texts of the files of one edition, by path inside its folder. */
export type DraftFiles = ReadonlyMap<string, string>;

/** A new rule on its way from a draft to law. */
export interface RuleDraftCasework {
  /** Drafts that were published, the latest first. */
  listPublicDrafts(): Promise<{
    readonly clock: AnswerClock;
    readonly drafts: readonly RuleDraftLine[];
  }>;
  viewPublicDraft(hash: string): Promise<Found<RuleDraftView> | NotFound>;
  /** Anyone comments while the days last. */
  commentOnDraft(command: CommentCommand): Promise<CommentOutcome>;

  listRuleDrafts(
    principal: KnownPrincipal,
  ): Promise<
    Found<{ readonly clock: AnswerClock; readonly drafts: readonly RuleDraftLine[] }> | Refusal
  >;
  viewRuleDraft(
    principal: KnownPrincipal,
    hash: string,
  ): Promise<Found<RuleDraftDeskView> | NotFound | Refusal>;
  /** Holds the files against every check; with `propose` a text that passes becomes a draft. */
  checkDraftFiles(
    principal: KnownPrincipal,
    command: { readonly files: DraftFiles; readonly propose: boolean },
  ): Promise<Found<DraftCheck> | Refusal>;
  /** Refused where the report names another draft than the one whose page it was pasted into. */
  attachReportAtDesk(
    principal: KnownPrincipal,
    report: { readonly hash: string; readonly text: string },
  ): Promise<PrepareOutcome>;
  publishAtDesk(principal: KnownPrincipal, hash: string): Promise<PrepareOutcome>;
  answerComments(
    principal: KnownPrincipal,
    command: AnswerCommentsCommand,
  ): Promise<AnswerCommentsOutcome>;
  /** One approval; the second, of another official in another role, makes it law. */
  approveDraft(principal: KnownPrincipal, hash: string): Promise<PromulgateOutcome | NotFound>;
}
