import { parentPort, workerData } from 'node:worker_threads';

import { useDigest } from '@credence/proof';

import { nodeDigest } from '../node-digest.ts';
import { createRowMeans, nameKeysWhenAsked } from '../row-means.ts';
import { createRequestPreparer } from './prepare-request.ts';
import type { ThreadAnswer, ThreadRequest, ThreadSetup } from './thread-messages.ts';

// The thread of the workshop: it prepares the rows of one file and ends with it.
useDigest(nodeDigest);
const prepare = createRequestPreparer(
  workerData as ThreadSetup,
  createRowMeans(nameKeysWhenAsked()),
);

parentPort?.on('message', (request: ThreadRequest) => {
  try {
    const { chunk, memory } = prepare(request);
    answer({ kind: 'prepared', chunk }, memory);
  } catch (error) {
    answer({ kind: 'failed', error: error instanceof Error ? error : new Error(String(error)) });
  }
});

function answer(message: ThreadAnswer, memory: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, [...memory]);
}
