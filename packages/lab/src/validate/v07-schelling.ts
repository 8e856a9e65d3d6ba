import { schellingModel } from '../models/schelling-model.ts';
import { bySize, meanOf, runFor, type Check, type Effort, type Figure } from './check.ts';
import { runNaiveSchelling } from './naive-schelling.ts';

interface Plan {
  readonly side: number;
  readonly agents: number;
  readonly radius: number;
  readonly wanted: number;
  readonly steps: number;
  readonly seeds: number;
}

const STEPS = 20;
/** A step that is counted towards the step counts: nobody moved in it. */
const never = STEPS + 1;

/** Two implementations of one declaration must give the same distributions. */
export const schellingCheck: Check = {
  id: 'V7',
  title: {
    zh: '谢林居住模型：与独立写成的对象实现对照',
    en: 'Schelling: against an independent implementation with objects',
  },
  cannotTell: {
    zh: '两种实现若误解同一声明，本项不能发现。',
    en: 'A misreading of the declaration that both implementations share.',
  },
  async run(effort) {
    const small = { side: 40, agents: 1000, radius: 1, wanted: 3, steps: STEPS };
    const large = { side: 100, agents: 8000, radius: 2, wanted: 8, steps: STEPS };
    const tiny = { side: 20, agents: 250, radius: 1, wanted: 3, steps: STEPS };
    if (effort.size === 'brief') {
      return { kind: 'ran', figures: await compare('20 x 20', { ...tiny, seeds: 100 }, effort) };
    }
    const figures = [
      // Small boards have much edge, and many of them little noise.
      ...(await compare('20 x 20', { ...tiny, seeds: 1000 }, effort)),
      ...(await compare('40 x 40', { ...small, seeds: 100 }, effort)),
    ];
    const seeds = bySize(effort, 0, 0, 100);
    const more = seeds > 0 ? await compare('100 x 100', { ...large, seeds }, effort) : [];
    return { kind: 'ran', figures: [...figures, ...more] };
  },
};

async function compare(name: string, plan: Plan, effort: Effort): Promise<Figure[]> {
  const ours: number[][] = [];
  const theirs: (readonly number[])[] = [];
  const { side, radius, wanted } = plan;
  for (let seed = 0; seed < plan.seeds; seed += 1) {
    const { series } = await runFor(schellingModel, effort, {
      ...{ agents: plan.agents, months: plan.steps, replicate: seed },
      parameters: { side, radius, wanted },
    });
    ours.push([...series.happy]);
    theirs.push(runNaiveSchelling({ ...plan, seed: effort.seed * 1000 + seed }));
  }
  // The distance that one test in a thousand passes by chance.
  const within = 1.95 * Math.sqrt(2 / plan.seeds);
  const distance = (what: string, of: (happy: readonly number[]) => number): Figure => ({
    ...{ name: `${name}, ${what}: distance of the distributions (KS)`, rule: 'near' },
    ...{ found: kolmogorovSmirnov(ours.map(of), theirs.map(of)), reference: 0, within },
  });
  const share = (step: number) => (happy: readonly number[]) => (happy[step] ?? 0) / plan.agents;
  // Means tell small faults apart that a distance of distributions does not.
  const means = (step: number): Figure => {
    const [mine, other] = [meanOf(ours.map(share(step))), meanOf(theirs.map(share(step)))];
    return {
      ...{ name: `${name}, happy share in step ${step + 1}: difference of the means` },
      ...{ found: mine.mean - other.mean, reference: 0, rule: 'near' },
      within: 3 * Math.hypot(mine.error, other.error),
    };
  };
  return [
    ...[0, 2].map(means),
    distance('happy share in step 1', share(0)),
    distance('happy share in step 3', share(2)),
    distance(`happy share in step ${plan.steps}`, share(plan.steps - 1)),
    distance('steps until all are happy', (happy) => {
      const step = happy.findIndex((count) => count === plan.agents);
      return step < 0 ? never : step;
    }),
  ];
}

/** The largest distance between two cumulative distributions. */
function kolmogorovSmirnov(a: readonly number[], b: readonly number[]): number {
  const upTo = (list: readonly number[], limit: number): number =>
    list.filter((value) => value <= limit).length / list.length;
  return Math.max(...[...a, ...b].map((value) => Math.abs(upTo(a, value) - upTo(b, value))));
}
