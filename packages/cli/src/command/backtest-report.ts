import {
  describePower,
  orderingNames,
  type Backtest,
  type Evaluation,
  type FigureInterval,
  type Figures,
  type Language,
  type OrderingName,
} from '@credence/domain';
import type { IgnoredColumn } from '@credence/exchange';

import { line, type Terminal } from '../terminal.ts';

/** What is told beside the figures. */
interface Told {
  readonly ignored: readonly IgnoredColumn[];
  /** The file written; absent where the power refused it. */
  readonly out?: string;
}

/** The whole report for scripts; what foresees single visits stands in the file alone. */
export function backtestJson(
  { choice, model, foresights, onHistory, onTest }: Backtest,
  told: Told,
): object {
  const { kind, base, parts } = model;
  return {
    ...{ choice, model: { kind, base, parts }, visitsForeseen: foresights.length },
    ...{ onHistory, ...(onTest && { onTest }), ...told },
  };
}

export function printBacktest(terminal: Terminal, result: Backtest, told: Told): void {
  const say = words[terminal.language];
  const { model, penalty, halfLife, groups } = result.choice;
  line(terminal, say.choice(model, penalty, halfLife, groups.join(', ')));
  for (const { why, columns } of byReason(told.ignored)) {
    line(terminal, `${say.ignored[why]}: ${columns.join(', ')}`);
  }
  printEvaluation(terminal, say.onHistory, result.onHistory);
  if (result.onTest !== undefined) printEvaluation(terminal, say.onTest, result.onTest);
  line(terminal);
  line(
    terminal,
    told.out === undefined ? say.refused : say.written(result.foresights.length, told.out),
  );
}

function printEvaluation(terminal: Terminal, title: string, of: Evaluation): void {
  const { language } = terminal;
  const say = words[language];
  line(terminal);
  line(terminal, `${title}: ${say.period(of)}`);
  for (const name of orderingNames) {
    const figures = of.orderings[name];
    if (figures === undefined) continue;
    line(terminal, `  ${say.orderings[name]}`);
    for (const [figure, interval] of Object.entries(figures) as [keyof Figures, FigureInterval][]) {
      line(terminal, `    ${say.figures[figure]}: ${shown(interval)}`);
    }
    const gain = of.gains[name];
    if (gain !== undefined) line(terminal, `    ${say.gain}: ${shown(gain)}`);
  }
  line(terminal, `  ${say.parts}`);
  for (const { by, part, found, daysEarlier } of of.parts) {
    line(terminal, `    ${say.by[by]} ${part}: ${daysEarlier.toFixed(1)} (${found})`);
  }
  line(terminal, `  ${describePower(of.power, language)}`);
}

function shown({ value, lower, upper }: FigureInterval): string {
  return `${value.toFixed(3)} [${lower.toFixed(3)}, ${upper.toFixed(3)}]`;
}

function byReason(ignored: readonly IgnoredColumn[]) {
  return [...new Set(ignored.map(({ why }) => why))].map((why) => ({
    why,
    columns: ignored.flatMap((each) => (each.why === why ? each.column : [])),
  }));
}

interface Words {
  choice(model: string, penalty: number, halfLife: number, groups: string): string;
  readonly ignored: Readonly<Record<IgnoredColumn['why'], string>>;
  readonly onHistory: string;
  readonly onTest: string;
  period(of: Evaluation): string;
  readonly orderings: Readonly<Record<OrderingName, string>>;
  readonly figures: Readonly<Record<keyof Figures, string>>;
  readonly gain: string;
  readonly parts: string;
  readonly by: Readonly<Record<Evaluation['parts'][number]['by'], string>>;
  readonly refused: string;
  written(visits: number, out: string): string;
}

const words: Readonly<Record<Language, Words>> = {
  zh: {
    choice: (model, penalty, halfLife, groups) =>
      `仅凭历史记录选定：模型 ${model}，惩罚系数 ${penalty}，半衰期 ${halfLife} 天；特征类别 ${groups}`,
    ignored: {
      'known-only-on-the-day': '未采用（检查当日方知）',
      'finer-than-a-district': '未采用（地点细于区县）',
      'worked-out-anew': '未采用（由历史记录重新计算）',
      'not-needed': '未采用（不需要）',
    },
    onHistory: '以历史记录检验（各时段只凭此前记录预测）',
    onTest: '以其后的检查检验',
    period: ({ from, until, periods, visits, found }) =>
      `${from} 至 ${until}，${periods} 个时段，${visits} 次检查，${found} 次发现问题`,
    orderings: {
      model: '本模型',
      'as-it-was': '对照：原有顺序',
      random: '对照：随机顺序（全部顺序的平均）',
      'inspector-only': '对照：只看由谁检查',
      'past-mean': '对照：以往结果的平均',
    },
    figures: {
      daysEarlier: '发现问题提前天数',
      firstHalf: '前一半检查发现的份额',
      auc: 'AUC',
      aucWithinInspectors: '同组检查人员内部 AUC',
      liftAtTenth: '前 10 % 的提升倍数',
      precisionAtFirst: '前 100 次检查的命中率',
    },
    gain: '本模型 AUC 高出（成对自助法）',
    parts: '本模型排序下各部分提前天数（括号内为发现问题的次数；负数为推迟）',
    by: { 'inspector-group': '检查人员组', district: '区县', kind: '类别', tier: '风险等级' },
    refused: '未写出文件：预测效力未明显高于随机水平，不得用于安排检查。',
    written: (visits, out) => `已将 ${visits} 次检查的预测写入 ${out}`,
  },
  en: {
    choice: (model, penalty, halfLife, groups) =>
      `Chosen on the history alone: ${model}, penalty ${penalty}, half-life ${halfLife} days; ` +
      `features: ${groups}`,
    ignored: {
      'known-only-on-the-day': 'Not used (known only on the day)',
      'finer-than-a-district': 'Not used (a place finer than a district)',
      'worked-out-anew': 'Not used (worked out anew from the history)',
      'not-needed': 'Not used (not needed)',
    },
    onHistory: 'On the history, each period foreseen from the days before it',
    onTest: 'On the later visits',
    period: ({ from, until, periods, visits, found }) =>
      `${from} to ${until}, ${periods} periods, ${visits} visits, ${found} found something`,
    orderings: {
      model: 'this model',
      'as-it-was': 'baseline: the order as it was',
      random: 'baseline: random order (mean of all orders)',
      'inspector-only': 'baseline: who inspects, and nothing else',
      'past-mean': 'baseline: mean of past results',
    },
    figures: {
      daysEarlier: 'days earlier',
      firstHalf: 'share found in the first half',
      auc: 'AUC',
      aucWithinInspectors: 'AUC within inspectors',
      liftAtTenth: 'lift at 10 %',
      precisionAtFirst: 'precision among the first 100',
    },
    gain: 'AUC of this model above it (paired bootstrap)',
    parts: 'days earlier by this model, part by part (visits that found; a minus is later)',
    by: { 'inspector-group': 'inspectors', district: 'district', kind: 'kind', tier: 'tier' },
    refused: 'Nothing was written: power is not clearly above chance, so it may not schedule.',
    written: (visits, out) => `Foresight of ${visits} visits written to ${out}`,
  },
};
