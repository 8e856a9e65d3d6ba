import type {
  CivilDate,
  FactValue,
  Identifier,
  Instant,
  JsonValue,
  Language,
  Localised,
  Money,
  Period,
  PublicityAssessment,
  SubjectKind,
} from '@credence/domain';
import type { PublicDuty } from '../duty/duty.ts';
import type { PublicVisit } from '../inspection/visit/view-visits.ts';
import type { InheritedView, LifeView } from '../life/life.ts';
import type { CardKind, Citation, Confidence, TraceNode } from '@credence/rulebook';

export type { CardKind };

/** The time and law every answer is given under; printed on every page and in every API answer. */
export interface AnswerClock {
  /** The civil day of the request. */
  readonly today: CivilDate;
  /** The day asked about; equal to `today` unless the reader looks at another day. */
  readonly day: CivilDate;
  /** When the last entry that the answer may rest on was recorded. */
  readonly timepoint: Instant;
  readonly edition: EditionLine;
  readonly zone: string;
  /** Rules of the edition past their review on the day; absent: none. */
  readonly reviewsOverdue?: readonly OverdueReview[];
}

/** A rule that nobody has reviewed in time: nothing adverse is shown under it. */
export interface OverdueReview {
  readonly of:
    { readonly kind: 'edition' } | { readonly kind: 'item' | 'value'; readonly id: string };
  readonly title: Localised;
  /** Its last day of use. */
  readonly since: CivilDate;
}

export interface EditionLine {
  readonly code: string;
  readonly title: Localised;
  readonly hash: string;
  readonly inForceFrom: CivilDate;
  readonly inForceUntil: CivilDate | 'none';
}

/** An organisation in a list of results: who it is, and how much stands published, never a rank. */
export interface SubjectLine {
  readonly id: string;
  /** Absent where the source gave only a number. */
  readonly name?: string;
  readonly identifiers: readonly IdentifierView[];
  readonly kind: SubjectKind;
  readonly registeredOn?: CivilDate;
  readonly district?: string;
  /** Adverse records published on the day. */
  readonly published: number;
  /** How many of them are disputed as of today; absent: none. */
  readonly disputed?: number;
  /** The code or the name stands for another body as well, and no official has settled it yet. */
  readonly identityUnderReview?: true;
  /** The lists that it stands in on the day and today, in the order of their codes; absent: none. */
  readonly listed?: readonly ListedIn[];
  /** The first begin and the last end among them. */
  readonly firstBegin?: CivilDate;
  readonly lastEnd?: CivilDate;
  readonly match?: {
    /** `code-begins`: the query is the beginning of a code of the subject. */
    readonly kind: 'code' | 'code-begins' | 'name' | 'pinyin' | 'initials';
    readonly name?: string;
  };
  /** In search results: the subject is a branch, and this is how its parent is called. */
  readonly branchOf?: string;
}

/** A list that a subject stands in, as a line about the subject names it. */
export interface ListedIn {
  readonly code: string;
  readonly title: Localised;
  /** The entry is disputed and not yet answered, as of today; since when. */
  readonly disputedSince?: CivilDate;
}

export interface IdentifierView extends Identifier {
  readonly title: Localised;
}

export interface SearchView {
  readonly clock: AnswerClock;
  readonly query: string;
  /** Organisations found, at most 1,000. */
  readonly total: number;
  /** There are more than `total`; they can be neither counted nor paged through. */
  readonly more: boolean;
  readonly page: number;
  readonly pageSize: number;
  readonly results: readonly SubjectLine[];
  /** How many organisations the register shows today. */
  readonly registerSize: number;
  /** When the query looks like a code but is not one: why. */
  readonly codeFaults?: readonly {
    readonly scheme: string;
    readonly fault: string;
    readonly position?: number;
    readonly expected?: string;
    readonly found?: string;
  }[];
}

export interface SubjectView {
  readonly clock: AnswerClock;
  readonly subject: SubjectLine;
  /** Since when who it is is looked into, and which other public bodies are concerned. */
  readonly identityReview?: {
    readonly since: CivilDate;
    readonly others: readonly { readonly id: string; readonly name?: string }[];
  };
  readonly registration?: RecordView;
  /** Lists that it stands in by a procedure of this register; absent: none. */
  readonly listings?: readonly ListingView[];
  /** Payments that a public body is late with; each without its creditor unless it wishes so. */
  readonly latePayments?: readonly LatePaymentView[];
  /** What inspections of it came to, list by list, as long as each may be shown; absent: nothing. */
  readonly visits?: readonly PublicVisit[];
  /** What it reported of itself by the day; absent: nothing. */
  readonly reports?: readonly PublicDuty[];
  /** What happened to it, with what it is on the day; absent where nothing was written down. */
  readonly life?: LifeView;
  /** What stands in public of its predecessors, where the law lets it pass; absent: nothing. */
  readonly inherited?: readonly InheritedView[];
  /** Adverse records published on the day, latest begin first. */
  readonly records: readonly RecordView[];
  /** Licences and other records that are no burden, latest first. */
  readonly others: readonly RecordView[];
}

export interface RecordPageView {
  readonly clock: AnswerClock;
  readonly subject: SubjectLine;
  readonly record: RecordView;
}

