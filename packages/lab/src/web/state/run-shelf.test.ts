import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Comparison } from '../../experiment/comparison.ts';
import type { Answer, LabWork, Watch } from '../work/job.ts';
import { usualSize, type RunOrder } from './run-order.ts';
import { MOST_WAITING, openRunShelf, type RunShelf } from './run-shelf.ts';

const order = (seed: number): RunOrder => ({
  regimes: [{ id: 'none' }],
  size: { ...usualSize, seed },
});
const comparison: Comparison = {
  format: 'credence-lab-comparison-1',
  plan: { agents: 1, months: 1, seed: 1, replicates: 1, society: 'organisations' },
  ...{ fit: [], regimes: [], measures: [], limits: [], outcomes: [], pairs: [] },
  ...{ cannotTell: [], hashes: {} },
};

/** Work that ends when the test says so. */
function heldWork() {
  const held: { watch: Watch; end: (answer: Answer | Error) => void }[] = [];
  const work: LabWork = {
    perform: (_job, watch = {}) =>
      new Promise((resolve, reject) => {
        const end = (answer: Answer | Error): void =>
          answer instanceof Error ? reject(answer) : resolve(answer);
        held.push({ watch, end });
        watch.signal?.addEventListener('abort', () => end({ kind: 'cancelled' }));
      }),
    close: () => Promise.resolve(),
  };
  return { work, held };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

describe('the runs of a server', () => {
  let folder: string;
  let shelf: RunShelf;
  let held: ReturnType<typeof heldWork>['held'];
  const defects: unknown[] = [];
  const open = (): RunShelf => {
    const made = heldWork();
    held = made.held;
    const onDefect = (error: unknown): void => void defects.push(error);
    return openRunShelf({ folder, work: made.work, onDefect });
  };
  const started = (seed: number): string => {
    const answer = shelf.start(order(seed));
    if (answer === 'full') throw new Error('The queue is full.');
    return answer.id;
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'credence-lab-'));
    defects.length = 0;
    shelf = open();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are carried out one at a time, and found again under the same address', async () => {
    const [first, second] = [started(1), started(2)];
    held[0]?.watch.onProgress?.(3, 24);
    expect(shelf.find(first)?.state).toEqual({ kind: 'running', done: 3, planned: 24 });
    expect(shelf.find(second)?.state).toEqual({ kind: 'waiting', before: 1 });
    held[0]?.end({ kind: 'comparison', comparison });
    await settled();
    expect(shelf.find(first)?.state.kind).toBe('done');
    expect(shelf.find(second)?.state.kind).toBe('running');
    expect(started(1)).toBe(first);
    expect(shelf.found(first)).toEqual({ kind: 'comparison', comparison });
  });

  it('are stopped and go on, also after the server was', async () => {
    const id = started(1);
    held[0]?.watch.onProgress?.(5, 24);
    shelf.cancel(id);
    await settled();
    expect(shelf.find(id)?.state).toEqual({ kind: 'stopped', done: 5, planned: 24 });
    expect(shelf.resume(id)).toBe('going');
    expect(shelf.find(id)?.state.kind).toBe('running');

    shelf = open();
    expect(shelf.find(id)?.state.kind).toBe('stopped');
    expect(shelf.resume(id)).toBe('going');
    held[0]?.end({ kind: 'comparison', comparison });
    await settled();
    expect(shelf.find(id)?.state.kind).toBe('done');
  });

  it('know whether other code made a run than would repeat it', () => {
    const run = shelf.find(started(3));
    if (run === undefined) throw new Error('The run was started.');
    expect(shelf.isOfThisCode(run)).toBe(true);
    expect(shelf.isOfThisCode({ ...run, id: '0123456789abcdef' })).toBe(false);
  });

  it('say when the rules cannot be run, and when the program failed', async () => {
    const [refused, failed] = [started(1), started(2)];
    held[0]?.end({ kind: 'refused', faults: [], says: { zh: '不行', en: 'no' } });
    await settled();
    expect(shelf.find(refused)?.state.kind).toBe('refused');
    held[1]?.end(new Error('a defect'));
    await settled();
    expect(shelf.find(failed)?.state.kind).toBe('failed');
    expect(defects).toEqual([new Error('a defect')]);
  });

  it('are refused when too many wait', () => {
    for (let seed = 0; seed <= MOST_WAITING; seed += 1) started(seed + 1);
    expect(shelf.start(order(99))).toBe('full');
  });

  it.each(['', '..', '0123456789abcde', '../../../etc/passwd'])('know no address %j', (id) => {
    expect(shelf.find(id)).toBeUndefined();
    expect(shelf.found(id)).toBeUndefined();
  });
});
