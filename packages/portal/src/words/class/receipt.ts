import type { Language } from '@credence/domain';

const zh = {
  title: '风险分类和综合评价',
  lead: '这里是按现行规则算出的结果，以及每一步怎样算出来。',
  leadsTo:
    '风险分类只用来安排抽查次数，只有本单位和安排抽查的部门看得到：不评价、不处罚、不公开，也不免除抽查。综合评价另行计算，两者互不引用。',
  none: '现行规则没有对这类主体的风险分类或者综合评价',
  noneMeaning: '个体工商户只按在有效期内的许可证件分类，证件失效即止；不评价经营者本人。',
  kinds: { 'risk-class': '仅用于安排抽查', evaluation: '公共信用综合评价' },
  inputs: '用到的每条记录',
  inputsNone: '没有一条记录计入。',
  record: '记录',
  from: '提供单位',
  decided: '决定日期',
  counts: '是否计入',
  counted: '计入',
  notCounted: '不计入',
  withoutIt: '假如没有这条记录',
  byItself: (day: string) => `${day}起自行不再计入`,
  objection: '认为有误',
  door: '查看途径',
  recompute: '自行复算',
  recomputeLead:
    '回执写明全部输入和每一步结果，并由登记机关签名。用回执和公开的规则文件就能离线复算，不需要登录。',
  download: '下载签名回执（JSON）',
  command: '复算命令：',
  print: '本页可以直接打印或者存为 PDF。',
  fingerprint: '回执的指纹',
  rule: '查看规则全文',
  premises: (number: string) => `许可证件：${number}，证件失效即不再分类`,
  kept: '年度综合评价',
  keptLead:
    '每年评价一次，只有本单位和作出评价的机关看得到，不公开。据以评价的记录修复、撤销或者到期的，当日重新评价。',
  nextOn: '下次年度评价日',
  keptSteps: '查看评价当日的每一步',
  keptWhy: '作出原因',
  causes: {
    yearly: '年度评价',
    asked: '评价机关提前作出',
    ended: '据以评价的记录到期，重新评价',
    repaired: '据以评价的记录已经修复，重新评价',
    annulled: '据以评价的记录已经撤销，重新评价',
    corrected: '据以评价的记录已经更正，重新评价',
    moved: '据以评价的记录属于其他主体，重新评价',
    objection: '异议成立，重新评价',
  },
  keptBefore: '此前评价',
  keptResult: '评价结果',
  keptOn: '评价日',
  disputed: (day: string) => `${day}起有异议，尚未答复`,
  keptInputs: '输入的指纹',
  keptErased: '据以评价的记录已经依法删除，不能再复算。',
  object: '对评价提出异议',
  today: (result: string) => `如果今天评价：${result}`,
  pdf: '下载回执（PDF）',
};

type Words = typeof zh;

const en: Words = {
  title: 'Risk class and evaluation',
  lead: 'What the rules in force make of your organisation, and how, step by step.',
  leadsTo:
    'The risk class only sets how often inspections are drawn, and only you and the office that plans them see it: it is no judgement and no penalty, is never published and exempts nobody. The evaluation is computed apart; neither reads the other.',
  none: 'The rules in force have no class or evaluation of this kind of subject',
  noneMeaning:
    'Individual businesses are classed by each licence in force, and no longer than it is; owners are never evaluated.',
  kinds: {
    'risk-class': 'For planning inspections only',
    evaluation: 'Comprehensive evaluation',
  },
  inputs: 'Every record that was used',
  inputsNone: 'No record counts.',
  record: 'Record',
  from: 'Supplied by',
  decided: 'Decided on',
  counts: 'Counts',
  counted: 'Counts',
  notCounted: 'Does not count',
  withoutIt: 'Without this record',
  byItself: (day: string) => `counts no more from ${day} by itself`,
  objection: 'If it is wrong',
  door: 'What you can do',
  recompute: 'Compute it yourself',
  recomputeLead:
    'The receipt states every input and every step, signed by the register. With it and the published files of the rules anyone computes the result again offline, without signing in.',
  download: 'Download the signed receipt (JSON)',
  command: 'Command:',
  print: 'This page can be printed or saved as PDF.',
  fingerprint: 'Fingerprint of the receipt',
  rule: 'Read the whole rule',
  premises: (number: string) => `Licence: ${number}; the class ends with it`,
  kept: 'The yearly evaluation',
  keptLead:
    'Made once a year; only you and the authority that makes it see it, and it is never published. Where a record it rests on is repaired, annulled or over, it is made anew that day.',
  nextOn: 'Next yearly day',
  keptSteps: 'Every step on the day it was made',
  keptWhy: 'Why it was made',
  causes: {
    yearly: 'the yearly evaluation',
    asked: 'made early by the authority',
    ended: 'made anew: a record it rested on is over',
    repaired: 'made anew: a record it rested on was repaired',
    annulled: 'made anew: a record it rested on was annulled',
    corrected: 'made anew: a record it rested on was corrected',
    moved: 'made anew: a record it rested on belongs to somebody else',
    objection: 'made anew: an objection was upheld',
  },
  keptBefore: 'Evaluations before it',
  keptResult: 'Result',
  keptOn: 'Made on',
  disputed: (day: string) => `Disputed since ${day}; not answered yet`,
  keptInputs: 'Fingerprint of the inputs',
  keptErased: 'A record it rested on has been erased by law; it can no longer be computed again.',
  object: 'Object to the evaluation',
  today: (result: string) => `Were it made today: ${result}`,
  pdf: 'Download the receipt (PDF)',
};

const words: Readonly<Record<Language, Words>> = { zh, en };

/** Words of the receipts of classes and evaluations. */
export function receiptWords(language: Language): Words {
  return words[language];
}
