import { shareOf } from '../experiment/statistic/fairness.ts';
import { quantileOf } from '../experiment/statistic/quantile.ts';
import type { PanelMeasure } from './panel-measure.ts';
import type { WorldReading } from './world-figures.ts';

/** How many times its fine a loss may be before it is counted as out of proportion. */
const TENFOLD = 10;

/** How heavy the consequences are, beside what was done; and whom they reach besides. */
export const measuresOfWeight: readonly PanelMeasure[] = [
  {
    id: 'exclusion-months',
    title: { zh: '受限月数', en: 'Months of exclusion' },
    definition: {
      zh: '处于任一不利措施之下的月数，按每万个主体每年计。',
      en: 'Months under any adverse measure, per 10,000 subjects and year.',
    },
    ...{ unit: 'per-10000', side: 'harm', better: 'less' },
    of: (world) => world.yearly('excludedMonths'),
  },
  {
    id: 'essential-months',
    title: { zh: '失去必需服务的月数', en: 'Months without essentials' },
    definition: {
      zh: '措施触及生活或经营必需事项的月数，按每万个主体每年计。',
      en: 'Months in which a measure touches what a life or a firm cannot do without, per 10,000 subjects and year.',
    },
    ...{ unit: 'per-10000', side: 'harm', better: 'less' },
    of: (world) => world.yearly('essentialMonths'),
  },
  {
    id: 'loss',
    title: { zh: '措施造成的损失', en: 'Loss by measures' },
    definition: {
      zh: '因措施损失的金额（元），不含罚款，按每个主体每年计。',
      en: 'Yuan lost by measures, fines not among them, per subject and year.',
    },
    ...{ unit: 'yuan', side: 'harm', better: 'less' },
    of: (world) => world.yearly('loss') / 10_000,
  },
  {
    id: 'loss-to-gravity-median',
    title: { zh: '损失与违法轻重之比（中位）', en: 'Loss by gravity, median' },
    definition: {
      zh: '真实违法者因自己行为所受损失，除以其最重违法给他人造成的损害；取中位数。',
      en: 'What true violators lost for their own acts by the harm of their gravest one: the median.',
    },
    ...{ unit: 'ratio', side: 'harm', better: 'less' },
    of: (world) => quantileOf(lossToGravity(world), 0.5),
  },
  {
    id: 'loss-to-gravity-p95',
    title: { zh: '损失与违法轻重之比（95 分位）', en: 'Loss by gravity, 95th percentile' },
    definition: {
      zh: '同上，取第 95 百分位数：最不相称的二十分之一从这里起。',
      en: 'The same, the 95th percentile: where the least proportionate twentieth begins.',
    },
    ...{ unit: 'ratio', side: 'harm', better: 'less' },
    of: (world) => quantileOf(lossToGravity(world), 0.95),
  },
  {
    id: 'loss-over-tenfold-fine',
    title: { zh: '损失超过罚款十倍的比例', en: 'Loss above ten times the fine' },
    definition: {
      zh: '被罚款且因措施受损失者中，自己行为所致损失超过罚款十倍的比例；无人时为零。',
      en: 'Of those fined who lost by measures for their own acts, the share who lost more than ten times their fines; 0 where there is nobody.',
    },
    ...{ unit: 'share', side: 'harm', better: 'less' },
    of: (world) => shareOf(overTenfold(world).beyond, overTenfold(world).all),
  },
  {
    id: 'over-tenfold-fine',
    title: { zh: '损失超过罚款十倍的主体', en: 'Subjects who lose above ten times their fine' },
    definition: {
      zh: '被罚款且因措施受损失者中，自己行为所致损失超过罚款十倍的主体数，每万个主体。',
      en: 'Those fined who lost by measures for their own acts more than ten times their fines, per 10,000 subjects.',
    },
    ...{ unit: 'per-10000', side: 'harm', better: 'less' },
    of: (world) => 10_000 * shareOf(overTenfold(world).beyond, world.agents),
  },
  {
    id: 'spill-loss',
    title: { zh: '每个违法者牵连他人的损失', en: 'Loss of others for one violator' },
    definition: {
      zh: '因他人行为受牵连的损失（元），除以真实违法者人数；无违法者时为零。',
      en: "Yuan lost for somebody else's acts, by the number of true violators; 0 where there is none.",
    },
    ...{ unit: 'yuan', side: 'harm', better: 'less' },
    of: (world) => shareOf(world.total('lossSpill'), violatorsOf(world)),
  },
  {
    id: 'spill-entries',
    title: { zh: '每个违法者牵连他人的列入', en: 'Entries of others for one violator' },
    definition: {
      zh: '因他人行为而列入的次数，除以真实违法者人数；无违法者时为零。',
      en: "Entries for somebody else's acts, by the number of true violators; 0 where there is none.",
    },
    ...{ unit: 'ratio', side: 'harm', better: 'less' },
    of: (world) => shareOf(world.total('entriesSpill'), violatorsOf(world)),
  },
  {
    id: 'blocked-attempts',
    title: { zh: '被拒绝的次数', en: 'Attempts refused' },
    definition: {
      zh: '因措施被拒绝的次数（如购票、申请），按每万个主体每年计。次数不是人数。',
      en: 'Attempts that a measure refused (tickets, applications), per 10,000 subjects and year. Attempts are not subjects.',
    },
    ...{ unit: 'per-10000', side: 'harm', better: 'less' },
    of: (world) => world.yearly('blockedAttempts'),
  },
  {
    id: 'blocked-subjects',
    title: { zh: '被拒绝的主体', en: 'Subjects refused' },
    definition: {
      zh: '一个月内至少被拒绝一次的主体，各月平均，按每万个主体计。',
      en: 'Subjects refused at least once in a month, mean of the months, per 10,000 subjects.',
    },
    ...{ unit: 'per-10000', side: 'harm', better: 'less' },
    of: (world) => (world.mean('blockedSubjects') * 10_000) / Math.max(1, world.agents),
  },
  {
    id: 'repairs-waiting',
    title: { zh: '等待修复的申请', en: 'Repairs waiting' },
    definition: {
      zh: '期末仍在排队的信用修复申请，按每万个主体计。',
      en: 'Applications for repair still in the queue at the end, per 10,000 subjects.',
    },
    ...{ unit: 'per-10000', side: 'harm', better: 'less' },
    of: (world) => (world.last('repairsWaiting') * 10_000) / Math.max(1, world.agents),
  },
  {
    id: 'disputes-waiting',
    title: { zh: '等待处理的异议', en: 'Disputes waiting' },
    definition: {
      zh: '期末仍在排队的异议，按每万个主体计。',
      en: 'Disputes still in the queue at the end, per 10,000 subjects.',
    },
    ...{ unit: 'per-10000', side: 'harm', better: 'less' },
    of: (world) => (world.last('disputesWaiting') * 10_000) / Math.max(1, world.agents),
  },
  {
    id: 'listed-again',
    title: { zh: '修复后一年内再列入', en: 'Listed again within a year of repair' },
    definition: {
      zh: '准予修复后十二个月内又被列入的修复数，除以准予修复的总数；最后十二个月内的修复只观察到期末；无修复时为零。',
      en: 'Repairs after which the subject was entered again within 12 months, by all repairs granted; those of the last 12 months are watched to the end only; 0 where there is none.',
    },
    ...{ unit: 'share', side: 'harm', better: 'less' },
    of: (world) => shareOf(sumOf(world.columns.relisted), world.total('repairsGranted')),
  },
  {
    id: 'chilling',
    title: { zh: '因惧怕而放弃的合法行为', en: 'Lawful acts dropped for fear' },
    definition: {
      zh: '因惧怕后果而未做的合法行为，按每万个主体每年计。',
      en: 'Lawful acts that were not done for fear of consequences, per 10,000 subjects and year.',
    },
    ...{ unit: 'per-10000', side: 'harm', better: 'less' },
    of: (world) => world.yearly('dropped'),
  },
];

