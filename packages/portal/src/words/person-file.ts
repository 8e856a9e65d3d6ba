import type { Language } from '@credence/domain';

const zh = {
  oneself: '本人',
  signIn: '以本人身份登录，查看这里保存了哪些关于自己的内容',
  title: '我的档案',
  says: '这里保存了哪些关于你本人的内容、为什么保存、由谁保存、保存到哪天、谁看过。',
  lead: (count: number) =>
    count === 0
      ? '这里没有保存关于你的内容。'
      : `这里有 ${String(count)} 份命令写有你的名字。你本人不因此被列入任何名单，也不会被打分。`,
  free: '查询不收费，次数不限。别人不能查你，你也不能查别人：能看到这一页的只有经身份核验的本人。',
  capacities: '个人只会以四种身份出现',
  capacity: '身份',
  held: '这里保存的内容',
  responsible: '决定或者命令中写明的单位负责人',
  practitioner: '持证执业人员',
  debtor: '法院单个案件的被执行人',
  member: '自愿参加激励项目的成员',
  count: (count: number) => (count === 0 ? '没有' : `${String(count)} 件`),
  notTaken: '没有。本系统不接收这类内容。',
  debtorNone: '没有。本系统只办理单位的案件，不办理个人作为被执行人的案件。',
  drafts: '命令从发出告知书起列在这里；此前只是草稿，不产生任何效力。',
  order: '限制消费令',
  unit: '受限制的单位',
  as: '你在命令中的身份',
  name: '命令中写的姓名',
  codes: {
    legal_representative: '法定代表人',
    principal: '主要负责人',
    directly_responsible: '直接责任人员',
    actual_controller: '实际控制人',
  },
  why: '理由',
  forbids: '命令禁止的消费',
  basis: '依据',
  by: '作出命令的法院',
  stands: '现在',
  since: '立案日期',
  until: '结束日期',
  untilDuty: (by: string) => `义务履行完毕即结束；法院须在 ${by} 前确认义务仍未履行`,
  heldUntil: '保存到',
  heldUntilOn: (on: string) => `${on}，届时连同密钥一并删除`,
  heldOpen: '没有设定删除日期',
  disputes: '不同意或者需要例外，怎么办',
  disputesLead:
    '持本命令的文号和身份证件，可以当面、书面或者委托律师向作出命令的法院提出，不收费：',
  ways: [
    '决定作出以前：陈述、申辩，法院必须逐点答复；',
    '为生活、工作必需：申请单次解除，或者以个人财产作个人消费；',
    '已经履行、提供担保或者债权人同意：申请解除；',
    '写错了人：请法院更正，更正前可以申请暂停；',
    '不服：向上一级法院申请复议。',
  ],
  looks: '谁看过这个单位的案件',
  looksNone: '还没有人看过。',
  looksEarlier: (count: number) => `更早的 ${String(count)} 次`,
  when: '时间',
  who: '谁',
  purpose: '目的',
  noNumber:
    '身份证号码没有保存在这里。命令里只有用它算出的一个代码，只用于这一个案件；同一个人在不同案件里的代码各不相同，无法互相对照。',
  accounts: '你作为工作人员或者经办人的账号，请用那个账号登录后查看；账号和本页互不关联。',
};

export type PersonFileWords = typeof zh;

const en: PersonFileWords = {
  oneself: 'Yourself',
  signIn: 'Sign in for yourself, to see what is held about you here',
  title: 'My file',
  says: 'What is held about you as a person: why, by whom, until when, and who looked.',
  lead: (count) =>
    count === 0
      ? 'Nothing is held about you here.'
      : `${count === 1 ? 'One order names' : `${String(count)} orders name`} you. You stand in no list because of it, and nobody rates you.`,
  free: 'Asking is free, as often as you like. Nobody can look you up, and you can look up nobody: this page is for the person whose identity was proven, alone.',
  capacities: 'People appear here in four capacities only',
  capacity: 'Capacity',
  held: 'What is held',
  responsible: 'Somebody who acts for an organisation, named in a decision or order',
  practitioner: 'Licensed practitioner',
  debtor: 'Judgment debtor inside one court case',
  member: 'Member of a benefit programme, by consent',
  count: (count) => (count === 0 ? 'Nothing' : String(count)),
  notTaken: 'Nothing. This register takes nothing of the kind.',
  debtorNone: 'Nothing. Cases here are about organisations, never about a person as debtor.',
  drafts: 'An order is listed from its notice on; before, it is a draft without any effect.',
  order: 'Order about spending',
  unit: 'Organisation that it binds',
  as: 'Your capacity in it',
  name: 'Name as the order has it',
  codes: {
    legal_representative: 'legal representative',
    principal: 'principal officer',
    directly_responsible: 'directly responsible',
    actual_controller: 'actual controller',
  },
  why: 'Why',
  forbids: 'What it forbids to spend on',
  basis: 'Basis',
  by: 'Court that ordered it',
  stands: 'Now',
  since: 'Opened on',
  until: 'Ends on',
  untilDuty: (by) =>
    `when the duty is performed; the court confirms by ${by} that it is still open`,
  heldUntil: 'Held until',
  heldUntilOn: (on) => `${on}; then it is erased together with its key`,
  heldOpen: 'no day of erasure is set',
  disputes: 'If you disagree or need an exception',
  disputesLead:
    'With the number of the order and a paper that shows who you are, in person, in writing or through a lawyer, at the court that ordered it, free of charge:',
  ways: [
    'Before it is decided: be heard; the court answers each point;',
    'If life or work needs it: ask for one occasion, or to spend private means on yourself;',
    'Once it is performed or secured, or the creditor agrees: ask for its release;',
    'If it names the wrong person: have it corrected, and ask for a stay until then;',
    'If you do not accept it: take it to the higher court.',
  ],
  looks: 'Who looked at the cases of this organisation',
  looksNone: 'Nobody has looked yet.',
  looksEarlier: (count) => (count === 1 ? '1 earlier look' : `${String(count)} earlier looks`),
  when: 'When',
  who: 'Who',
  purpose: 'Why',
  noNumber:
    'Your identity number is not kept here. The order holds a code made from it for this one case; the same person has another code in every case, so that no two cases can be matched.',
  accounts:
    'Accounts by which you act as an official or for an organisation are seen by signing in with them; they are not linked with this page.',
};

const words: Readonly<Record<Language, PersonFileWords>> = { zh, en };

/** Words of a person's own file. */
export function personFileWords(language: Language): PersonFileWords {
  return words[language];
}
