import type { CivilDate, JsonValue, Localised } from '@credence/domain';

import type { Principal } from '../../access/principal.ts';
import type { Found, NotFound, SubjectReference } from '../../view/answer.ts';
import type {
  CaseAction,
  CaseActionKind,
  CaseKind,
  Hand,
  IdentityPaper,
} from '../../entry/case-payload.ts';
import type { NoticeDesk } from '../../notice/notice.ts';
import type { Receipt } from '../../port/journal.ts';
import type { CaseRow } from '../../port/register.ts';
import type { AnswerClock } from '../../view/view.ts';
import type { CaseClock, CasePhase, CaseQueue, CaseStanding } from '../case.ts';
import type { PaperGiven } from '../paper/paper-casework.ts';
import type { TaskFeedOutcome } from '../task/list-tasks.ts';
import type { CaseDossier } from './dossier.ts';
import type { Refused } from './open-desk.ts';
import type { CaseOpeningsView } from './openings.ts';
import type { PartySeat } from './party-seat.ts';
import type { OversightView } from './oversight.ts';

/** For whom an office takes something down at its counter; absent: for itself. */
export interface Behalf {
  readonly kind: 'party';
  readonly as: Extract<Hand, { readonly kind: 'party' }>['as'];
  readonly name: string;
  /** What an official at a counter has to say; whoever runs the machine itself need not. */
  readonly counter?: { readonly paper: IdentityPaper; readonly reason: string };
}

export interface OpenCaseCommand {
  readonly principal: Principal;
  readonly subject: SubjectReference;
  /** `desks` and `matter` of the opening, as its payload has them. */
  readonly content: JsonValue;
  readonly behalf?: Behalf;
  /** Of an organisation that opens it about another one: where it has a part, or as a creditor. */
  readonly seat?: PartySeat;
  /** Of a visit of inspection: the draws that met the subject. */
  readonly arranged?: readonly string[];
  /** Files that were handed over before and go with it. */
  readonly papers?: readonly PaperGiven[];
}

export interface ActCommand {
  readonly principal: Principal;
  readonly caseId: string;
  /** Kind of the action. */
  readonly act: string;
  /** What the action says, as its payload has it, without the case, the day and the hand. */
  readonly content: JsonValue;
  readonly behalf?: Behalf;
  /** How many acts whoever acts has seen; with more than that he looks again first. */
  readonly seen?: number;
  /** Draws that the register itself knows to have met the subject of a visit. */
  readonly arranged?: readonly string[];
  /** Files that were handed over before and go with it. */
  readonly papers?: readonly PaperGiven[];
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
  | Refused;

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
  readonly dossier: CaseDossier;
  /** Notices with a code, as the desk that decides sees them; absent for everybody else. */
  readonly notices?: NoticeDesk;
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

/** One case as a desk lists it. */
export interface CaseDeskLine {
  readonly caseId: string;
  readonly kind: CaseKind;
  readonly subject: { readonly home: string; readonly name?: string; readonly code?: string };
  /** Of a case about somebody else: the seat of whoever looks. */
  readonly as?: PartySeat['as'];
  readonly title: Localised;
  readonly openedOn: CivilDate;
  readonly phase: CasePhase;
  /** Whose turn it is; absent where only time has to pass. */
  readonly queue?: CaseQueue;
  /** The clock that runs for whoever has the turn, else the next one that runs at all. */
  readonly due?: CaseClock;
  /** What whoever looks may do now. */
  readonly acts: readonly CaseActionKind[];
}

export interface CaseDeskView {
  readonly clock: AnswerClock;
  readonly agency?: string;
  /** It is for whoever looks to act. */
  readonly mine: readonly CaseDeskLine[];
  readonly waiting: readonly CaseDeskLine[];
  /** Nobody has anything to do, the newest first; a page of them. */
  readonly closed: readonly CaseDeskLine[];
  readonly agencies: readonly { readonly code: string; readonly name: Localised }[];
}

/** Procedures: opened, moved on, looked at, each step judged by the one engine. */
export interface CaseCasework {
  openCase(command: OpenCaseCommand): Promise<CaseOutcome>;
  actInCase(command: ActCommand): Promise<CaseOutcome>;
  viewCase(principal: Principal, caseId: string): Promise<Found<CaseView> | NotFound | Refused>;
  /** The cases of whoever looks: of the agency, or of those he speaks for; the soonest due first. */
  viewCaseDesk(principal: Principal, agency?: string): Promise<Found<CaseDeskView> | Refused>;
  /** What may be opened about a subject, and what may not and why. */
  listOpenings(
    principal: Principal,
    subject: string,
  ): Promise<Found<CaseOpeningsView> | NotFound | Refused>;
  /** What measures ask of the agency of whoever looks: the body's own feed. */
  listTasks(principal: Principal): Promise<TaskFeedOutcome>;
  /** How procedures are run, in counts, for whoever oversees. */
  viewOversight(principal: Principal): Promise<Found<OversightView> | Refused>;
  /** What waits for an agency, the oldest first. */
  listCases(principal: Principal, agency: string): Promise<Found<CaseQueueView> | Refused>;
}
