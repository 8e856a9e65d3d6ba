import type { Language } from '@credence/domain';

const zh = {
  ofSubject: (name: string) => `${name}的公示记录`,
  ofList: (title: string) => `${title}（公示中）`,
  onlyStanding: '只含现在公示中的内容；到期或撤回的条目不再出现。',
  from: (begins: string) => `自 ${begins} 起。`,
  until: (begins: string, ends: string) => `自 ${begins} 起，于 ${ends} 到期。`,
  ofLatePayment: (amount: string) => `逾期未付的账款，约 ${amount}`,
  stop: '。',
};

type FeedWords = typeof zh;

const en: FeedWords = {
  ofSubject: (name) => `Published records of ${name}`,
  ofList: (title) => `${title}, published now`,
  onlyStanding:
    'Only what is published now; an entry that has ended or was withdrawn is not there.',
  from: (begins) => `From ${begins}.`,
  until: (begins, ends) => `From ${begins}, ends on ${ends}.`,
  ofLatePayment: (amount) => `Late payment of about ${amount}`,
  stop: '.',
};

const words: Readonly<Record<Language, FeedWords>> = { zh, en };

export function feedWords(language: Language): FeedWords {
  return words[language];
}
