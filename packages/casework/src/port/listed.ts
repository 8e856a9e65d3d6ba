import type { CivilDate } from '@credence/domain';

import type { LineTrait } from './record-lines.ts';

/** Entries of one list that stand on two days at once: the one asked about, and today (guards N8). */
export interface ListedQuery {
  readonly card: string;
  readonly day: CivilDate;
  readonly today: CivilDate;
  /** Code of the agency that decides. */
  readonly agency?: string;
  /** Region that the code of the subject bears. */
  readonly region?: string;
  /** First day of the begin, included. */
  readonly from?: CivilDate;
  /** Last day of the begin, included. */
  readonly until?: CivilDate;
}

/** What entries of lists may be counted by: who decides, where, and the month of the begin. */
export type ListedTrait = Extract<LineTrait, 'source' | 'region' | 'month'>;

/** How many entries stand in a list, and how many subjects they are about. */
export interface ListedCount {
  readonly card: string;
  readonly entries: number;
  readonly subjects: number;
}
