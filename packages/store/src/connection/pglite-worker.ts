import { parentPort, workerData } from 'node:worker_threads';

import { PGlite } from '@electric-sql/pglite';

import { sqlFaultOf } from './sql-error.ts';
import type { WorkerAnswer, WorkerRequest, WorkerSetup } from './worker-messages.ts';

// The embedded database computes on the thread it lives on; here it blocks nobody.
const setup = workerData as WorkerSetup;
const asText = (text: string): string => text;
const JSON_TYPES = { 114: asText, 3802: asText };

async function answerTo(database: PGlite, request: WorkerRequest): Promise<WorkerAnswer> {
  switch (request.kind) {
    case 'query': {
      const result = await database.query<object>(request.sql, [...request.values]);
      return { kind: 'rows', rows: result.rows };
    }
    case 'exec':
      await database.exec(request.sql);
      return { kind: 'done' };
    case 'close':
      await database.close();
      return { kind: 'done' };
  }
}

/** A trap of the engine, its end, or a file it could not use: nothing it says later is worth much. */
function isFatal(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('name' in error)) return false;
  return ['RuntimeError', 'ExitStatus', 'ErrnoError'].includes(String(error.name));
}

function failure(error: unknown): WorkerAnswer {
  const fault = sqlFaultOf(error);
  if (fault !== undefined) return { kind: 'refused', fault };
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'broken', message, fatal: isFatal(error) };
}

const opened = PGlite.create({
  dataDir: setup.folder ?? 'memory://',
  parsers: JSON_TYPES,
});
let last: Promise<void> = opened.then(
  () => parentPort?.postMessage({ kind: 'done' } satisfies WorkerAnswer),
  (error: unknown) => parentPort?.postMessage(failure(error)),
);

parentPort?.on('message', (request: WorkerRequest) => {
  last = last.then(async () => {
    const answer = await opened
      .then((database) => answerTo(database, request))
      .catch((error: unknown) => failure(error));
    parentPort?.postMessage(answer);
  });
});
