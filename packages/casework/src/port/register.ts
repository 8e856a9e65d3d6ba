import type { CivilDate, Identifier, Localised, SubjectKind } from '@credence/domain';

import type { CaseKind } from '../entry/case-payload.ts';
import type { EffectCount } from './effect-count.ts';
import type { ListedCount, ListedQuery, ListedTrait } from './listed.ts';
import type { CrossCount, LineOrder, RecordLines } from './record-lines.ts';

/**
 * Rows derived from one home's entries. `projectHome` makes them; nothing else may. They rest on
 * the entries' payloads and their order, never on `position` or `recordedAt`, which an entry gets
 * only when it is committed. Rows of several entries add up: `registered` if any says so, the
 * latest `visibleUntil`, the union of the rest; a bulk import relies on it.
 */
export interface HomeRows {
  readonly subject?: SubjectRow;
  readonly identifiers: readonly Identifier[];
  readonly names: readonly NameRow[];
  readonly recordKeys: readonly RecordKeyRow[];
  readonly agency?: AgencyRow;
  readonly edition?: EditionRow;
  readonly batches: readonly BatchRow[];
  readonly recordLines?: readonly RecordLineRow[];
  readonly matters?: readonly MatterRow[];
  readonly errorReports?: readonly ErrorReportRow[];
  readonly accounts?: readonly AccountRow[];
  readonly ruleDraft?: RuleDraftRow;
  readonly cases?: readonly CaseRow[];
}

/**
 * One stretch of days on which a record stands in public, for questions across subjects (lists,
 * counts, downloads). A record that is never public has one line without days. Exact for every day
 * under the editions known; what a reader sees is still decided from the entries.
 */
export interface RecordLineRow {
  readonly home: string;
  readonly recordId: string;
  /** Number of the stretch, from 1. */
  readonly ordinal: number;
  readonly item: string;
  /** Code of the agency that supplied it. */
  readonly source: string;
  readonly batchId: string;
  readonly kind: SubjectKind;
  readonly severity?: string;
  /** Region the subject's code bears, where it bears one. */
  readonly region?: string;
  /** What lists by name are ordered by, from the name the record states; empty where it states none. */
  readonly nameKey: string;
  readonly decidedOn: CivilDate;
  readonly takenInOn: CivilDate;
  /** Last day on which supplying it was in time; absent where no rule says or no calendar is published. */
  readonly supplyDueOn?: CivilDate;
  readonly correctedOn?: CivilDate;
  /** Taken in as backlog: its lateness is nobody's. */
  readonly backlog: boolean;
  readonly shownFrom?: CivilDate;
  /** First day on which it is no longer shown; absent beside `shownFrom`: without an end. */
  readonly shownUntil?: CivilDate;
}

/** Something a desk has to settle: a contradiction about a record or about who a subject is. */
export interface MatterRow {
  readonly home: string;
  readonly matterId: string;
  readonly kind: 'conflict' | 'identity';
  readonly state: 'open' | 'proposed' | 'closed';
  /** Code of the agency at whose desk it lies. */
  readonly agency: string;
  readonly openedOn: CivilDate;
  /** The other subject concerned, where there is one. */
  readonly otherHome?: string;
}

/** Where a case is found by its id and by the desks it knows; what it says stays in the journal. */
export interface CaseRow {
  readonly home: string;
  readonly caseId: string;
  readonly kind: CaseKind;
  readonly state: string;
  /** Codes of all agencies that have a desk in it, the one that decides first. */
  readonly agency: readonly string[];
  readonly openedOn: CivilDate;
  /** Nobody has anything to do in it, whatever time goes by. */
  readonly over: boolean;
  /** The days on which a listing or a measure stands, under the card of its list or measure. */
  readonly effect?: EffectDays & { readonly card: string };
  /** Blind keys of the people it names, each good in this case alone; absent where it names none. */
  readonly personKeys?: readonly string[];
}

/** Days on which a listing or a measure stands; without `until` nothing known ends it. */
export interface EffectDays {
  readonly from: CivilDate;
  /** First day on which it no longer stands. */
  readonly until?: CivilDate;
}

/** Where an error that a reader reported is found by its number; the text stays in the journal. */
export interface ErrorReportRow {
  readonly home: string;
  readonly number: string;
  readonly recordId: string;
  /** Code of the agency that supplied the record and answers. */
  readonly agency: string;
  readonly state: 'open' | 'answered';
  readonly reportedOn: CivilDate;
}

/** A draft of an edition by its hash; its text and what became of it stay in the journal. */
export interface RuleDraftRow {
  readonly home: string;
  readonly hash: string;
  readonly code: string;
  /** Day of publication; absent while it is only prepared. */
  readonly publishedOn?: CivilDate;
}

