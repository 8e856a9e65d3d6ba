import { mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { inspectionModel } from '../models/inspection-model.ts';
import { queueModel } from '../models/queue-model.ts';
import { schellingModel } from '../models/schelling-model.ts';
import { readColumnarFile } from './columnar-file.ts';
import { defineModel } from './define-model.ts';
import type { Kinds, Model } from './model.ts';
import { runModel, type RunOptions, type RunResult } from './run-model.ts';
import { writeResult } from './write-result.ts';

const folder = mkdtempSync(join(tmpdir(), 'credence-lab-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function finish<K extends Kinds>(
  model: Model<K>,
  options: RunOptions,
): Promise<RunResult<K>> {
  const result = await runModel(model, options);
  if (result.kind !== 'done') throw new Error(result.kind);
  return result;
}

/** The files of a run as one text of bytes. */
async function bytesOf<K extends Kinds>(
  model: Model<K>,
  options: RunOptions,
  name: string,
): Promise<string> {
  const path = join(folder, name);
  writeResult(path, model as unknown as Model, await finish(model, options));
  return ['columns.bin', 'manifest.json']
    .map((file) => readFileSync(join(path, file), 'hex'))
    .join();
}

/** Stops a run after some steps and gives where it was kept. */
async function interrupt<K extends Kinds>(model: Model<K>, options: RunOptions, after: number) {
  const stop = new AbortController();
  const checkpoint = join(folder, `${model.name}-${options.kernel ?? 'monthly'}.checkpoint`);
  const onProgress = (done: number) => {
    if (done === after) stop.abort();
  };
  const { signal } = stop;
  const outcome = await runModel(model, { ...options, signal, checkpoint, onProgress });
  expect(outcome).toEqual({ kind: 'cancelled', position: after });
  return checkpoint;
}

const plan = { agents: 10_000, months: 30, seed: 'regimes' };

describe('a run', () => {
  it('gives the same bytes on two starts and on one, two and three threads', async () => {
    const one = await bytesOf(inspectionModel, plan, 'one');
    expect(await bytesOf(inspectionModel, plan, 'again')).toBe(one);
    const several = await Promise.all(
      [2, 3].map((threads) => bytesOf(inspectionModel, { ...plan, threads }, `on-${threads}`)),
    );
    expect(several).toEqual([one, one]);
    expect(await bytesOf(inspectionModel, { ...plan, replicate: 1 }, 'other')).not.toBe(one);
  });

  it('gives the same bytes when the event kernel runs on two threads', async () => {
    const events = { ...plan, agents: 70_000, months: 6, kernel: 'events' } as const;
    const one = await bytesOf(inspectionModel, events, 'events');
    expect(await bytesOf(inspectionModel, { ...events, threads: 2 }, 'events-2')).toBe(one);
  });

  it.each(['monthly', 'events'] as const)(
    'gives the same bytes when it is cancelled, kept and resumed: %s',
    async (kernel) => {
      const options = { ...plan, agents: 70_000, months: 8, kernel };
      const resume = await interrupt(inspectionModel, options, 1);
      const whole = await bytesOf(inspectionModel, options, 'whole');
      expect(await bytesOf(inspectionModel, { ...options, resume }, 'resumed')).toBe(whole);
    },
  );

  it('does not start a second time when it was cancelled before its first month', async () => {
    const model = defineModel({
      ...{ name: 'once', parameters: {}, columns: { started: 'u8' }, draws: {}, observers: {} },
      processes: [
        {
          name: 'start',
          when: 'start',
          over: 'agents',
          run: ({ columns }) => columns.started.forEach((n, i) => (columns.started[i] = n + 1)),
        },
      ],
    });
    const options = { agents: 3, months: 2, seed: 1 };
    const resume = join(folder, 'before-the-first');
    const cancelled = { ...options, checkpoint: resume, signal: AbortSignal.abort() };
    expect(await runModel(model, cancelled)).toEqual({ kind: 'cancelled', position: 0 });
    expect([...(await finish(model, { ...options, resume })).columns.started]).toEqual([1, 1, 1]);
  });

  it('tells every stretch of agents the same month', async () => {
    const model = defineModel({
      ...{ name: 'calendar', parameters: {}, columns: {}, draws: {}, observers: { told: 'count' } },
      processes: [
        {
          name: 'tell',
          when: 'month',
          over: 'agents',
          run({ count, month, sums }) {
            sums.told += count * month;
          },
        },
      ],
    });
    const { series } = await finish(model, { agents: 5000, months: 3, seed: 1 });
    expect([...series.told]).toEqual([0, 5000, 10_000]);
  });

  it('keeps fields and what processes over everyone told', async () => {
    const options = { agents: 500, months: 6, seed: 3 };
    const resume = await interrupt(queueModel, options, 4);
    const whole = await bytesOf(queueModel, options, 'queue');
    expect(await bytesOf(queueModel, { ...options, resume }, 'queue-resumed')).toBe(whole);
  });

  it('is not resumed from another run, from half a file or from no such file', async () => {
    const resume = await interrupt(inspectionModel, plan, 3);
    const other = { ...plan, seed: 2, resume };
    await expect(runModel(inspectionModel, other)).rejects.toThrow(/of another run: its plan/);
    const fine = { ...plan, parameters: { fine: 3 }, resume };
    await expect(runModel(inspectionModel, fine)).rejects.toThrow(/its modelHash/);
    truncateSync(resume, 5000);
    await expect(runModel(inspectionModel, { ...plan, resume })).rejects.toThrow(/to its end/);
    truncateSync(resume, 60);
    await expect(runModel(inspectionModel, { ...plan, resume })).rejects.toThrow(/to its end/);
    const result = join(folder, 'one', 'columns.bin');
    await expect(runModel(inspectionModel, { ...plan, resume: result })).rejects.toThrow(
      /not a checkpoint/,
    );
  });

  it('gives two regimes the same luck: who differs, differs by the regime', async () => {
    const base = await finish(inspectionModel, { ...plan, months: 1 });
    const harsher = await finish(inspectionModel, {
      ...{ ...plan, months: 1 },
      parameters: { sensitivity: 1 },
    });
    let added = 0;
    base.columns.left.forEach((left, agent) => {
      if (left > 0) expect(harsher.columns.left[agent]).toBeGreaterThan(0);
      else if ((harsher.columns.left[agent] ?? 0) > 0) added += 1;
    });
    expect(added).toBeGreaterThan(0);
  });

  it('ends early when a process stops it', async () => {
    const { months, series } = await finish(schellingModel, {
      ...{ agents: 40, months: 500, seed: 1 },
      parameters: { side: 20, wanted: 0, stopWhenHappy: 1 },
    });
    expect(months).toBe(1);
    expect([...series.happy]).toEqual([40]);
  });

  it('writes a file that anyone can read column by column', async () => {
    await bytesOf(inspectionModel, plan, 'read');
    const { about, columns } = readColumnarFile(join(folder, 'read', 'columns.bin'));
    expect(about).toEqual({ kind: 'result', model: 'inspection', months: 30 });
    expect(columns.map(({ name, bytes }) => `${name} ${bytes.byteLength}`)).toEqual([
      'series.violations 240',
      'series.listed 240',
      'agents.cost 80000',
      'agents.left 10000',
    ]);
  });

  it.each([
    [{ agents: 0 }, /0 agents; give a whole number/],
    [{ months: 1.5 }, /1.5 months/],
    [{ threads: 0 }, /0 threads/],
    [{ parameters: { fines: 1 } }, /no parameter "fines"; it has chance, /],
    [{ parameters: { fine: NaN } }, /"fine" is NaN/],
  ])('refuses %j by name', async (wrong, message) => {
    await expect(runModel(inspectionModel, { ...plan, ...wrong })).rejects.toThrow(message);
  });

  it('refuses more threads for a model that none of them could find, and events without gaps', async () => {
    const homeless = { ...queueModel };
    delete (homeless as { at?: object }).at;
    await expect(runModel(homeless, { ...plan, threads: 2 })).rejects.toThrow(/no address/);
    await expect(runModel(queueModel, { ...plan, kernel: 'events' })).rejects.toThrow(/no gap/);
    const lost = { ...inspectionModel, at: { module: import.meta.url, name: 'nowhere' } };
    await expect(runModel(lost, { ...plan, threads: 2 })).rejects.toThrow();
  });
});

describe('a model', () => {
  const parts = {
    name: 'm',
    parameters: {},
    columns: { a: 'u8' },
    draws: { x: 1 },
    observers: { n: 'count' },
  } as const;

  it('is refused when it says nothing, or the same twice', () => {
    expect(() => defineModel({ ...parts, processes: [] })).toThrow(/no process/);
    const idle = { name: 'idle', when: 'month', over: 'agents', run: () => undefined } as const;
    const twice = { ...parts, draws: { x: 1, y: 1 }, processes: [idle] };
    expect(() => defineModel(twice)).toThrow(/"x" and "y" share the number 1/);
    const both = { ...parts, fields: { a: 'u8' } as const, processes: [idle] };
    expect(() => defineModel(both)).toThrow(/both a column and a field/);
  });

  it('is refused while it runs when it uses a draw it did not ask for, or counts by halves', async () => {
    const sly = defineModel({
      ...parts,
      processes: [
        {
          name: 'sly',
          when: 'month',
          over: 'agents',
          run: ({ draws, sums }) => (sums.n = draws.x.length),
        },
      ],
    });
    await expect(runModel(sly, { agents: 1, months: 1, seed: 1 })).rejects.toThrow(/does not list/);
    const half = defineModel({
      ...parts,
      processes: [
        { name: 'half', when: 'month', over: 'agents', run: ({ sums }) => (sums.n = 0.5) },
      ],
    });
    await expect(runModel(half, { agents: 1, months: 1, seed: 1 })).rejects.toThrow(/counts, but/);
  });
});
