import type { EncodedChunk, PreparationOrder, TableOrder, ToldName } from '@credence/casework';
import type { Engine } from '@credence/store';

import type { PackedRows } from './pack-rows.ts';

/** What a thread is told at its start. */
export interface ThreadSetup {
  readonly engine: Engine;
  readonly order: PreparationOrder;
}

/** A chunk of rows; the table stands with the first chunk of it that this thread is given. */
export interface ThreadRequest {
  readonly rows: PackedRows;
  /** Names in the rows that were spelled before they came, and are staged without this thread. */
  readonly names: readonly ToldName[];
  readonly table?: TableOrder;
}

/** Answers come in the order of the requests. */
export type ThreadAnswer =
  | { readonly kind: 'prepared'; readonly chunk: EncodedChunk }
  | { readonly kind: 'failed'; readonly error: Error };
