import type { AnswerCode } from '../trace/trace.ts';
import type { Sentence } from './questions.ts';

/** Every answer that is a code of its own. */
export const answers: Readonly<Record<AnswerCode, Sentence>> = {
  never_used: {
    zh: '一律不用。结束的记录不得再用于任何计算，公开页面也不列出。',
    en: 'Never used. What has ended enters no calculation and stands on no public page.',
  },
  no_end: { zh: '没有写明截止日。', en: 'No last day is stated.' },
  none: { zh: '不用等，随时可以申请。', en: 'No waiting: it can be asked for at any time.' },
  not_needed: { zh: '这类记录不需要送达。', en: 'Records of this kind need no service.' },
  stated: {
    zh: '送达由机关书面说明，没有送达回证。',
    en: 'The authority states that it was served; no receipt is on file.',
  },
  decided_instead: {
    zh: '按决定日起算，这样结束得更早。',
    en: 'Then the day of the decision counts, which ends it sooner.',
  },
  time: { zh: '公示期满，自动结束。', en: 'Its time was over; it ended by itself.' },
  corrected: { zh: '已经改正，公示结束。', en: 'It was put right, which ended it.' },
  annulled: { zh: '决定被撤销或变更。', en: 'The decision was annulled or changed.' },
  validity: { zh: '有效期已满。', en: 'Its validity has run out.' },
  'class-not-public': {
    zh: '这一类记录依法不公开。',
    en: 'Records of this kind are not public under the law.',
  },
  'severity-not-public': {
    zh: '这一严重程度的记录不公示。',
    en: 'Records this light are not published.',
  },
  'service-not-shown': {
    zh: '没有证明决定已经送达。',
    en: 'Nothing proves that the decision was served.',
  },
  sealed: { zh: '依法封存，任何人都看不到。', en: 'It is sealed by law; nobody is shown it.' },
  'sole-trader': {
    zh: '这一项目不收录个体工商户。',
    en: 'This part of the register holds no individual businesses.',
  },
  'no-rule-in-force': {
    zh: '这一天没有生效的规则允许公示。',
    en: 'No rule in force on that day allows it to be shown.',
  },
  'review-overdue': {
    zh: '规则过了复核期限还没有复核，复核之前不公示。',
    en: 'The rule was not reviewed in time; nothing is shown under it until it is.',
  },
};

/** Plain answers, by question where the bare word would not say enough. */
export const plainAnswers = {
  yes: { zh: '是。', en: 'Yes.' },
  no: { zh: '不是。', en: 'No.' },
  yesThen: { zh: '是，所以属于“{then}”。', en: 'Yes, so it is “{then}”.' },
  // Another row may still give the same class, so a row that does not fit says nothing more.
  noThen: { zh: '不是，不因此属于“{then}”。', en: 'No, so not “{then}” on this ground.' },
  has: { zh: '有。', en: 'Yes.' },
  hasNot: { zh: '没有。', en: 'No.' },
  hasThen: { zh: '有，所以属于“{then}”。', en: 'Yes, so it is “{then}”.' },
  hasNotThen: { zh: '没有，不因此属于“{then}”。', en: 'No, so not “{then}” on this ground.' },
  notShown: { zh: '不公示。', en: 'No, it is not public.' },
  notServed: { zh: '没有证明。', en: 'Nothing proves it.' },
  notPutRight: { zh: '没有记录。', en: 'Nothing says so.' },
  served: { zh: '{value:date} 送达。', en: 'Served on {value:date}.' },
  ends: { zh: '{value:date} 自动结束。', en: 'It ends by itself on {value:date}.' },
  ended: { zh: '{value:date} 起已经结束。', en: 'It ended on {value:date}.' },
} as const satisfies Readonly<Record<string, Sentence>>;

/** Days from which a period can run. */
export const clocks: Readonly<Record<'decided' | 'published' | 'served', Sentence>> = {
  decided: { zh: '作出决定那天', en: 'the day of the decision' },
  published: { zh: '首次公示那天', en: 'the day of first publication' },
  served: { zh: '送达那天', en: 'the day of service' },
};