function lossToGravity({ agents, columns }: WorldReading): number[] {
  const ratios: number[] = [];
  for (let i = 0; i < agents; i += 1) {
    const [own, gravity] = [ownLoss(columns, i), columns.gravest[i] ?? 0];
    if (own > 0 && gravity > 0) ratios.push(own / gravity);
  }
  return ratios;
}

/** Those fined who lost anything for their own acts, and those of them who lost far more than the fine. */
function overTenfold({ agents, columns }: WorldReading): {
  readonly beyond: number;
  readonly all: number;
} {
  let [over, fined] = [0, 0];
  for (let i = 0; i < agents; i += 1) {
    const [own, fines] = [ownLoss(columns, i), columns.fines[i] ?? 0];
    if (own <= 0 || fines <= 0) continue;
    fined += 1;
    if (own > TENFOLD * fines) over += 1;
  }
  return { beyond: over, all: fined };
}

function ownLoss({ loss, lossWrong, lossSpill }: WorldReading['columns'], i: number): number {
  return (loss[i] ?? 0) - (lossWrong[i] ?? 0) - (lossSpill[i] ?? 0);
}

function violatorsOf({ agents, columns }: WorldReading): number {
  let violators = 0;
  for (let i = 0; i < agents; i += 1) if ((columns.offences[i] ?? 0) > 0) violators += 1;
  return violators;
}

function sumOf(column: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < column.length; i += 1) sum += column[i] ?? 0;
  return sum;
}
