import type { Language } from '@credence/domain';

const zh = {
  notice: '变更通知',
  organisationPage: '该单位的公示页',
  states: {
    sent: (on: string) => `${on} 送达本页，尚未打开`,
    opened: (on: string) => `${on} 已打开，尚未确认`,
    waits: '尚未打开',
  },
  whatToDo: '请你单位',
  todo: '停止使用原来的内容，删除或者更正留存的副本，并告知从你单位取得该内容的其他人。然后在本页确认。',
  letter: '打印通知书（PDF）',
  languages: { zh: '中文', en: '英文' },
  below: '所属单位被列入名单',
  belowSays: '你机关是以下单位的上级。法院已将其列入失信被执行人名单，依法告知你机关。',
  decision: '决定文号',
  toldOn: '告知日期',
  inboxLink: (count: number) => `你单位看过的他人内容有 ${String(count)} 件变更通知等待确认`,
};

export type CorrectionWords = typeof zh;

const en: CorrectionWords = {
  notice: 'Notice of a change',
  organisationPage: 'Public page of the organisation',
  states: {
    sent: (on) => `laid here on ${on}, not opened yet`,
    opened: (on) => `opened on ${on}, not confirmed yet`,
    waits: 'not opened yet',
  },
  whatToDo: 'What is asked of you',
  todo: 'Stop using what you have, delete or correct your copies, and tell those who had it from you. Then confirm it here.',
  letter: 'Print the letter (PDF)',
  languages: { zh: 'Chinese', en: 'English' },
  below: 'Listed, and below your agency',
  belowSays:
    'Your agency is above these organisations. A court has put them on the list of judgment defaulters, and tells you as the law asks.',
  decision: 'Decision',
  toldOn: 'Told on',
  inboxLink: (count) =>
    count === 1
      ? '1 notice waits: something you read of another organisation has changed'
      : `${String(count)} notices wait: what you read of other organisations has changed`,
};

const words: Readonly<Record<Language, CorrectionWords>> = { zh, en };

/** Words of the notices to those who read what has changed since. */
export function correctionWords(language: Language): CorrectionWords {
  return words[language];
}
