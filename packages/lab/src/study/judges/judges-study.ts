import type { Measure } from '../../experiment/comparison.ts';
import { shareOf } from '../../experiment/statistic/fairness.ts';
import { runModel } from '../../engine/run-model.ts';
import type { StudyFigures, StudyModel, StudyReading, StudyRun } from '../study.ts';
import { totalsOf } from '../totals-of.ts';
import { judgesModel } from './judges-model.ts';

const measures: readonly Measure[] = [
  {
    id: 'atypical-error',
    title: { zh: '特殊案件判得过重', en: 'Atypical cases decided too hard' },
    definition: {
      zh: '有特殊情节的案件，判决超过应有结果的月数，平均；没有这类案件时为零。',
      en: 'Months by which cases with a circumstance that only the judge sees are decided above what is right, in the mean; 0 where there is none.',
    },
    ...{ unit: 'index', side: 'harm', better: 'less' },
  },
  {
    id: 'drift',
    title: { zh: '整体偏移', en: 'Drift' },
    definition: {
      zh: '最后一个月全部判决的平均，减去应有结果的平均（月）。',
      en: 'Mean of all decisions of the last month less the mean of what is right, in months.',
    },
    ...{ unit: 'index', side: 'harm', better: 'less' },
  },
  {
    id: 'mean-error',
    title: { zh: '平均误差', en: 'Mean error' },
    definition: {
      zh: '判决与应有结果相差的月数，不分轻重，平均。',
      en: 'Months between decision and what is right, either way, in the mean of all cases.',
    },
    ...{ unit: 'months', side: 'harm', better: 'less' },
  },
  {
    id: 'reasons-written',
    title: { zh: '须书面说明的案件', en: 'Cases with written reasons' },
    definition: {
      zh: '因偏离而书面说明理由的案件比例。',
      en: 'Share of cases in which a deviation was justified in writing.',
    },
    ...{ unit: 'share', side: 'figure', better: 'neither' },
  },
  {
    id: 'learnt-spread',
    title: { zh: '模型学到的离散', en: 'Spread that is learnt' },
    definition: {
      zh: '最后一个月模型所认的正常离散（月）：多大的偏离不算偏离。',
      en: 'What the prediction holds for an ordinary spread in the last month, in months: how much deviation is none.',
    },
    ...{ unit: 'months', side: 'figure', better: 'neither' },
  },
];

/** Judges held to a prediction that learns from them. */
export const judges: StudyModel = { id: 'judges', measures, run };

async function run(parameters: StudyFigures, given: StudyRun): Promise<StudyReading> {
  const result = await runModel(judgesModel, { ...given, parameters });
  if (result.kind === 'cancelled') return undefined;
  const { series } = result;
  const sum = totalsOf(series);
  return {
    'atypical-error': shareOf(sum.atypicalError, sum.atypical),
    drift: (series.drift.at(-1) ?? 0) / given.agents,
    'mean-error': shareOf(sum.error, sum.cases),
    'reasons-written': shareOf(sum.reasoned, sum.cases),
    'learnt-spread': series.spread.at(-1) ?? 0,
  };
}
