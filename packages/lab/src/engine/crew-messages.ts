import type { ModelAddress } from './model.ts';
import type { RunPlan, SharedMemory } from './society.ts';

/** What a thread is started with. */
export interface CrewSetup {
  readonly address: ModelAddress;
  readonly plan: RunPlan;
  readonly memory: SharedMemory;
  readonly control: SharedArrayBuffer;
  readonly thread: number;
  readonly threads: number;
}

/** Places of the control words that threads share. */
export const control = {
  /** Goes up by one with each task. */
  task: 0,
  /** Threads that have not done the task yet. */
  open: 1,
  /** 0 stages of the start, 1 stages of a month, 2 a batch of the event kernel, 3 go home. */
  kind: 2,
  stage: 3,
  /** Month, or number of the batch. */
  at: 4,
  /** 1 once a thread has failed. */
  failed: 5,
} as const;

export const CONTROL_WORDS = 6;
