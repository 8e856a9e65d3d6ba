import { createEventWork } from './event-kernel.ts';
import { createSliceWork, stagesOf } from './monthly.ts';
import { BATCH, type Society } from './society.ts';

/** A piece of work that all threads take a share of. */
export type Task =
  | { readonly kind: 'start' | 'month'; readonly stage: number; readonly at: number }
  | { readonly kind: 'batch'; readonly at: number };

/** What one of several threads does of each task. */
export function createShare(
  society: Society,
  thread: number,
  threads: number,
): (task: Task) => void {
  const { model, slices, plan } = society;
  const stages = {
    start: stagesOf(model.processes, 'start'),
    month: stagesOf(model.processes, 'month'),
  };
  const work = createSliceWork(society, thread, threads);
  const events =
    plan.kernel === 'events' && model.events !== undefined
      ? createEventWork(society, model.events)
      : undefined;
  return (task) => {
    if (task.kind === 'batch') {
      const until = Math.min(slices, (task.at + 1) * BATCH);
      for (let slice = task.at * BATCH + thread; slice < until; slice += threads) events?.(slice);
      return;
    }
    const stage = stages[task.kind][task.stage];
    if (stage !== undefined) work(stage, task.at);
  };
}
