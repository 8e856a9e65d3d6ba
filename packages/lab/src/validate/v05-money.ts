import { moneyModel } from '../models/money-model.ts';
import { bySize, meanFigure, runFor, type Check } from './check.ts';

/** Chance alone makes unequal: the Gini index of the Boltzmann model. */
export const moneyCheck: Check = {
  id: 'V5',
  title: { zh: '随机交换的财富：基尼系数', en: 'Boltzmann money: Gini index' },
  cannotTell: {
    zh: '现实中的财富如何分布，本项不能说明。',
    en: 'How wealth is distributed in life.',
  },
  async run(effort) {
    const replicates = bySize(effort, 12, 30);
    const ginis: number[] = [];
    for (let replicate = 0; replicate < replicates; replicate += 1) {
      const { columns } = await runFor(moneyModel, effort, {
        ...{ agents: bySize(effort, 500, 2000), months: bySize(effort, 600, 2500), replicate },
      });
      ginis.push(giniOf(columns.money));
    }
    return { kind: 'ran', figures: [meanFigure('stationary Gini', ginis, 2 / 3)] };
  },
};

function giniOf(values: Uint32Array): number {
  const rising = values.slice().sort();
  const whole = rising.reduce((sum, value) => sum + value, 0);
  let weighted = 0;
  rising.forEach((value, index) => (weighted += (index + 1) * value));
  const size = rising.length;
  // Of pairs of different agents: a small society is not more equal for being small.
  return ((2 * weighted) / (size * whole) - (size + 1) / size) * (size / (size - 1));
}
