import type { Measure } from '../../experiment/comparison.ts';
import { shareOf } from '../../experiment/statistic/fairness.ts';
import { runModel } from '../../engine/run-model.ts';
import type { StudyFigures, StudyModel, StudyReading, StudyRun } from '../study.ts';
import { totalsOf } from '../totals-of.ts';
import { movingModel } from './moving-model.ts';

const measures: readonly Measure[] = [
  {
    id: 'repeat-harm',
    title: { zh: '被禁者异地再次损害', en: 'Harm repeated elsewhere' },
    definition: {
      zh: '禁止期内在其他地区从业并再次造成的损害，按每万名从业者每年计。',
      en: 'Harms done in another region during a ban, per 10,000 practitioners and year.',
    },
    ...{ unit: 'per-10000', side: 'harm', better: 'less' },
  },
  {
    id: 'wrongly-refused',
    title: { zh: '同名者被拒', en: 'Namesakes refused' },
    definition: {
      zh: '未被禁止而因同名或者错码被拒的次数，按每万名从业者每年计。',
      en: 'Refusals of those who were not banned, for a name or a code that is not theirs, per 10,000 practitioners and year.',
    },
    ...{ unit: 'per-10000', side: 'harm', better: 'less' },
  },
  {
    id: 'wrong-months',
    title: { zh: '同名者无业月数', en: 'Months out of work by mistake' },
    definition: {
      zh: '这些人等待澄清的月数，按每万名从业者每年计。',
      en: 'Months that they wait to be cleared, per 10,000 practitioners and year.',
    },
    ...{ unit: 'per-10000', side: 'harm', better: 'less' },
  },
  {
    id: 'harm-of-all',
    title: { zh: '损害总数', en: 'Harm by all' },
    definition: {
      zh: '造成的损害，按每万名从业者每年计。',
      en: 'Harms, per 10,000 practitioners and year.',
    },
    ...{ unit: 'per-10000', side: 'harm', better: 'less' },
  },
  {
    id: 'movers-stopped',
    title: { zh: '异地从业被拦住', en: 'Attempts to move that are stopped' },
    definition: {
      zh: '被禁者申请异地从业被拒的比例；无人申请时为零。',
      en: 'Share of attempts of the banned to be admitted elsewhere that are refused; 0 where nobody tries.',
    },
    ...{ unit: 'share', side: 'benefit', better: 'more' },
  },
];

/** Moving away from a ban. */
export const moving: StudyModel = { id: 'moving', measures, run };

async function run(parameters: StudyFigures, given: StudyRun): Promise<StudyReading> {
  const result = await runModel(movingModel, { ...given, parameters });
  if (result.kind === 'cancelled') return undefined;
  const sum = totalsOf(result.series);
  const yearly = (total: number): number => (total * 10_000 * 12) / (given.agents * given.months);
  return {
    'repeat-harm': yearly(sum.moverHarms),
    'wrongly-refused': yearly(sum.wronged),
    'wrong-months': yearly(sum.wrongMonths),
    'harm-of-all': yearly(sum.harms),
    'movers-stopped': shareOf(sum.stopped, sum.stopped + sum.moved),
  };
}
