import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { Contestant, Landing } from './run-bench.ts';

/** The part of flocc 0.7 that the inspection model needs. */
interface Flocc {
  readonly Agent: new () => FloccAgent;
  readonly Environment: new () => FloccEnvironment;
}
interface FloccAgent {
  get(name: string): number;
  set(name: string, value: number | ((agent: FloccAgent) => void)): void;
}
interface FloccEnvironment {
  addAgent(agent: FloccAgent): void;
  tick(): void;
}

const FLOCC_AGENTS = 10_000;

/** flocc from a folder of peers, or why it is skipped. */
export async function floccPeer(folder: string | undefined): Promise<Contestant | string> {
  if (folder === undefined)
    return 'flocc: give --peers FOLDER, where FOLDER/node_modules/flocc is installed.';
  const file = join(resolve(folder), 'node_modules/flocc/dist/flocc.es.js');
  const other = join(resolve(folder), 'node_modules/flocc/dist/flocc.js');
  const found = [other, file].find(existsSync);
  if (found === undefined)
    return `flocc: ${file} is not there; run "npm install flocc@0.7.0" in ${folder}.`;
  const loaded = (await import(pathToFileURL(found).href)) as Flocc & { readonly default?: Flocc };
  const flocc = loaded.default ?? loaded;
  const [agents, months] = [FLOCC_AGENTS, 100];
  return {
    ...{ name: 'flocc', agents, months },
    run: (seed) => Promise.resolve(runFlocc(flocc, { agents, months, seed })),
  };
}

function runFlocc(
  { Agent, Environment }: Flocc,
  { agents, months, seed }: { agents: number; months: number; seed: number },
): Landing {
  let state = seed | 1;
  const random = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  let violations = 0;
  const environment = new Environment();
  const rule = (agent: FloccAgent): void => {
    const left = agent.get('left');
    const p = left > 0 ? 0.4 : 0.05;
    const violates = agent.get('cost') * (0.5 + random()) >= p * 4;
    if (violates) violations += 1;
    const [selection, detection] = [random(), random()];
    const caught = selection < p && detection < (violates ? 0.9 : 0.02);
    agent.set('left', caught ? 11 : Math.max(0, left - 1));
  };
  const all = Array.from({ length: agents }, () => {
    const agent = new Agent();
    agent.set('cost', random());
    agent.set('left', 0);
    agent.set('tick', rule);
    environment.addAgent(agent);
    return agent;
  });
  for (let month = 0; month < months; month += 1) {
    violations = 0;
    environment.tick();
  }
  const listed = all.filter((agent) => agent.get('left') > 0).length;
  return { listed: listed / agents, violations: violations / agents };
}

const numpyProgram = `
import sys, time, numpy as np
agents, months, seed = map(int, sys.argv[1:4])
rng = np.random.default_rng(seed)
start = time.perf_counter()
cost = rng.random(agents)
left = np.zeros(agents, np.int8)
for month in range(months):
    listed = left > 0
    p = np.where(listed, 0.4, 0.05)
    bad = cost * (0.5 + rng.random(agents)) >= p * 4
    caught = (rng.random(agents) < p) & (rng.random(agents) < np.where(bad, 0.9, 0.02))
    violations = bad.sum()
    count = listed.sum()
    left = np.where(caught, 11, np.maximum(left - 1, 0)).astype(np.int8)
print(time.perf_counter() - start, count / agents, violations / agents)
`;

/** numpy of this machine, or why it is skipped. */
export function numpyPeer(): Contestant | string {
  const probe = spawnSync('python3', ['-c', 'import numpy; print(numpy.__version__)'], {
    encoding: 'utf8',
  });
  if (probe.status !== 0) return 'numpy: python3 with numpy is not installed here.';
  const [agents, months] = [100_000, 100];
  return {
    ...{ name: `numpy ${probe.stdout.trim()}, its default threads`, agents, months },
    run: (seed) => {
      const args = ['-c', numpyProgram, String(agents), String(months), String(seed)];
      const { stdout, stderr, status } = spawnSync('python3', args, { encoding: 'utf8' });
      const [seconds = NaN, listed = NaN, violations = NaN] = stdout.trim().split(' ').map(Number);
      if (status !== 0) throw new Error(`numpy failed: ${stderr}`);
      return Promise.resolve({ seconds, listed, violations });
    },
  };
}
