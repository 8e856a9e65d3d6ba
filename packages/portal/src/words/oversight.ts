import type { Language } from '@credence/domain';

const zh = {
  oversightLead: '以下均为合计；不足 10 的不显示。',
  overstays: (count: string) => `${count} 条记录或者列入在结束之后仍然公示。`,
  overstaysGood: '正确的数字是 0。',
  overstaysHow: (asked: string) =>
    `怎么算：对有案件的 ${asked} 个主体逐一打开公开页，数其中已过结束日仍显示的条目。`,
  casesCount: '案件总数',
  figure: '指标',
  overdue: '超期期限',
  overdueHow: '今天已过最后一日、仍由该机关承办的期限数。',
  answeredLate: '逾期答复',
  answeredLateHow: '过了最后一日才答复、或者至今没有答复的申请、异议和复核申请数。',
  reversed: '撤改比例',
  reversedHow: '已决定的异议和复核申请中，改变或者撤下原决定的比例；记在原机关名下。',
  failures: '送达未成',
  failuresHow: '送达尝试中未成的次数占全部尝试的比例。',
  repairDays: '修复用时（中位数，天）',
  repairDaysHow: '准予修复的案件从提出到决定的天数，取中位数。',
  unanswered: '措施未答复',
  unansweredHow: '昨日以前交给该单位、既未接受也未拒绝的措施数；所依据的列入已结束的不计。',
  toLift: '措施待解除',
  toLiftHow: '所依据的列入已结束、该单位尚未报告解除的措施数。',
  unconfirmed: '变更通知未确认',
  unconfirmedHow: '该机关人员查阅过的内容已更正或者结束，通知送出超过 10 日仍未确认的件数。',
  byParties: '案件另一方未确认的变更通知',
  byPartiesHow:
    '债权人或者另一家单位在他人案件中查阅过的内容已更正或者结束，通知送出超过 10 日仍未确认的件数，各单位合计。',
  silent: '从未答复的执行单位',
  silentNone: '没有这样的单位。',
  silentHow: '昨日以前收到过措施，至今一项也未答复的单位。',
  withheld: '不显示',
  share: (part: string, whole: string) => `${part} / ${whole}`,
} as const;

/** The same words in another language; what is counted is handed in as it is read. */
type OversightWords = {
  readonly [Key in keyof typeof zh]: (typeof zh)[Key] extends (...given: infer Given) => string
    ? (...given: Given) => string
    : string;
};

const en: OversightWords = {
  oversightLead: 'All figures are totals; a count below 10 is not shown.',
  overstays: (count) => `${count} records or listings still shown after their end.`,
  overstaysGood: 'The right number is 0.',
  overstaysHow: (asked) =>
    `How counted: the public pages of the ${asked} organisations with a case are opened, and entries past their end are counted.`,
  casesCount: 'Cases in all',
  figure: 'Figure',
  overdue: 'Overdue clocks',
  overdueHow: 'Time limits past their last day today in cases that this agency decides.',
  answeredLate: 'Answered late',
  answeredLateHow:
    'Applications, objections and appeals answered after their last day, or not answered yet.',
  reversed: 'Reversals',
  reversedHow:
    'Share of decided objections and appeals that changed or removed what was decided; counted at the agency that decided first.',
  failures: 'Failed service',
  failuresHow: 'Share of attempts at service that failed.',
  repairDays: 'Days to repair (median)',
  repairDaysHow: 'Days from lodging to decision of the repairs that were granted; the median.',
  unanswered: 'Measures not answered',
  unansweredHow:
    'Measures given to it before today that it has neither taken on nor declined, while their listing binds.',
  toLift: 'Measures to lift',
  toLiftHow: 'Measures whose listing is over and which it has not reported as lifted.',
  unconfirmed: 'Changes not confirmed',
  unconfirmedHow:
    'Notices that something its people read was corrected or has ended, not confirmed more than 10 days after they were sent.',
  byParties: 'Changes not confirmed by parties to somebody else’s case',
  byPartiesHow:
    'Notices that something a creditor or another organisation read in such a case was corrected or has ended, not confirmed more than 10 days after they were sent; all together.',
  silent: 'Bodies that never answered',
  silentNone: 'There is none.',
  silentHow: 'Bodies to which measures were given before today and which answered none of them.',
  withheld: 'not shown',
  share: (part, whole) => `${part} of ${whole}`,
};

/** Words of the figures on how procedures are run. */
export function oversightWords(language: Language): OversightWords {
  return language === 'zh' ? zh : en;
}
