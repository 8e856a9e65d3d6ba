import type { Language } from '@credence/domain';

const zh = {
  agenciesTitle: '提供信息的机关',
  agenciesLead: '按代码排列，不排名次。',
  agencyName: '机关',
  agencyCode: '代码',
  agencySupplies: '可以提供的信息',
  agencyNone: '还没有登记任何机关。',
  agencyNoneMeaning: '登记了提供机关之后，这里列出它们。',
  suppliedTitle: '十二个月来提供了多少条',
  suppliedLead: (from: string) =>
    `从 ${from} 起，按本登记收到的月份计数。少于 10 条的数字不公布；为了不让它被推算出来，有时另隐去几个数字。`,
  suppliedAllWithheld: (from: string) =>
    `从 ${from} 起的各项数字都不公布：每月少于 10 条（包括没有），或者公布了就能推算出这样的数字。`,
  latenessAllWithheld:
    '是否按期的数字都不公布：少于 10 条（包括没有），或者公布了就能推算出这样的数字。适用的期限如下。',
  mattersTitle: '待核对事项',
  mattersFew: '与登记内容相矛盾、等待该机关核对的信息少于 10 件（包括没有）。',
  mattersOpen: (count: string) => `与登记内容相矛盾、等待该机关核对的信息有 ${count} 件。`,
  mattersWhere: '由该机关两名工作人员核对后决定；决定之前，相矛盾的内容不公开，登记内容不变。',
  mattersDesk: '到本机关的办理台处理',
  suppliedItem: '信息',
  suppliedTotal: '合计',
  suppliedChart: '每月提供的条数',
  backlog: (count: string) => `其中补录的历史信息 ${count} 条，不计算是否超期。`,
  backlogWithheld: '补录的历史信息不计算是否超期；其条数少于 10 条，未公布。',
  latenessTitle: '是否按期提供',
  latenessLead:
    '从决定次日起按工作日计算期限，最后一天的当日算按期。天数按自然日计算，按期的算 0 天。',
  latenessRule: '期限',
  latenessRuleDays: (days: string) => `${days} 个工作日`,
  latenessNoRule: '规则版本没有规定期限',
  latenessKnown: '期限已知',
  latenessLate: '超期',
  latenessShare: '超期比例',
  latenessMedian: '超期天数中位数',
  latenessNinetieth: '超期天数第 90 百分位',
  latenessNotKnown: '期限未知',
  lastBatch: '最近一批收到于',
  lastBatchNone: '还没有提供过',
};

export type AgencyWords = typeof zh;

const en: AgencyWords = {
  agenciesTitle: 'Supplying agencies',
  agenciesLead: 'In order of their codes. Nobody is ranked.',
  agencyName: 'Agency',
  agencyCode: 'Code',
  agencySupplies: 'May supply',
  agencyNone: 'No agency is registered yet.',
  agencyNoneMeaning: 'Agencies are listed here once they are registered.',
  suppliedTitle: 'What it supplied in twelve months',
  suppliedLead: (from) =>
    `From ${from}, by the month in which this register took the records in. Counts below 10 are withheld, and sometimes others, so that they cannot be worked out.`,
  suppliedAllWithheld: (from) =>
    `All figures since ${from} are withheld: fewer than 10 a month, none included, or a count that would give such a number away.`,
  latenessAllWithheld:
    'All figures on lateness are withheld: fewer than 10, none included, or a count that would give such a number away. These are the limits.',
  mattersTitle: 'Contradictions to be settled',
  mattersFew:
    'Fewer than 10 statements that contradict the register wait for this agency, none included.',
  mattersOpen: (count) => `${count} statements that contradict the register wait for this agency.`,
  mattersWhere:
    'Two of its officials decide each; until then the contradicting statement is not public and the register stays as it is.',
  mattersDesk: 'Settle them at your desk',
  suppliedItem: 'Records',
  suppliedTotal: 'Together',
  suppliedChart: 'Records supplied by month',
  backlog: (count) => `Among them ${count} of backlog, whose lateness is not counted.`,
  backlogWithheld: 'The lateness of backlog is not counted. There are fewer than 10 of it.',
  latenessTitle: 'Whether it supplied in time',
  latenessLead:
    'The limit runs in working days from the day after the decision; the whole last day is in time. Days late are calendar days; in time counts as 0.',
  latenessRule: 'Limit',
  latenessRuleDays: (days) => `${days} working days`,
  latenessNoRule: 'the edition sets no limit',
  latenessKnown: 'Last day known',
  latenessLate: 'Late',
  latenessShare: 'Share late',
  latenessMedian: 'Median days late',
  latenessNinetieth: '90th percentile of days late',
  latenessNotKnown: 'Last day not known',
  lastBatch: 'Last batch received',
  lastBatchNone: 'nothing supplied yet',
};

const words: Readonly<Record<Language, AgencyWords>> = { zh, en };

/** What the pages of the agencies say: what each supplied, how late, and what waits at its desk. */
export function agencyWords(language: Language): AgencyWords {
  return words[language];
}
