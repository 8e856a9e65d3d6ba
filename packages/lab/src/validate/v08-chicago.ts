import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { Check, Figure } from './check.ts';
import { readChicagoHistory } from './chicago-history.ts';
import { measureOrder, type OrderFigures } from './measure-order.ts';
import { fitRidge } from './fit-ridge.ts';

const SPLIT = '2014-01-01';
/** The reference's gate: without the establishment a schedule loses at most this many days. */
const GATE = 0.2;

/** On a real city's history the gain of a targeting model is the inspector, not the establishment. */
export const chicagoCheck: Check = {
  id: 'V8',
  title: {
    zh: '芝加哥检查史：收益来自检查人员而非被检查单位',
    en: 'Chicago inspections: the gain is the inspector, not the establishment',
  },
  cannotTell: {
    zh: '以 2014-01-01 为界只用历史数据。参考资料称仅凭检查人员与完整模型相差不超过 0.2 天，系在其后三个月测得，该期结果不在手边；本分期更长，天数随之变大。其他城市亦不能由此推知。',
    en: 'History alone, split at 2014-01-01. The reference finds the inspector alone within 0.2 day of the full model on three later months, whose outcomes are not at hand; this split is longer, and days grow with its length. Nothing of other cities.',
  },
  run({ shared, seed, size, wrong = {} }) {
    const path = shared === undefined ? '' : join(shared, 'data/chicago-inspections/history.csv');
    if (shared === undefined || !existsSync(path)) {
      return Promise.resolve({
        kind: 'not-run',
        why: {
          zh: '未设 CREDENCE_SHARED，或其中没有 data/chicago-inspections/history.csv。',
          en: 'CREDENCE_SHARED is not set, or holds no data/chicago-inspections/history.csv.',
        },
      });
    }
    const visits = readChicagoHistory(path);
    const earlier = visits.filter(({ day }) => day < SPLIT);
    const later = visits.filter(({ day }) => day >= SPLIT);
    const draws = size === 'brief' ? 60 : 400;
    const shuffled = wrong['inspectorsShuffled'] === 1;
    const told = (columns: 'full' | 'place' | 'inspector'): OrderFigures => {
      const rows = earlier.map((visit) => ({ x: visit[columns], y: visit.found }));
      const model = fitRidge(rows);
      const values = later.map((visit, index) =>
        model(
          shuffled && columns === 'inspector'
            ? (later[(index * 7919) % later.length] ?? visit)[columns]
            : visit[columns],
        ),
      );
      return measureOrder(later, values, { seed, draws });
    };
    const full = told('full');
    const place = told('place');
    const inspector = told('inspector');
    const random = measureOrder(later, 'random', { seed, draws });
    const asItWas = measureOrder(later, 'as-it-was', { seed, draws });
    return Promise.resolve({
      kind: 'ran',
      figures: [
        {
          ...{ name: 'inspector alone, days earlier, beside the full model', rule: 'at-least' },
          ...{ found: inspector.days.value, reference: full.days.value, within: GATE },
        },
        {
          ...{ name: 'inspector alone, days earlier than without the inspector', rule: 'above' },
          ...{ found: inspector.days.value, reference: place.days.value, within: 0 },
        },
        {
          ...{ name: 'full model, days earlier than without the inspector', rule: 'above' },
          ...{ found: full.days.value, reference: place.days.value, within: 0 },
        },
        {
          ...{ name: 'order as it was, days earlier than itself', rule: 'near' },
          ...{ found: asItWas.days.value, reference: 0, within: 1e-9 },
        },
        ...describe('full', full),
        ...describe('without inspector', place),
        ...describe('inspector only', inspector),
        ...describe('random', random),
        ...describe('as it was', asItWas),
      ],
    });
  },
};

/** Figures that have no reference on this split: told with the interval of 95 %, and not judged. */
function describe(name: string, { days, firstHalf, auc }: OrderFigures): Figure[] {
  const own = { days, 'share in the first half': firstHalf, AUC: auc };
  return Object.entries(own).map(([what, { value, lower, upper }]) => ({
    ...{ name: `${name}: ${what}`, rule: 'told' },
    ...{ found: value, reference: (lower + upper) / 2, within: (upper - lower) / 2 },
  }));
}
