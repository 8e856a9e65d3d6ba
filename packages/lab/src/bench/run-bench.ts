import { availableParallelism, loadavg } from 'node:os';

import { LabError } from '../engine/define-model.ts';
import type { Kinds, Model } from '../engine/model.ts';
import { runModel, type RunOptions, type RunResult } from '../engine/run-model.ts';
import { inspectionModel } from '../models/inspection-model.ts';
import { schellingModel } from '../models/schelling-model.ts';
import { runInspectionByHand, runSchellingByHand } from './hand-loops.ts';
import { floccPeer, numpyPeer } from './peers.ts';
import { runLarge } from './run-large.ts';

export interface BenchOptions {
  readonly peers?: string;
  readonly rounds: number;
  readonly large?: true;
}

/** Where a model lands: it must be the same for all before a time counts. */
export interface Landing {
  readonly listed: number;
  readonly violations: number;
}

/** One implementation: agents for a number of months. Construction is part of its time. */
export interface Contestant {
  readonly name: string;
  readonly agents: number;
  readonly months: number;
  /** Where it lands, and its own time where it keeps one (another process). */
  run(seed: number): Promise<Landing & { readonly seconds?: number }>;
}

const AGENTS = 100_000;
const MONTHS = 100;
/** The reference's bands, with room for chance where a peer runs fewer agents. */
const LISTED = [0.255, 0.29] as const;
const VIOLATIONS = [0.5, 0.55] as const;
const SCHELLING = { side: 100, radius: 2, wanted: 8 };
const NANO = 1e9;

/** Measures, and prints what was measured beside what is wanted; false when something falls short. */
export async function runBench(
  { peers, rounds, large }: BenchOptions,
  print: (line: string) => void,
): Promise<boolean> {
  const load = loadavg().map((each) => each.toFixed(1));
  print(
    `Node ${process.version}, ${availableParallelism()} processors, load ${load.join(' ')}, ${rounds} rounds, interleaved`,
  );
  print(
    'Collected by each: violations and listed of every month (hand loop and peers: of the last).',
  );
  const ours = contestant('Lab, monthly kernel', 'monthly');
  const events = contestant('Lab, event kernel', 'events');
  const hand: Contestant = {
    ...{ name: 'hand-written loop, sfc32', agents: AGENTS, months: MONTHS },
    run: (seed) => Promise.resolve(runInspectionByHand(AGENTS, MONTHS, seed)),
  };
  const [flocc, numpy] = [await floccPeer(peers), numpyPeer()];
  const pair = contestant('Lab, monthly kernel, two threads', 'monthly', 2);
  const all = [ours, pair, events, hand];
  for (const peer of [flocc, numpy]) {
    if (typeof peer === 'string') print(`SKIPPED ${peer}`);
    else all.push(peer);
  }
  const times = await measure(all, rounds, print);
  const monthly = times.get(ours) ?? NaN;
  const wanted: [string, number, number | undefined][] = [
    ['event kernel against monthly', monthly / (times.get(events) ?? NaN), 2],
    ['monthly against hand-written loop', (times.get(hand) ?? NaN) / monthly, undefined],
  ];
  if (typeof flocc !== 'string')
    wanted.push(['monthly against flocc', (times.get(flocc) ?? NaN) / monthly, 15]);
  if (typeof numpy !== 'string')
    wanted.push(['monthly against numpy', (times.get(numpy) ?? NaN) / monthly, 1.3]);
  wanted.push(['Schelling against hand-written loop', await schelling(rounds), 0.8]);
  const isScaled = await scale(large === true ? [1e4, 1e5, 1e6] : [1e4, 1e5], print);
  let reached = isScaled && (large !== true || (await runLarge(print)));
  for (const [name, ratio, least] of wanted) {
    const isReached = least === undefined || ratio >= least;
    reached &&= isReached;
    print(
      `${isReached ? ' ' : '!'} ${ratio.toFixed(2).padStart(7)}x  ${name}${least === undefined ? '' : `, wanted ${least}`}`,
    );
  }
  return reached;
}

