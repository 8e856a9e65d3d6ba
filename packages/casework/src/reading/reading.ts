import type {
  CivilDate,
  Instant,
  JsonValue,
  Localised,
  Period,
  PublicityAssessment,
  PublishedTable,
  Refusal,
} from '@credence/domain';

import type { Purpose } from '../access/access.ts';
import type { KnownPrincipal } from '../access/principal.ts';
import type { AsOf, Found, NotFound, SubjectReference } from '../view/answer.ts';
import type { LineOrder } from '../port/record-lines.ts';
import type {
  AnswerClock,
  BasisView,
  CardLine,
  EditionLine,
  FactView,
  ListingView,
  RecordView,
  SubjectLine,
} from '../view/view.ts';
import type { PastAnswer, ReplayTimes } from './read-past.ts';

/** Counts below this are withheld, and more with them, so that none can be worked out (guards N8). */
export const smallestCell = 10;

/** How an entry of a list ends, as its card says. */
export type ListExit =
  | { readonly kind: 'time'; readonly after: Period }
  | { readonly kind: 'repair'; readonly earliest?: Period }
  | { readonly kind: 'duty'; readonly duty: Localised; readonly confirmEvery: Period }
  | { readonly kind: 'correction' | 'review' | 'court' | 'put-right' | 'annulment' }
  | { readonly kind: 'validity' | 'standing' };

/** A list of the register: an item of the catalogue, or a list under law that a procedure leads to. */
export interface ListLine {
  readonly kind: 'item' | 'list';
  readonly id: string;
  readonly title: Localised;
  readonly effect: 'adverse' | 'neutral' | 'benefit';
  /** Agencies that may supply it; of a list under law: which authority decides. */
  readonly keepers: readonly { readonly code: string; readonly name: Localised }[];
  readonly issuer?: { readonly competence: string; readonly level: string };
  readonly basis: readonly BasisView[];
  readonly confidence: BasisView['confidence'];
  readonly exits: readonly ListExit[];
  /** What stands published on the day. */
  readonly standing: { readonly records: number; readonly subjects: number };
}

export interface ListsView {
  readonly clock: AnswerClock;
  readonly lists: readonly ListLine[];
}

export interface ListQuery extends AsOf {
  readonly page: number;
  readonly order: LineOrder;
  readonly agency?: string;
  readonly region?: string;
  readonly decidedFrom?: CivilDate;
  readonly decidedUntil?: CivilDate;
}

export interface ListEntry {
  readonly subject: SubjectLine;
  readonly record: Pick<
    RecordView,
    'id' | 'heading' | 'severity' | 'decidedOn' | 'provider' | 'publicity' | 'effect' | 'document'
  >;
}

/** Who stands in a list under law, with what its card publishes of the entry. */
export interface ListedEntry {
  readonly subject: SubjectLine;
  readonly listing: ListingView;
}

export interface ListView {
  readonly clock: AnswerClock;
  readonly list: ListLine;
  readonly order: LineOrder;
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  /** Of an item of the catalogue. */
  readonly entries: readonly ListEntry[];
  /** Of a list under law: absent for an item. */
  readonly listed?: readonly ListedEntry[];
  /** Regions of the entries on the day, to choose from. */
  readonly regions: readonly string[];
}

export interface AgencyLine {
  readonly code: string;
  readonly name: Localised;
  readonly supplies: readonly { readonly item: string; readonly title: Localised }[];
}

export interface AgenciesView {
  readonly clock: AnswerClock;
  /** In the order of their codes. */
  readonly agencies: readonly AgencyLine[];
}

/** How late one item was supplied; what is absent is withheld or not known. */
export interface LatenessLine {
  readonly item: string;
  readonly title: Localised;
  /** Working days the law gives; absent where no rule says. */
  readonly withinWorkingDays?: number;
  readonly basis: readonly BasisView[];
  readonly known: number | null;
  readonly late: number | null;
  readonly notKnown: number | null;
  /** Late among known, in tenths of a per cent. */
  readonly lateTenths?: number;
  readonly medianDays?: number;
  readonly ninetiethDays?: number;
}

export interface AgencyView {
  readonly clock: AnswerClock;
  readonly agency: AgencyLine;
  /** First day of the time looked at. */
  readonly from: CivilDate;
  /** `YYYY-MM`, the earliest first; the columns of `supplied`. */
  readonly months: readonly string[];
  /** One row for each item of `agency.supplies`; withheld counts are null. */
  readonly supplied: PublishedTable;
  /** Backlog among it, whose lateness is not counted; null where withheld. */
  readonly backlog: number | null;
  readonly lateness: readonly LatenessLine[];
  /** Contradictions and identities that its desk has to settle; null below the smallest cell. */
  readonly openMatters: number | null;
  /** Absent while nothing was supplied. */
  readonly lastBatchOn?: CivilDate;
}

