import type {
  CivilDate,
  Instant,
  JsonValue,
  Localised,
  Problem,
  PublishedTable,
} from '@credence/domain';
import type { Finding } from '@credence/rulebook';

import type { SubjectHead } from '../access/access-casework.ts';
import type { KnownPrincipal } from '../access/principal.ts';
import type { AnswerClock, EditionLine } from '../view/view.ts';
import type { Signature } from '../port/signer.ts';
import type { ProgramLine } from './explain.ts';

/** What is compared with what, on which day. */
export interface ImpactQuery {
  /** Code of the promulgated edition it is held against; absent: the law of the day. */
  readonly baseline?: string;
  /** The draft as JSON under its hash, see `editionToJson`. */
  readonly draft: JsonValue;
  readonly asOf?: CivilDate;
}

/** A name by which rows or columns of a table go; a code without a title speaks for itself. */
export interface ImpactLabel {
  readonly code: string;
  readonly title?: Localised;
}

/** A table of counts of organisations; absent counts: withheld whole, since it would give others away. */
export interface ImpactTable {
  readonly rows: readonly ImpactLabel[];
  readonly columns: readonly ImpactLabel[];
  readonly counts?: PublishedTable;
}

/** What a draft would do to the results of one program. Every count is at least ten or withheld. */
export interface ProgramImpact {
  readonly program: ProgramLine;
  /** Class under the baseline by class under the draft. */
  readonly transitions: ImpactTable;
  /** The rule that makes organisations move, by whether they end worse or better. */
  readonly causes: ImpactTable;
  /** Worse, better, same: by industry, size and region of the code, as far as registered. */
  readonly bySector: ImpactTable;
  readonly bySize: ImpactTable;
  readonly byRegion: ImpactTable;
  /** Of those who end worse: with a way out by time or their own act within ten years, without one. */
  readonly exits: ImpactTable;
  /** Days until the nearest way out, of those who end worse and have one; absent: withheld or none. */
  readonly medianDaysToExit?: number;
  /** Organisations of which the register does not know what the rules ask; absent: withheld. */
  readonly notEvaluated?: number;
}

/** What guards say of the one and not of the other: both pass, so these are warnings. */
export interface GuardDifference {
  readonly new: readonly Finding[];
  readonly gone: readonly Finding[];
}

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
  /** Hex SHA-256 of the canonical JSON of all of the above but `clock`. */
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

/** One organisation that would move, for the legal officer of the draft. */
export interface Mover {
  readonly subject: SubjectHead;
  readonly from: string;
  readonly to: string;
  readonly cause: string;
}

export interface MoversQuery extends ImpactQuery {
  readonly program: string;
  /** From 1; twenty to a page, in the order of the register. */
  readonly page: number;
}

export type MoversOutcome =
  | {
      readonly kind: 'found';
      readonly view: { readonly movers: readonly Mover[]; readonly total: number };
    }
  | Extract<ImpactOutcome, { readonly kind: 'refused' }>;

/** What a change of the rules would do to the register, before it does. */
export interface ImpactCasework {
  /** Aggregates alone (guards G38, G45). */
  runImpact(principal: KnownPrincipal, query: ImpactQuery): Promise<ImpactOutcome>;
  /** By name, for the legal officer alone; each name is a look that is written down. */
  listMovers(principal: KnownPrincipal, query: MoversQuery): Promise<MoversOutcome>;
}
