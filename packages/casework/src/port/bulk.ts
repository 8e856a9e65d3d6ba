import type { CivilDate, Instant, Localised } from '@credence/domain';

import type { CaseKind } from '../entry/case-payload.ts';
import type { Entry } from './journal.ts';

/** One subject's entries, as far as a position of the journal. */
export interface SubjectEntries {
  readonly home: string;
  readonly entries: readonly Entry[];
}

/**
 * Large reads across subjects. Each call is a short transaction; what keeps a whole read consistent
 * is that the journal only grows and every call names the same position.
 */
export interface BulkReader {
  /** The next subjects after `after` in order of home, with their entries up to a position. */
  readSubjects(page: {
    readonly upTo: number;
    readonly after?: string;
    readonly limit: number;
  }): Promise<readonly SubjectEntries[]>;
  /** Entries of these homes up to a position, in the order given. */
  readHomes(homes: readonly string[], upTo: number): Promise<readonly SubjectEntries[]>;
  /**
   * Subjects about which something was recorded after a moment, or whose records or listings begin
   * or cease to stand in public on a day after `day` and not after `until`, or of whom somebody said
   * that they pay late; in order of home. It may name more than have changed, never fewer.
   */
  listTouched(range: {
    readonly since: Instant;
    readonly day: CivilDate;
    readonly until: CivilDate;
    /** Only what concerns records of these items, and `streams`; absent: of any, and listings. */
    readonly items?: readonly string[];
    /** Beginnings of streams, beside those of the records, that concern them as well. */
    readonly streams?: readonly string[];
    readonly after?: string;
    readonly limit: number;
  }): Promise<readonly string[]>;
  /** Whether any record of an item was ended or replaced by a decision after the moment. */
  hasEndsSince(moment: Instant, item: string): Promise<boolean>;
  /**
   * Subjects with a listing or a complaint on late payment, ended or not, about which something was
   * recorded after the moment.
   */
  listListedSince(moment: Instant, limit: number): Promise<readonly string[]>;
  /**
   * Subjects of which, after the moment, something was recorded in streams that begin so, or a record
   * was ended or replaced by a decision; of those alone that have a case of the kind, where one is named.
   */
  listActedSince(
    moment: Instant,
    what: { readonly streams: readonly string[]; readonly kind?: CaseKind },
    limit: number,
  ): Promise<readonly string[]>;
  /** Homes of all readers, in order. */
  listReaders(): Promise<readonly string[]>;
}

/** The kinds of cells in a file for download; each format writes them in its own way. */
export type BulkType = 'text' | 'codes' | 'date' | 'integer' | 'flag' | 'money';

export type BulkColumn = {
  readonly name: string;
  readonly type: BulkType;
  readonly title: Localised;
  /** What a code of the column means. */
  readonly codes?: readonly { readonly code: string; readonly title: Localised }[];
  /** Currency and decimal places of a column of money. */
  readonly currency?: string;
  readonly places?: number;
};

/** Money is in minor units; what a row does not state is absent. */
export type BulkCell = string | number | boolean | readonly string[];
export type BulkRow = Readonly<Record<string, BulkCell>>;

export type DownloadFormat = 'jsonl' | 'csv' | 'parquet';

export type DownloadFile = {
  readonly name: string;
  readonly format: DownloadFormat;
  readonly bytes: number;
  /** Hex SHA-256. */
  readonly sha256: string;
};

/** What stands beside the files of one data set: what they are, how far they go, what they oblige to. */
export type DownloadManifest = {
  readonly form: 'credence-download@1';
  readonly dataset: string;
  readonly title: Localised;
  /** What it holds and what not, where its title does not say so. */
  readonly about?: Localised;
  readonly access: 'open' | 'key';
  /** The moment up to which the journal was read. */
  readonly timepoint: string;
  /** The same with its day, to ask for what has changed since. */
  readonly after: string;
  /** The day whose public state the files hold. */
  readonly day: CivilDate;
  readonly zone: string;
  readonly edition: { readonly code: string; readonly hash: string };
  /** First day on which a copy may no longer be used without a new one. */
  readonly validUntil: CivilDate;
  /** First day on which the register itself no longer hands these files out. */
  readonly servedUntil: CivilDate;
  readonly rows: number;
  readonly columns: readonly BulkColumn[];
  readonly files: readonly DownloadFile[];
  readonly licence: Localised;
  readonly signature?: { readonly keyId: string; readonly signature: string };
};

/** One table being written in all formats at once. */
export interface TableSink {
  write(row: BulkRow): Promise<void>;
  /** Ends the files; nothing is to be seen of them yet. */
  close(): Promise<readonly DownloadFile[]>;
}

/** A cut in the making: invisible until `commit`, gone after `discard`. */
export interface CutSink {
  open(dataset: string, columns: readonly BulkColumn[]): Promise<TableSink>;
  describe(manifest: DownloadManifest): Promise<void>;
  commit(): Promise<void>;
  discard(): Promise<void>;
}

/** Where files for download lie. */
export interface DownloadShelf {
  begin(after: string): Promise<CutSink>;
  /** Manifests of everything on the shelf, newest cut first. */
  list(): Promise<readonly DownloadManifest[]>;
  /** The bytes of a file in pieces; undefined where it is gone. */
  read(
    place: { readonly after: string; readonly dataset: string },
    file: string,
  ): Promise<AsyncIterable<Uint8Array> | undefined>;
  remove(place: { readonly after: string; readonly dataset: string }): Promise<void>;
}
