import type {
  Language,
  LifeEventKind,
  LifeForm,
  LifeStatus,
  SuccessionMatter,
} from '@credence/domain';

type Pair = readonly [zh: string, en: string];

function inLanguage(language: Language, [zh, en]: Pair): string {
  return language === 'zh' ? zh : en;
}

const eventPairs: Readonly<Record<LifeEventKind, Pair>> = {
  name: ['名称变更', 'Change of name'],
  address: ['住所变更', 'Change of address'],
  representative: ['法定代表人变更', 'Change of legal representative'],
  code: ['代码变更', 'Change of code'],
  registrar: ['登记机关变更', 'Change of registering authority'],
  dormancy: ['歇业', 'Dormancy'],
  operation: ['恢复营业', 'Back in business'],
  reorganisation: ['法院批准重整计划', 'Plan of reorganisation approved'],
  deregistration: ['注销登记', 'Deregistration'],
  simplified_deregistration: ['简易注销登记', 'Simplified deregistration'],
  merger: ['合并', 'Merger'],
  division: ['分立', 'Division'],
};

const formPairs: Readonly<Record<LifeForm, Pair>> = {
  absorbing: ['吸收合并', 'into one that was there before'],
  new: ['新设合并', 'into a new one'],
  surviving: ['存续分立', 'the old one goes on'],
  dissolving: ['解散分立', 'the old one ends'],
};

const statusPairs: Readonly<Record<LifeStatus, Pair>> = {
  in_operation: ['存续', 'Registered'],
  dormant: ['歇业（中性状态，不影响信用）', 'Dormant: a neutral state that nothing follows from'],
  reorganising: ['重整中（中性状态，不影响信用）', 'In reorganisation: a neutral state'],
  merged: ['因合并注销', 'Ended by merger'],
  divided: ['因分立注销', 'Ended by division'],
  deregistered: ['已注销', 'Deregistered'],
};

const matterPairs: Readonly<Record<SuccessionMatter, Pair>> = {
  records: ['记录', 'Records'],
  listings: ['列入的名单', 'Lists it stands in'],
  measures: ['正在执行的措施', 'Measures that run'],
  contracts: ['合同和债务', 'Contracts and debts'],
};

export const eventWord = (language: Language, event: LifeEventKind): string =>
  inLanguage(language, eventPairs[event]);
export const formWord = (language: Language, form: LifeForm): string =>
  inLanguage(language, formPairs[form]);
export const statusWord = (language: Language, status: LifeStatus): string =>
  inLanguage(language, statusPairs[status]);
export const matterWord = (language: Language, matter: SuccessionMatter): string =>
  inLanguage(language, matterPairs[matter]);

const zh = {
  heading: '登记事项变动',
  lead: '合并、分立、更名等登记事项的变动。没有规定转移的，记录只属于决定所针对的单位。',
  status: '登记状态',
  since: '自',
  until: '至',
  event: '事项',
  effectiveOn: '生效日',
  what: '内容',
  authority: '登记机关',
  goes: '记录去向',
  stays: '不转移',
  passes: '由承继的单位承受',
  predecessor: '原单位',
  successor: '承继的单位',
  becomes: '变更为',
  disputed: '有异议，尚未答复',
  inherited: (name: string) => `原单位“${name}”的记录`,
  inheritedLead: (on: string) =>
    `${on} 合并后，按下列规定由本单位承受。记录属于原单位，不计入本单位的记录数，在原定期限届满时停止公示，期限不延长。`,
  by: '依据',
  itself: '本单位',
  happenedTo: '涉及单位',
  contest: '提出异议',
  ownSays: '登记机关录入的变动。认为不符的，可以提出异议；异议成立的，该事项自答复之日撤回。',
  deskTitle: '登记事项变动',
  deskSays: '录入更名、合并、分立、歇业、注销等变动，确认等待第二人的事项',
  deskLead:
    '涉及记录去向的事项由两名工作人员办理：一人录入，另一人确认。确认之前不产生任何效果，也不公开。',
  waiting: '等待确认',
  waitingNone: '没有等待确认的事项。',
  enteredBy: '录入',
  running: '正在办理的案件',
  runningNone: '没有正在办理的案件。',
  runningSays: '下列案件正在办理。是否办理变动由工作人员判断；变动不终止这些案件。',
  lists: '列入的名单',
  listsNone: '没有列入名单。',
  creditors: '已告知的债权人',
  confirm: '确认',
  refuse: '不予确认',
  reason: '理由',
  own: '由您录入，须由另一名工作人员确认。',
  find: '录入变动',
  findSays: '先按代码找到单位，核对情况后录入。',
  code: '统一社会信用代码',
  look: '查找',
  enter: '提交',
  form: '方式',
  noForm: '不适用',
  after: '变更后的内容',
  afterHint: '名称、住所、代码；登记机关变更填接收机关的代码。法定代表人变更只登记事项，不填姓名。',
  document: '登记文书号',
  untilHint: '歇业必填，最长期限见规则。',
  announcedOn: '公告日',
  announcedHint: '简易注销必填。',
  successorCodes: '承继单位的代码',
  successorHint: '合并、分立必填，每行一个。',
  creditorCodes: '应当告知的债权人的代码',
  creditorHint: '每行一个。债权人可以提出异议，不公开。',
  done: {
    stands: '已经登记。',
    waiting: '已经录入，等待第二人确认。',
    refused: '已经退回，没有产生效果。',
  },
} as const;

