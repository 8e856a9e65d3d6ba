import type { Measure } from '../../experiment/comparison.ts';
import { shareOf } from '../../experiment/statistic/fairness.ts';
import { quantileOf } from '../../experiment/statistic/quantile.ts';
import { runModel } from '../../engine/run-model.ts';
import type { StudyFigures, StudyModel, StudyReading, StudyRun } from '../study.ts';
import { breakEven, loansModel } from './loans-model.ts';

const measures: readonly Measure[] = [
  {
    id: 'good-refused',
    title: { zh: '会还款者被拒', en: 'Good payers refused' },
    definition: {
      zh: '不会违约的企业中被拒绝贷款的比例；没有这类企业时为零。',
      en: 'Share refused of the firms that would not default; 0 where there is none.',
    },
    ...{ unit: 'share', side: 'harm', better: 'less' },
  },
  {
    id: 'good-refused-gap',
    title: { zh: '会还款者被拒：小企业多出', en: 'Good payers refused: the small more' },
    definition: {
      zh: '同一比例，小企业减其他企业。',
      en: 'The same share, of small firms less of the others.',
    },
    ...{ unit: 'index', side: 'harm', better: 'less' },
  },
  {
    id: 'defaults-lent',
    title: { zh: '贷款中的违约', en: 'Defaults among loans' },
    definition: {
      zh: '获得贷款的企业中违约的比例；没有贷款时为零。',
      en: 'Share of granted loans that default; 0 where none is granted.',
    },
    ...{ unit: 'share', side: 'harm', better: 'less' },
  },
  {
    id: 'auc',
    title: { zh: '区分能力（AUC）', en: 'Power to tell apart (AUC)' },
    definition: {
      zh: '任取一家会违约和一家不会违约的企业，前者看来更差的概率；缺少一方时为二分之一。',
      en: 'Chance that of a firm that defaults and one that does not the first looks worse; a half where either is missing.',
    },
    ...{ unit: 'share', side: 'benefit', better: 'more' },
  },
  {
    id: 'break-even',
    title: { zh: '不亏的相关', en: 'Break-even correlation' },
    definition: {
      zh: '守法与偿债能力的相关达到多少，区分能力才不低于只看财务资料（按公式）；大于一为永不。',
      en: 'From which correlation of compliance and soundness firms are told apart as well as by the financial file alone (by formula); above 1: never.',
    },
    ...{ unit: 'index', side: 'figure', better: 'neither' },
  },
];

/** Public records mixed into the choice of whom to lend. */
export const loans: StudyModel = { id: 'loans', measures, run };

async function run(
  { granted = 0, ...parameters }: StudyFigures,
  given: StudyRun,
): Promise<StudyReading> {
  // A month is one round of applications; each has other luck, and the last stands for all.
  const result = await runModel(loansModel, { ...given, parameters });
  if (result.kind === 'cancelled') return undefined;
  const { rank, small, defaults } = result.columns;
  const limit = quantileOf(rank, 1 - granted);
  const counted = [0, 1].map(() => ({ good: 0, refused: 0 }));
  let [lent, lost] = [0, 0];
  for (let i = 0; i < rank.length; i += 1) {
    const isGranted = (rank[i] ?? 0) >= limit;
    const isGood = defaults.get(i) === 0;
    const group = counted[small.get(i)];
    if (isGood && group !== undefined) {
      group.good += 1;
      if (!isGranted) group.refused += 1;
    }
    if (!isGranted) continue;
    lent += 1;
    if (!isGood) lost += 1;
  }
  const [others, smalls] = counted.map(({ good, refused }) => shareOf(refused, good));
  const all = counted.reduce((sum, { good, refused }) => ({
    good: sum.good + good,
    refused: sum.refused + refused,
  }));
  return {
    'good-refused': shareOf(all.refused, all.good),
    'good-refused-gap': (smalls ?? 0) - (others ?? 0),
    'defaults-lent': shareOf(lost, lent),
    auc: aucOf(rank, defaults),
    'break-even': breakEven({ ...loansModel.parameters, ...parameters }),
  };
}

/** Mann and Whitney's statistic: the sum of the ranks of those who do not default. */
export function aucOf(
  rank: Float64Array,
  defaults: { readonly get: (index: number) => number },
): number {
  const order = Array.from(rank.keys()).sort((a, b) => (rank[a] ?? 0) - (rank[b] ?? 0));
  let [good, sum] = [0, 0];
  order.forEach((firm, at) => {
    if (defaults.get(firm) !== 0) return;
    good += 1;
    sum += at + 1;
  });
  const bad = rank.length - good;
  return good === 0 || bad === 0 ? 0.5 : (sum - (good * (good + 1)) / 2) / (good * bad);
}
