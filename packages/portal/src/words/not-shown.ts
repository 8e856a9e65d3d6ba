import type { Language, NotShownReason } from '@credence/domain';

const zh: Readonly<Record<NotShownReason, string>> = {
  'class-not-public': '这一类信息不公开',
  'severity-not-public': '按严重程度不公示',
  'service-not-shown': '没有送达证明',
  sealed: '依法封存',
  'sole-trader': '个体工商户的记录按规定不公示',
  'no-rule-in-force': '没有现行有效的公示规则',
  'review-overdue': '公示规则已过复核期限',
};

const en: Readonly<Record<NotShownReason, string>> = {
  'class-not-public': 'records of this kind are not public',
  'severity-not-public': 'not published at this severity',
  'service-not-shown': 'no proof of service',
  sealed: 'sealed by law',
  'sole-trader': 'a sole trader, whose record is not published under the rules',
  'no-rule-in-force': 'no rule in force lets it be published',
  'review-overdue': 'the rule that would publish it is past its review',
};

const words: Readonly<Record<Language, typeof zh>> = { zh, en };

/** Why a record is kept and not published, in words for its own subject. */
export function notShownWords(language: Language): typeof zh {
  return words[language];
}
