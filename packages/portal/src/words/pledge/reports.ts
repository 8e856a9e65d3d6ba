import type { Language } from '@credence/domain';

const zh = {
  title: '无记录报告',
  lead: '本单位在所列来源中没有仍在公示的不利记录时，可以随时出具报告，代替各部门的证明。免费，带核验码。',
  means:
    '报告只说明：在所列来源和期间内，没有仍在公示的记录。它不是评价、等级或者担保；已经到期、修复或者撤销的记录不计。',
  notOffered: '现行规则没有规定这种报告。',
  period: (from: string, on: string) => `期间：${from} 至 ${on}。`,
  ready: '今天可以出具。',
  standing: '今天不能出具：下列记录仍在公示。只有本单位能看到这张清单。',
  until: (on: string) => `公示至 ${on}`,
  wayOut: '记录到期、修复或者更正后即可出具；认为有误的，从本单位页面提出异议。',
  make: '出具报告',
  sources: '看了哪些来源，最近一次报送',
  source: '来源',
  agency: '报送机关',
  lastOn: '最近报送',
  made: '已出具的报告',
  none: '还没有出具过。',
  on: '出具日',
  code: '核验码',
  files: '下载',
  pdf: { zh: '中文 PDF', en: '英文 PDF' },
  verifyTitle: '核验无记录报告',
  verifyLead:
    '输入报告上的核验码，可以知道报告是不是本登记出具的、关于谁、哪一天出具，以及今天是否仍然如此。不显示任何记录。',
  verify: '核验',
  genuine: (name: string, on: string) => `这份报告是本登记于 ${on} 出具的，关于 ${name}。`,
  holds: '今天仍然如此：所列来源中没有仍在公示的不利记录。',
  holdsNot:
    '今天不能再作同样的说明。可能是有了新的记录，也可能是身份正在核对；详情只告知本单位。这不等于报告是假的。',
  logged: '核验会留下记录，报告所说的单位可以看到；没有登录的，只记“持有报告的人”。',
  link: '核验无记录报告',
};

type ReportWords = typeof zh;

const en: ReportWords = {
  title: 'Report: no records',
  lead: 'While no adverse record of you stands in the listed sources, you can have a report that says so, in place of certificates of many departments. Free, with a code to check it by.',
  means:
    'It states that in these sources and this period no record still stands. It is no appraisal, class or guarantee; what has ended, was repaired or withdrawn does not count.',
  notOffered: 'The rules in force have no such report.',
  period: (from, on) => `Period: ${from} to ${on}.`,
  ready: 'You can have it today.',
  standing: 'Not today: these records stand. Only you see this list.',
  until: (on) => `shown until ${on}`,
  wayOut:
    'You can have it once they have ended, were repaired or corrected. Dispute what is wrong from the page of your organisation.',
  make: 'Make the report',
  sources: 'Which sources, and when each was last supplied',
  source: 'Source',
  agency: 'Supplied by',
  lastOn: 'Last supplied',
  made: 'Reports made',
  none: 'None yet.',
  on: 'Made on',
  code: 'Code',
  files: 'Download',
  pdf: { zh: 'PDF in Chinese', en: 'PDF in English' },
  verifyTitle: 'Check a no-records report',
  verifyLead:
    'Enter the code on the report: you learn whether this register made it, about whom and on which day, and whether it still holds today. No record is shown.',
  verify: 'Check',
  genuine: (name, on) => `This register made the report on ${on}, about ${name}.`,
  holds: 'It still holds today: no adverse record stands in the listed sources.',
  holdsNot:
    'The same cannot be said today. A record may have come, or who it is may be under review; only the organisation is told which. The report itself is genuine.',
  logged:
    'That somebody checked is written down, and the organisation sees it; without sign-in it says no more than "somebody with the report".',
  link: 'Check a no-records report',
};

const words: Readonly<Record<Language, ReportWords>> = { zh, en };

/** Words of reports that nothing stands in the listed sources. */
export function reportWords(language: Language): ReportWords {
  return words[language];
}
