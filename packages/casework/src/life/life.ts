import type {
  CivilDate,
  DatedText,
  JsonValue,
  LifeEventKind,
  LifeForm,
  LifeStatus,
  Localised,
  Problem,
  Refusal,
  SuccessionMatter,
} from '@credence/domain';

import type { SubjectHead } from '../access/access-casework.ts';
import type { KnownPrincipal } from '../access/principal.ts';
import type { CaseKind } from '../entry/case-payload.ts';
import type { Receipt } from '../port/journal.ts';
import type { NotFound } from '../view/answer.ts';
import type { AnswerClock, BasisView, RecordView } from '../view/view.ts';

/** An organisation that takes part in an event; its id where it has a page of its own. */
export interface LifePartyView {
  readonly id?: string;
  readonly name: string;
  readonly code?: string;
}

/** Where one thing goes with an event, and by which article. */
export interface GoesView {
  readonly what: SuccessionMatter;
  readonly goes: 'stays' | 'passes';
  readonly basis: readonly BasisView[];
}

/** An event as anybody reads it: neither who entered it nor which creditors were told. */
export interface LifeEventView {
  readonly id: string;
  readonly event: LifeEventKind;
  readonly effectiveOn: CivilDate;
  readonly until?: CivilDate;
  readonly form?: LifeForm;
  readonly before?: string;
  readonly after?: string;
  readonly document?: string;
  /** Name of the agency that wrote it down. */
  readonly authority: Localised;
  /** Absent where it happened to the organisation itself. */
  readonly predecessor?: LifePartyView;
  readonly successors: readonly LifePartyView[];
  readonly says?: Localised;
  readonly goes: readonly GoesView[];
  readonly basis: readonly BasisView[];
  readonly disputedSince?: CivilDate;
}

/** The life of an organisation on the day. */
export interface LifeView {
  readonly status: LifeStatus;
  readonly since?: CivilDate;
  readonly until?: CivilDate;
  readonly names: readonly DatedText[];
  readonly codes: readonly DatedText[];
  /** The latest first. */
  readonly events: readonly LifeEventView[];
}

/** What stands in public of a predecessor, by the article that lets it pass. */
export interface InheritedView {
  readonly predecessor: LifePartyView;
  readonly eventId: string;
  readonly since: CivilDate;
  readonly basis: readonly BasisView[];
  /** Each to its own end and no longer. */
  readonly records: readonly RecordView[];
}

/** What runs about an organisation: told to whoever decides on an event, and deciding nothing. */
export interface RunningCase {
  readonly caseId: string;
  readonly kind: CaseKind;
  readonly openedOn: CivilDate;
}

/** An organisation before an event is entered. */
export interface LifeDeskSubject {
  readonly subject: SubjectHead;
  readonly registrar?: string;
  readonly lists: readonly string[];
  readonly running: readonly RunningCase[];
  readonly life: LifeView;
}

/** An event that waits for its second name. */
export interface WaitingEvent extends LifeDeskSubject {
  readonly event: LifeEventView;
  readonly enteredOn: CivilDate;
  readonly enteredBy: string;
  readonly creditors: readonly LifePartyView[];
  /** Whoever asks entered it and cannot be the second. */
  readonly own: boolean;
}

export interface LifeDeskView {
  readonly clock: AnswerClock;
  readonly waiting: readonly WaitingEvent[];
  /** The organisation that was asked for. */
  readonly asked?: LifeDeskSubject;
}

export type LifeOutcome =
  | {
      readonly kind: 'recorded';
      readonly eventId: string;
      readonly state: 'stands' | 'waiting' | 'refused';
      readonly receipt: Receipt;
    }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Events in the life of organisations, at the desk of their registering authority. */
export interface LifeCasework {
  /** Writes an event down; where records are at stake it waits for a second official. */
  enterLifeEvent(command: {
    readonly principal: KnownPrincipal;
    readonly code: string;
    readonly said: JsonValue;
  }): Promise<LifeOutcome>;
  /** The second name, or the word that it shall not be. */
  settleLifeEvent(command: {
    readonly principal: KnownPrincipal;
    readonly eventId: string;
    readonly act: 'confirm' | 'refuse';
    readonly reason?: string;
  }): Promise<LifeOutcome>;
  /** What waits for the asker's agency, and what is known of one organisation. */
  viewLifeDesk(
    principal: KnownPrincipal,
    code?: string,
  ): Promise<{ readonly kind: 'found'; readonly view: LifeDeskView } | NotFound | Refusal>;
}