export interface RecordView {
  readonly id: string;
  readonly item: { readonly code: string; readonly title: Localised };
  readonly effect: 'adverse' | 'neutral' | 'benefit';
  /** The line that names the record: type of violation, certificate, kind of inspection. */
  readonly heading: FactView;
  readonly document?: { readonly number: string; readonly title?: string };
  readonly decidedOn: CivilDate;
  /** Day on which an earlier statement of this record was corrected; absent where it never was. */
  readonly correctedHereOn?: CivilDate;
  /** An objection or an appeal about it has no answer yet, as of today; since when. */
  readonly disputedSince?: CivilDate;
  /** The subject's own words about it, until it takes them back. */
  readonly reply?: { readonly on: CivilDate; readonly text: string };
  readonly authority?: { readonly name: string; readonly code?: string };
  readonly provider: { readonly name: string; readonly code: string };
  readonly service: {
    readonly kind: 'shown' | 'stated' | 'not-shown' | 'not-needed';
    readonly on?: CivilDate;
    readonly mode?: string;
    /** The mode in words, from the item's schema. */
    readonly modeTitle?: Localised;
  };
  readonly severity?: { readonly code: string; readonly title: Localised };
  /** What the day makes of it. Only `shown` and (for licences) `valid` reach a public page. */
  readonly publicity: PublicityAssessment;
  readonly facts: readonly FactView[];
  readonly basis: readonly BasisView[];
  readonly why: TraceNode;
  /** Titles of the sources that `why` cites, by their ids. */
  readonly sourceTitles: Readonly<Record<string, Localised>>;
  readonly waysOut: readonly WayOutView[];
}

/** A listing in effect: what its list's card publishes of it, when it ends and how to end it earlier. */
export interface ListingView {
  /** Id of the procedure. */
  readonly id: string;
  readonly list: { readonly code: string; readonly title: Localised };
  readonly document?: { readonly number: string; readonly title?: string };
  readonly begins: CivilDate;
  /** First day without it; absent where an open duty ends it. */
  readonly ends?: CivilDate;
  /** Last day on which an official confirms that the duty is open; past it nothing shows. */
  readonly confirmBy?: CivilDate;
  readonly repairFrom?: CivilDate;
  readonly disputedSince?: CivilDate;
  readonly measures: readonly { readonly code: string; readonly title: Localised }[];
  readonly basis: readonly BasisView[];
  readonly waysOut: readonly WayOutView[];
}

/** A payment that a public body is late with, as anybody may read it. */
export interface LatePaymentView {
  /** Id of the procedure. */
  readonly id: string;
  /** Rounded to two digits. */
  readonly amount: Money;
  /** Absent unless the creditor wishes to be named. */
  readonly creditor?: string;
  readonly because: 'upheld' | 'confirmed' | 'unanswered';
  readonly begins: CivilDate;
  /** First day without it, were it never paid. */
  readonly ends: CivilDate;
  /** Last day on which an official confirms that it is open; past it nothing shows. */
  readonly confirmBy: CivilDate;
  readonly disputedSince?: CivilDate;
  readonly basis: readonly BasisView[];
}

/** One published field of a record: its title from the schema, its value as given or as a code's title. */
export interface FactView {
  readonly field: string;
  readonly title: Localised;
  readonly value: FactValue;
  /** For codes: their titles in the edition's languages, in the order of the values. */
  readonly codes?: readonly Localised[];
}

export interface BasisView {
  readonly citation: Citation;
  readonly sourceTitle: Localised;
  readonly confidence: Confidence;
  /** What this basis carries: the decision itself (as the file states it), its publication, its term. */
  readonly for: 'decision' | 'publication' | 'term' | 'severity' | 'way-out';
}

export interface WayOutView {
  readonly kind: 'repair' | 'correction' | 'review' | 'court' | 'put-right' | 'wait';
  readonly earliestOn?: CivilDate;
  readonly latestOn?: CivilDate;
  readonly answerWithin?: Period;
  readonly state: 'open' | 'not-yet' | 'closed' | 'not-confirmed';
  readonly basis: readonly BasisView[];
}

export interface EditionSummary extends EditionLine {
  readonly territory: string;
  readonly languages: readonly Language[];
  readonly reviewBy: CivilDate;
  readonly succeeds?: string;
  readonly parent?: string;
  readonly cards: number;
}

export interface CardLine {
  readonly kind: CardKind;
  readonly id: string;
  readonly title: Localised;
  /** Absent where the kind of card carries no mark. */
  readonly confidence?: Confidence;
  readonly inForce?: { readonly from: CivilDate; readonly until: CivilDate | 'none' };
}

/** All promulgated editions, newest in force first. */
export interface EditionsView {
  readonly clock: AnswerClock;
  readonly editions: readonly EditionSummary[];
}

export interface EditionView {
  readonly clock: AnswerClock;
  readonly edition: EditionSummary;
  readonly cards: readonly CardLine[];
}

export interface CardView {
  readonly clock: AnswerClock;
  readonly edition: EditionSummary;
  readonly card: CardLine & {
    readonly basis: readonly BasisView[];
    readonly reviewBy?: CivilDate;
  };
  /** The card as the edition's canonical JSON carries it; what the hash covers. */
  readonly content: JsonValue;
  /** Cards of the same edition that rest on this one. */
  readonly citedBy: readonly CardLine[];
  /** Titles of cards that the content names, keyed `kind:id`, and of lines of business, `code:c13`. */
  readonly titles: Readonly<Record<string, Localised>>;
}
