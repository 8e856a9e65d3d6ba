export type Engine = 'pglite' | 'postgresql';

/**
 * The three roles of the database; each may do what its work needs and nothing else. The migrator
 * is the owner's login before it acts as the owner, since only it may create the roles.
 */
export type Role = 'app' | 'eraser' | 'owner' | 'migrator';

export type SqlValue = string | number | boolean | null | readonly string[] | readonly number[];

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
   * Cleans up after bulk work and erasure: a server does so by itself, the embedded database has
   * nobody else. Until then the room of deleted rows is not even free to be written over.
   */
  tidyUp(): Promise<void>;
  close(): Promise<void>;
}

/** What an engine has to offer to become a `Connection`. */
export interface Driver {
  readonly engine: Engine;
  /** A session that nobody else uses until it is released. */
  acquire(role: Role): Promise<Client>;
  /** Statements that make a fresh transaction act as the role. */
  actAs(role: Role): string;
  tidyUp(): Promise<void>;
  close(): Promise<void>;
}

export interface Client extends Session {
  /** `broken`: its state is unknown and it must not be used again. */
  release(state: 'usable' | 'broken'): void;
}
