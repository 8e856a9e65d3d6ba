import { shareOf } from '../experiment/statistic/fairness.ts';
import type { PanelMeasure } from './panel-measure.ts';

/** What a regime is for, and plain figures of what it does. */
export const measuresOfBenefit: readonly PanelMeasure[] = [
  {
    id: 'violations',
    title: { zh: '违法行为', en: 'Violations' },
    definition: {
      zh: '真实发生的违法行为，不论是否发现，按每万个主体每年计。',
      en: 'Violations that truly happen, found or not, per 10,000 subjects and year.',
    },
    ...{ unit: 'per-10000', side: 'benefit', better: 'less' },
    of: (world) => world.yearly('violations'),
  },
  {
    id: 'harm-to-others',
    title: { zh: '违法造成的损害', en: 'Harm by violations' },
    definition: {
      zh: '违法行为给他人造成的损害（元），按每个主体每年计。',
      en: 'Yuan of harm to others by violations, per subject and year.',
    },
    ...{ unit: 'yuan', side: 'benefit', better: 'less' },
    of: (world) => world.yearly('harm') / 10_000,
  },
  {
    id: 'months-to-finding',
    title: { zh: '违法至发现的月数', en: 'Months from violation to finding' },
    definition: {
      zh: '已发现的违法，从发生到发现的平均月数；无发现时为零。',
      en: 'Mean months from a violation that is found to its finding; 0 where none is found.',
    },
    ...{ unit: 'months', side: 'benefit', better: 'less' },
    of: (world) => shareOf(world.total('foundLag'), world.total('found')),
  },
  {
    id: 'found-share',
    title: { zh: '违法的发现比例', en: 'Share of violations found' },
    definition: {
      zh: '发现的违法除以发生的违法；无违法时为零。',
      en: 'Violations found by violations that happened; 0 where there is none.',
    },
    ...{ unit: 'share', side: 'benefit', better: 'more' },
    of: (world) => shareOf(world.total('found'), world.total('violations')),
  },
  {
    id: 'needless-visits',
    title: { zh: '守法者受到的检查', en: 'Visits to the compliant' },
    definition: {
      zh: '对当时并无违法者的检查，按每万个主体每年计。',
      en: 'Visits to those who were not in breach, per 10,000 subjects and year.',
    },
    ...{ unit: 'per-10000', side: 'benefit', better: 'less' },
    of: (world) => world.yearly('needlessVisits'),
  },
  {
    id: 'debt-repaid',
    title: { zh: '债务清偿比例', en: 'Share of debt repaid' },
    definition: {
      zh: '期内清偿的到期债务除以期内到期的债务；无债务时为零。',
      en: 'Debt repaid by debt that fell due in the months of the run; 0 where there is none.',
    },
    ...{ unit: 'share', side: 'benefit', better: 'more' },
    of: (world) => shareOf(world.total('debtRepaid'), world.total('debtDue')),
  },
  {
    id: 'rewards',
    title: { zh: '激励所得', en: 'Rewards' },
    definition: {
      zh: '因激励得到的金额（元），按每个主体每年计。',
      en: 'Yuan gained by rewards, per subject and year.',
    },
    ...{ unit: 'yuan', side: 'benefit', better: 'more' },
    of: (world) => world.yearly('gains') / 10_000,
  },
  {
    id: 'entries',
    title: { zh: '列入名单', en: 'Entries on lists' },
    definition: {
      zh: '列入名单的次数，按每万个主体每年计。',
      en: 'Entries on lists, per 10,000 subjects and year.',
    },
    ...{ unit: 'per-10000', side: 'figure', better: 'neither' },
    of: (world) => world.yearly('entries'),
  },
  {
    id: 'listed-at-end',
    title: { zh: '期末有效列入', en: 'Entries in force at the end' },
    definition: {
      zh: '最后一个月末有效的列入（含受牵连的），按每万个主体计；一个主体在两份名单上计两次。',
      en: "Entries in force at the end of the last month, those for others' acts among them, per 10,000 subjects; a subject on two lists counts twice.",
    },
    ...{ unit: 'per-10000', side: 'figure', better: 'neither' },
    of: (world) => (world.last('listed') * 10_000) / Math.max(1, world.agents),
  },
  {
    id: 'visits',
    title: { zh: '检查', en: 'Visits' },
    definition: {
      zh: '检查次数，按每万个主体每年计。',
      en: 'Inspection visits, per 10,000 subjects and year.',
    },
    ...{ unit: 'per-10000', side: 'figure', better: 'neither' },
    of: (world) => world.yearly('visits'),
  },
  {
    id: 'staff-hours',
    title: { zh: '行政工时', en: 'Hours of officials' },
    definition: {
      zh: '检查、异议和修复所用工时，按每万个主体每年计。',
      en: 'Hours of officials on visits, disputes and repairs, per 10,000 subjects and year.',
    },
    ...{ unit: 'per-10000', side: 'figure', better: 'neither' },
    of: (world) => world.yearly('staffHours'),
  },
  {
    id: 'members',
    title: { zh: '自愿参加者', en: 'Members' },
    definition: {
      zh: '最后一个月的自愿参加者，按每万个主体计。',
      en: 'Those who had joined by the last month, per 10,000 subjects.',
    },
    ...{ unit: 'per-10000', side: 'figure', better: 'neither' },
    of: (world) => (world.last('members') * 10_000) / Math.max(1, world.agents),
  },
];
