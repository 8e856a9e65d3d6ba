import type { EncodedChunk, PreparationMeans, TableOrder } from '@credence/casework';
// A thread that has the rows alone is not to load what it never calls.
import { openPreparation, prepareRow } from '@credence/casework/prepare-row';
import { emptyTally } from '@credence/casework/row-tally';
import { createRowEncoder, detachRows } from '@credence/store/encode-rows';

import { unpackRows } from './pack-rows.ts';
import type { ThreadRequest, ThreadSetup } from './thread-messages.ts';

/** A prepared chunk, and the memory that goes with it to whoever takes it. */
export interface PreparedRequest {
  readonly chunk: EncodedChunk;
  readonly memory: readonly ArrayBuffer[];
}

/** What the thread does with each request: the same as the main thread with its rows, and encoded. */
export function createRequestPreparer(
  { engine, order }: ThreadSetup,
  means: PreparationMeans,
): (request: ThreadRequest) => PreparedRequest {
  const preparation = openPreparation(order, means);
  const stagedElsewhere = new Set<string>();
  const encoder = createRowEncoder(engine, stagedElsewhere);
  let table: TableOrder | undefined;
  return (request) => {
    table = request.table ?? table;
    if (table === undefined) throw new RangeError('Rows came before their table.');
    preparation.learnNames(request.names);
    for (const { name } of request.names) stagedElsewhere.add(name);
    const tally = emptyTally(table.unread.length);
    for (const row of unpackRows(request.rows)) {
      const staged = prepareRow(row, table, preparation, tally);
      if (staged !== undefined) encoder.add(staged);
    }
    const { rows, memory } = detachRows(encoder);
    return { chunk: { tally, rows }, memory };
  };
}
