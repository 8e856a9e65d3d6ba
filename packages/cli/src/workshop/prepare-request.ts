import {
  emptyTally,
  openPreparation,
  prepareRow,
  type PreparationMeans,
  type RowTally,
  type SourceRow,
  type TableOrder,
} from '@credence/casework';
import type { EncodedChunk } from '@credence/casework';
import type { Rulebook } from '@credence/rulebook';
import { createRowEncoder, detachRows, type DetachedRows } from '@credence/store';

import { unpackRows } from './pack-rows.ts';
import type { ThreadRequest, ThreadSetup } from './thread-messages.ts';

/** Prepares rows on whichever thread it is made, and gathers them encoded. */
export interface ChunkPreparer {
  add(rows: Iterable<SourceRow>, table: TableOrder, tally: RowTally): void;
  /** What was added, in memory of its own. */
  take(): DetachedRows;
}

/** @param rulebook - the one of the order's editions, where it is at hand */
export function createChunkPreparer(
  { engine, order }: ThreadSetup,
  means: PreparationMeans,
  rulebook?: Rulebook,
): ChunkPreparer {
  const preparation = openPreparation(order, means, rulebook);
  const encoder = createRowEncoder(engine);
  return {
    add(rows, table, tally) {
      for (const row of rows) {
        const staged = prepareRow(row, table, preparation, tally);
        if (staged !== undefined) encoder.add(staged);
      }
    },
    take: () => detachRows(encoder),
  };
}

/** A prepared chunk, and the memory that goes with it to whoever takes it. */
export interface PreparedRequest {
  readonly chunk: EncodedChunk;
  readonly memory: readonly ArrayBuffer[];
}

/** What the thread does with each request: the same as the main thread with its rows, and encoded. */
export function createRequestPreparer(
  setup: ThreadSetup,
  means: PreparationMeans,
): (request: ThreadRequest) => PreparedRequest {
  const preparer = createChunkPreparer(setup, means);
  let table: TableOrder | undefined;
  return (request) => {
    table = request.table ?? table;
    if (table === undefined) throw new RangeError('Rows came before their table.');
    const tally = emptyTally(table.unread.length);
    preparer.add(unpackRows(request.rows), table, tally);
    const { rows, memory } = preparer.take();
    return { chunk: { tally, rows }, memory };
  };
}
