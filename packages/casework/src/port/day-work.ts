import type { CivilDate, Instant, JsonValue } from '@credence/domain';

import type { ClassLineRow } from './class-lines.ts';
import type { Entry } from './journal.ts';

/** The next day on which something about a home changes by time alone. */
export interface DueRow {
  readonly home: string;
  readonly dueOn: CivilDate;
  readonly why: DueReason;
}

export type DueReason =
  /** A record begins to stand in public, or changes its class there. */
  | 'publicity-begins'
  /** A record, or an entry in a list, ceases to stand in public. */
  | 'publicity-ends'
  /** What a program of the rulebook says about the subject changes. */
  | 'rule-changes'
  /** A body is asked something else about a measure it was given. */
  | 'task-turns'
  /** The yearly evaluation of the subject is due. */
  | 'evaluation-due'
  /** A report of the subject is asked for, or overdue. */
  | 'report-due';

/** Up to which entry every home has its next days, and under which rules they were found. */
export interface WorkMark {
  readonly position: number;
  readonly recordedAt: Instant;
  /** Hashes of the editions; under other rules every home has to be looked at again. */
  readonly rules: string;
}

/** Homes touched by the entries behind a mark, and the mark behind those. */
export interface ChangedHomes {
  readonly homes: readonly string[];
  readonly position: number;
  readonly recordedAt: Instant;
}

/** A message that stands in the outbox for as long as what it tells of does. */
export interface StandingMessage {
  /** A UUID that follows from what it tells, so that it is written once. */
  readonly id: string;
  /** Erased with it. */
  readonly stream: string;
  readonly body: JsonValue;
}

/** One step of the work: all of it in one transaction, or none. */
export interface WorkStep {
  /** Homes whose days after `today` are found anew. */
  readonly homes: readonly string[];
  /** Rows that are done with this step; those another run has done already are left alone. */
  readonly done: readonly DueRow[];
  readonly today: CivilDate;
  /** The next days of a home after `after`, from its entries. */
  readonly next: (home: string, entries: readonly Entry[], after: CivilDate) => readonly DueRow[];
  readonly mark?: WorkMark;
  /** The planning classes of each home that is looked at, in place of those it had. */
  readonly classes?: (home: string, entries: readonly Entry[]) => readonly ClassLineRow[];
  /** What stands in the outbox under a topic for each home that is looked at; the rest is taken out. */
  readonly standing?: {
    readonly topic: string;
    readonly of: (home: string, entries: readonly Entry[]) => readonly StandingMessage[];
  };
}

/**
 * The days on which something changes, as the store keeps them. What is shown is decided at each
 * reading, so a day whose work was never done prolongs nothing (guard G31).
 */
export interface DayWork {
  mark(): Promise<WorkMark | undefined>;
  /** The next `limit` entries behind a mark; undefined where there are none. */
  listChanged(
    after: Pick<WorkMark, 'position' | 'recordedAt'>,
    limit: number,
  ): Promise<ChangedHomes | undefined>;
  /** Rows of days up to and with `upTo`, the oldest first. */
  listDue(upTo: CivilDate, limit: number): Promise<readonly DueRow[]>;
  /** Answers with the rows of `done` that this step, and no other, has done. */
  settle(step: WorkStep): Promise<readonly DueRow[]>;
}
