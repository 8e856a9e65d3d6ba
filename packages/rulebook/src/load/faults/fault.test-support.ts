import type { FindingCode } from '../finding.ts';

/** One edit of the good edition, and what the checker has to say about it. */
export interface Fault {
  readonly name: string;
  readonly file: string;
  /** Replaced by `by`; `undefined` and `by` alone make or replace the whole file. */
  readonly replace?: string;
  /** The text put in its place. `⟦` marks where the finding has to point and is left out. */
  readonly by?: string;
  /** Where it has to point when that is not in the new text; absent and unmarked: 1:1. */
  readonly at?: string;
  /** Another file that the finding has to name. */
  readonly inFile?: string;
  readonly code: FindingCode;
  readonly message?: RegExp;
}
