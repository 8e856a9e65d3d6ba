import type { GuardWorld } from './world.ts';

/** Where a refusal is found afterwards. */
export type Trace =
  /** The process’s log: the policies refused. */
  | 'denied'
  /** The process’s log: he may take part, and the conditions of the step refused. */
  | 'conditions'
  /** The process’s log: the line of the request, with the status of the refusal. */
  | 'request'
  /** The process’s log: more was to be read than a day allows. */
  | 'alarm'
  /** What is kept of the file: how many rows and cells were left at the border, and why. */
  | 'report'
  /** The server’s own log: the statement and why it was refused. */
  | 'server'
  /** The answer itself, which is given and holds nothing of what was sought. */
  | 'answer';

/** One way against a guard, really tried. */
export interface Attack {
  /** In one sentence. */
  readonly says: string;
  readonly by: 'http' | 'use case' | 'sql';
  /** Code of the problem, or SQLSTATE. */
  readonly refusal: string;
  readonly trace: Trace;
  readonly attempt: (world: Prepared) => Promise<string>;
  /**
   * The same without what is wrong about it. Asked after the attempt: a refused attempt changes
   * nothing, so both meet the same state, and a granted step would have changed it.
   */
  readonly lawful: (world: Prepared) => Promise<string>;
}

/** What a guard is about is not built: nothing may lead there, and its attack waits. */
export interface Waiting {
  /** What is looked for among routes, operations, tables and columns. */
  readonly words: RegExp;
  /** Sent to every route that appears; an answer that grants it fails. */
  readonly form: Readonly<Record<string, string>>;
  readonly says: string;
}

export interface Guard {
  readonly title: string;
  readonly attacks: readonly Attack[];
  readonly waits?: Waiting;
}

/** Cases at every stage that an attack needs. */
export type Stage =
  | 'unserved'
  | 'in-window'
  | 'stated'
  | 'heard'
  | 'spoken'
  | 'ending'
  | 'forbidden'
  | 'own-draft'
  | 'draft';

export interface Prepared extends GuardWorld {
  readonly stage: Readonly<Record<Stage, string>>;
  /** The listing that is in effect, of the organisation with a representative. */
  readonly listing: string;
  /** Another one of the same organisation, ordered by another authority. */
  readonly other: string;
}
