import type { Language, Localised } from '@credence/domain';

const zh = {
  heading: '名单',
  /** Stands in the summary of an organisation, beside what it says of records. */
  listed: (count: number) => `现列入 ${String(count)} 份名单，见下文。`,
  measures: '措施',
  disputedSince: (on: string) => `当事单位对列入有异议，自 ${on} 起正在处理，尚未答复。`,
};

export type ListingWords = typeof zh;

const en: ListingWords = {
  heading: 'Lists',
  listed: (count) =>
    count === 1
      ? 'It stands in one list, see below.'
      : `It stands in ${String(count)} lists, see below.`,
  measures: 'Measures',
  disputedSince: (on) =>
    `The organisation disputes the entry; the objection has been open since ${on} and has no answer yet.`,
};

const words: Readonly<Record<Language, ListingWords>> = { zh, en };

export function listingWords(language: Language): ListingWords {
  return words[language];
}

/** What a card calls an entry in a list. */
export const listingKind: Localised = { zh: '列入名单', en: 'Entry in a list' };

/** The duty that ends an entry without a last day. */
export const listingDuty: Localised = { zh: '履行完毕所列义务', en: 'the duty is performed' };
