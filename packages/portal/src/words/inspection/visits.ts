import type { Language } from '@credence/domain';

const zh = {
  title: '检查',
  entrySays: '待检查的对象、检查结果和改正情况，在手机上也能填写。',
  lead: '一家一行，先到期的在前。到场后按检查清单逐项填写。',
  none: '没有待办的检查。',
  noneMeaning: '抽取完成、登记检查任务之后，会列在这里。',
  organisation: '检查对象',
  stands: '进度',
  due: '期限',
  fill: '填写结果',
  open: '查看',
  visit: '登记检查结果',
  until: (day: string) => `应当在 ${day} 以前检查。`,
  checklist: '检查清单和依据',
  several: (lists: number) =>
    `几项检查合并为一次，共 ${String(lists)} 份清单，结果和期限分别计算。`,
  questions: '检查项',
  ok: '符合',
  unmet: '不符合',
  skip: '不适用',
  visitedOn: '检查日期',
  inspectors: '到场检查人员',
  seen: '检查所见',
  seenHint: '有不符合的，写明看到的事实；不写与检查项无关的内容。',
  send: '提交结果',
  kept: '已暂存在本机，提交或者退出后清除。',
  restored: '已恢复本机暂存的内容。附件需要重新选择。',
  unanswered: '还有检查项没有选择。',
  noDay: '请填写检查日期。',
  noSeen: '有不符合的检查项，请写明检查所见。',
  elsewhere: '这里只登记第一次检查的结果。其他步骤在案件页办理。',
  toCase: '打开案件页',
  noRecord: '检查发现不是处罚，也不进入信用记录、等级或者措施；只有依法作出并生效的决定才会记录。',
  results: '检查结果',
  resultsLead:
    '抽查和指定检查的结果：未发现问题、已经改正，或者已移送。改正期内和复核期间不公示，公示期满即撤下。',
  resultsNone: '目前没有可以公示的检查结果。',
  asData: '检查结果数据（CSV、JSON、Parquet）',
  code: '统一社会信用代码',
  agency: '检查机关',
  on: '检查日期',
  list: '检查清单',
  how: '来源',
  drawn: '随机抽取',
  alsoDrawn: '合并另一次抽取',
  picked: '指定检查',
  result: '结果',
  resultIs: { clear: '未发现问题', corrected: '发现问题，已经改正', 'passed-on': '未改正，已移送' },
  shownUntil: '公示至',
  yields: '检查发现问题的比例',
  yieldsLead:
    '按抽取方式和当时的等级汇总，不含指定检查；少于 10 次的不显示。推算比例按每次被抽中的概率加权。',
  yieldsNone: '还没有检查结果。',
  group: '组别',
  random: '不看等级的抽取',
  noClass: '没有等级',
  visits: '检查次数',
  found: '发现问题',
  estimate: '推算比例',
  withheld: '少于 10，不显示',
} as const;

type Say = {
  readonly [Key in keyof typeof zh]: (typeof zh)[Key] extends string
    ? string
    : (typeof zh)[Key] extends (...args: infer Args) => string
      ? (...args: Args) => string
      : Readonly<Record<keyof (typeof zh)[Key], string>>;
};

const en: Say = {
  title: 'Inspections',
  entrySays:
    'Who is to be visited, what was found and what was put right; also filled in on a phone.',
  lead: 'One line for each organisation, the soonest due first. On the spot the checklist is answered question by question.',
  none: 'No visit is waiting.',
  noneMeaning: 'Once a draw is made and its visits are arranged, they stand here.',
  organisation: 'Organisation',
  stands: 'Stands at',
  due: 'Due',
  fill: 'Record the result',
  open: 'Look',
  visit: 'Record a visit',
  until: (day) => `To be visited by ${day}.`,
  checklist: 'Checklist and its articles',
  several: (lists: number) =>
    `Several checks in one visit: ${String(lists)} lists, each with its own result and days.`,
  questions: 'Questions',
  ok: 'As required',
  unmet: 'Not as required',
  skip: 'Does not apply',
  visitedOn: 'Day of the visit',
  inspectors: 'Inspectors present',
  seen: 'What was seen',
  seenHint:
    'Where something is not as required, the facts that were seen; nothing beside the questions.',
  send: 'Send the result',
  kept: 'Kept on this device until it is sent or you sign out.',
  restored: 'What was kept on this device is back. Files have to be chosen again.',
  unanswered: 'Some questions were not answered.',
  noDay: 'Give the day of the visit.',
  noSeen: 'Something is not as required: say what was seen.',
  elsewhere: 'Only the first visit is recorded here. Every other step is taken in the case.',
  toCase: 'Open the case',
  noRecord:
    'What a visit finds is no penalty and enters no record, class or measure; only a decision that was lawfully made and is in effect is recorded.',
  results: 'Results of inspections',
  resultsLead:
    'What visits came to, drawn or picked by hand: nothing found, put right, or passed on. Nothing is shown while it may be put right or is being reviewed, and nothing past its time.',
  resultsNone: 'No result is on show now.',
  asData: 'Results as data (CSV, JSON, Parquet)',
  code: 'Unified code',
  agency: 'Inspected by',
  on: 'Day of the visit',
  list: 'Checklist',
  how: 'Chosen',
  drawn: 'by draw',
  alsoDrawn: 'and a later draw, in one visit',
  picked: 'by hand',
  result: 'Result',
  resultIs: {
    clear: 'Nothing found',
    corrected: 'Found and put right',
    'passed-on': 'Not put right, passed on',
  },
  shownUntil: 'Shown until',
  yields: 'How often visits found something',
  yieldsLead:
    'By how they were drawn and the class of that time, visits picked by hand left out; counts below 10 are withheld. The estimate weighs each visit by its chance.',
  yieldsNone: 'No result yet.',
  group: 'Group',
  random: 'Drawn without regard to class',
  noClass: 'Without a class',
  visits: 'Visits',
  found: 'Found something',
  estimate: 'Estimate',
  withheld: 'below 10, withheld',
};

/** Words of visits: the inspector's pages and the results anyone may read. */
export function visitWords(language: Language): Say {
  return language === 'zh' ? zh : en;
}
