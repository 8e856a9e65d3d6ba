import type { Factor, Point } from '../experiment/design/factor.ts';
import { saltelliPoints, saltelliShares } from '../experiment/design/saltelli.ts';
import { bySize, meanFigure, type Check } from './check.ts';

const FIRST = [0.314, 0.442, 0];
const TOTAL = [0.558, 0.442, 0.244];
/** What two explain only together: of the first and the third, what each lacks alone. */
const PAIRS = { 'x1 x2': 0, 'x1 x3': 0.244, 'x2 x3': 0 } as const;
/** The references are given to three places. */
const ROUNDING = 5e-4;

const factors: readonly Factor[] = ['x1', 'x2', 'x3'].map((id) => ({
  ...{ id, least: -Math.PI, most: Math.PI },
}));

/** Sensitivity indices of a function whose indices are known, by the design that sweeps are made with. */
export const sobolCheck: Check = {
  id: 'V6',
  title: {
    zh: '敏感度指数：石神函数（参考值未核实，系解析值）',
    en: 'Sobol indices of the Ishigami function (reference analytic, [unverified])',
  },
  cannotTell: {
    zh: '各参数在现实中的取值范围，本项不能说明。',
    en: 'How far the parameters of a regime may vary in life.',
  },
  run(effort) {
    const a = effort.wrong?.['a'] ?? 7;
    const sample = bySize(effort, 2000, 16_000);
    const ishigami = ({ x1 = 0, x2 = 0, x3 = 0 }: Point): number =>
      Math.sin(x1) + a * Math.sin(x2) ** 2 + 0.1 * x3 ** 4 * Math.sin(x1);
    const repeats = Array.from({ length: 16 }, (_, repeat) => {
      const points = saltelliPoints(factors, sample, effort.seed * 100 + repeat);
      return saltelliShares(factors, points.map(ishigami));
    });
    const figures = [0, 1, 2].flatMap((factor) => {
      const of = (kind: 'first' | 'total') => repeats.map((all) => all[factor]?.[kind] ?? 0);
      return [
        meanFigure(`S${factor + 1}`, of('first'), FIRST[factor] ?? 0),
        meanFigure(`ST${factor + 1}`, of('total'), TOTAL[factor] ?? 0),
      ];
    });
    const pairs = Object.entries(PAIRS).map(([pair, reference]) => {
      const [one, other = ''] = pair.split(' ');
      const found = repeats.map((all) => all.find(({ id }) => id === one)?.pairs[other] ?? NaN);
      return meanFigure(`together, ${pair}`, found, reference);
    });
    return Promise.resolve({
      kind: 'ran',
      figures: [...figures, ...pairs].map((figure) => ({
        ...figure,
        within: figure.within + ROUNDING,
      })),
    });
  },
};
