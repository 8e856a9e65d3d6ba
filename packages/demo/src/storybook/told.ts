import type { AgencyCode } from '../city/agencies.ts';
import type { Penalty } from '../record/records.ts';
import type { Role } from './cast.ts';

/** A hand-written decision, before it is put into the words and numbers of its agency. */
export interface Told {
  readonly role: Role;
  readonly agency: AgencyCode;
  /** Months before today's and day of that month; or the day that the tour is about. */
  readonly when: readonly [monthsAgo: number, day: number] | 'tour';
  readonly serial: number;
  readonly field: string;
  readonly type: string;
  /** Goes on after 经查，当事人; `{day}` is the day it was found. */
  readonly facts: string;
  readonly basis: string;
  readonly kinds: readonly string[];
  /** Words for what is neither fine nor confiscated gains nor a warning. */
  readonly further?: string;
  readonly fine?: number;
  readonly gains?: number;
  readonly licence?: string;
  readonly procedure?: Penalty['procedure'];
  /** Days from decision to service; absent where the file shows none. */
  readonly servedAfter?: number;
  /** The file states that the conduct was over on the day it was found. */
  readonly conductEnded?: true;
}
