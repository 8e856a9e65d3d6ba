import { parentPort, workerData } from 'node:worker_threads';

import { control, type CrewSetup } from './crew-messages.ts';
import { loadModel } from './load-model.ts';
import { createShare, type Task } from './share.ts';
import { createSociety } from './society.ts';

// One thread of a run: it waits for a task, does its share of it, and says so.
const setup = workerData as CrewSetup;
const words = new Int32Array(setup.control);
const kinds = ['start', 'month', 'batch'] as const;

try {
  const model = await loadModel(setup.address);
  const society = createSociety(model, setup.plan, setup.memory);
  const share = createShare(society, setup.thread, setup.threads);
  parentPort?.postMessage('ready');
  for (let done = 0; ; done += 1) {
    Atomics.wait(words, control.task, done);
    const task = taskOf();
    if (task === undefined) break;
    share(task);
    if (Atomics.sub(words, control.open, 1) === 1) Atomics.notify(words, control.open);
  }
} catch (error) {
  Atomics.store(words, control.failed, 1);
  Atomics.notify(words, control.open);
  throw error;
}

function taskOf(): Task | undefined {
  const kind = kinds[Atomics.load(words, control.kind)];
  const at = Atomics.load(words, control.at);
  if (kind === undefined) return undefined;
  if (kind === 'batch') return { kind, at };
  return { kind, at, stage: Atomics.load(words, control.stage) };
}
