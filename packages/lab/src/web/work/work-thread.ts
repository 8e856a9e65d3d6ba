import { parentPort } from 'node:worker_threads';

import { performJob } from './perform-job.ts';
import type { WorkOrder, WorkReport } from './work-messages.ts';

// A thread that carries jobs out one after another, so that the server keeps answering.
const running = new Map<number, AbortController>();
let last: Promise<void> = Promise.resolve();

function tell(report: WorkReport): void {
  parentPort?.postMessage(report);
}

parentPort?.on('message', (order: WorkOrder) => {
  const { number } = order;
  if (order.kind === 'cancel') {
    running.get(number)?.abort();
    return;
  }
  const abort = new AbortController();
  running.set(number, abort);
  last = last.then(async () => {
    const onProgress = (done: number, planned: number): void =>
      tell({ kind: 'progress', number, done, planned });
    const watch = { signal: abort.signal, onProgress };
    const answer = abort.signal.aborted
      ? ({ kind: 'cancelled' } as const)
      : await performJob(order.job, watch);
    running.delete(number);
    tell({ kind: 'answer', number, answer });
  });
  // A defect ends the thread; whoever started it hears of that.
  last.catch((error: unknown) =>
    setImmediate(() => {
      throw error;
    }),
  );
});
