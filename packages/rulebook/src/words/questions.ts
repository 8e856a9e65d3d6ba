import type { Language } from '@credence/domain';

import type { QuestionCode } from '../trace/trace.ts';

/** A sentence in both languages; `{name}` is a param, `{name:form}` one that is put in that form. */
export type Sentence = Readonly<Record<Language, string>>;

/** Every question a trace can ask, as a shop owner would ask it. */
export const questions: Readonly<Record<QuestionCode, Sentence>> = {
  'shown-until': {
    zh: '这条记录公示到哪一天？最长公示{max:period}，从{clock:clock}起算。',
    en: 'Until which day is this record public? {max:period} at most, counted from {clock:clock}.',
  },
  'valid-until': { zh: '有效到哪一天？', en: 'Until which day is it valid?' },
  begins: { zh: '从哪一天起公示？', en: 'From which day is it public?' },
  ended: { zh: '这条记录还在公示吗？', en: 'Is this record still public?' },
  'ended-why': { zh: '为什么结束了？', en: 'Why has it ended?' },
  'shown-at-all': { zh: '这条记录公示吗？', en: 'Is this record public?' },
  'not-shown-why': { zh: '为什么不公示？', en: 'Why is it not public?' },
  'rule-of-day': {
    zh: '按哪一版规则？',
    en: 'Under which edition of the rules?',
  },
  'counted-from': {
    zh: '从哪天起算？规则说：从{clock:clock}。',
    en: 'Counted from which day? The rule says: from {clock:clock}.',
  },
  'publication-unknown': {
    zh: '来文没有写首次公示的日期，怎么办？',
    en: 'The file does not state the day of first publication. What then?',
  },
  'service-day-unknown': {
    zh: '没有送达的日期，怎么办？',
    en: 'The day of service is not known. What then?',
  },
  'longest-term': { zh: '最长公示多久？（{rule}）', en: 'How long at most? ({rule})' },
  'shortest-term': {
    zh: '多久以后可以申请修复？（{rule}）',
    en: 'After how long can repair be asked for? ({rule})',
  },
  'severity-class': { zh: '严重程度是哪一级？', en: 'How serious is it?' },
  'field-is': { zh: '{field}：是不是{codes:list}？', en: '{field}: is it {codes:list}?' },
  'field-any': {
    zh: '{field}：有没有{codes:list}？',
    en: '{field}: does it include {codes:list}?',
  },
  'field-only': {
    zh: '{field}：是不是只有{codes:list}？',
    en: '{field}: is it only {codes:list}?',
  },
  'condition-holds': { zh: '是否符合：{condition}？', en: 'Does this hold: {condition}?' },
  'all-of': { zh: '下面几条都符合吗？', en: 'Do all of the following hold?' },
  'none-of-above': {
    zh: '以上都不是，属于哪一级？',
    en: 'None of the above. Which class is it then?',
  },
  'one-class': {
    zh: '这一类记录不分轻重，属于哪一级？',
    en: 'Records of this kind are not told apart. Which class are they?',
  },
  served: { zh: '决定送达了吗？', en: 'Was the decision served?' },
  'put-right': { zh: '已经改正了吗？', en: 'Has it been put right?' },
  'ended-records': {
    zh: '不计：已经结束的记录。',
    en: 'Not counted: records that have ended.',
  },
};
