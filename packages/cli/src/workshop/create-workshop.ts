import { setImmediate as breathe } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';

import {
  emptyTally,
  type EncodedChunk,
  type PreparationMeans,
  type RowWorker,
  type RowWorkshop,
  type SourceRow,
  type TableOrder,
} from '@credence/casework';
import type { Engine } from '@credence/store';

import { keepMemorySmall } from '../engine-flags.ts';
import { packRows } from './pack-rows.ts';
import { createChunkPreparer, type ChunkPreparer } from './prepare-request.ts';
import { startThread } from './start-thread.ts';
import type { ThreadAnswer, ThreadRequest, ThreadSetup } from './thread-messages.ts';

/** Rows in one message and one transaction: enough to make the cost of both small. */
const rowsPerChunk = 500;

/** Two with the thread, so that it never waits, one with the main thread, and the one being read. */
const chunksAhead = 3;

/** Chunks in the hands of the thread beyond which the main one takes the next itself. */
const threadChunks = 2;

/** Rows that the main thread prepares before it looks at whatever else it has to do. */
const rowsInOneBreath = 50;

/** The thread needs about as long to start as the main one for so many bytes. */
const bytesMin = 8 * 1_048_576;

export interface WorkshopOptions {
  readonly engine: Engine;
  /** Shorter files are not worth a thread; absent: 8 MiB. */
  readonly bytesMin?: number;
  /** Absent: 500. */
  readonly rowsPerChunk?: number;
  /** With what the main thread lends a hand; absent: it has only the file and the database. */
  readonly means?: PreparationMeans;
  readonly start?: (setup: ThreadSetup) => Worker;
}

/**
 * A workshop with one thread, which lives as long as the file it works on. The main thread has the
 * file and the database, and lends a hand while the other is behind. A second thread would have too
 * little to do for its memory, and would spell again what the first has spelled. A second file
 * meanwhile is prepared by the main thread.
 */
export function createWorkshop(options: WorkshopOptions): RowWorkshop {
  const { engine, means, start = startThread } = options;
  let isTaken = false;
  return {
    open(order, { bytes, rulebook }) {
      if (isTaken || bytes < (options.bytesMin ?? bytesMin)) return undefined;
      const thread = createThread(start({ engine, order }));
      isTaken = true;
      const growFreely = keepMemorySmall();
      const own =
        means === undefined
          ? undefined
          : createOwnHand(createChunkPreparer({ engine, order }, means, rulebook));
      return {
        rowsPerChunk: options.rowsPerChunk ?? rowsPerChunk,
        chunksAhead,
        prepare(rows, table) {
          const isBehind = thread.waiting >= threadChunks && own?.isBusy === false;
          return isBehind ? own.prepare(rows, table) : thread.prepare(rows, table);
        },
        close() {
          isTaken = false;
          growFreely();
          return thread.close();
        },
      };
    },
  };
}

interface OwnHand extends Pick<RowWorker, 'prepare'> {
  readonly isBusy: boolean;
}

/** The main thread's own share: one chunk at a time, and nobody waits for it. */
function createOwnHand(preparer: ChunkPreparer): OwnHand {
  let isBusy = false;
  return {
    get isBusy() {
      return isBusy;
    },
    async prepare(rows: readonly SourceRow[], table) {
      isBusy = true;
      try {
        const tally = emptyTally(table.unread.length);
        for (let from = 0; from < rows.length; from += rowsInOneBreath) {
          preparer.add(rows.slice(from, from + rowsInOneBreath), table, tally);
          await breathe();
        }
        return { tally, rows: preparer.take().rows };
      } finally {
        isBusy = false;
      }
    },
  };
}

interface Thread extends Pick<RowWorker, 'prepare' | 'close'> {
  /** Chunks that it has and has not answered. */
  readonly waiting: number;
}

interface Awaited {
  readonly resolve: (chunk: EncodedChunk) => void;
  readonly reject: (error: Error) => void;
}

function createThread(worker: Worker): Thread {
  const awaited: Awaited[] = [];
  let table: TableOrder | undefined;
  let lost: Error | undefined;
  const lose = (cause: Error): void => {
    lost ??= cause;
    for (const { reject } of awaited.splice(0)) reject(lost);
  };
  worker.on('message', (answer: ThreadAnswer) => {
    const first = awaited.shift();
    if (answer.kind === 'prepared') first?.resolve(answer.chunk);
    else first?.reject(answer.error);
  });
  worker.on('error', (cause) => {
    lose(new Error('The thread that prepared the rows of the file has failed.', { cause }));
  });
  worker.on('messageerror', lose);
  worker.on('exit', () => {
    lose(new Error('The thread that prepared the rows of the file has ended.'));
  });
  return {
    get waiting() {
      return awaited.length;
    },
    prepare(rows, next) {
      if (lost !== undefined) return Promise.reject(lost);
      const request: ThreadRequest = {
        rows: packRows(rows),
        ...(next === table ? {} : { table: next }),
      };
      table = next;
      return new Promise((resolve, reject) => {
        awaited.push({ resolve, reject });
        worker.postMessage(request, [request.rows.ends.buffer, request.rows.rows.buffer]);
      });
    },
    async close() {
      await worker.terminate();
    },
  };
}
