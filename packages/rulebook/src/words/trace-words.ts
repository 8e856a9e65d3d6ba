import type { Sentence } from './questions.ts';

/** Sentences of a trace; short, with days and names, for whoever the answer is about. */
export const traceWords = {
  answer: {
    zh: '{day}，按“{title}”得出的结果是：{result}。',
    en: 'On {day}, the result of “{title}” is: {result}.',
  },
  'answer-row': { zh: '原因：{condition}。', en: 'The reason: {condition}.' },
  'answer-otherwise': {
    zh: '原因：其他各档的条件都不符合。',
    en: 'The reason: the conditions of the other results are not met.',
  },
  'answer-before': {
    zh: '“{title}”从{from}起才适用，{day}还没有结果。',
    en: '“{title}” applies from {from}; on {day} it gives no result.',
  },
  'answer-after': {
    zh: '“{title}”从{until}起不再适用，{day}没有结果。',
    en: '“{title}” has not applied since {until}; on {day} it gives no result.',
  },
  known: {
    zh: '只看{known}以前（含当天）已经登记的情况。',
    en: 'Only what was on record by {known} is taken into account.',
  },
  step: { zh: '{title}：{value}。', en: '{title}: {value}.' },
  law: { zh: '依据：{law}。', en: 'Basis: {law}.' },
  'not-yet': {
    zh: '这一项{day}起才适用，当天还不计。',
    en: 'This applies only from {day}; on this day it counts nothing.',
  },
  'no-longer': {
    zh: '这一项{day}起不再适用。',
    en: 'This has not applied since {day}.',
  },
  exception: {
    zh: '这里适用一条例外：{title}。依据：{law}。',
    en: 'An exception applies here: {title}. Basis: {law}.',
  },
  counted: { zh: '计入：{record}。', en: 'Counted: {record}.' },
  'counted-part': { zh: '计入：{record}，{part}。', en: 'Counted: {record}, {part}.' },
  'counted-until': {
    zh: '最迟到{day}，它就自动不再计入。',
    en: 'It stops counting by itself on {day} at the latest.',
  },
  excluded: { zh: '不计：{record}。{reason}', en: 'Not counted: {record}. {reason}' },
  'one-other': {
    zh: '另有 1 条记录与这一项无关。',
    en: 'One other record has nothing to do with this.',
  },
  others: {
    zh: '另有 {count} 条记录与这一项无关。',
    en: '{count} other records have nothing to do with this.',
  },
  cap: {
    zh: '加起来是 {raw}，最多只计 {limit}。',
    en: 'That adds up to {raw}; at most {limit} is counted.',
  },
  'no-records': {
    zh: '没有这样的记录：{titles}。',
    en: 'There is no record of this kind: {titles}.',
  },
  'not-so': { zh: '没有这种情形：{titles}。', en: 'This is not the case: {titles}.' },
  zero: { zh: '结果为 0：{titles}。', en: 'This comes to 0: {titles}.' },
} as const satisfies Readonly<Record<string, Sentence>>;

/** Why a record did not count. */
export const reasonWords = {
  'window-over': { zh: '期限已满，{day}起不再计入。', en: 'Its time was over on {day}.' },
  'window-ahead': { zh: '最早{day}起才可能计入。', en: 'It can count from {day} at the earliest.' },
  'no-longer-active': { zh: '它在{day}已经结束。', en: 'It ended on {day}.' },
  'not-yet-active': { zh: '它从{day}起才有效。', en: 'It takes effect only on {day}.' },
  'too-recent': { zh: '要到{day}才满期限。', en: 'Its time is up only on {day}.' },
  'too-long-ago': { zh: '期限已满，{day}起不再计入。', en: 'Its time was over on {day}.' },
  'is-so': { zh: '它标明为“{field}”。', en: 'It is marked “{field}”.' },
  'is-not-so': { zh: '它没有标明“{field}”。', en: 'It is not marked “{field}”.' },
  'is-known': { zh: '{field}是{found}。', en: 'Its {field}: {found}.' },
  'is-not-known': { zh: '没有写明{field}。', en: 'Its {field} is not known.' },
  differs: {
    zh: '它的{field}是{found}；这一项只计：{condition}。',
    en: 'Its {field} is {found}; this counts only where {condition}.',
  },
  condition: { zh: '它不符合这一条件：{condition}。', en: 'It does not meet this: {condition}.' },
  undated: { zh: '它不符合这一条件：{condition}。', en: 'It does not meet this: {condition}.' },
} as const satisfies Readonly<Record<string, Sentence>>;

/** What comes next, and what can be done. */
export const outlookWords = {
  change: {
    zh: '如果没有新的情况，{day}起结果自动变为：{result}。',
    en: 'If nothing new happens, the result changes by itself on {day} to: {result}.',
  },
  'no-change': {
    zh: '如果没有新的情况，结果不会自动改变（算到{day}）。',
    en: 'If nothing new happens, the result stays as it is (looked at up to {day}).',
  },
  lapses: {
    zh: '如果没有新的情况，结果不会自动改变；{day}起这项规则不再适用。',
    en: 'If nothing new happens, the result stays as it is; from {day} this rule no longer applies.',
  },
  cause: {
    zh: '那天“{title}”由{from}变为{to}。',
    en: 'On that day “{title}” goes from {from} to {to}.',
  },
  ends: { zh: '不再计入：{records}。', en: 'No longer counted: {records}.' },
  begins: { zh: '开始计入：{records}。', en: 'Counted from then on: {records}.' },
  'rule-begins': { zh: '这一项那天开始适用。', en: 'This begins to apply on that day.' },
  'rule-ends': { zh: '这一项那天不再适用。', en: 'This ceases to apply on that day.' },
  wait: {
    zh: '什么都不做，{day}起结果也会变好，变为：{result}。',
    en: 'Even if you do nothing, the result gets better on {day}: {result}.',
  },
  exit: {
    zh: '可以这样做：{actions}。办成之后，最早{day}起变为：{result}。',
    en: 'You can do this: {actions}. If it is granted, the result is, from {day} at the earliest: {result}.',
  },
  'exit-action': { zh: '{action}（{record}）', en: '{action} ({record})' },
  'no-exit': {
    zh: '目前没有可以申请的事项能使结果提前变好。记录有误的，随时可以提出异议。',
    en: 'There is nothing you can apply for now that would make it better sooner. A record that is wrong can be disputed at any time.',
  },
  'search-stopped': {
    zh: '只查看了最多同时办 {size} 件事的办法，可能还有别的办法。',
    en: 'Only ways of up to {size} steps at once were looked at; there may be others.',
  },
} as const satisfies Readonly<Record<string, Sentence>>;

/** What a reader should know about the law behind the answer. */
export const warningWords = {
  'review-overdue': {
    zh: '“{title}”应在{day}前复核，现在已经过期，还没有复核。',
    en: '“{title}” should have been reviewed by {day}; that has not happened yet.',
  },
  secondary: {
    zh: '{titles}的依据只看到转述，还没有核对原文。',
    en: 'Read in a digest only, not in its own text: the basis of {titles}.',
  },
  unverified: {
    zh: '{titles}的依据还没有核实。',
    en: 'Not confirmed yet: the basis of {titles}.',
  },
} as const satisfies Readonly<Record<string, Sentence>>;
