import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

import type { Answer, Job, LabWork, Watch } from './job.ts';
import type { WorkOrder, WorkReport } from './work-messages.ts';

/** Two threads: one for long runs, one for what a page waits for. Neither keeps the server busy. */
export function createThreads(): LabWork {
  const threads = { run: createThread(), page: createThread() };
  return {
    perform: (job, watch) => threads[job.kind === 'run' ? 'run' : 'page'].perform(job, watch),
    close: async () => {
      await Promise.all([threads.run.close(), threads.page.close()]);
    },
  };
}

interface Pending {
  readonly watch: Watch;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** A thread that is started when it is first needed, and again after a defect. */
function createThread(): LabWork {
  const pending = new Map<number, Pending>();
  let worker: Worker | undefined;
  let numbers = 0;
  const failAll = (error: Error): void => {
    worker = undefined;
    for (const { reject } of pending.values()) reject(error);
    pending.clear();
  };
  const started = (): Worker => {
    if (worker !== undefined) return worker;
    worker = startWorker();
    worker.on('message', (report: WorkReport) => hear(pending, report));
    worker.on('error', failAll);
    worker.unref();
    return worker;
  };
  return {
    perform: (job: Job, watch: Watch = {}) =>
      new Promise((resolve, reject) => {
        const number = (numbers += 1);
        const thread = started();
        const send = (order: WorkOrder): void => thread.postMessage(order);
        pending.set(number, { watch, resolve, reject });
        send({ kind: 'perform', number, job });
        const cancel = (): void => send({ kind: 'cancel', number });
        if (watch.signal?.aborted === true) cancel();
        watch.signal?.addEventListener('abort', cancel, { once: true });
      }),
    close: async () => {
      await worker?.terminate();
    },
  };
}

function hear(pending: Map<number, Pending>, report: WorkReport): void {
  const asked = pending.get(report.number);
  if (asked === undefined) return;
  if (report.kind === 'progress') {
    asked.watch.onProgress?.(report.done, report.planned);
    return;
  }
  pending.delete(report.number);
  asked.resolve(report.answer);
}

/** A thread of the build or, in development, of the source, which Node 20 does not read by itself. */
function startWorker(): Worker {
  if (!import.meta.url.endsWith('.ts')) {
    return new Worker(new URL('./work-thread.js', import.meta.url));
  }
  const tsx = dirname(createRequire(import.meta.url).resolve('tsx/package.json'));
  const loader = pathToFileURL(join(tsx, 'dist/esm/api/index.mjs')).href;
  const entry = new URL('./work-thread.ts', import.meta.url).href;
  const start = `import(${JSON.stringify(loader)}).then((tsx) => {
    tsx.register();
    return import(${JSON.stringify(entry)});
  });`;
  return new Worker(start, { eval: true, execArgv: ['--conditions=@credence/source'] });
}
