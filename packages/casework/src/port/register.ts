import type { CivilDate, Identifier } from '@credence/domain';

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
  /** Days on which something about this home changes or has to be done. */
  readonly due?: readonly DueRow[];
}

export interface DueRow {
  readonly home: string;
  readonly dueOn: CivilDate;
  /** A code of the work to be done, e.g. `publicity-ends`. */
  readonly why: string;
}

export interface SubjectRow {
  readonly home: string;
  /** In the registration: visible on its own account, whatever records it has or has not. */
  readonly registered: boolean;
  /** Last day (exclusive) on which any record makes an unregistered subject visible. */
  readonly visibleUntil?: CivilDate;
}

/** A name folded for search; the original is never in this table's keys. */
export interface NameRow {
  readonly home: string;
  readonly name: string;
  readonly folded: string;
  readonly grams: readonly string[];
  /** Full pinyin without tones and spaces, empty for Latin names. */
  readonly pinyin: string;
  readonly initials: string;
  /**
   * First day on which no record that states the name is public any more; absent for a name of the
   * registration. An ended record must not be found by the name it alone gave.
   */
  readonly visibleUntil?: CivilDate;
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
  readonly name: string;
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

export interface NameQuery {
  /** From `NameKeys.foldQuery`. */
  readonly folded: string;
  readonly grams: readonly string[];
  /** Lower-case Latin letters when the query could be pinyin or initials. */
  readonly pinyin?: string;
  /** Set when `pinyin` is long enough to be looked for inside a name: after its region. */
  readonly pinyinInside?: boolean;
}

export interface NameHit {
  readonly home: string;
  readonly name: string;
  readonly match: 'name' | 'pinyin' | 'initials';
}

export interface Register {
  findByIdentifier(identifier: Identifier): Promise<string | undefined>;
  /** Keys are `scheme:value`. */
  findByIdentifiers(identifiers: readonly Identifier[]): Promise<ReadonlyMap<string, string>>;
  /**
   * Visible subjects whose name matches: exact first, then prefix, then containing; equal ones by
   * folded name. Never ordered or filtered by records.
   */
  searchNames(
    query: NameQuery,
    page: { readonly today: CivilDate; readonly limit: number; readonly offset: number },
  ): Promise<{ readonly hits: readonly NameHit[]; readonly total: number }>;
  agencies(): Promise<readonly AgencyRow[]>;
  editions(): Promise<readonly EditionRow[]>;
  countSubjects(today: CivilDate): Promise<number>;
}

/** Turns names into search keys; implemented over opencc and pinyin in `exchange`. */
export interface NameKeys {
  fold(name: string): Pick<NameRow, 'folded' | 'grams' | 'pinyin' | 'initials'>;
  foldQuery(text: string): NameQuery;
}
