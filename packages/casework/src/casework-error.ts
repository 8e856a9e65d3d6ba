import type { Problem } from '@credence/domain';

export type CaseworkErrorCode =
  /** The journal holds a payload that no reader of this version understands. */
  | 'payload-unreadable'
  /** An edition in the journal no longer opens, or its hash differs. */
  | 'edition-unreadable'
  /** No edition is in force on the day asked about. */
  | 'edition-missing'
  /** The day asked about lies outside the days that can be asked about. */
  | 'day-out-of-range'
  /** The policies cannot be used; the message lists why. */
  | 'policies-unusable'
  /** The store refused what it had promised to take. */
  | 'store-conflict';

/** A defect, or a request that its caller should have refused; then the problem says it in words. */
export class CaseworkError extends Error {
  readonly code: CaseworkErrorCode;
  readonly problem: Problem | undefined;

  constructor(code: CaseworkErrorCode, message: string, problem?: Problem) {
    super(message);
    this.name = 'CaseworkError';
    this.code = code;
    this.problem = problem;
  }
}
