import type { law as english } from '../en/law.ts';
import type { Translation } from '../translation.ts';

export const law = {
  basis: '依据',
  basisDecision: '决定',
  basisPublication: '公示',
  basisSeverity: '严重程度',
  basisTerm: '期限',
  basisWayOut: '提前结束',
  confidenceSecondary: '二手来源，待核',
  confidenceUnverified: '未经核实',
  confidenceVerified: '已与原文核对',
  confidenceMeaning: '每条规则有多大把握',
  furtherSteps_other: '再看 {{n}} 步',
  downloadTrace: '下载推理过程',
  noBasis: '未载明条款',
  notCounted: '不计',
  notCountedEnded: '已经结束的记录',
  notCountedEndedAnswer: '一律不用',
  notCountedEndedNote: '结束的记录不得再用于任何计算，公开页面也不列出。',
  recompute: '自己重算一遍',
  repealed: '自 {{on}} 起不再有效；本条已暂停公示',
  ruleAndEdition: '规则 {{rule}}，规则版本 {{edition}}',
  because: '因为',
} as const satisfies Translation<typeof english>;
