import type { Sentence } from './questions.ts';

/** Sentences of a trace; short, with days and names, for whoever the answer is about. */
export const traceWords = {
  answer: {
    zh: '{day}，按“{title}”得出的结果是：{result}。',
    en: 'On {day}, the result of “{title}” is: {result}.',
  },
  known: { zh: '依据是{known}已经记录的情况。', en: 'It rests on what was on record by {known}.' },
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
  others: {
    zh: '另有 {count} 条记录不属于这一项。',
    en: 'Other records that this is not about: {count}.',
  },
  cap: {
    zh: '合起来是 {raw}，最多只计 {limit}。',
    en: 'Together that is {raw}; at most {limit} is counted.',
  },
  nothing: { zh: '没有计入任何记录：{titles}。', en: 'Nothing was counted for: {titles}.' },
} as const satisfies Readonly<Record<string, Sentence>>;

/** Why a record did not count. */
export const reasonWords = {
  'window-over': { zh: '期限已满，{day}起不再计入。', en: 'Its time was over on {day}.' },
  'window-ahead': { zh: '最早{day}起才可能计入。', en: 'It can count from {day} at the earliest.' },
  'no-longer-active': { zh: '它在{day}已经结束。', en: 'It ended on {day}.' },
  'not-yet-active': { zh: '它从{day}才开始。', en: 'It begins only on {day}.' },
  'too-recent': { zh: '要到{day}才满期限。', en: 'It has to wait until {day}.' },
  'too-long-ago': { zh: '期限已满，{day}起不再计入。', en: 'Its time was over on {day}.' },
  'is-so': { zh: '它属于“{field}”。', en: 'It is marked “{field}”.' },
  'is-not-so': { zh: '它不属于“{field}”。', en: 'It is not marked “{field}”.' },
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
    zh: '如果没有新的情况，{day}这一天会自动变为：{result}。',
    en: 'If nothing new happens, it changes by itself on {day} to: {result}.',
  },
  'no-change': {
    zh: '如果没有新的情况，到{day}为止结果不会变。',
    en: 'If nothing new happens, it stays as it is until {day}.',
  },
  cause: { zh: '“{title}”由{from}变为{to}。', en: '“{title}” goes from {from} to {to}.' },
  ends: { zh: '不再计入：{records}。', en: 'No longer counted: {records}.' },
  begins: { zh: '开始计入：{records}。', en: 'Counted from then on: {records}.' },
  'rule-begins': { zh: '这一项那天开始适用。', en: 'This begins to apply on that day.' },
  'rule-ends': { zh: '这一项那天不再适用。', en: 'This ceases to apply on that day.' },
  wait: {
    zh: '什么都不做，{day}起结果变好，变为：{result}。',
    en: 'Without doing anything, it gets better on {day}: {result}.',
  },
  exit: {
    zh: '可以这样做：{actions}。办完之后，最早{day}起变为：{result}。',
    en: 'You can do this: {actions}. Once done, from {day} at the earliest the result is: {result}.',
  },
  'exit-action': { zh: '{action}（{record}）', en: '{action} ({record})' },
  'no-exit': {
    zh: '目前没有办法使结果提前变好。',
    en: 'At present nothing can be done to make it better sooner.',
  },
  'search-stopped': {
    zh: '只查看了同时做 {size} 件事以内的办法，可能还有别的办法。',
    en: 'Only ways of up to {size} steps were looked at; there may be others.',
  },
} as const satisfies Readonly<Record<string, Sentence>>;

/** What a reader should know about the law behind the answer. */
export const warningWords = {
  'review-overdue': {
    zh: '“{title}”应在{day}前复核，现在已经过期，还没有复核。',
    en: '“{title}” should have been reviewed by {day}; that has not happened yet.',
  },
  secondary: {
    zh: '“{title}”的依据只看到转述，还没有核对原文。',
    en: 'The basis of “{title}” was read in a digest only, not in its own text.',
  },
  unverified: {
    zh: '“{title}”的依据还没有核实。',
    en: 'The basis of “{title}” is not confirmed yet.',
  },
} as const satisfies Readonly<Record<string, Sentence>>;
