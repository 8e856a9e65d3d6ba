import { harringtonModel } from '../models/harrington-model.ts';
import { bySize, runFor, shareFigure, type Check, type Figure } from './check.ts';

/** A regime of two groups, as lab reference V1 gives it. */
interface TwoGroups {
  readonly p1: number;
  readonly p2: number;
  readonly F1: number;
  readonly F2: number;
  readonly u: number;
  readonly v: number;
  readonly b: number;
}

interface Case extends TwoGroups {
  readonly threshold: number;
  readonly compliance?: number;
}

const cases: readonly Case[] = [
  { p1: 0.05, p2: 0.4, F1: 0, F2: 1, u: 1, v: 1, b: 0.99, threshold: 3.0622, compliance: 0.1111 },
  { p1: 0.05, p2: 0.4, F1: 0.2, F2: 1, u: 1, v: 1, b: 0.99, threshold: 2.9956 },
  { p1: 0.1, p2: 0.3, F1: 0, F2: 2, u: 0.5, v: 0.5, b: 0.95, threshold: 1.4769, compliance: 0.25 },
  // Our own, by value iteration in another language: where u is v, a check does not see one taken for the other.
  {
    ...{ p1: 0.08, p2: 0.35, F1: 0.5, F2: 1.5, u: 0.9, v: 0.3, b: 0.97 },
    ...{ threshold: 1.0198, compliance: 0.4068 },
  },
];

/** Months of a run of firms that never comply: enough for some to be caught, too few for all. */
const MONTHS_OF_THE_COSTLY = 12;

/** Harrington's threshold and stationary compliance: closed form, dynamic programme, simulator. */
export const harringtonCheck: Check = {
  id: 'V1',
  title: {
    zh: '哈林顿两组执法模型：临界成本与长期守法比例',
    en: 'Harrington: threshold cost and stationary compliance',
  },
  cannotTell: {
    zh: '企业是否真会如此权衡、成本是否确知，本项不能说明。',
    en: 'Whether firms weigh costs in this way, or know their costs at all.',
  },
  async run(effort) {
    const agents = bySize(effort, 20_000, 1_000_000);
    const figures: Figure[] = [];
    for (const [index, given] of cases.entries()) {
      const own = { ...given, ...pick(effort.wrong ?? {}) };
      const name = `case ${index + 1}`;
      const closed = thresholdOf(own);
      figures.push(near(`${name}, threshold by closed form`, closed, given.threshold, 5e-5));
      figures.push(
        near(`${name}, threshold by value iteration`, iterate(own), given.threshold, 2e-4),
      );
      const share = (given.p1 * given.u) / (given.p1 * given.u + given.p2 * given.v);
      if (given.compliance !== undefined) {
        figures.push(near(`${name}, compliance by closed form`, share, given.compliance, 5e-5));
      }
      const limits = { moves: given.u, released: given.v, costMax: closed };
      const chances = { chance: given.p1, chanceTargeted: given.p2 };
      const run = (cost: number, months: number) =>
        runFor(harringtonModel, effort, {
          ...{ agents, months, replicate: index },
          parameters: { ...chances, ...limits, cost },
        });
      const { series } = await run(closed * 0.999, 120);
      const complying = series.complying.at(-1) ?? 0;
      figures.push(shareFigure(`${name}, compliance in the simulator`, complying, agents, share));
      // Whoever violates even when targeted is never released: what is left was never caught.
      const costly = await run(closed * 1.001, MONTHS_OF_THE_COSTLY);
      const caught = 1 - (1 - given.p1 * given.u) ** (MONTHS_OF_THE_COSTLY - 1);
      const targeted = costly.series.targeted.at(-1) ?? 0;
      const above = `${name}, above the threshold`;
      figures.push(
        near(`${above}: complying in the simulator`, costly.series.complying.at(-1) ?? -1, 0, 0),
        shareFigure(`${above}: targeted in the simulator`, targeted, agents, caught),
      );
    }
    return { kind: 'ran', figures };
  },
};

/** The cost up to which a firm that violates in the first group complies in the second. */
function thresholdOf({ p1, p2, F1, F2, u, v, b }: TwoGroups): number {
  return (
    (p2 * F2 * (1 - b + b * p1 * u + b * p2 * v) - b * p2 * v * p1 * F1) / (1 - b + b * p1 * u)
  );
}

const WIDTH = 1e-6;

/** The same by halving the interval of costs, solving each firm's choice over time anew. */
function iterate(regime: TwoGroups): number {
  let [low, high] = [0, 20 * regime.F2];
  while (high - low > WIDTH) {
    const middle = (low + high) / 2;
    if (complies(regime, middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** Whether complying costs less than violating once targeted, when each later choice is the best one. */
function complies({ p1, p2, F1, F2, u, v, b }: TwoGroups, cost: number): boolean {
  let [first, second] = [0, 0];
  for (let change = 1; change > 1e-9;) {
    const violating = p1 * F1 + b * (p1 * u * second + (1 - p1 * u) * first);
    const nextFirst = Math.min(violating, cost + b * first);
    const complying = cost + b * (p2 * v * first + (1 - p2 * v) * second);
    const nextSecond = Math.min(complying, p2 * F2 + b * second);
    change = Math.max(Math.abs(nextFirst - first), Math.abs(nextSecond - second));
    [first, second] = [nextFirst, nextSecond];
  }
  return cost + b * (p2 * v * first + (1 - p2 * v) * second) <= p2 * F2 + b * second;
}

function near(name: string, found: number, reference: number, within: number): Figure {
  return { name, found, reference, within, rule: 'near' };
}

/** Constants of the formula that are wrong on purpose. */
function pick(wrong: Readonly<Record<string, number>>): Partial<TwoGroups> {
  return Object.fromEntries(
    Object.entries(wrong).filter(([name]) =>
      ['p1', 'p2', 'F1', 'F2', 'u', 'v', 'b'].includes(name),
    ),
  );
}
