import {
  fourFifthsRatio,
  oddsDifference,
  opportunityDifference,
  parityDifference,
  type Confusion,
} from '../experiment/statistic/fairness.ts';
import { giniOf, theilOf } from '../experiment/statistic/inequality.ts';
import { hurtBy, type GroupTable } from './groups.ts';
import type { PanelMeasure } from './panel-measure.ts';
import type { WorldReading } from './world-figures.ts';

const traitWords = {
  size: { zh: '单位规模', en: 'size of organisations' },
  sector: { zh: '行业', en: 'sector' },
  region: { zh: '地区', en: 'region' },
  connection: { zh: '关系', en: 'connection' },
  wealth: { zh: '财富', en: 'wealth' },
} as const satisfies Partial<Record<GroupTable['trait'], { zh: string; en: string }>>;

type SpreadTrait = keyof typeof traitWords;
const traits: readonly SpreadTrait[] = ['size', 'sector', 'region', 'connection', 'wealth'];

/** On whom the harm falls: unequally among all, and between groups. */
export const measuresOfSpread: readonly PanelMeasure[] = [
  {
    id: 'exclusion-gini',
    title: { zh: '受限月数的基尼系数', en: 'Gini of months of exclusion' },
    definition: {
      zh: '受限月数在全体主体间的基尼系数：零为人人相同，近一为集中于少数。',
      en: 'The Gini coefficient of months of exclusion over all subjects: 0 all alike, near 1 on few.',
    },
    ...{ unit: 'index', side: 'figure', better: 'neither' },
    of: ({ columns }) => giniOf(columns.excluded),
  },
  {
    id: 'loss-theil',
    title: { zh: '损失的泰尔指数', en: 'Theil index of loss' },
    definition: {
      zh: '措施损失在全体主体间的泰尔指数（一阶广义熵）：零为人人相同。',
      en: 'The Theil index (generalised entropy of order 1) of loss by measures over all subjects: 0 all alike.',
    },
    ...{ unit: 'index', side: 'figure', better: 'neither' },
    of: ({ columns }) => theilOf(columns.loss),
  },
  ...traits.map((trait): PanelMeasure => ({
    id: `parity-by-${trait}`,
    title: {
      zh: `受限比例之差：${traitWords[trait].zh}`,
      en: `Gap in exclusion by ${traitWords[trait].en}`,
    },
    definition: {
      zh: `按${traitWords[trait].zh}分组，至少受限一个月者所占比例，最高组减最低组（统计均等差）。`,
      en: `Share with at least one month of exclusion in the worst group by ${traitWords[trait].en}, less that in the best (statistical parity difference).`,
    },
    ...{ unit: 'share', side: 'harm', better: 'less' },
    of: (world) => parityDifference(hurtBy(world.columns, trait)),
  })),
  ...traits.map((trait): PanelMeasure => ({
    id: `four-fifths-by-${trait}`,
    title: {
      zh: `五分之四比率：${traitWords[trait].zh}`,
      en: `Four-fifths ratio by ${traitWords[trait].en}`,
    },
    definition: {
      zh: `按${traitWords[trait].zh}分组，从未受限者所占比例，最低组除以最高组；低于 0.8 即差别显著。`,
      en: `Share without a month of exclusion in the worst group by ${traitWords[trait].en}, by that in the best; below 0.8 the four-fifths rule is broken.`,
    },
    ...{ unit: 'ratio', side: 'harm', better: 'more' },
    of: (world) => fourFifthsRatio(hurtBy(world.columns, trait).map((hurt) => 1 - hurt)),
  })),
  {
    id: 'visits-young-to-old',
    title: {
      zh: '守法企业受检：年轻经营者比年长者',
      en: 'Visits to the compliant: young owners to old',
    },
    definition: {
      zh: '从未违法的组织中，经营者年龄最轻一组的平均受检次数，除以最长一组的；任一组无人或最长一组未受检时为一。',
      en: 'Among organisations that never violated, mean visits of the youngest class of owners by those of the oldest; 1 where a class is empty or the oldest were not visited.',
    },
    ...{ unit: 'ratio', side: 'figure', better: 'neither' },
    of: visitsYoungToOld,
  },
  {
    id: 'opportunity-by-connection',
    title: { zh: '同样违法，无关系者更易列入', en: 'Violators listed: the unconnected more' },
    definition: {
      zh: '真实违法者中列入过的比例，无关系者减有关系者（机会均等差）。',
      en: 'Share of true violators that were ever listed, the unconnected less the connected (equal opportunity difference).',
    },
    ...{ unit: 'share', side: 'harm', better: 'less' },
    of: (world) => opportunityDifference(confusionOf(world, 0), confusionOf(world, 1)),
  },
  {
    id: 'odds-by-connection',
    title: { zh: '列入的平均差距：关系', en: 'Average odds difference by connection' },
    definition: {
      zh: '违法者与未违法者中列入过的比例，无关系者减有关系者，两者平均（平均几率差）。',
      en: 'Share ever listed of violators and of the others, the unconnected less the connected, mean of both (average odds difference).',
    },
    ...{ unit: 'share', side: 'harm', better: 'less' },
    of: (world) => oddsDifference(confusionOf(world, 0), confusionOf(world, 1)),
  },
];

/** Ever listed beside ever having violated, of the connected or of the others. */
function confusionOf({ agents, columns }: WorldReading, connected: 0 | 1): Confusion {
  let [truePositive, falsePositive, trueNegative, falseNegative] = [0, 0, 0, 0];
  for (let i = 0; i < agents; i += 1) {
    if (columns.connected.get(i) !== connected) continue;
    const [listed, violated] = [(columns.entries[i] ?? 0) > 0, (columns.offences[i] ?? 0) > 0];
    if (listed && violated) truePositive += 1;
    else if (listed) falsePositive += 1;
    else if (violated) falseNegative += 1;
    else trueNegative += 1;
  }
  return { truePositive, falsePositive, trueNegative, falseNegative };
}

function visitsYoungToOld({ agents, columns }: WorldReading): number {
  const [members, visits]: [number[], number[]] = [[], []];
  for (let i = 0; i < agents; i += 1) {
    if (columns.kind[i] !== 0 || (columns.offences[i] ?? 0) > 0) continue;
    const age = columns.ageClass[i] ?? 0;
    members[age] = (members[age] ?? 0) + 1;
    visits[age] = (visits[age] ?? 0) + (columns.visits[i] ?? 0);
  }
  const oldest = members.length - 1;
  const rate = (age: number): number => (visits[age] ?? 0) / (members[age] ?? Infinity);
  return rate(oldest) === 0 || members[0] === undefined ? 1 : rate(0) / rate(oldest);
}
