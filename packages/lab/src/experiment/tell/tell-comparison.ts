import type { Localised } from '@credence/domain';

import type { Comparison, ToldRegime } from '../comparison.ts';
import { sentencesOf } from './sentences.ts';
import { panelsOf, type ShownMeasure, type ShownPanel } from './shown-panel.ts';
import { writeEstimate, writeFigure, writeUnit, type Tongue } from './write-figure.ts';
import { writeTable } from './write-table.ts';

/** A comparison for a terminal: breaches, verdict and harms before any benefit. */
export function tellComparison(comparison: Comparison, tongue: Tongue): string {
  const say = words[tongue];
  const { plan, experiment, pairs, cannotTell } = comparison;
  const panels = panelsOf(comparison);
  const table = (pick: (panel: ShownPanel) => readonly ShownMeasure[]): string =>
    tellMeasures(panels, { pick, tongue, replicates: plan.replicates });
  // A file has every pair; a reader is told how each differs from the first.
  const first = pairs.filter(({ from }) => from === pairs[0]?.from);
  const told = first.map((pair) => {
    const sentences = sentencesOf(comparison, pair, tongue);
    const fates = say.fates(pair.to, pair.from, pair);
    return [...(sentences.length > 0 ? sentences : [say.same(pair.to, pair.from)]), fates];
  });
  const question =
    experiment === undefined ? [] : [`${experiment.id}  ${text(experiment.question, tongue)}`];
  return [
    [...question, say.plan(plan), ...tellStop(comparison, tongue)].join('\n'),
    section(
      say.breaches,
      panels.flatMap(({ regime }) => tellBreaches(regime, tongue)),
    ),
    section(
      say.verdict,
      panels.map((panel) => tellVerdict(panel, comparison, tongue)),
    ),
    `${say.harms}\n${table(({ harms }) => harms)}`,
    ...(pairs.length === 0 ? [] : [section(say.differences, told.flat())]),
    `${say.benefits}\n${table(({ benefits }) => benefits)}`,
    `${say.figures}\n${table(({ figures }) => figures)}`,
    section(
      say.cannotTell,
      cannotTell.map((each) => text(each, tongue)),
    ),
  ].join('\n\n');
}

function section(heading: string, lines: readonly string[]): string {
  return [heading, ...lines.map((line) => `  ${line}`)].join('\n');
}

function text(localised: Localised, tongue: Tongue): string {
  return localised[tongue] ?? localised.en ?? localised.zh ?? '';
}

function tellStop({ plan: { until, replicates } }: Comparison, tongue: Tongue): readonly string[] {
  if (until === undefined) return [];
  const { measure, width, reached } = until;
  return [words[tongue].until(measure, width, { reached, replicates })];
}

function tellBreaches({ id, breaches }: ToldRegime, tongue: Tongue): readonly string[] {
  const say = words[tongue];
  if (breaches.length === 0) return [`${id}${say.colon}${say.none}`];
  return [
    `${id}${say.colon}${String(breaches.length)}`,
    ...breaches.map(({ guard, place, says }) => `  ${guard}  ${place}  ${text(says, tongue)}`),
  ];
}

function tellVerdict(
  { regime: { id }, verdict }: ShownPanel,
  { measures, limits, plan }: Comparison,
  tongue: Tongue,
): string {
  const say = words[tongue];
  if (verdict.promulgable) return `${id}${say.colon}${say.promulgable}`;
  const tell = ({ measure, atMost, found }: (typeof verdict.beyond)[number]): string => {
    const known = measures.find((each) => each.id === measure);
    const [title, unit] = [known?.title ?? {}, known?.unit ?? 'count'];
    const mark = limits.find((limit) => limit.measure === measure)?.confidence ?? 'unverified';
    const estimate = writeEstimate(found, unit, plan.replicates);
    return say.beyond(text(title, tongue), estimate, `${writeFigure(atMost, unit)} [${mark}]`);
  };
  const lines = [
    ...verdict.beyond.map((each) => `\n      ${tell(each)}`),
    ...verdict.undecided.map((each) => `\n      ${say.undecided}${tell(each)}`),
  ];
  const heading = verdict.beyond.length > 0 ? say.notPromulgable : say.notShown;
  return `${id}${say.colon}${heading}${lines.join('')}`;
}

