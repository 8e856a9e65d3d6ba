import type { Measure } from '../../experiment/comparison.ts';
import { breachesOf } from '../../experiment/told-regime.ts';
import { runModel } from '../../engine/run-model.ts';
import type { StudyFigures, StudyModel, StudyReading, StudyRun } from '../study.ts';
import { totalsOf } from '../totals-of.ts';
import { ratingLaw, ratingProgram } from './rating-program.ts';
import { ratingsModel } from './ratings-model.ts';

const measures: readonly Measure[] = [
  {
    id: 'changed-without-act',
    title: { zh: '无自身行为而等级变动者', en: 'Moved without an own act' },
    definition: {
      zh: '期内至少一次等级变动而当月自己没有任何行为的人，占全部人的比例。',
      en: 'Share of persons whose band changed at least once in a month without an act of their own.',
    },
    ...{ unit: 'share', side: 'harm', better: 'less' },
  },
  {
    id: 'fell-without-act',
    title: { zh: '无自身行为而降级者', en: 'Fell without an own act' },
    definition: {
      zh: '其中至少降过一级的人，占全部人的比例。',
      en: 'Share of persons whose band fell at least once in such a month.',
    },
    ...{ unit: 'share', side: 'harm', better: 'less' },
  },
  {
    id: 'falls-for-one-act',
    title: { zh: '每一行为牵连他人降级', en: 'Falls of others for one act' },
    definition: {
      zh: '他人降级的次数，除以全部自身行为的次数；无行为时为零。',
      en: 'Falls in months without an own act by the number of own acts of all; 0 where nobody acts.',
    },
    ...{ unit: 'ratio', side: 'harm', better: 'less' },
  },
  {
    id: 'points-lost-to-group',
    title: { zh: '同样行为而因圈子少得的分', en: 'Points lost for one’s circle' },
    definition: {
      zh: '自身情况相同时，处境较差一组因友人评分较低而比另一组少得的分（各月平均）。',
      en: 'By how many points the worse-off group is rated lower for its friends alone, own factors being equal: the share of friends times the gap of their ratings, mean of the months.',
    },
    ...{ unit: 'index', side: 'harm', better: 'less' },
  },
  {
    id: 'rating-gap',
    title: { zh: '两组评分差', en: 'Gap of ratings' },
    definition: {
      zh: '处境较好一组平均评分减较差一组（各月平均）。',
      en: 'Mean rating of the better-off group less the worse-off, mean of the months.',
    },
    ...{ unit: 'index', side: 'figure', better: 'neither' },
  },
];

/** Ratings in which one's friends count. */
export const ratings: StudyModel = { id: 'ratings', measures, run, breaches };

async function breaches({
  share = 0,
}: StudyFigures): ReturnType<NonNullable<StudyModel['breaches']>> {
  return breachesOf((await ratingLaw(share)).findings);
}

async function run(
  { share = 0, ...parameters }: StudyFigures,
  given: StudyRun,
): Promise<StudyReading> {
  const rate = await ratingProgram(share);
  const result = await runModel(ratingsModel, { ...given, parameters, programs: { rate } });
  if (result.kind === 'cancelled') return undefined;
  const { series, columns } = result;
  const sum = totalsOf(series);
  let [moved, fallen] = [0, 0];
  for (let i = 0; i < given.agents; i += 1) {
    const fell = columns.fell[i] ?? 0;
    if (fell + (columns.rose[i] ?? 0) > 0) moved += 1;
    if (fell > 0) fallen += 1;
  }
  return {
    'changed-without-act': moved / given.agents,
    'fell-without-act': fallen / given.agents,
    'falls-for-one-act': sum.own === 0 ? 0 : sum.fell / sum.own,
    'points-lost-to-group': (share / 100) * (sum.friendsGap / given.months),
    'rating-gap': sum.gap / given.months,
  };
}
