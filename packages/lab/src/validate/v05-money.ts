import { giniOf } from '../experiment/statistic/inequality.ts';
import { moneyModel } from '../models/money-model.ts';
import { bySize, meanFigure, meanOf, runFor, type Check } from './check.ts';

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
    const agents = bySize(effort, 500, 2000);
    const months = bySize(effort, 600, 2500);
    const [ginis, poor]: [number[], number[]] = [[], []];
    for (let replicate = 0; replicate < replicates; replicate += 1) {
      const { columns, series } = await runFor(moneyModel, effort, { agents, months, replicate });
      // Of pairs of different agents: a small society is not more equal for being small.
      ginis.push(giniOf(columns.money) * (agents / (agents - 1)));
      poor.push(meanOf(series.poor.subarray(months / 2)).mean / agents);
    }
    // Every way of sharing N units out among N is as likely: so many of them leave one with nothing.
    const penniless = (agents - 1) / (2 * agents - 1);
    return {
      kind: 'ran',
      figures: [
        meanFigure('stationary Gini', ginis, 2 / 3),
        meanFigure('share without any, mean of the later half of the months', poor, penniless),
      ],
    };
  },
};
