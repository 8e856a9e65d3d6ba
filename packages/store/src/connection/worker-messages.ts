import type { SqlValue } from './connection.ts';
import type { SqlFault } from './sql-error.ts';

/** What the thread of the embedded database is asked; answers come in the same order. */
export type WorkerRequest =
  | { readonly kind: 'query'; readonly sql: string; readonly values: readonly SqlValue[] }
  | { readonly kind: 'exec'; readonly sql: string }
  | { readonly kind: 'close' };

export type WorkerAnswer =
  | { readonly kind: 'rows'; readonly rows: readonly object[] }
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly fault: SqlFault }
  /** `fatal`: the engine itself has failed, and its memory with it. */
  | { readonly kind: 'broken'; readonly message: string; readonly fatal: boolean };

export interface WorkerSetup {
  /** Absent: in memory. */
  readonly folder?: string;
}