function contestant(name: string, kernel: 'monthly' | 'events', threads = 1): Contestant {
  return {
    ...{ name, agents: AGENTS, months: MONTHS },
    async run(seed) {
      const { series } = await finish(inspectionModel, {
        agents: AGENTS,
        months: MONTHS,
        seed,
        kernel,
        threads,
      });
      const last = MONTHS - 1;
      return {
        listed: (series.listed[last] ?? NaN) / AGENTS,
        violations: (series.violations[last] ?? NaN) / AGENTS,
      };
    },
  };
}

/** Median nanoseconds an agent and month of each, one after another in every round. */
async function measure(
  all: readonly Contestant[],
  rounds: number,
  print: (line: string) => void,
): Promise<Map<Contestant, number>> {
  const taken = new Map(all.map((each) => [each, [] as number[]]));
  for (let round = -1; round < rounds; round += 1) {
    for (const each of all) {
      const start = performance.now();
      const landed = await each.run(round + 2);
      const seconds = landed.seconds ?? (performance.now() - start) / 1000;
      assertLanding(each, landed);
      // The first round warms up.
      if (round >= 0) taken.get(each)?.push((seconds * NANO) / each.agents / each.months);
    }
  }
  return new Map(
    all.map((each) => {
      const rising = (taken.get(each) ?? []).sort((a, b) => a - b);
      const median = rising[Math.floor(rising.length / 2)] ?? NaN;
      const spread = `${rising[0]?.toFixed(1)} to ${rising.at(-1)?.toFixed(1)}`;
      print(
        `  ${median.toFixed(1).padStart(8)} ns per agent and month  ${each.name} (${spread}; ${each.agents} agents, ${each.months} months)`,
      );
      return [each, median];
    }),
  );
}

function assertLanding({ name }: Contestant, { listed, violations }: Landing): void {
  const isIn = (value: number, [low, high]: readonly [number, number]) =>
    value >= low && value <= high;
  if (isIn(listed, LISTED) && isIn(violations, VIOLATIONS)) return;
  throw new LabError(
    `${name} landed on ${listed} listed and ${violations} violating, not within ${LISTED.join('-')} and ${VIOLATIONS.join('-')}; its time counts for nothing.`,
  );
}

/** How many times as fast as the hand-written loop, at equal shares of happy agents. */
async function schelling(rounds: number): Promise<number> {
  const [agents, steps] = [8000, 20];
  const taken = { lab: [] as number[], hand: [] as number[] };
  const happy = { lab: 0, hand: 0 };
  for (let seed = 0; seed < rounds * 3; seed += 1) {
    let start = performance.now();
    const { series } = await finish(schellingModel, {
      agents,
      months: steps,
      seed,
      parameters: SCHELLING,
    });
    taken.lab.push(performance.now() - start);
    happy.lab += (series.happy[steps - 1] ?? 0) / agents / rounds / 3;
    start = performance.now();
    happy.hand += runSchellingByHand({ ...SCHELLING, agents, steps, seed }) / rounds / 3;
    taken.hand.push(performance.now() - start);
  }
  if (Math.abs(happy.lab - happy.hand) > 0.01) {
    throw new LabError(
      `Schelling: ${happy.lab} happy by the Lab, ${happy.hand} by hand; the times count for nothing.`,
    );
  }
  const median = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? NaN;
  return median(taken.hand) / median(taken.lab);
}

/** Costs grow with the number of agents and not faster. */
async function scale(sizes: readonly number[], print: (line: string) => void): Promise<boolean> {
  let fits = true;
  for (const agents of sizes) {
    const months = 120;
    const start = performance.now();
    const { bytes } = await finish(inspectionModel, { agents, months, seed: 1 });
    const seconds = (performance.now() - start) / 1000;
    const memory = process.memoryUsage().rss;
    fits &&= memory <= 1.5e9;
    print(
      `  ${agents} agents x ${months} months: ${((agents * months) / seconds / 1e6).toFixed(1)} M agent-months/s, columns ${(bytes / 1e6).toFixed(1)} MB, process ${(memory / 1e6).toFixed(0)} MB`,
    );
  }
  return fits;
}

async function finish<K extends Kinds>(
  model: Model<K>,
  options: RunOptions,
): Promise<RunResult<K>> {
  const result = await runModel(model, options);
  if (result.kind !== 'done') throw new LabError('A run without a signal was cancelled.');
  return result;
}
