import { urnModel } from '../models/urn-model.ts';
import { bySize, meanFigure, meanOf, runFor, type Check, type Figure } from './check.ts';

/** Polya's urn, and patrols that go where they found something before. */
export const urnCheck: Check = {
  id: 'V3',
  title: {
    zh: '波利亚罐：越查越偏的巡查与加权纠偏',
    en: 'Polya urn: patrols that run away, and weights that hold them',
  },
  cannotTell: {
    zh: '现实中的巡查是否只看以往发现，本项不能说明。',
    en: 'Whether patrols in life follow past finds alone.',
  },
  async run(effort) {
    const agents = bySize(effort, 4000, 40_000);
    const urn = await runFor(urnModel, effort, { agents, months: bySize(effort, 200, 2000) });
    const shares = sharesOf(urn.columns);
    const { mean } = meanOf(shares);
    const squares = Array.from(shares, (share) => (share - mean) ** 2);
    const patrol = { startFirst: 1, startSecond: 1, rateFirst: 0.11, rateSecond: 0.1 };
    const towns = bySize(effort, 800, 2000);
    const months = bySize(effort, 1500, 20_000, 100_000);
    const plan = { agents: towns, months, replicate: 1 };
    const naive = await runFor(urnModel, effort, { ...plan, parameters: patrol });
    const weighted = await runFor(urnModel, effort, {
      ...{ ...plan, replicate: 2 },
      parameters: { ...patrol, weighted: 1 },
    });
    const fair = 0.11 / 0.21;
    const naiveShares = sharesOf(naive.columns);
    const { mean: naiveMean, error } = meanOf(naiveShares);
    const weightedShares = sharesOf(weighted.columns);
    const figures: Figure[] = [
      meanFigure('Polya urn from (2,3): mean share', shares, 0.4),
      // A finite urn is narrower than its limit by less than 1 in the number of draws.
      meanFigure('Polya urn from (2,3): variance', squares, 0.04 * varianceOfFinite(urn.months)),
      {
        ...{
          name: `finds alone, ${months} steps: mean share lies above the fair one`,
          rule: 'above',
        },
        ...{ found: naiveMean - 3 * error, reference: fair, within: 0 },
      },
      {
        ...{ name: `weighted finds, ${months} steps: mean share is the fair one`, rule: 'near' },
        ...{ found: meanOf(weightedShares).mean, reference: fair },
        within: 3 * meanOf(weightedShares).error + 0.004,
      },
    ];
    if (effort.size === 'long') {
      figures.push(
        meanFigureWithin('finds alone, 100,000 steps: mean share', naiveMean, 0.64, 0.02),
      );
    }
    return { kind: 'ran', figures };
  },
};

/** After n draws the variance is that of the limit times n / (n + a + b). */
function varianceOfFinite(draws: number): number {
  return draws / (draws + 5);
}

function sharesOf(columns: {
  readonly first: Float64Array;
  readonly second: Float64Array;
}): Float64Array {
  return columns.first.map((first, i) => first / (first + (columns.second[i] ?? 0)));
}

function meanFigureWithin(name: string, found: number, reference: number, within: number): Figure {
  return { name, found, reference, within, rule: 'near' };
}
