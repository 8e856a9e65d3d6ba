import type { Problem } from '@credence/domain';

/** Why the store cannot go on. Expected outcomes are values; these are defects or missing parts. */
export type StoreErrorCode =
  | 'data-folder-owned'
  | 'owner-lost'
  | 'store-unavailable'
  | 'store-full'
  | 'store-stopped'
  | 'clock-skew'
  | 'database-unsuitable'
  | 'role-too-powerful'
  | 'role-missing'
  | 'migration-needed'
  | 'migration-changed'
  | 'schema-too-new'
  | 'setting-invalid'
  | 'home-malformed'
  | 'entry-refused'
  | 'transaction-failed'
  /** A step that is taken in turn waited longer than any turn lasts. */
  | 'turn-not-given'
  | 'staging-unknown'
  | 'staging-in-conflict'
  | 'store-not-empty'
  | 'backup-damaged'
  | 'projection-refused';

export class StoreError extends Error {
  readonly code: StoreErrorCode;
  /** What a reader may be told about it, where it passes. */
  readonly problem: Problem | undefined;

  constructor(
    code: StoreErrorCode,
    message: string,
    options: { readonly cause?: unknown; readonly problem?: Problem } = {},
  ) {
    super(message, options);
    this.name = 'StoreError';
    this.code = code;
    this.problem = options.problem;
  }
}
