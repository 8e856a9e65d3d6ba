import type { Worker } from 'node:worker_threads';

import type { EncodedChunk, RowWorker, RowWorkshop, TableOrder } from '@credence/casework';
import type { Engine } from '@credence/store';

import { keepMemorySmall } from '../engine-flags.ts';
import { memoryOf, packRows } from './pack-rows.ts';
import { startThread } from './start-thread.ts';
import type { ThreadAnswer, ThreadRequest, ThreadSetup } from './thread-messages.ts';

/** Rows in one message and one transaction: enough to make the cost of both small. */
const rowsPerChunk = 500;

/** One is in the hands of the thread while the main one gathers the next: more would only wait. */
const chunksAhead = 1;

/** The thread needs about as long to start as the main one for so many bytes. */
const bytesMin = 8 * 1_048_576;

export interface WorkshopOptions {
  readonly engine: Engine;
  /** Shorter files are not worth a thread; absent: 8 MiB. */
  readonly bytesMin?: number;
  /** Absent: 500. */
  readonly rowsPerChunk?: number;
  readonly start?: (setup: ThreadSetup) => Worker;
}

/**
 * A workshop with one thread, which lives as long as the file it works on: it has the rows while the
 * main thread has the file and the database. A second one would have too little to do for its
 * memory, and would spell again what the first has spelled. A second file meanwhile is prepared by
 * the main thread.
 */
export function createWorkshop(options: WorkshopOptions): RowWorkshop {
  const { engine, start = startThread } = options;
  let isTaken = false;
  return {
    open(order, { bytes }) {
      if (isTaken || bytes < (options.bytesMin ?? bytesMin)) return undefined;
      const thread = createThread(start({ engine, order }));
      isTaken = true;
      const growFreely = keepMemorySmall();
      return {
        rowsPerChunk: options.rowsPerChunk ?? rowsPerChunk,
        chunksAhead,
        prepare: thread.prepare,
        close() {
          isTaken = false;
          growFreely();
          return thread.close();
        },
      };
    },
  };
}

type Thread = Pick<RowWorker, 'prepare' | 'close'>;

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
    prepare(rows, next, names) {
      if (lost !== undefined) return Promise.reject(lost);
      const request: ThreadRequest = {
        rows: packRows(rows),
        names,
        ...(next === table ? {} : { table: next }),
      };
      table = next;
      return new Promise((resolve, reject) => {
        awaited.push({ resolve, reject });
        worker.postMessage(request, memoryOf(request.rows));
      });
    },
    async close() {
      await worker.terminate();
    },
  };
}