/** Who may sign in or hold a key. Secrets are kept as hashes only. */
export interface AccountRow {
  readonly home: string;
  readonly account: string;
  readonly kind: 'official' | 'representative' | 'machine' | 'reader';
  readonly name: string;
  /** Issuer and subject of the sign-in provider, where the account signs in there. */
  readonly issuer?: string;
  readonly subject?: string;
  /** Hex SHA-256 of a key, where the account has one. */
  readonly keyHash?: string;
  readonly agency?: string;
  /** What an official is at the agency; of a machine or a mandate, what it is limited to. */
  readonly roles?: readonly string[];
  /** The identifier a mandate is bound to: it holds only while the home has it. */
  readonly identifier?: Identifier;
  readonly from: CivilDate;
  /** First day on which it no longer holds. */
  readonly until?: CivilDate;
}

/** Who someone is to a provider of sign-in. */
export interface SignInReference {
  readonly issuer: string;
  readonly subject: string;
}

export interface SubjectRow {
  readonly home: string;
  /** In the registration: visible on its own account, whatever records it has or has not. */
  readonly registered: boolean;
  /** Last day (exclusive) on which any record makes an unregistered subject visible. */
  readonly visibleUntil?: CivilDate;
}

/**
 * A name under the keys by which it is searched; the original is never in these keys. `canon` and
 * `core` rest on what the name consists of, so that one organisation's name is found however region
 * and legal form are written. Keys of the core are empty where the core is all of `canon`.
 */
export interface NameRow extends NameSearchKeys {
  readonly home: string;
  readonly name: string;
  /**
   * First day on which no record that states the name is public any more; absent for a name of the
   * registration. An ended record must not be found by the name it alone gave.
   */
  readonly visibleUntil?: CivilDate;
}

export interface NameSearchKeys {
  /** The whole name without width, case, accents, traditional characters and punctuation. */
  readonly folded: string;
  /** Pairs of neighbouring characters of `folded`, and of the words of a Latin `canon`. */
  readonly grams: readonly string[];
  /** Region in its shortest form, then the core; for a Latin name its words with blanks. */
  readonly canon: string;
  /** The name without region and legal form. */
  readonly core: string;
  /** Full pinyin of `canon` without tones and spaces, empty for Latin names. */
  readonly pinyin: string;
  readonly initials: string;
  readonly corePinyin: string;
  readonly coreInitials: string;
}

export interface RecordKeyRow {
  readonly home: string;
  readonly item: string;
  /** What makes the record the same record: joined fields named by the catalogue item. */
  readonly key: string;
  readonly contentHash: string;
  readonly recordId: string;
}

export interface AgencyRow {
  readonly home: string;
  readonly code: string;
  readonly name: Localised;
}

export interface EditionRow {
  readonly home: string;
  readonly code: string;
  readonly hash: string;
}

export interface BatchRow {
  readonly home: string;
  readonly batchId: string;
  readonly source: string;
  readonly item: string;
  readonly fileHash: string;
  readonly mapping: string;
}

/** A text to look for under one key; `words`: each of them begins a word of the key, in any order. */
export type NameWay = { readonly match: NameHit['match'] } & (
  | {
      readonly how: 'equal';
      readonly key: PrefixKey;
      /** Any of these. */
      readonly texts: readonly string[];
    }
  | {
      readonly how: 'prefix';
      readonly key: PrefixKey;
      readonly text: string;
      /** Behind the beginning stands one text of each of these groups, in any order. */
      readonly behind?: readonly (readonly string[])[];
    }
  | {
      readonly how: 'inside';
      readonly key: 'folded';
      readonly text: string;
      readonly grams: readonly string[];
    }
  | {
      readonly how: 'words';
      readonly key: 'canon';
      readonly words: readonly string[];
      readonly grams: readonly string[];
    }
);

/** The keys that can be looked up by their beginning. */
export type PrefixKey = Exclude<keyof NameSearchKeys, 'grams'>;

/**
 * The ways in which a query may be meant, the best first: a name answers it by the first way that
 * it satisfies. A query without any way finds nothing.
 */
export interface NameQuery {
  readonly ways: readonly NameWay[];
}

export interface NameHit {
  readonly home: string;
  readonly name: string;
  readonly match: 'name' | 'pinyin' | 'initials';
}

export interface NameHits {
  readonly hits: readonly NameHit[];
  /** Subjects that match, at most 1,000. */
  readonly total: number;
  /** There are more than `total`. */
  readonly more: boolean;
}

