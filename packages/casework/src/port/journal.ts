import type { CivilDate, Instant, JsonValue } from '@credence/domain';

import type { NewPaper } from './papers.ts';

/** Who acts: printed in the register, never a score, never a person's number. */
export interface Actor {
  readonly official: string;
  /** Code of the agency the official acts for. */
  readonly agency: string;
  readonly role: string;
}

/** What a command says about itself; the same for every entry it appends. */
export interface Command {
  readonly actor: Actor;
  readonly purpose: string;
  /** Articles the act rests on, e.g. `admin-penalty-law#art-48`. */
  readonly basis: readonly string[];
  /** A retry with the same key in the same home returns the first receipt and appends nothing. */
  readonly idempotencyKey?: string;
}

/** An entry before the journal gives it its place. */
export interface NewEntry {
  readonly id: string;
  readonly home: string;
  readonly stream: string;
  /** `kind@version`, e.g. `record@1`. */
  readonly kind: string;
  readonly payload: JsonValue;
  /** Base64url of 16 random bytes. */
  readonly salt: string;
  /** Hex SHA-256(salt || canonical JSON of the payload), the only part that ever leaves by a log. */
  readonly commitment: string;
  readonly supersedes?: string;
  /** First day on which the payload may no longer be held; absent: kept. */
  readonly eraseOn?: CivilDate;
}

export interface Entry {
  readonly id: string;
  readonly home: string;
  readonly stream: string;
  /** Place in its stream, from 1. */
  readonly seq: number;
  /** Place in the whole journal, from 1, without gaps. */
  readonly position: number;
  readonly kind: string;
  readonly recordedAt: Instant;
  readonly actor: Actor;
  readonly purpose: string;
  readonly basis: readonly string[];
  readonly commitment: string;
  readonly supersedes?: string;
  /** Absent once erased. */
  readonly payload?: JsonValue;
}

/** The last entry the journal holds; `recordedAt` never decreases as `position` grows. */
export interface Timepoint {
  readonly position: number;
  readonly recordedAt: Instant;
}

export interface Receipt extends Timepoint {
  /** True when the idempotency key was known and nothing was appended. */
  readonly replayed: boolean;
}

export type RecordOutcome =
  | { readonly kind: 'recorded'; readonly receipt: Receipt }
  /** Someone else appended to the stream first; read again and decide again. */
  | { readonly kind: 'conflict'; readonly home: string; readonly stream: string };

/** The expected length of a stream, so that two deciders cannot both act on the same state. */
export interface Expectation {
  readonly home: string;
  readonly stream: string;
  readonly seq: number;
}

export interface Journal {
  head(): Promise<Timepoint>;
  /**
   * All entries of one home in order of position, at most as far as `knownAt` (a position). With
   * `stream`, those of this stream alone, whatever else has gathered in the home; with `streams`,
   * those of the streams whose names begin so.
   */
  entriesOf(
    home: string,
    options?: {
      readonly knownAt?: number;
      readonly stream?: string;
      readonly streams?: string;
    },
  ): Promise<readonly Entry[]>;
  /** One home and the head of the journal at the same moment, in one read. */
  entriesWithHead(
    home: string,
  ): Promise<{ readonly head: Timepoint; readonly entries: readonly Entry[] }>;
  /** Several homes in one read, e.g. for a page of search results. */
  entriesOfMany(homes: readonly string[]): Promise<ReadonlyMap<string, readonly Entry[]>>;
  /**
   * The last position recorded at or before the moment. Once answered, nothing recorded later will
   * fall at or before that moment, so the answer stays the same for ever; a moment that is still to
   * come is answered as of now and may change.
   */
  positionAt(moment: Instant): Promise<number>;
  /**
   * One command, one transaction: entries, the projection rows of their homes, outbox messages and
   * the access entry are stored together or not at all.
   */
  record(
    command: Command,
    entries: readonly NewEntry[],
    options?: {
      readonly expect?: readonly Expectation[];
      readonly outbox?: readonly Message[];
      /** Who looked at which home in order to act, kept with the act. */
      readonly access?: readonly (Access & { readonly home: string })[];
      /** Files that the entries name: stored with them or not at all, and erased with them. */
      readonly papers?: readonly NewPaper[];
    },
  ): Promise<RecordOutcome>;
  /** Reads a home and writes who looked, for which purpose, in the same transaction. */
  readWithAccess(access: Access, home: string): Promise<readonly Entry[]>;
  accessesTo(home: string): Promise<readonly (Access & { readonly at: Instant })[]>;
  /** Who looked at a home within a time, latest first, a page of it and how many there are. */
  findAccesses(home: string, page: AccessPage): Promise<FoundAccesses>;
  /** The homes somebody looked at, with the first time, the latest looked at first. */
  homesReadBy(
    reader: Pick<Actor, 'official' | 'agency'>,
    limit: number,
  ): Promise<readonly ({ readonly home: string } & PastLooks)[]>;
  /** Everyone who ever looked at one of these homes, each once for each home. */
  readersOf(
    homes: readonly string[],
  ): Promise<readonly ({ readonly home: string; readonly reader: Actor } & PastLooks)[]>;
  /**
   * As `readWithAccess`, unless the reader or the agency has used up what it may read: then nothing
   * is read and nothing is written. Counting and reading are one step, so that many requests at once
   * get no further than one after the other.
   */
  readWithinBudget(access: Access, home: string, budget: ReadBudget): Promise<BudgetedRead>;
  /** Several homes as one look: all of them are read and written down, or none. */
  readManyWithinBudget(
    access: Access,
    homes: readonly string[],
    budget: ReadBudget,
  ): Promise<BudgetedReads>;
}

export interface AccessPage {
  readonly from?: Instant;
  /** The first moment that no longer counts. */
  readonly until?: Instant;
  /** Looks of offices alone: not the subject's own, nor those of whoever holds the code of a report. */
  readonly offices?: true;
  readonly offset: number;
  readonly limit: number;
}

export interface FoundAccesses {
  readonly accesses: readonly (Access & { readonly at: Instant })[];
  readonly total: number;
  /** Moment of the first access kept. */
  readonly first?: Instant;
}

/** What somebody was shown in a home, each with his first and last look; who looked at it is neither. */
export interface PastLooks {
  readonly records?: LookSpan;
  /** A case that led him there. */
  readonly cases?: LookSpan;
}

export interface LookSpan {
  readonly firstAt: Instant;
  readonly lastAt: Instant;
}

/** How many different homes may be read since a moment. */
export interface ReadBudget {
  readonly since: Instant;
  /** By one `reader.official`. */
  readonly perReader: number;
  /** By all readers of `reader.agency` together. */
  readonly perAgency: number;
}

export type BudgetedRead =
  | { readonly kind: 'read'; readonly entries: readonly Entry[] }
  | { readonly kind: 'spent'; readonly by: 'reader' | 'agency'; readonly limit: number };

export type BudgetedReads =
  | { readonly kind: 'read'; readonly homes: ReadonlyMap<string, readonly Entry[]> }
  | Exclude<BudgetedRead, { readonly kind: 'read' }>;

export interface Access {
  readonly reader: Actor;
  readonly purpose: string;
  readonly fields: readonly string[];
}

export interface Message {
  readonly home: string;
  /** The stream the message tells about; it is erased with the payloads of that stream. */
  readonly stream?: string;
  readonly topic: string;
  readonly body: JsonValue;
}