function tellMeasures(
  panels: readonly ShownPanel[],
  given: {
    readonly pick: (panel: ShownPanel) => readonly ShownMeasure[];
    readonly tongue: Tongue;
    readonly replicates: number;
  },
): string {
  const { pick, tongue, replicates } = given;
  const [first] = panels;
  if (first === undefined) return '';
  const columns = panels.map(pick);
  const rows = pick(first).map(({ measure }, at) => [
    `  ${text(measure.title, tongue)} (${writeUnit(measure.unit, tongue)})`,
    ...columns.map((column) => {
      const found = column[at]?.found ?? { value: 0, low: 0, high: 0 };
      return writeEstimate(found, measure.unit, replicates);
    }),
  ]);
  return writeTable([['', ...panels.map(({ regime }) => regime.id)], ...rows]);
}

const words = {
  en: {
    colon: ': ',
    none: 'none',
    breaches: 'Breaches of guards',
    verdict: 'Verdict by harm, whatever the benefit',
    harms: 'Harms',
    benefits: 'Benefits, beside the harms above',
    figures: 'Figures',
    differences: 'What differs, on the same people with the same luck',
    cannotTell: 'It cannot tell',
    promulgable: 'every harm is within its limit',
    notPromulgable: 'NOT PROMULGABLE',
    notShown: 'NOT DECIDED (so not promulgable): more replicates',
    undecided: 'not decided: ',
    beyond: (title: string, found: string, limit: string) => `${title}: ${found}, at most ${limit}`,
    same: (to: string, from: string) => `${to} and ${from}: no difference is shown.`,
    fates: (to: string, from: string, { winners, losers, unchanged }: Fates) =>
      `Under ${to}, of the same subjects, ${String(winners)} lose less than under ${from}, ${String(losers)} more, ${String(unchanged)} the same.`,
    plan: ({ agents, society, months, seed, replicates }: Comparison['plan']) =>
      `${agents.toLocaleString('en-US')} synthetic subjects (${society}), ${String(months)} months, seed ${String(seed)}, ` +
      (replicates === 1
        ? 'one replicate: no intervals.'
        : `${String(replicates)} replicates, intervals of 95 %.`),
    until: (measure: string, width: number, stop: Stop) =>
      stop.reached
        ? `The differences in ${measure} are known within ${String(width)} after ${String(stop.replicates)} replicates.`
        : `The differences in ${measure} are NOT known within ${String(width)} after ${String(stop.replicates)} replicates, the most allowed.`,
  },
  zh: {
    colon: '：',
    none: '无',
    breaches: '违反守则之处',
    verdict: '结论：只看损害，不论收益',
    harms: '损害',
    benefits: '收益（须与上列损害一并看）',
    figures: '其他数字',
    differences: '同样的人、同样的运气之下，有何不同',
    cannotTell: '不能说明的',
    promulgable: '各项损害均在上限之内',
    notPromulgable: '不得颁布',
    notShown: '尚未判定（因此不得颁布）：需增加重复次数',
    undecided: '未定：',
    beyond: (title: string, found: string, limit: string) => `${title}：${found}，上限 ${limit}`,
    same: (to: string, from: string) => `“${to}”与“${from}”：未见差别。`,
    fates: (to: string, from: string, { winners, losers, unchanged }: Fates) =>
      `同一批主体中，在“${to}”之下比在“${from}”之下损失少的 ${String(winners)} 个，多的 ${String(losers)} 个，相同的 ${String(unchanged)} 个。`,
    plan: ({ agents, society, months, seed, replicates }: Comparison['plan']) =>
      `虚拟主体 ${agents.toLocaleString('en-US')} 个（${society}），${String(months)} 个月，种子 ${String(seed)}，` +
      (replicates === 1 ? '只重复一次，没有区间。' : `重复 ${String(replicates)} 次，区间为 95%。`),
    until: (measure: string, width: number, stop: Stop) =>
      stop.reached
        ? `重复 ${String(stop.replicates)} 次后，${measure} 之差的区间宽度不超过 ${String(width)}。`
        : `重复 ${String(stop.replicates)} 次（上限）后，${measure} 之差的区间宽度仍超过 ${String(width)}。`,
  },
} as const;

interface Fates {
  readonly winners: number;
  readonly losers: number;
  readonly unchanged: number;
}

interface Stop {
  readonly reached: boolean;
  readonly replicates: number;
}
