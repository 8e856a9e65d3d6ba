import { setImmediate as pause } from 'node:timers/promises';

import { sha256Hex } from '@credence/proof';

import { readCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { createCrew, type Crew } from './crew.ts';
import { LabError } from './define-model.ts';
import { manifestOf, type Manifest } from './manifest.ts';
import type { Kinds, Model, Program, Views, Whole } from './model.ts';
import { createWholeWork, stagesOf, type Stage } from './monthly.ts';
import { addBatch, addMonth, addTold, createSeries, rowsOf, type Series } from './series.ts';
import {
  BATCH,
  bytesOf,
  createSociety,
  fillGiven,
  namedViews,
  type RunPlan,
  type Society,
} from './society.ts';

/** How to run a model. */
export interface RunOptions {
  readonly agents: number;
  readonly months: number;
  readonly seed: number | string;
  /** 0 unless given: the same seed gives each replicate other luck, and all regimes the same. */
  readonly replicate?: number;
  /** In place of the model's own; 1 unless given. The result does not depend on it. */
  readonly threads?: number;
  readonly parameters?: Readonly<Record<string, number>>;
  readonly kernel?: 'monthly' | 'events';
  /** Fields to start with, instead of zeros; their bytes are part of what the manifest names. */
  readonly fields?: Readonly<Record<string, ArrayBufferView & { readonly length: number }>>;
  /** What processes over everyone may call; the hash says what is in it. */
  readonly programs?: Readonly<Record<string, { readonly hash: string; readonly run: Program }>>;
  /** Where to keep the run when it is cancelled, and from where to go on. */
  readonly checkpoint?: string;
  readonly resume?: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, whole: number) => void;
}

/** What a run made. */
export interface RunResult<K extends Kinds = Kinds> {
  readonly kind: 'done';
  /** For each observer, a figure for every month; fewer months where a process stopped the run. */
  readonly series: { readonly [Name in keyof K['observers']]: Float64Array };
  /** At the end of the last month. */
  readonly columns: Views<K['columns']>;
  readonly fields: Views<K['fields']>;
  readonly months: number;
  readonly manifest: Manifest;
  readonly bytes: number;
}

export interface RunCancelled {
  readonly kind: 'cancelled';
  /** Months done; of the event kernel, batches of agents. */
  readonly position: number;
}

interface Running {
  readonly society: Society;
  readonly series: Series;
  readonly crew: Crew;
  readonly whole: ReturnType<typeof createWholeWork>;
}

/**
 * Runs a model. The result is a function of model, parameters, seed, replicate and plan alone: the
 * same bytes for any number of threads, and for a run that was interrupted and resumed.
 *
 * @throws LabError when the options do not fit the model, or the checkpoint is of another run
 */
export async function runModel<K extends Kinds>(
  declared: Model<K>,
  options: RunOptions,
): Promise<RunResult<K> | RunCancelled> {
  const model = declared as unknown as Model;
  const plan = planOf(model, options);
  const society = createSociety(model, plan);
  fillGiven(society, options.fields ?? {});
  const manifest = manifestOf(model, plan);
  const series = createSeries(society);
  const kept = options.resume;
  const from = kept === undefined ? 0 : readCheckpoint(kept, { society, series }, manifest);
  const crew = await createCrew(society, threadsOf(options));
  let position = from;
  let isStopped = false;
  try {
    const programs = Object.entries(options.programs ?? {}).map(([name, { run }]) => [name, run]);
    const whole = createWholeWork(society, Object.fromEntries(programs) as Whole['programs']);
    const running = { society, series, crew, whole };
    // What was kept before the first month holds its start already.
    if (kept === undefined) await takeStages(running, 'start', 0);
    const end = plan.kernel === 'monthly' ? plan.months : Math.ceil(society.slices / BATCH);
    const breathe = createBreath();
    while (position < end && !isStopped) {
      if (options.signal?.aborted === true) {
        if (options.checkpoint !== undefined) {
          writeCheckpoint(options.checkpoint, { society, series, position }, manifest);
        }
        return { kind: 'cancelled', position };
      }
      isStopped = await step(running, position);
      position += 1;
      options.onProgress?.(position, end);
      await breathe();
    }
  } finally {
    await crew.close();
  }
  const months = isStopped ? position : plan.months;
  const rows = Object.entries(rowsOf(series, society));
  return {
    ...{ kind: 'done', months, manifest, bytes: bytesOf(society) },
    series: Object.fromEntries(rows.map(([name, row]) => [name, row.subarray(0, months)])),
    columns: namedViews(society.columns),
    fields: namedViews(society.fields),
  } as RunResult<K>;
}

/** One month, or one batch of agents through all months; true when a process stopped the run. */
async function step(running: Running, position: number): Promise<boolean> {
  const { society, series, crew } = running;
  if (society.plan.kernel === 'monthly') return takeStages(running, 'month', position);
  await crew.work({ kind: 'batch', at: position });
  addBatch(series, society, position);
  return false;
}

async function takeStages(
  { society, series, crew, whole }: Running,
  kind: 'start' | 'month',
  month: number,
): Promise<boolean> {
  const stages: readonly Stage[] = stagesOf(society.model.processes, kind);
  let isStopped = false;
  for (const [number, stage] of stages.entries()) {
    if (stage.over === 'agents') {
      await crew.work({ kind, stage: number, at: month });
      if (kind === 'month') addMonth(series, society, month);
    } else {
      const { sums, stopped } = whole(stage.process, month);
      if (kind === 'month') addTold(series, society, month, sums);
      isStopped ||= stopped;
    }
  }
  return isStopped;
}

function planOf(model: Model, options: RunOptions): RunPlan {
  const { agents, months, seed, replicate = 0, kernel = 'monthly' } = options;
  const parameters = { ...model.parameters, ...options.parameters };
  const given = givenOf(options);
  const isGiven = Object.keys(given).length > 0;
  return { ...{ agents, months, seed, replicate, kernel }, parameters, ...(isGiven && { given }) };
}

/** What a run was given beside numbers, by what is in it. */
function givenOf({ fields = {}, programs = {} }: RunOptions): NonNullable<RunPlan['given']> {
  const given: Record<string, { readonly hash: string; readonly length?: number }> = {};
  for (const [name, view] of Object.entries(fields)) {
    const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    given[name] = { hash: sha256Hex(bytes), length: view.length };
  }
  for (const [name, { hash }] of Object.entries(programs)) given[`program ${name}`] = { hash };
  return given;
}

function threadsOf({ threads = 1 }: RunOptions): number {
  if (Number.isInteger(threads) && threads >= 1 && threads <= 64) return threads;
  throw new LabError(`${threads} threads; give a whole number from 1 to 64.`);
}

const BREATH_MS = 15;

/** Lets timers and signals through now and then, which a busy loop would keep waiting. */
function createBreath(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < BREATH_MS) return;
    await pause();
    last = performance.now();
  };
}
