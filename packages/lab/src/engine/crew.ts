import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

import { CONTROL_WORDS, control, type CrewSetup } from './crew-messages.ts';
import { LabError } from './define-model.ts';
import { createShare, type Task } from './share.ts';
import { memoryOf, type Society } from './society.ts';

/** The threads of a run, the calling one among them. */
export interface Crew {
  /** Done when every thread has done its share. */
  readonly work: (task: Task) => Promise<void>;
  readonly close: () => Promise<void>;
}

const kindNumbers = { start: 0, month: 1, batch: 2 } as const;
const GO_HOME = 3;
/** How long the calling thread sleeps before it looks whether another has failed. */
const LOOK_EVERY_MS = 20;

/** @throws LabError when other threads could not find the model */
export async function createCrew(society: Society, threads: number): Promise<Crew> {
  const share = createShare(society, 0, threads);
  if (threads === 1) {
    const work = (task: Task): Promise<void> => {
      share(task);
      return Promise.resolve();
    };
    return { work, close: () => Promise.resolve() };
  }
  const { model, plan } = society;
  if (model.at === undefined) {
    throw new LabError(
      `Model "${model.name}" has no address; give it "at" to run on ${threads} threads, or run it on one.`,
    );
  }
  const words = new Int32Array(new SharedArrayBuffer(CONTROL_WORDS * 4));
  let failure: Error | undefined;
  const start = (thread: number): Promise<Worker> => {
    const memory = memoryOf(society);
    const setup = { address: model.at, plan, memory, control: words.buffer, thread, threads };
    return startThread(setup as CrewSetup, (error) => (failure = error));
  };
  const workers = await Promise.all(Array.from({ length: threads - 1 }, (_, i) => start(i + 1)));

  const send = (kind: number, task?: Task): void => {
    Atomics.store(words, control.open, workers.length);
    Atomics.store(words, control.kind, kind);
    Atomics.store(words, control.at, task?.at ?? 0);
    Atomics.store(words, control.stage, task !== undefined && 'stage' in task ? task.stage : 0);
    Atomics.add(words, control.task, 1);
    Atomics.notify(words, control.task);
  };
  return {
    async work(task) {
      send(kindNumbers[task.kind], task);
      share(task);
      for (;;) {
        const open = Atomics.load(words, control.open);
        if (open === 0) return;
        if (Atomics.wait(words, control.open, open, LOOK_EVERY_MS) === 'timed-out') await pause();
        if (Atomics.load(words, control.failed) === 1) await pause();
        if (failure !== undefined) throw failure;
      }
    },
    async close() {
      send(GO_HOME);
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

/** A thread of the build or, in development, of the source; resolves once it has its memory. */
function startThread(setup: CrewSetup, onFailure: (error: Error) => void): Promise<Worker> {
  const worker = import.meta.url.endsWith('.ts')
    ? fromSource(setup)
    : new Worker(new URL('./crew-thread.js', import.meta.url), { workerData: setup });
  return new Promise((resolve, reject) => {
    worker.once('message', () => resolve(worker));
    worker.once('error', (error: Error) => {
      onFailure(error);
      reject(error);
    });
  });
}

/** Node 20 reads no TypeScript, and a thread does not inherit its parent's loaders. */
function fromSource(setup: CrewSetup): Worker {
  const tsx = dirname(createRequire(import.meta.url).resolve('tsx/package.json'));
  const loader = pathToFileURL(join(tsx, 'dist/esm/api/index.mjs')).href;
  const entry = new URL('./crew-thread.ts', import.meta.url).href;
  const start = `import(${JSON.stringify(loader)}).then((tsx) => {
    tsx.register();
    return import(${JSON.stringify(entry)});
  });`;
  const execArgv = ['--conditions=@credence/source'];
  return new Worker(start, { workerData: setup, eval: true, execArgv });
}