type Said = {
  readonly [Key in keyof typeof zh]: (typeof zh)[Key] extends (...given: infer Given) => string
    ? (...given: Given) => string
    : (typeof zh)[Key] extends string
      ? string
      : { readonly [Part in keyof (typeof zh)[Key]]: string };
};

const en: Said = {
  heading: 'Changes on the register',
  lead: 'Mergers, divisions, changes of name and the like. Unless a rule lets it pass, a record belongs only to whom it was decided about.',
  status: 'State',
  since: 'since',
  until: 'until',
  event: 'Event',
  effectiveOn: 'In effect from',
  what: 'What changed',
  authority: 'Registering authority',
  goes: 'Where records go',
  stays: 'stays',
  passes: 'passes to the successor',
  predecessor: 'Predecessor',
  successor: 'Successor',
  becomes: 'becomes',
  disputed: 'Disputed, not answered yet',
  inherited: (name) => `Records of the predecessor ${name}`,
  inheritedLead: (on) =>
    `Passed to this organisation by the merger of ${on}, by the articles below. They are the predecessor's own, are not counted among those of this organisation, and are shown to their own end and no longer.`,
  by: 'By',
  itself: 'This organisation',
  happenedTo: 'To whom',
  contest: 'Contest it',
  ownSays:
    'What the registering authority has written down. Whoever finds it wrong may contest it; where that is upheld it is taken back with the answer.',
  deskTitle: 'Events in the life of organisations',
  deskSays:
    'changes of name, mergers, divisions, dormancy and ends to enter, and those that wait for a second name',
  deskLead:
    'Where records are at stake two officials decide: one enters, another confirms. Before that nothing follows and nothing is shown.',
  waiting: 'Waiting for a second name',
  waitingNone: 'Nothing waits.',
  enteredBy: 'Entered by',
  running: 'Procedures that run',
  runningNone: 'No procedure runs.',
  runningSays:
    'These procedures run. Whether to go on is for the official to decide; the event ends none of them.',
  lists: 'Lists it stands in',
  listsNone: 'It stands in no list.',
  creditors: 'Creditors that are told',
  confirm: 'Confirm',
  refuse: 'Do not confirm',
  reason: 'Reason',
  own: 'You entered it; another official has to confirm it.',
  find: 'Enter an event',
  findSays: 'Find the organisation by its code first, and see what is known of it.',
  code: 'Unified social credit code',
  look: 'Find',
  enter: 'Send',
  form: 'Form',
  noForm: 'does not apply',
  after: 'What it becomes',
  afterHint:
    'Name, address or code; of a change of authority the code of the one that takes over. Of a change of representative nothing: no person is written down.',
  document: 'Number of the document',
  untilHint: 'For a dormancy; the rulebook says how long it may be.',
  announcedOn: 'Announced on',
  announcedHint: 'For a simplified deregistration.',
  successorCodes: 'Codes of the successors',
  successorHint: 'For a merger or a division, one to a line.',
  creditorCodes: 'Codes of creditors to be told',
  creditorHint: 'One to a line. They may contest it, and are not named in public.',
  done: {
    stands: 'It is on the register.',
    waiting: 'It waits for a second official.',
    refused: 'It was sent back; nothing follows from it.',
  },
};

export function lifeWords(language: Language): Said {
  return language === 'zh' ? zh : en;
}
