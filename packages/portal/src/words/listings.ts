import type { Language, Localised } from '@credence/domain';

const zh = {
  heading: '名单',
  /** Stands in the summary of an organisation, beside what it says of records. */
  listed: (count: number) => `现列入 ${String(count)} 份名单，见下文。`,
  /** Stands before the lists of an organisation among the results of a search. */
  standsIn: '现列入：',
  disputed: '（有异议，尚未答复）',
  stop: '。',
  /** On the page of a list. */
  entry: '列入决定',
  begins: '列入日期',
  repairFrom: '最早可申请修复',
  noRepair: '不适用',
  untilDuty: (duty: string) => `${duty}即移出`,
  nextCheck: '，下次核实不晚于',
  orderBegins: '按列入日期排列，最近的在前',
  byBegins: '按列入日期',
  filterFrom: '列入日期从',
  filterUntil: '列入日期到',
  empty: '现在没有列入这份名单的主体。',
  emptyMeaning: '已到期、移出、暂停执行的不在其中。这不是对任何主体的评价。',
  measures: '措施',
  /** On the page of statistics. */
  countedBy: {
    severity: '列入名单',
    region: '列入名单，按地区',
    agency: '列入名单，按决定机关',
    month: '列入名单，按列入月份',
  },
  entries: '项',
  chart: (by: string, highest: string) => `${by}：最多的一栏有 ${highest} 项。`,
  chartNone: (by: string) => `${by}：各栏都少于 10 项，未公布。`,
  /** For whoever has no desk here: where to go, and with what. */
  othersDoor:
    '债权人、案外人等与列入有关的其他人不同意的，可凭收到的告知书在网上提出，也可凭列入决定的文号到政务服务窗口提出，不收费。',
  disputedSince: (on: string) => `当事单位对列入有异议，自 ${on} 起正在处理，尚未答复。`,
};

export type ListingWords = typeof zh;

const en: ListingWords = {
  heading: 'Lists',
  listed: (count) =>
    count === 1
      ? 'It stands in one list, see below.'
      : `It stands in ${String(count)} lists, see below.`,
  standsIn: 'Listed in: ',
  disputed: ' (disputed, not yet answered)',
  stop: '.',
  entry: 'Decision to list',
  begins: 'Listed on',
  repairFrom: 'Earliest day for repair',
  noRepair: 'does not apply',
  untilDuty: (duty) => `ends when ${duty}`,
  nextCheck: '; next check by',
  orderBegins: 'In order of the day of listing, latest first',
  byBegins: 'by day of listing',
  filterFrom: 'Listed from',
  filterUntil: 'Listed until',
  empty: 'Nobody stands in this list now.',
  emptyMeaning:
    'What has ended, was removed or is stayed is not among it. This is no judgement on anyone.',
  measures: 'Measures',
  countedBy: {
    severity: 'Entries in lists',
    region: 'Entries in lists, by region',
    agency: 'Entries in lists, by deciding agency',
    month: 'Entries in lists, by month of listing',
  },
  entries: 'entries',
  chart: (by, highest) => `${by}: the highest column stands for ${highest} entries.`,
  chartNone: (by) => `${by}: every column is below 10 and withheld.`,
  othersDoor:
    'Anyone else it concerns, such as a creditor or a third party, can object here with the notice that was served, or at a service counter with the number of the decision; free of charge.',
  disputedSince: (on) =>
    `The organisation disputes the entry; the objection has been open since ${on} and has no answer yet.`,
};

const words: Readonly<Record<Language, ListingWords>> = { zh, en };

export function listingWords(language: Language): ListingWords {
  return words[language];
}

/** What a card calls an entry in a list. */
export const listingKind: Localised = { zh: '列入名单', en: 'Entry in a list' };

/** The duty that ends an entry without a last day. */
export const listingDuty: Localised = { zh: '履行完毕所列义务', en: 'the duty is performed' };
