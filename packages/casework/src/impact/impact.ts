import type { CivilDate, Instant, JsonValue, Localised, Problem, Refusal } from '@credence/domain';
import type { Finding } from '@credence/rulebook';

import type { Purpose } from '../access/access.ts';
import type { SubjectHead } from '../access/access-casework.ts';
import type { KnownPrincipal } from '../access/principal.ts';
import type { Found, NotFound } from '../view/answer.ts';
import type {
  GuardDifference,
  ImpactReportPayload,
  ProgramImpact,
} from '../entry/impact-payload.ts';
import type { AnswerClock, EditionLine } from '../view/view.ts';
import type { Signature } from '../port/signer.ts';

export type * from '../entry/impact-payload.ts';

/** A draft by its text under its hash, see `editionToJson`, or by the hash it is known by. */
export type DraftReference = { readonly draft: JsonValue } | { readonly hash: string };

/** What is compared with what, on which day. */
export type ImpactQuery = DraftReference & {
  /** Code of the promulgated edition it is held against; absent: the law of the day. */
  readonly baseline?: string;
  readonly asOf?: CivilDate;
  /** Absent: that of the office, `oversight` for whoever may ask for nothing else. */
  readonly purpose?: Purpose;
};

/** The whole report; the same register, editions and day give the same hash. */
export interface ImpactView {
  readonly clock: AnswerClock;
  readonly asOf: CivilDate;
  /** The register as known at this moment. */
  readonly knownAt: Instant;
  readonly baseline: EditionLine;
  readonly draft: EditionLine;
  /** In the order of the draft; programs that only one of the two has are named in `notCompared`. */
  readonly programs: readonly ProgramImpact[];
  readonly notCompared: readonly string[];
  readonly guards: GuardDifference;
  /** Hex SHA-256 of the canonical JSON of the report, see `ImpactReport`. */
  readonly hash: string;
  readonly signature: Signature;
}

export type ImpactOutcome =
  | { readonly kind: 'found'; readonly view: ImpactView }
  | {
      readonly kind: 'refused';
      readonly problem: Problem;
      readonly findings: readonly Finding[];
    };

/** The reports that were made on a draft, the newest first. */
export interface ImpactsView {
  readonly clock: AnswerClock;
  readonly draft: { readonly hash: string; readonly code: string; readonly title: Localised };
  /** False for one that was only tried on the register: its text is not kept, its report is. */
  readonly isProposed: boolean;
  readonly reports: readonly ImpactReportPayload[];
  /** Editions a report can be held against. */
  readonly editions: readonly EditionLine[];
}

export type ImpactsOutcome = Found<ImpactsView> | NotFound | Refusal;

/** One organisation that would move, for the legal officer of the draft. */
export interface Mover {
  readonly subject: SubjectHead;
  readonly from: string;
  readonly to: string;
  /** Code of the rule, or `bands` where only the limits of the classes differ. */
  readonly cause: string;
}

export type MoversQuery = ImpactQuery & {
  readonly program: string;
  /** The last organisation of the page before; five to a page, in the order of the register. */
  readonly after?: string;
};

/** A page of movers, with the classes and rules they are told by. */
export interface MoversView {
  readonly clock: AnswerClock;
  readonly asOf: CivilDate;
  readonly baseline: EditionLine;
  readonly draft: EditionLine;
  readonly program: ProgramImpact['program'];
  readonly movers: readonly Mover[];
  /** Titles of classes and of rules, by their codes. */
  readonly classes: Readonly<Record<string, Localised>>;
  readonly rules: Readonly<Record<string, Localised>>;
  /** Where the next page begins; absent: these were the last. */
  readonly next?: string;
}

export type MoversOutcome =
  | { readonly kind: 'found'; readonly view: MoversView }
  | Extract<ImpactOutcome, { readonly kind: 'refused' }>;

/** What a change of the rules would do to the register, before it does. */
export interface ImpactCasework {
  /**
   * Aggregates alone (guards G38, G45). The report is kept in the home of the draft, with who asked;
   * asked again about the same register, editions and day it is the one that was kept.
   */
  runImpact(principal: KnownPrincipal, query: ImpactQuery): Promise<ImpactOutcome>;
  /** The reports that were kept, of a draft known by its hash; the look is written down. */
  viewImpacts(
    principal: KnownPrincipal,
    query: { readonly hash: string; readonly purpose?: Purpose },
  ): Promise<ImpactsOutcome>;
  /** By name, for the legal officer alone; each name is a look that is written down. */
  listMovers(principal: KnownPrincipal, query: MoversQuery): Promise<MoversOutcome>;
}
