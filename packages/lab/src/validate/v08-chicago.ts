import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { meanOf, type Check, type Figure } from './check.ts';
import { readChicagoHistory, type PastInspection } from './chicago-history.ts';
import { measureGap, measureOrder, type OrderFigures } from './measure-order.ts';
import { fitRidge } from './fit-ridge.ts';

const SPLIT = '2014-01-01';
/** As published: the rows, how many of them have a find, and the model's AUC on what it was fitted to. */
const PUBLISHED = { rows: 17_116, finds: 0.141, auc: 0.735 } as const;
/** The reference's gate: without the establishment a schedule loses at most this many days. */
const GATE = 0.2;
/** As everywhere in the suite where a figure is drawn: within three standard errors. */
const ERRORS = 3;
const DAY_MS = 86_400_000;

/** On a real city's history the gain of a targeting model is the inspector, not the establishment. */
export const chicagoCheck: Check = {
  id: 'V8',
  title: {
    zh: '芝加哥检查史：收益来自检查人员而非被检查单位',
    en: 'Chicago inspections: the gain is the inspector, not the establishment',
  },
  cannotTell: {
    zh: '以 2014-01-01 为界只用历史数据。参考资料所说“相差不超过 0.2 天”系在其后两个月的一次测算，该期结果不在手边；在本分期上这一差数的标准误约半天，故按三个标准误判断。此处点估计约差一天（收益的二十分之一），以 60 天为期的八个时段均值约差半天：本项能说明收益主要来自检查人员，不能说明被检查单位毫无影响。其他城市亦不能由此推知。',
    en: 'History alone, split at 2014-01-01. The 0.2 day of the reference was measured once, on two later months whose outcomes are not at hand; on this split its standard error is about half a day, so it is judged by three of them. Here the inspector alone is about a day behind (a twentieth of the gain), and over eight windows of 60 days half a day in the mean: the check shows that the gain is mostly the inspector, not that the establishment adds nothing. Nothing of other cities.',
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
    const valuesOf = (columns: 'full' | 'place' | 'inspector'): readonly number[] => {
      const model = fitRidge(earlier.map((visit) => ({ x: visit[columns], y: visit.found })));
      return later.map((visit, index) =>
        model(
          shuffled && columns === 'inspector'
            ? (later[(index * 7919) % later.length] ?? visit)[columns]
            : visit[columns],
        ),
      );
    };
    const redrawing = { seed, draws };
    const [byAll, byInspector] = [valuesOf('full'), valuesOf('inspector')];
    const full = measureOrder(later, byAll, redrawing);
    const place = measureOrder(later, valuesOf('place'), redrawing);
    const inspector = measureOrder(later, byInspector, redrawing);
    const gap = measureGap(later, [byInspector, byAll], redrawing);
    const random = measureOrder(later, 'random', redrawing);
    const asItWas = measureOrder(later, 'as-it-was', redrawing);
    return Promise.resolve({
      kind: 'ran',
      figures: [
        ...asPublished(visits, { seed, draws: 0 }),
        ...byChance(later, random),
        {
          ...{
            name: 'inspector alone, days earlier, less those of the full model',
            rule: 'at-least',
          },
          ...{ found: gap.days, reference: -GATE, within: ERRORS * gap.error },
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

/** The data and the fit against what was published of them, on rows whose outcomes are at hand. */
function asPublished(
  visits: readonly PastInspection[],
  redrawing: { readonly seed: number; readonly draws: number },
): Figure[] {
  const model = fitRidge(visits.map(({ full, found }) => ({ x: full, y: found })));
  const values = visits.map(({ full }) => model(full));
  const { auc } = measureOrder(visits, values, redrawing);
  const finds = visits.filter(({ found }) => found === 1).length;
  return [
    figure('rows of the history', visits.length, PUBLISHED.rows, 0),
    figure('share with a find', finds / visits.length, PUBLISHED.finds, 5e-4),
    figure('full model, AUC on the rows it was fitted to', auc.value, PUBLISHED.auc, 5e-4),
  ];
}

/** What a random order should come to, by formula: finds take slots as they come, without replacement. */
function byChance(visits: readonly PastInspection[], random: OrderFigures): Figure[] {
  const days = visits.map(({ day }) => Date.parse(day) / DAY_MS);
  const ofFinds = days.filter((_, at) => visits[at]?.found === 1);
  const [count, finds] = [days.length, ofFinds.length];
  const { mean, error } = meanOf(days);
  const drawn = ((1 / finds) * (count - finds)) / (count - 1);
  const spread = error * Math.sqrt(count);
  const rank = Math.sqrt((count + 1) / (12 * finds * (count - finds)));
  return [
    figure(
      'random order: days earlier',
      random.days.value,
      meanOf(ofFinds).mean - mean,
      ERRORS * spread * Math.sqrt(drawn),
    ),
    figure(
      'random order: share in the first half',
      random.firstHalf.value,
      0.5,
      ERRORS * Math.sqrt(drawn / 4),
    ),
    figure('random order: AUC', random.auc.value, 0.5, ERRORS * rank),
  ];
}

function figure(name: string, found: number, reference: number, within: number): Figure {
  return { name, found, reference, within, rule: 'near' };
}

/** Figures that have no reference on this split: told with the interval of 95 %, and not judged. */
function describe(name: string, { days, firstHalf, auc }: OrderFigures): Figure[] {
  const own = { days, 'share in the first half': firstHalf, AUC: auc };
  return Object.entries(own).map(([what, { value, lower, upper }]) => ({
    ...{ name: `${name}: ${what}`, rule: 'told' },
    ...{ found: value, reference: (lower + upper) / 2, within: (upper - lower) / 2 },
  }));
}