/** One table of the statistics: what is on show on the day, by one trait and by item or list. */
export interface StatisticsTable {
  readonly by: 'severity' | 'region' | 'agency' | 'month';
  /** Title absent: the code speaks for itself (a region, a month). */
  readonly rows: readonly { readonly code: string; readonly title?: Localised }[];
  /** Items of the catalogue, or lists under law. */
  readonly columns: readonly { readonly code: string; readonly title: Localised }[];
  readonly counts: PublishedTable;
}

export interface RepairLine {
  readonly item: string;
  readonly itemTitle: Localised;
  readonly severity: string;
  readonly severityTitle: Localised;
  readonly corrected: number | null;
  readonly notCorrected: number | null;
  /** Days from the decision to the correction. */
  readonly quartiles?: readonly [lower: number, median: number, upper: number];
}

export interface StatisticsView {
  readonly clock: AnswerClock;
  /** Of records, by item of the catalogue. */
  readonly tables: readonly StatisticsTable[];
  /** Of entries in lists under law, by list; a month is that of the entry. */
  readonly listings: readonly StatisticsTable[];
  /** First day of decision of the records whose repair is measured. */
  readonly repairFrom: CivilDate;
  readonly repair: readonly RepairLine[];
  /** Measures given to a body that has not answered; null: too few to be told, or none. */
  readonly unanswered: number | null;
}

/** One field of a card that an edition changed; a side is absent where the field is not there. */
export interface FieldDifference {
  /** E.g. `values.1.max`. */
  readonly path: string;
  readonly old?: JsonValue;
  readonly new?: JsonValue;
}

export interface RuleChange {
  readonly edition: EditionLine;
  readonly promulgatedAt: Instant;
  readonly approvals: readonly { readonly role: string; readonly on: CivilDate }[];
  /** Code of the edition it is compared with; absent: it is the first. */
  readonly since?: string;
  readonly added: readonly CardLine[];
  readonly withdrawn: readonly CardLine[];
  readonly changed: readonly {
    readonly card: CardLine;
    readonly fields: readonly FieldDifference[];
  }[];
}

export interface RuleChangesView {
  readonly clock: AnswerClock;
  /** Latest promulgation first. */
  readonly changes: readonly RuleChange[];
}

/** What a copy is of, and the fingerprint it was given with. */
export interface CopyQuery {
  readonly organisation?: string;
  readonly record?: string;
  readonly fingerprint: string;
}

export type CopyAnswer =
  | { readonly kind: 'current'; readonly clock: AnswerClock }
  | {
      readonly kind: 'changed';
      readonly clock: AnswerClock;
      readonly fingerprint: string;
      readonly organisation: string;
      readonly record?: string;
    }
  /** Withdrawn, ended, or never there: the register does not say which (guards N8). */
  | { readonly kind: 'not-published'; readonly clock: AnswerClock };

/** A record as it stood on the day, published or not. */
export interface ReplayRecord {
  readonly id: string;
  readonly item: Localised;
  readonly heading?: FactView;
  readonly number?: string;
  readonly decidedOn: CivilDate;
  readonly provider: string;
  readonly severity?: Localised;
  readonly recordedAt: Instant;
  readonly publicity: PublicityAssessment;
  /** End by decision, where one was recorded by then. */
  readonly ended?: { readonly on: CivilDate; readonly because: 'annulled' | 'repaired' };
}

export interface ReplayView extends PastAnswer {
  readonly records: readonly ReplayRecord[];
}

export type ReplayOutcome = Found<ReplayView> | NotFound | Refusal;

/** Reads beyond one subject, and the full past of one. */
export interface ReadingCasework {
  listLists(asOf?: AsOf): Promise<ListsView>;
  /** By the id of a catalogue item or of a list card. */
  viewList(id: string, query: ListQuery): Promise<Found<ListView> | NotFound>;
  listAgencies(): Promise<AgenciesView>;
  viewAgency(code: string): Promise<Found<AgencyView> | NotFound>;
  viewStatistics(): Promise<StatisticsView>;
  viewRuleChanges(): Promise<RuleChangesView>;
  /** Whether copies still say what the register says, in the order asked, all at one moment. */
  checkCopies(queries: readonly CopyQuery[]): Promise<readonly CopyAnswer[]>;
  /** The complete past answer about a subject, ended records included, with an access entry. */
  replaySubject(
    principal: KnownPrincipal,
    subject: SubjectReference,
    times: ReplayTimes,
    purpose: Purpose,
  ): Promise<ReplayOutcome>;
}
