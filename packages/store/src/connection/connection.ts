export type Engine = 'pglite' | 'postgresql';

/**
 * The three roles of the database; each may do what its work needs and nothing else. The migrator
 * is the owner's login before it acts as the owner, since only it may create the roles.
 */
export type Role = 'app' | 'eraser' | 'owner' | 'migrator';

export type SqlValue =
  | string
  | number
  | boolean
  | null
  | readonly string[]
  | readonly number[]
  | readonly (string | number | null)[]
  /** A value in the binary form of its type; the embedded database takes none. */
  | Buffer;

/** One transaction's view of the database. JSON columns arrive as text on both engines. */
export interface Session {
  query<Row extends object>(sql: string, values?: readonly SqlValue[]): Promise<readonly Row[]>;
  /** One or several statements without values. */
  exec(sql: string): Promise<void>;
}

/** What a transaction says about itself before its first statement. */
export interface Scope {
  /**
   * The homes it touches. Row-level security hides every other home's journal, outbox and staging
   * rows and refuses to write them: a forgotten `where home = ...` finds nothing instead of
   * everything. `all` is for work that goes across homes by its nature.
   */
  readonly homes: 'all' | readonly string[];
  readonly as?: Role;
  /** Day number up to which the eraser may delete payloads; without it, none. */
  readonly eraseUntil?: number;
  /** One unchanging, read-only view for all statements of the transaction. */
  readonly snapshot?: true;
}

export interface Connection {
  readonly engine: Engine;
  /**
   * Runs the work in one transaction: all of it is stored or nothing. A transaction begun inside
   * another one joins it, so that work handed in from outside may read without waiting for itself.
   * The work may run again after a deadlock and must not keep state of its own.
   */
  transaction<T>(scope: Scope, work: (session: Session) => Promise<T>): Promise<T>;
  /**
   * One question in a transaction of its own, as the application. Its beginning, the question and its
   * end are sent together, so that it costs one way to the database and back where a transaction
   * costs three. Inside a running transaction it joins that one.
   */
  read<Row extends object>(
    scope: Pick<Scope, 'homes'>,
    sql: string,
    values?: readonly SqlValue[],
  ): Promise<readonly Row[]>;
  /** Connections by state; the embedded database has one. */
  pool(): PoolFigures;
  /**
   * Cleans up after bulk work and erasure: a server does so by itself, the embedded database has
   * nobody else. Until then the room of deleted rows is not even free to be written over.
   */
  tidyUp(): Promise<void>;
  close(): Promise<void>;
}

export interface PoolFigures {
  readonly open: number;
  readonly idle: number;
  readonly waiting: number;
}

/** What an engine has to offer to become a `Connection`. */
export interface Driver {
  readonly engine: Engine;
  /** A session that nobody else uses until it is released. */
  acquire(role: Role): Promise<Client>;
  /** Statements that make a fresh transaction act as the role. */
  actAs(role: Role): string;
  pool(): PoolFigures;
  tidyUp(): Promise<void>;
  close(): Promise<void>;
}

/** One question and what has to be said before it. */
export interface Question {
  /** Statements that begin the transaction. */
  readonly opening: string;
  /** The settings among them, for an engine that begins a transaction by itself. */
  readonly settings: string;
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

export interface Client extends Session {
  /**
   * A transaction with one question, sent as a whole; the text comes again and again, so the engine
   * may keep its plan.
   */
  ask<Row extends object>(question: Question): Promise<readonly Row[]>;
  /** `broken`: its state is unknown and it must not be used again. */
  release(state: 'usable' | 'broken'): void;
}
