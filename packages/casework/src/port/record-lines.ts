import type { CivilDate } from '@credence/domain';

import type { RecordLineRow } from './register.ts';

/** Lines that stand in public on two days at once: the one asked about, and today (guards N8). */
export interface ShownLines {
  readonly day: CivilDate;
  readonly today: CivilDate;
  readonly item?: string;
  /** Code of the supplying agency. */
  readonly source?: string;
  readonly region?: string;
  readonly severity?: string;
  /** First day of decision, included. */
  readonly decidedFrom?: CivilDate;
  /** Last day of decision, included. */
  readonly decidedUntil?: CivilDate;
}

/** By what lines may be ordered; never by anything like a rank. */
export type LineOrder = 'decided' | 'name';

/** What counts may be broken down by. */
export type LineTrait = 'item' | 'severity' | 'region' | 'source' | 'month' | 'kind';

export interface CrossCount {
  /** Absent: the lines have no such trait. A month is `YYYY-MM`. */
  readonly row?: string;
  readonly column?: string;
  readonly records: number;
}

/** What an agency supplied of one item in one month, as records were taken in. */
export interface SuppliedCount {
  readonly item: string;
  /** `YYYY-MM` of the day of taking in. */
  readonly month: string;
  readonly records: number;
  /** Backlog among them, whose lateness is nobody's. */
  readonly backlog: number;
}

/** How late an agency's records of one item were, backlog left out. */
export interface Lateness {
  readonly item: string;
  /** Records whose last day of supply is known. */
  readonly known: number;
  /** Records for which no rule or no published calendar names that day. */
  readonly notKnown: number;
  readonly late: number;
  /** Days past the last day, in time counting as 0; absent where nothing is known. */
  readonly medianDays?: number;
  readonly ninetiethDays?: number;
}

/** Days from finding to correction of the records of one class. */
export interface RepairTimes {
  readonly item: string;
  readonly severity?: string;
  readonly corrected: number;
  readonly notCorrected: number;
  readonly quartiles?: readonly [lower: number, median: number, upper: number];
}

/** Questions across subjects, answered from `record_line`. Ended records enter counts alone. */
export interface RecordLines {
  /** Home of the subject that a record is about; undefined where no such record is ever public. */
  findHome(recordId: string): Promise<string | undefined>;
  /** One page of lines with how many there are; of one place in the order, the id decides. */
  list(
    shown: ShownLines,
    page: { readonly order: LineOrder; readonly limit: number; readonly offset: number },
  ): Promise<{ readonly lines: readonly RecordLineRow[]; readonly total: number }>;
  /** Records by item, with how many subjects they are about. */
  countByItem(
    shown: ShownLines,
  ): Promise<
    readonly { readonly item: string; readonly records: number; readonly subjects: number }[]
  >;
  crossCount(
    shown: ShownLines,
    by: { readonly row: LineTrait; readonly column: LineTrait },
  ): Promise<readonly CrossCount[]>;
  /** What was taken in from `from` on, whatever has become of it since: for aggregates alone. */
  supplied(source: string, from: CivilDate): Promise<readonly SuppliedCount[]>;
  /** Up to `until`, the first day that no longer counts; absent: without an end. */
  lateness(source: string, from: CivilDate, until?: CivilDate): Promise<readonly Lateness[]>;
  /** Of records decided from `from` on. */
  repairTimes(from: CivilDate): Promise<readonly RepairTimes[]>;
}
