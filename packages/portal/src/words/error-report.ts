import type { Language } from '@credence/domain';

const zh = {
  link: '报告错误',
  title: '报告这条记录的错误',
  lead: '不需要账号，也不用留下你的任何信息。提交后得到编号和查询码，凭这两项查看答复。',
  unchanged: '报告本身不改变公开内容。当事单位要求更正、复议、修复的，请走记录页列出的途径。',
  field: '哪一项有误',
  other: '其他',
  text: '错在哪里',
  textHint: '4 至 1000 字。不要写个人姓名、证件号码、电话；出现的号码会先遮盖再保存。',
  send: '提交报告',
  doneTitle: '报告已收到',
  doneLead: '请记下编号和查询码。查询码只显示这一次，本登记只保存它的校验值。',
  number: '编号',
  code: '查询码',
  masked: '说明中的号码已遮盖。',
  follow: '查看答复',
  followTitle: '查看报告的答复',
  followLead: '输入提交时得到的编号和查询码。',
  followSend: '查看',
  notFound: '没有这个编号，或者查询码不符。请核对后再试。',
  reportedOn: '提交日期',
  due: '答复期限',
  waiting: '报送单位还没有答复。',
  answer: '答复',
  answeredOn: '答复日期',
  answerResults: {
    right: '核实无误',
    will_correct: '确有错误，将办理更正',
    not_ours: '不属报送单位，请看说明',
  },
  backToRecord: '回到记录',
  reviewMark: '身份核对中',
  reviewTitle: '身份核对中',
  reviewSays: (on: string) =>
    `自 ${on}起，有报送的代码或名称与本主体不一致，正在人工核对。核对期间，已有内容不作移动，有疑问的内容不公开。`,
  reviewOthers: '涉及的另一主体：',
  correctedOn: (on: string) => `本记录曾更正，更正日期 ${on}。`,
  corrected: '更正日期',
};

export type ErrorReportWords = typeof zh;

const en: ErrorReportWords = {
  link: 'Report an error',
  title: 'Report an error in this record',
  lead: 'No account is needed, and nothing about you is asked. You get a number and a code; with both you can read the answer.',
  unchanged:
    'A report changes nothing in public. The organisation concerned has the ways out that the record’s page lists.',
  field: 'What is wrong',
  other: 'Something else',
  text: 'What is wrong about it',
  textHint:
    'From 4 to 1,000 characters. No names, identity or telephone numbers of people; numbers are masked before anything is stored.',
  send: 'Send the report',
  doneTitle: 'The report has been received',
  doneLead:
    'Note the number and the code. The code is shown this once; the register keeps only a check value of it.',
  number: 'Number',
  code: 'Code',
  masked: 'Numbers in your text were masked.',
  follow: 'Read the answer',
  followTitle: 'Read the answer to a report',
  followLead: 'Enter the number and the code you were given.',
  followSend: 'Look',
  notFound: 'There is no such number, or the code is not its own. Check both and try again.',
  reportedOn: 'Reported on',
  due: 'Answer due by',
  waiting: 'The supplying agency has not answered yet.',
  answer: 'Answer',
  answeredOn: 'Answered on',
  answerResults: {
    right: 'Checked and right',
    will_correct: 'Wrong, and will be corrected',
    not_ours: 'Not the supplier’s, see the text',
  },
  backToRecord: 'Back to the record',
  reviewMark: 'identity under review',
  reviewTitle: 'Identity under review',
  reviewSays: (on) =>
    `Since ${on}, a code or a name that was supplied does not go with this organisation, and people are looking into it. Meanwhile nothing that stands is moved, and nothing in doubt is public.`,
  reviewOthers: 'The other organisation concerned: ',
  correctedOn: (on) => `This record was corrected on ${on}.`,
  corrected: 'Corrected on',
};

const words: Readonly<Record<Language, ErrorReportWords>> = { zh, en };

export function errorReportWords(language: Language): ErrorReportWords {
  return words[language];
}
