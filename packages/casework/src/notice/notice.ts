import type { CivilDate, JsonValue, Localised, Problem } from '@credence/domain';

import type { Principal } from '../access/principal.ts';
import type { CasePhase } from '../case/case.ts';
import type { CaseOutcome } from '../case/desk/case-casework.ts';
import type { CasePoint } from '../case/desk/dossier.ts';
import type { Refused } from '../case/desk/open-desk.ts';
import type { CaseForm } from '../case/form/act-form.ts';
import type { LetterLanguage } from '../case/letter/letter.ts';
import type { NoticeSeat } from '../entry/case-notice-payload.ts';
import type { CaseKind } from '../entry/case-payload.ts';
import type { DoorPoint, LodgeOutcome } from '../own/own.ts';
import type { AnswerClock } from '../view/view.ts';

/** What stands on a notice and opens the case. */
export interface NoticeKey {
  /** Number of the case as printed, or its full id. */
  readonly number: string;
  readonly code: string;
}

/** What somebody without a desk may want to say against what stands. */
export const noticeChoices = ['wrong', 'someone-else'] as const;
export type NoticeChoice = (typeof noticeChoices)[number];

/** A paper of the case that was served: which, and nothing of what it says of others. */
export interface NoticePaper {
  readonly kind: 'notice' | 'decision';
  readonly number: string;
  readonly on: CivilDate;
}

/** An objection or appeal that was lodged by this notice, with what became of it. */
export interface NoticeLodged {
  readonly caseId: string;
  readonly kind: CaseKind;
  readonly openedOn: CivilDate;
  readonly phase: CasePhase;
  readonly points: readonly CasePoint[];
  /** Steps that may still be taken in it. */
  readonly forms: readonly CaseForm[];
}

/** The case as far as it concerns whoever holds the notice. */
export interface NoticeView {
  readonly clock: AnswerClock;
  /** As it is printed on the notice. */
  readonly number: string;
  readonly as: NoticeSeat;
  readonly kind: CaseKind;
  readonly phase: CasePhase;
  readonly title: Localised;
  readonly subject: { readonly name?: string; readonly code?: string };
  readonly authority: Localised;
  readonly papers: readonly NoticePaper[];
  /** What was said from this seat in the case, with its answers. */
  readonly said: readonly CasePoint[];
  readonly forms: readonly CaseForm[];
  /** How many acts there are: whoever acts on less looks again first. */
  readonly acts: number;
  readonly choices: readonly NoticeChoice[];
  readonly lodged: readonly NoticeLodged[];
  /** Last day on which the code opens anything. */
  readonly lastOn: CivilDate;
}

/** A notice as the desk of the case sees it. */
export interface NoticeLine {
  readonly noticeId: string;
  readonly as: NoticeSeat;
  readonly place: number;
  readonly on: CivilDate;
  readonly official: string;
  readonly state: 'open' | 'over' | 'closed';
  readonly lastOn?: CivilDate;
  /** How often its code was used, and when last. */
  readonly uses: number;
  readonly usedAt?: string;
}

/** Notices of a case at its own desk, and the seats for which one may be given today. */
export interface NoticeDesk {
  readonly lines: readonly NoticeLine[];
  readonly seats: readonly NoticeSeat[];
}

export type NoticeGivenOutcome =
  | {
      readonly kind: 'given';
      readonly noticeId: string;
      readonly fileName: string;
      readonly bytes: Uint8Array;
    }
  | { readonly kind: 'not-found' }
  | Refused;

/** One case, read and acted in by whoever holds a notice of it, without an account. */
export interface NoticeCasework {
  /** An official gives a notice; the code stands on the paper that is returned, and nowhere else. */
  giveNotice(
    principal: Principal,
    order: {
      readonly caseId: string;
      readonly as: NoticeSeat;
      /** To whom, as it is printed; it is not kept. */
      readonly addressee: string;
      readonly language: LetterLanguage;
      /** Address of the page at which the code is entered. */
      readonly enterAt: string;
    },
  ): Promise<NoticeGivenOutcome>;
  /** Its code opens nothing from now on. */
  closeNotice(
    principal: Principal,
    asked: { readonly caseId: string; readonly noticeId: string },
  ): Promise<{ readonly kind: 'closed' } | { readonly kind: 'not-found' } | Refused>;
  /** A wrong number, a wrong code and one that is over are answered alike. */
  viewByNotice(
    key: NoticeKey,
  ): Promise<
    | { readonly kind: 'found'; readonly view: NoticeView }
    | { readonly kind: 'refused'; readonly problem: Problem }
  >;
  actByNotice(
    key: NoticeKey,
    step: {
      readonly act: string;
      readonly content: JsonValue;
      readonly seen?: number;
      /** A case that was lodged by the same notice; absent: the one it is about. */
      readonly caseId?: string;
    },
  ): Promise<CaseOutcome>;
  lodgeByNotice(
    key: NoticeKey,
    said: { readonly choice: NoticeChoice; readonly points: readonly DoorPoint[] },
  ): Promise<LodgeOutcome>;
}
