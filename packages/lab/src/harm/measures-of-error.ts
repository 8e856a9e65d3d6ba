import { shareOf } from '../experiment/statistic/fairness.ts';
import { meanMonths, monthOfShare, survivalOf } from '../experiment/statistic/survival.ts';
import type { PanelMeasure } from './panel-measure.ts';
import type { WorldReading } from './world-figures.ts';

/** Harm to those who did nothing of what they were listed for, and how long it lasts. */
export const measuresOfError: readonly PanelMeasure[] = [
  {
    id: 'wrongful-entries',
    title: { zh: '错误列入', en: 'Wrongful entries' },
    definition: {
      zh: '依据错误记录（无真实违法，或归错主体）列入名单的次数，按每万个主体每年计。',
      en: 'Entries on a list that rest on a wrong record (no true violation, or the wrong subject), per 10,000 subjects and year.',
    },
    ...{ unit: 'per-10000', side: 'harm', better: 'less' },
    of: (world) => world.yearly('entriesWrong'),
  },
  {
    id: 'wrongful-share',
    title: { zh: '列入中错误的比例', en: 'Share of entries that are wrongful' },
    definition: {
      zh: '错误列入次数除以全部列入次数；无列入时为零。即一减去列入的阳性预测值。',
      en: 'Wrongful entries by all entries, 0 where there is none: 1 less the PPV of an entry.',
    },
    ...{ unit: 'share', side: 'harm', better: 'less' },
    of: (world) => shareOf(world.total('entriesWrong'), world.total('entries')),
  },
  {
    id: 'data-error-share',
    title: { zh: '错误列入中因数据差错的比例', en: 'Share of wrongful entries by errors of data' },
    definition: {
      zh: '因记录归错主体或一主体多码造成的错误列入，除以全部错误列入；无错误列入时为零。',
      en: 'Wrongful entries through a record on the wrong subject or a double code, by all wrongful entries; 0 where there is none.',
    },
    ...{ unit: 'share', side: 'figure', better: 'neither' },
    of: (world) => shareOf(world.total('entriesDataError'), world.total('entriesWrong')),
  },
  {
    id: 'records-on-wrong-subject',
    title: { zh: '归错主体的记录', en: 'Records on the wrong subject' },
    definition: {
      zh: '记到他人名下的记录，按每万个主体每年计。',
      en: 'Records that were put on somebody else, per 10,000 subjects and year.',
    },
    ...{ unit: 'per-10000', side: 'harm', better: 'less' },
    of: (world) => world.yearly('recordsWrongSubject'),
  },
  {
    id: 'wrongful-months',
    title: { zh: '无辜受限的月数', en: 'Adverse months of the innocent' },
    definition: {
      zh: '仅因错误记录而受不利措施的月数，按每万个主体每年计；受牵连的另计。',
      en: "Months under an adverse measure that rests on wrong records alone, per 10,000 subjects and year; what befalls for others' acts is counted apart.",
    },
    ...{ unit: 'per-10000', side: 'harm', better: 'less' },
    of: (world) => world.yearly('excludedWrongMonths'),
  },
  {
    id: 'wrongful-loss',
    title: { zh: '无辜者的损失', en: 'Loss of the innocent' },
    definition: {
      zh: '错误记录所造成的损失（元），即实际损失减去没有错误记录时的损失，按每个主体每年计；受牵连的另计。',
      en: "Yuan lost by wrong records: what was lost less what would have been without them, per subject and year; what is lost for others' acts is counted apart.",
    },
    ...{ unit: 'yuan', side: 'harm', better: 'less' },
    of: (world) => world.yearly('lossWrong') / 10_000,
  },
  {
    id: 'correction-mean',
    title: { zh: '纠正错误的平均月数', en: 'Mean months until an error is put right' },
    definition: {
      zh: '错误记录至纠正的月数，以观察期为限（卡普兰—迈耶曲线下面积）；至期末未纠正的按删失计。',
      en: 'Months from a wrong record to its correction within the months watched (area under the Kaplan-Meier curve); those still open at the end are censored.',
    },
    ...{ unit: 'months', side: 'harm', better: 'less' },
    of: (world) => meanMonths(survival(world)),
  },
  {
    id: 'correction-median',
    title: { zh: '纠正错误的中位月数', en: 'Median months until an error is put right' },
    definition: {
      zh: '半数错误已获纠正的月份（卡普兰—迈耶）；观察期内不足半数的，记观察期的月数。',
      en: 'The month by which half of the errors are put right (Kaplan-Meier); the months watched where fewer are.',
    },
    ...{ unit: 'months', side: 'harm', better: 'less' },
    of: (world) => monthOfShare(survival(world), 0.5),
  },
  {
    id: 'correction-p90',
    title: { zh: '九成错误获纠正的月数', en: 'Months until nine in ten errors are put right' },
    definition: {
      zh: '九成错误已获纠正的月份（卡普兰—迈耶）；观察期内不足九成的，记观察期的月数。',
      en: 'The month by which nine in ten errors are put right (Kaplan-Meier); the months watched where fewer are.',
    },
    ...{ unit: 'months', side: 'harm', better: 'less' },
    of: (world) => monthOfShare(survival(world), 0.1),
  },
  {
    id: 'open-after-year',
    title: { zh: '一年后仍未纠正的错误', en: 'Errors still open after a year' },
    definition: {
      zh: '错误记录满十二个月仍未纠正的比例（卡普兰—迈耶）；无错误时为零。',
      en: 'Share of wrong records not put right within 12 months (Kaplan-Meier); 0 where there is none.',
    },
    ...{ unit: 'share', side: 'harm', better: 'less' },
    of: (world) => {
      const steps = survival(world);
      if ((steps[0]?.atRisk ?? 0) === 0) return 0;
      return steps[Math.min(12, steps.length - 1)]?.open ?? 0;
    },
  },
];

function survival({ fields }: WorldReading) {
  return survivalOf({ ended: fields.errorsFixedAfter, censored: fields.errorsOpenSince });
}
