import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

import { workerFromSource } from './source-worker.ts';
import type { WorkerSetup } from './worker-messages.ts';

/** Starts the thread of the embedded database, from the build or, in development, from source. */
export function startWorker(setup: WorkerSetup): Worker {
  const here = import.meta.url;
  const entry = here.endsWith('.ts')
    ? workerFromSource(fileURLToPath(new URL('.', here)))
    : new URL('./pglite-worker.js', here);
  return new Worker(entry, {
    workerData: setup,
    // Loaders of the parent are of no use to it.
    ...(here.endsWith('.ts') ? { execArgv: [] } : {}),
  });
}
