import type { Language } from '@credence/domain';

import { checkSentences } from './check-sentences.ts';
import { guardSentencesConduct } from './guard-sentences-conduct.ts';
import { guardSentencesHidden } from './guard-sentences-hidden.ts';
import { guardSentencesOffice } from './guard-sentences-office.ts';
import { guardSentencesPersons } from './guard-sentences-persons.ts';
import { guardSources } from './guard-sources.ts';
import { languageSentences } from './language-sentences.ts';
import { loadSentences } from './load-sentences.ts';
import { phrases } from './phrases.ts';

/** A sentence as it is written in English and Chinese; `{0}` is filled in. */
type SentencePair = readonly [en: string, zh: string];

/** Every sentence of a finding. */
export const findingSentences: readonly SentencePair[] = [
  ...checkSentences,
  ...guardSentencesPersons,
  ...guardSentencesConduct,
  ...guardSentencesHidden,
  ...guardSentencesOffice,
  ...languageSentences,
  ...loadSentences,
];

/** The words of a finding that a reader reads; codes, paths and what may be typed stay as they are. */
export interface FindingWords {
  readonly message: string;
  readonly repair?: string;
  readonly source?: string;
}

/**
 * What a finding says, in a language. Whoever finds something says it in English; the Chinese is found
 * by it, as catalogues of messages do. What has no Chinese yet stays English: it is never left out.
 */
export function findingIn(
  language: Language,
  given: {
    readonly message: string;
    readonly repair?: string | undefined;
    readonly source?: string | undefined;
  },
): FindingWords {
  const { message, repair, source } = given;
  const say = language === 'zh' ? toChinese : (text: string) => text;
  return {
    message: say(message),
    ...(repair === undefined ? {} : { repair: say(repair) }),
    ...(source === undefined ? {} : { source: sourceIn(language, source) }),
  };
}

/** Where a guard comes from, in a language: one source after the other. */
export function sourceIn(language: Language, source: string): string {
  if (language === 'en') return source;
  return source
    .split('; ')
    .map((each) => translate(cited, each, cited) ?? each)
    .join('；');
}

const placeholder = /\{\d\}/;
/** The checks end a sentence about a word nobody knows with the nearest one. */
const nearest = / Did you mean (the folder )?(\S+)\?$/;

interface Pattern {
  readonly test: RegExp;
  /** Which placeholder stands at each place of the English, from left to right. */
  readonly names: readonly string[];
  readonly zh: string;
}

const sentences = catalogueOf(findingSentences);
const inner = catalogueOf(phrases);
const cited = catalogueOf(guardSources);

/** A finding in a card that the edition has from the one before it, or from the one above. */
const takenOver = /^(\S+), taken over from (\S+), at (\S*): ([^]*)$/;

/** A finding in an edition of the journal, where no line can be named. */
const placed = /^([a-z][\w-]*(?:[.[][\w.[\]-]+)?): ([A-Z"{‹][^]*)$/;

function toChinese(text: string): string {
  const [, card, edition, place, own] = takenOver.exec(text) ?? [];
  if (own !== undefined) {
    return `${String(card)}（沿用自 ${String(edition)}，${String(place)}）：${toChinese(own)}`;
  }
  const found = nearest.exec(text);
  const zh = translate(sentences, text.replace(nearest, ''));
  if (zh === undefined) {
    const [, at = '', said] = placed.exec(text) ?? [];
    return said === undefined ? text : `${at}：${toChinese(said)}`;
  }
  const [, folder, meant = ''] = found ?? [];
  return found === null ? zh : `${zh}是不是${folder === undefined ? '' : '文件夹'} ${meant}？`;
}

interface Catalogue {
  readonly plain: ReadonlyMap<string, string>;
  /** The one with most words of its own first: it says most exactly what is meant. */
  readonly patterns: readonly Pattern[];
}

function catalogueOf(pairs: readonly SentencePair[]): Catalogue {
  const filled = pairs.filter(([en]) => placeholder.test(en));
  return {
    plain: new Map(pairs.filter(([en]) => !placeholder.test(en))),
    patterns: filled.toSorted((a, b) => ownLength(b) - ownLength(a)).map(patternOf),
  };
}

function ownLength([en]: SentencePair): number {
  return en.replaceAll(/\{\d\}/g, '').length;
}

function patternOf([en, zh]: SentencePair): Pattern {
  const names = [...en.matchAll(/\{(\d)\}/g)].map(([, name = '']) => name);
  const source = en
    .split(/\{\d\}/)
    .map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`))
    .join('([^]+?)');
  return { test: new RegExp(`^${source}$`), names, zh };
}

/** What is filled in is translated as well, by a catalogue of its own. */
function translate(
  { plain, patterns }: Catalogue,
  text: string,
  within: Catalogue = inner,
): string | undefined {
  const said = plain.get(text);
  if (said !== undefined) return said;
  for (const { test, names, zh } of patterns) {
    const found = test.exec(text);
    if (found === null) continue;
    const values = new Map(names.map((name, place) => [name, found[place + 1] ?? '']));
    return zh.replaceAll(/\{(\d)\}/g, (_, name: string) => {
      const value = values.get(name) ?? '';
      return translate(within, value) ?? value;
    });
  }
  return undefined;
}
