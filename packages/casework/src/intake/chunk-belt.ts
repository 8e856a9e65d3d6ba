import type { SourceRow } from '../port/reader.ts';
import type { Hands, PreparedRows } from './open-hands.ts';
import type { RowTally } from './row-tally.ts';
import type { TableOrder } from './table-order.ts';

/** Characters after which a chunk is full, however few rows it has: rows may be long. */
const charsPerChunk = 512 * 1024;

/** Takes in the rows of one table and hands them on in chunks. */
export interface ChunkBelt {
  /** Resolves, where it has to be awaited, when the next row may come. */
  put(row: SourceRow): Promise<void> | undefined;
  /** Resolves when every row so far is with the staging. */
  finish(): Promise<void>;
}

/**
 * Rows go to the hands in chunks, some of which may wait there, and come back in the order of the
 * file: so do their problems, and so they arrive in the staging. A chunk that failed fails whatever
 * comes after it.
 */
export function createChunkBelt(
  hands: Hands,
  table: TableOrder,
  onTally: (tally: RowTally) => void,
): ChunkBelt {
  const underway: Promise<PreparedRows>[] = [];
  let waiting: SourceRow[] = [];
  let chars = 0;
  let staging: Promise<void> = Promise.resolve();

  async function takeBack(prepared: Promise<PreparedRows>): Promise<void> {
    const chunk = await prepared;
    onTally(chunk.tally);
    // While one chunk goes to staging the next one is prepared; a third would only fill the memory.
    await staging;
    staging = metLater(chunk.stage());
  }

  async function handOver(chunksAhead: number): Promise<void> {
    if (waiting.length > 0) underway.push(metLater(hands.prepare(waiting, table)));
    waiting = [];
    chars = 0;
    while (underway.length > chunksAhead) {
      const first = underway.shift();
      if (first !== undefined) await takeBack(first);
    }
  }

  return {
    put(row) {
      waiting.push(row);
      for (const cell of row.cells) chars += cell.length;
      const isFull = waiting.length >= hands.rowsPerChunk || chars >= charsPerChunk;
      return isFull ? handOver(hands.chunksAhead) : undefined;
    },
    async finish() {
      await handOver(0);
      await staging;
    },
  };
}

/** Its failure is met where it is awaited, not before. */
function metLater<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
