import type { ContractActKind } from '@credence/casework';
import type { Language, PaymentClause } from '@credence/domain';

import { contractsEn } from './contracts-en.ts';
import { contractsZh, type ContractWords } from './contracts-zh.ts';

export type { ContractWords };

const words: Readonly<Record<Language, ContractWords>> = {
  zh: contractsZh,
  en: contractsEn,
};

export function contractWords(language: Language): ContractWords {
  return words[language];
}

const acts: Readonly<Record<ContractActKind, readonly [zh: string, en: string]>> = {
  delivered: ['登记验收的交付', 'Register an accepted delivery'],
  asked: ['要求确认欠款', 'Ask for the debt to be confirmed'],
  seen: ['已阅', 'Seen'],
  confirmed: ['确认欠款', 'Confirm the debt'],
  disputed: ['对部分提出争议', 'Dispute a part'],
  settled: ['了结争议', 'Settle the dispute'],
  paid: ['登记付款', 'Register a payment'],
  advanced: ['登记预付款', 'Register a payment in advance'],
  'still-unpaid': ['核实仍未付款', 'Still unpaid'],
  proposed: ['提议变更或者中止计算', 'Propose a change or days that do not count'],
  agreed: ['同意提议', 'Agree to a proposal'],
  met: ['登记节点完成', 'Register a milestone as met'],
  'breach-claimed': ['主张对方违约', 'Say that the other side broke the contract'],
  'breach-admitted': ['承认违约', 'Admit the breach'],
  'breach-withdrawn': ['撤回违约主张', 'Withdraw that claim'],
  complained: ['关联已提出的投诉', 'Join a complaint that runs'],
  naming: ['公开名称', 'Being named in public'],
};

/** A step under a contract, in words. */
export function contractActWord(kind: ContractActKind, language: Language): string {
  const [inZh, inEn] = acts[kind];
  return language === 'zh' ? inZh : inEn;
}

const clauses: Readonly<Record<PaymentClause, readonly [zh: string, en: string]>> = {
  pay_when_paid: ['收到第三方付款后再付款', 'payment waits for a third party to pay'],
  audit_as_condition: ['以审计结果为付款条件', 'payment waits for an audit'],
  forced_non_cash: ['强制以非现金方式付款', 'payment by other means than money is forced'],
  other_deposit: ['法定种类以外的保证金', 'a deposit that no law knows'],
  leader_changed: ['以负责人变更为由不付或者迟付', 'payment waits after a change of leaders'],
  internal_process: ['以内部付款流程为由不付或者迟付', 'payment waits for steps inside the payer'],
  term_too_long: ['付款期限超过法定最长期限', 'more days than the law allows'],
  interest_too_low: ['逾期利率低于报价利率', 'overdue interest below the prime rate'],
};

export function clauseWord(clause: PaymentClause, language: Language): string {
  const [inZh, inEn] = clauses[clause];
  return language === 'zh' ? inZh : inEn;
}
