import type { Language } from '@credence/domain';

const zh = {
  /** The day comes with a word of its own; the sentence stands beside others. */
  disputedSince: (on: string) => `当事单位对本记录有异议，自 ${on} 起正在处理，尚未答复。`,
};

export type DisputeWords = typeof zh;

const en: DisputeWords = {
  disputedSince: (on) =>
    `The organisation disputes this record; the objection has been open since ${on} and has no answer yet.`,
};

const words: Readonly<Record<Language, DisputeWords>> = { zh, en };

export function disputeWords(language: Language): DisputeWords {
  return words[language];
}
