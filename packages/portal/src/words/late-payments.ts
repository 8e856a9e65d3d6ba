import type { LatePaymentView } from '@credence/casework';
import type { Language } from '@credence/domain';

const zh = {
  heading: '逾期未付的账款',
  lead: '只列仍未付清的。金额约至两位数字；债权人本人愿意的才写明名称。付清当日即撤下。',
  creditor: '债权人',
  unnamed: '一家中小企业',
  amount: '金额（约）',
  because: '为什么公示',
  begins: '公示起',
  check: '下次核实不晚于',
  ends: '付清即撤下，最迟到',
  paidEnds: '付清即撤下',
  because_upheld: '投诉经认定属实',
  because_confirmed: '本单位已确认欠款',
  because_unanswered: '法定期限内未确认也未说明',
  disputed: '本单位有异议，尚未答复',
};

type LatePaymentWords = typeof zh;

const en: LatePaymentWords = {
  heading: 'Late payments',
  lead: 'Only what is still unpaid. Amounts are rounded to two digits; a creditor is named only at its own wish. It goes on the day of full payment.',
  creditor: 'Creditor',
  unnamed: 'A small firm',
  amount: 'Amount, about',
  because: 'Why it is shown',
  begins: 'Shown from',
  check: 'Next check by',
  ends: 'Goes when paid; at the latest',
  paidEnds: 'goes when paid',
  because_upheld: 'the complaint was upheld',
  because_confirmed: 'the body confirmed the debt',
  because_unanswered: 'neither confirmed nor explained in the days of the law',
  disputed: 'disputed by the body, not yet answered',
};

export function latePaymentWords(language: Language): LatePaymentWords {
  return language === 'zh' ? zh : en;
}

/** Why a late payment is shown. */
export function groundWord(language: Language, because: LatePaymentView['because']): string {
  return latePaymentWords(language)[`because_${because}`];
}
