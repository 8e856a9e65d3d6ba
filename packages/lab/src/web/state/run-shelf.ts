import { join } from 'node:path';

import type { JsonValue } from '@credence/domain';
import { canonicalJson, sha256Hex } from '@credence/proof';

import { codeHash } from '../../experiment/code-hash.ts';
import type { LabWork } from '../work/job.ts';
import { openRunFiles, type Ended, type Found, type RunFiles } from './run-files.ts';
import type { RunOrder } from './run-order.ts';

/** How far a run is. */
export type RunState =
  | Ended
  | { readonly kind: 'waiting'; readonly before: number }
  | { readonly kind: 'running'; readonly done: number; readonly planned: number }
  | { readonly kind: 'done' };

/** A run by its address. */
export interface LabRun {
  readonly id: string;
  readonly order: RunOrder;
  readonly state: RunState;
}

/** Runs of this server, finished and not; one is carried out at a time. */
export interface RunShelf {
  /** The address of an order: the same order has the same, and is not run twice. */
  start(order: RunOrder): { readonly id: string } | 'full';
  find(id: string): LabRun | undefined;
  found(id: string): Found | undefined;
  /** The latest first. */
  list(): readonly LabRun[];
  /** Whether the code that made a run is the code of this server: only then it can be made again here. */
  isOfThisCode(run: LabRun): boolean;
  cancel(id: string): void;
  resume(id: string): 'going' | 'full';
  close(): void;
}

export const MOST_WAITING = 10;
export const MOST_KEPT = 300;

/** What keeps the runs and carries them out. */
export interface RunShelfParts {
  readonly folder: string;
  readonly work: LabWork;
  readonly onDefect: (error: unknown) => void;
}

export function openRunShelf({ folder, work, onDefect }: RunShelfParts): RunShelf {
  const files = openRunFiles(join(folder, 'runs'));
  const queue = createQueue({ files, work, onDefect });
  const find = (id: string): LabRun | undefined => {
    const order = files.order(id);
    return order === undefined ? undefined : { id, order, state: stateOf(files, queue, id) };
  };
  const list = (): readonly LabRun[] =>
    files.ids().flatMap((id) => {
      const run = find(id);
      return run === undefined ? [] : [run];
    });
  return {
    ...{ find, list },
    found: (id) => files.found(id),
    isOfThisCode: ({ id, order }) => addressOf(order) === id,
    start: (order) => {
      const id = addressOf(order);
      if (files.isFound(id)) return { id };
      files.putOrder(id, order);
      if (queue.add(id) === 'full') return 'full';
      for (const old of list().slice(MOST_KEPT))
        if (old.state.kind === 'done') files.remove(old.id);
      return { id };
    },
    cancel: (id) => queue.cancel(id),
    resume: (id) => (files.isFound(id) ? 'going' : queue.add(id)),
    close: () => queue.close(),
  };
}

function stateOf(files: RunFiles, queue: Queue, id: string): RunState {
  const under = queue.stateOf(id);
  if (under !== undefined) return under;
  if (files.isFound(id)) return { kind: 'done' };
  // Neither finished nor ended: the server was stopped while it ran.
  return files.ended(id) ?? { kind: 'stopped', done: 0, planned: 0 };
}

interface Queue {
  add(id: string): 'going' | 'full';
  stateOf(id: string): Extract<RunState, { kind: 'waiting' | 'running' }> | undefined;
  cancel(id: string): void;
  close(): void;
}

interface Live {
  readonly id: string;
  readonly abort: AbortController;
  done: number;
  planned: number;
}

function createQueue(parts: Omit<RunShelfParts, 'folder'> & { readonly files: RunFiles }): Queue {
  const { files } = parts;
  const waiting: string[] = [];
  let live: Live | undefined;
  let isClosed = false;
  const next = (): void => {
    if (isClosed || live !== undefined) return;
    const id = waiting.shift();
    if (id === undefined) return;
    live = { id, abort: new AbortController(), done: 0, planned: 0 };
    void carryOut(parts, live, () => isClosed).then(() => {
      live = undefined;
      next();
    });
  };
  return {
    add: (id) => {
      if (live?.id === id || waiting.includes(id)) return 'going';
      if (waiting.length >= MOST_WAITING) return 'full';
      files.putEnded(id, undefined);
      waiting.push(id);
      next();
      return 'going';
    },
    stateOf: (id) => {
      const place = waiting.indexOf(id);
      if (place >= 0) return { kind: 'waiting', before: place + 1 };
      if (live?.id !== id) return undefined;
      return { kind: 'running', done: live.done, planned: live.planned };
    },
    cancel: (id) => {
      const place = waiting.indexOf(id);
      if (place >= 0) waiting.splice(place, 1);
      if (place >= 0) files.putEnded(id, { kind: 'stopped', done: 0, planned: 0 });
      if (live?.id === id) live.abort.abort();
    },
    close: () => {
      isClosed = true;
      live?.abort.abort();
    },
  };
}

async function carryOut(
  { files, work, onDefect }: Omit<RunShelfParts, 'folder'> & { readonly files: RunFiles },
  live: Live,
  isClosed: () => boolean,
): Promise<void> {
  const { id, abort } = live;
  try {
    const order = files.order(id);
    if (order === undefined) return;
    const job = { kind: 'run', ...order, keep: files.keepOf(id) } as const;
    const answer = await work.perform(job, {
      signal: abort.signal,
      onProgress: (done, planned) => Object.assign(live, { done, planned }),
    });
    if (answer.kind === 'comparison' || answer.kind === 'sweep') files.putFound(id, answer);
    else if (answer.kind === 'refused') files.putEnded(id, { kind: 'refused', answer });
    else files.putEnded(id, { kind: 'stopped', done: live.done, planned: live.planned });
  } catch (error) {
    if (isClosed()) return;
    files.putEnded(id, { kind: 'failed' });
    onDefect(error);
  }
}

/** Of what is run and of the code that runs it: other code is another run. */
function addressOf(order: RunOrder): string {
  const plain = JSON.parse(JSON.stringify(order)) as JsonValue;
  return sha256Hex(canonicalJson({ order: plain, code: codeHash() })).slice(0, 16);
}
