import type { Language } from '@credence/domain';

const zh = {
  section: '报告与公开',
  sectionLead: '由本单位依法报送并公开。没有列出的，不说明其没有报送。',
  filedOn: (day: string) => `${day} 报送`,
  year: (key: string) => `${key} 年度`,
  yes: '是',
  no: '否',
  ownTitle: '报送事项',
  ownSays: '年度报告、公开募捐和分支机构：该报什么、什么时候报，在这里办理',
  none: '没有须在本登记报送的事项',
  noneMeaning: '按登记的类别，现行规则没有要求本单位报送的事项。',
  due: '期限',
  what: '事项',
  state: '状态',
  states: {
    open: '待报送',
    overdue: '已逾期，尚未报送',
    filed: '已报送',
    filed_late: '已补报',
  },
  elsewhere: '这一项在其他系统报送；本登记没有的，不说明没有报送。',
  lack: (list: string) =>
    `逾期不报是列入“${list}”的情形之一；是否列入由登记机关依程序决定，报送后按名单规定的期限移出。`,
  demanded: (number: string) => `登记机关已催报：${number}`,
  file: (key: string) => `报送 ${key}`,
  change: (key: string) => `更正 ${key}`,
  add: '新增一项',
  changed: (day: string) => `${day} 更正`,
  send: '提交',
  optional: '选填',
  internal: '不公开',
  yuan: '元',
  labelled: (name: string, notes: readonly string[]) => `${name}（${notes.join('，')}）`,
  noPeople: '请勿填写个人姓名、证件号码或者联系方式。',
  sent: '已收到。回执编号：',
  deskTitle: '逾期未报送',
  deskSays: '没有按期报送年度报告等的组织：催报、登记收到的材料、提出列入',
  deskNone: '没有逾期未报送的组织',
  deskNoneMeaning: '逾期次日，会在这里列出；是否进一步办理由贵单位决定。',
  deskLead: '这里只列事实。列出不产生任何后果；组织报送后即从这里消失。',
  organisation: '组织',
  overdueSince: '截止日',
  demand: '登记催报',
  demandNumber: '催报文书号',
  servedOn: '送达日',
  mode: '送达方式',
  modes: {
    direct: '直接送达',
    left: '留置送达',
    posted: '邮寄送达',
    entrusted: '委托送达',
    public_notice: '公告送达',
    electronic: '电子送达（经同意）',
  },
  waits: { overdue: '尚未催报', demanded: '已催报' },
  propose: '提出列入',
  statement: '登记收到的报告',
  statementSays: '本单位登记管辖的组织交来的报告，照原样登记。登记后与其自行报送同样公开。',
  counterTitle: '窗口代为报送',
  counterSays:
    '仅在经办人到场时使用。请核对其身份证件，不要登记证件号码；本单位能看到是谁、为什么代办。',
  which: '报送哪一项',
  choose: '选择',
  keyOf: '年度',
  keyOfAgain: '更正的编号',
  keyHint: '新增的不填',
  inInbox: '待报送',
  demandedShort: (number: string) => `登记机关已催报（${number}）`,
} as const;

type Words = { readonly [Key in keyof typeof zh]: Widened<(typeof zh)[Key]> };
type Widened<Value> = Value extends string
  ? string
  : Value extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { readonly [Key in keyof Value]: string };

const en: Words = {
  section: 'Reports and disclosures',
  sectionLead:
    'Filed and published by the organisation. What is not here may have been filed all the same.',
  filedOn: (day) => `filed on ${day}`,
  year: (key) => `Year ${key}`,
  yes: 'yes',
  no: 'no',
  ownTitle: 'What to report',
  ownSays: 'Yearly report, fund-raising, branches: what is due and until when, and the forms',
  none: 'Nothing has to be reported here',
  noneMeaning: 'The rules in force ask nothing of an organisation of this kind.',
  due: 'Until',
  what: 'What',
  state: 'State',
  states: {
    open: 'to be filed',
    overdue: 'overdue, not filed',
    filed: 'filed',
    filed_late: 'filed after its last day',
  },
  elsewhere: 'This is filed elsewhere; what is not here may have been filed all the same.',
  lack: (list) =>
    `Not to file is a ground of the list "${list}". The registrar decides by procedure; once filed, the entry ends within the days of the list.`,
  demanded: (number) => `Asked for by the registrar: ${number}`,
  file: (key) => `File ${key}`,
  change: (key) => `Correct ${key}`,
  add: 'Add one',
  changed: (day) => `corrected on ${day}`,
  send: 'Send',
  optional: 'may be left out',
  internal: 'not published',
  yuan: 'yuan',
  labelled: (name, notes) => `${name} (${notes.join(', ')})`,
  noPeople: 'Do not enter names of people, numbers of documents or addresses.',
  sent: 'Received. Number of the receipt:',
  deskTitle: 'Reports that are overdue',
  deskSays:
    'Organisations that did not file in time: ask for it, write down what arrived, propose an entry',
  deskNone: 'No organisation is overdue',
  deskNoneMeaning:
    'One that is stands here from the day behind its last one; what follows is yours to decide.',
  deskLead: 'Facts alone: to stand here has no effect. Whoever files is gone from here at once.',
  organisation: 'Organisation',
  overdueSince: 'Last day',
  demand: 'Enter that it was asked for',
  demandNumber: 'Number of the paper',
  servedOn: 'Served on',
  mode: 'How',
  modes: {
    direct: 'handed over',
    left: 'left at the address',
    posted: 'registered post',
    entrusted: 'by another body',
    public_notice: 'public notice',
    electronic: 'electronically, with consent',
  },
  waits: { overdue: 'not asked for yet', demanded: 'asked for' },
  propose: 'Propose an entry',
  statement: 'Write down a report that arrived',
  statementSays:
    'What an organisation registered here has handed in, as it stands. It is published as if it had filed itself.',
  counterTitle: 'Report at the counter',
  counterSays:
    'Only while whoever acts for the organisation is present. Look at the paper, write down no number of it; the organisation sees who acted and why.',
  which: 'What is reported',
  choose: 'Choose',
  keyOf: 'Year',
  keyOfAgain: 'Number of what is corrected',
  keyHint: 'Leave empty for something new',
  inInbox: 'To be filed',
  demandedShort: (number) => `asked for by the registrar (${number})`,
};

/** Words about duties to report. */
export function dutyWords(language: Language): Words {
  return language === 'zh' ? zh : en;
}