export interface Register {
  /** Questions across subjects about the days on which records stand. */
  readonly lines: RecordLines;
  findByIdentifier(identifier: Identifier): Promise<string | undefined>;
  /** Keys are `scheme:value`. */
  findByIdentifiers(identifiers: readonly Identifier[]): Promise<ReadonlyMap<string, string>>;
  /**
   * Codes of these schemes that begin so, in their order; whoever answers in public has to see
   * whether the code still stands.
   */
  findByIdentifierStart(
    start: string,
    within: { readonly schemes: readonly string[]; readonly limit: number },
  ): Promise<readonly (Identifier & { readonly home: string })[]>;
  /**
   * Visible subjects whose name matches, each once: by the way that it satisfies, then shorter names
   * first, then by the key that matched, then by folded name. Never ordered or filtered by records.
   * Pages end at 1,000.
   */
  searchNames(
    query: NameQuery,
    page: { readonly today: CivilDate; readonly limit: number; readonly offset: number },
  ): Promise<NameHits>;
  agencies(): Promise<readonly AgencyRow[]>;
  editions(): Promise<readonly EditionRow[]>;
  /** Drafts of editions, the latest published first, those not published before them. */
  ruleDrafts(limit: number): Promise<readonly RuleDraftRow[]>;
  countSubjects(today: CivilDate): Promise<number>;
  /** Accounts and mandates of someone who signs in, whether they hold today or not. */
  accountsOf(signIn: SignInReference): Promise<readonly AccountRow[]>;
  /** Accounts, mandates or keys that lie in a home. */
  accountsIn(home: string): Promise<readonly AccountRow[]>;
  /** The holder of a key, by the hash of the key. */
  accountByKey(keyHash: string): Promise<AccountRow | undefined>;
  /** What an agency has to settle, not closed, the oldest first. */
  openMatters(
    agency: string,
    page: { readonly limit: number; readonly offset: number },
  ): Promise<{ readonly matters: readonly MatterRow[]; readonly total: number }>;
  findMatter(matterId: string): Promise<MatterRow | undefined>;
  /** Reports of an agency: those not answered first, the oldest first. */
  errorReports(agency: string, limit: number): Promise<readonly ErrorReportRow[]>;
  findErrorReport(number: string): Promise<ErrorReportRow | undefined>;
  /** Cases in which an agency has a desk and that are not over, the oldest first. */
  openCases(agency: string, limit: number, kind?: CaseKind): Promise<readonly CaseRow[]>;
  /** The same where nobody has anything to do any more, the newest first. */
  closedCases(agency: string, limit: number): Promise<readonly CaseRow[]>;
  /** Every case, the newest first: for counts of how procedures are run. */
  allCases(limit: number): Promise<readonly CaseRow[]>;
  findCase(caseId: string): Promise<CaseRow | undefined>;
  /** Cases with blind keys of people, for a person's own file and nothing else. */
  casesNamingPeople(): Promise<readonly CaseRow[]>;
  /** Subjects with a listing or a measure that stands on a day, by its card. */
  countEffects(day: CivilDate): Promise<readonly EffectCount[]>;
  /** Entries that stand in each list on the day and today. */
  countListed(days: Pick<ListedQuery, 'day' | 'today'>): Promise<readonly ListedCount[]>;
  /** The same by a trait, each list a column. */
  crossCountListed(
    days: Pick<ListedQuery, 'day' | 'today'>,
    row: ListedTrait,
  ): Promise<readonly CrossCount[]>;
  /**
   * One page of the entries of a list, the latest begin first or by name. What a reader sees is
   * still decided from the journal: time may have put off an entry that stands here.
   */
  listListed(
    query: ListedQuery,
    page: { readonly order: LineOrder; readonly limit: number; readonly offset: number },
  ): Promise<{
    readonly entries: readonly { readonly home: string; readonly caseId: string }[];
    readonly total: number;
  }>;
  /** Messages of a topic that ask for something, as the last work of a day left them. */
  countTasks(topic: string, asks: string): Promise<number>;
}

/** The parts of an organisation's name that a comparison looks at one by one. */
export type NameComponentKind = 'branch' | 'legal-form' | 'region' | 'trade-name' | 'industry';

/**
 * How one part of two names stands: `compatible` differs in a way that one organisation's name may
 * (a province more or less, another wording of a form, the same sound in another script); `absent`
 * is stated by one of the two names at most.
 */
export interface NameComponentFinding {
  readonly component: NameComponentKind;
  readonly relation: 'equal' | 'compatible' | 'contradictory' | 'absent';
  /** The part as the first name has it; absent where it has none. */
  readonly a?: string;
  readonly b?: string;
}

/**
 * What two names say about whether they name one organisation. `same` is no identity: without an
 * equal identifier nothing is ever joined on it. `review` is for a person to settle.
 */
export interface NameComparison {
  readonly verdict: 'same' | 'review' | 'different';
  /** Every component once, in the order of `NameComponentKind`. */
  readonly components: readonly NameComponentFinding[];
}

/** Turns names into search keys; implemented over opencc and pinyin in `exchange`. */
export interface NameKeys {
  fold(name: string): NameSearchKeys;
  foldQuery(text: string): NameQuery;
  /**
   * The name of the organisation whose branch the name names, with or without its legal form;
   * undefined for a name that is no branch's.
   */
  parentName(name: string): string | undefined;
  /** Compares two names part by part; symmetric but for which text is `a`. */
  compare(a: string, b: string): NameComparison;
}
