import { bySize, meanFigure, type Check } from './check.ts';
import { sobolIndices } from './sobol-indices.ts';

const FIRST = [0.314, 0.442, 0];
const TOTAL = [0.558, 0.442, 0.244];
/** The references are given to three places. */
const ROUNDING = 5e-4;

/** Sensitivity indices of a function whose indices are known. */
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
    const ishigami = (x: Float64Array): number => {
      const [one = 0, two = 0, three = 0] = Array.from(x, (u) => (2 * u - 1) * Math.PI);
      return Math.sin(one) + a * Math.sin(two) ** 2 + 0.1 * three ** 4 * Math.sin(one);
    };
    const repeats = Array.from({ length: 16 }, (_, repeat) =>
      sobolIndices(ishigami, { factors: 3, sample, seed: effort.seed * 100 + repeat }),
    );
    const figures = [0, 1, 2].flatMap((factor) => {
      const of = (kind: 'first' | 'total') => repeats.map((all) => all[factor]?.[kind] ?? 0);
      return [
        meanFigure(`S${factor + 1}`, of('first'), FIRST[factor] ?? 0),
        meanFigure(`ST${factor + 1}`, of('total'), TOTAL[factor] ?? 0),
      ];
    });
    return Promise.resolve({
      kind: 'ran',
      figures: figures.map((figure) => ({ ...figure, within: figure.within + ROUNDING })),
    });
  },
};
