import type { Child } from 'hono/jsx';
import { createInstance } from 'i18next';
import type { CivilDate, Language, Money, Period } from '@credence/domain';

import { articleText } from './article.ts';
import { dictionaries, type Filled, type WordKey } from './dictionary.ts';
import { dateText, momentText, weekdayText, type CivilMoment } from './moment.ts';
import { groupDigits, moneyText, percentText } from './quantity.ts';

/** What may fill a place of a text. */
type Filling = string | number;

/** The words of one language: texts by key, and how it writes days, money, numbers and articles. */
export interface Words {
  readonly language: Language;
  /** Value of the `lang` attribute. */
  readonly tag: 'zh-Hans' | 'en';
  /** The text of a key, its places filled in. */
  t<K extends WordKey>(key: K, ...filled: Filled<K, Filling>): string;
  /** The same with markup in its places: a bold date, a link. */
  rich<K extends WordKey>(key: K, ...filled: Filled<K, Child>): Child;
  /** 2026年8月14日 / 14 Aug 2026. */
  date(on: CivilDate): string;
  /** 2026年8月14日 09:41 / 14 Aug 2026, 09:41. */
  moment(at: CivilMoment): string;
  /** 周五 / Friday. */
  weekday(on: CivilDate): string;
  /** 20,000 元 / CNY 20,000; minor units only when there are any. */
  money(money: Money): string;
  /** 12,843. */
  number(value: number): string;
  /** 3.0 %: a plain space in both languages; `ratio` is 0 to 1. */
  percent(ratio: number, digits?: number): string;
  /** 3 个月 / 3 months; whole years as years. */
  period(period: Period): string;
  /** art-84: 第八十四条 / art. 84. */
  article(id: string): string;
  /** a、b、c / a, b and c. */
  list(parts: readonly string[]): string;
  richList(parts: readonly Child[]): Child;
}

const tags = { zh: 'zh-Hans', en: 'en' } as const;
/** Private-use characters that no text contains: they mark where a place stands in a sentence. */
const mark = '\uE000';
const marked = /\uE000(\w+)\uE000/;

/** Counts up to which a text with its count is kept. */
const mostKept = 200;

const translator = createInstance();
void translator.init({
  initAsync: false,
  resources: { zh: dictionaries.zh, en: dictionaries.en },
  ns: Object.keys(dictionaries.en),
  nsSeparator: '.',
  keySeparator: false,
  fallbackLng: false,
  interpolation: { escapeValue: false },
  returnNull: false,
});

const made: Record<Language, Words> = { zh: createWords('zh'), en: createWords('en') };

/** The words of a language. */
export function words(language: Language): Words {
  return made[language];
}

function createWords(language: Language): Words {
  const translate = translator.getFixedT(language);

  const pieces = (key: string, filling: Readonly<Record<string, unknown>>): readonly string[] => {
    // i18next only sees marks, so nothing a source wrote can be read as a placeholder.
    const places: Record<string, unknown> = { n: `${mark}n${mark}` };
    for (const name of Object.keys(filling)) places[name] = `${mark}${name}${mark}`;
    if ('count' in filling) places['count'] = filling['count'];
    return translate(key, places).split(marked);
  };

  // What i18next gives depends on the key, the names of the places and the count, and on nothing
  // that fills them: a page asks for the same few hundred texts again and again.
  const known = new Map<string, readonly string[]>();
  const piecesOf = (key: string, filling: Readonly<Record<string, unknown>>): readonly string[] => {
    const { count } = filling;
    if (count !== undefined && !(typeof count === 'number' && count >= 0 && count <= mostKept)) {
      return pieces(key, filling);
    }
    const asked = `${key} ${Object.keys(filling).join(' ')} ${String(count)}`;
    const found = known.get(asked) ?? pieces(key, filling);
    known.set(asked, found);
    return found;
  };

  const fill = (name: string, filling: Readonly<Record<string, unknown>>): unknown => {
    const value = name === 'n' && !('n' in filling) ? filling['count'] : filling[name];
    return typeof value === 'number' ? groupDigits(value) : value;
  };

  const own: Words = {
    language,
    tag: tags[language],
    t: (key, ...[filling]) => {
      const given = asRecord(filling);
      return piecesOf(key, given)
        .map((piece, index) => (index % 2 === 0 ? piece : String(fill(piece, given))))
        .join('');
    },
    rich: (key, ...[filling]) => {
      const given = asRecord(filling);
      return pieces(key, given).map((piece, index) =>
        // Typed by `Filled`: every place was given as a child.
        index % 2 === 0 ? piece : (fill(piece, given) as Child),
      );
    },
    date: (on) => dateText(on, language),
    moment: (at) => momentText(at, language),
    weekday: (on) => weekdayText(on, language),
    money: (money) => moneyText(money, language),
    number: groupDigits,
    percent: percentText,
    period: ({ unit, count }) => {
      switch (unit) {
        case 'days':
          return own.t('term.dayUnit', { count });
        case 'working-days':
          return own.t('term.workingDayUnit', { count });
        case 'months':
          return count % 12 === 0 && count > 0
            ? own.t('term.yearUnit', { count: count / 12 })
            : own.t('term.monthUnit', { count });
      }
    },
    article: (id) => articleText(id, language),
    list: (parts) => joined(parts, language).join(''),
    richList: (parts) => joined(parts, language),
  };
  return own;
}

function joined<T extends Child>(parts: readonly T[], language: Language): (T | string)[] {
  const [comma, and] = language === 'zh' ? ['、', '、'] : [', ', ' and '];
  return parts.flatMap((part, index) => {
    if (index === 0) return [part];
    return [index === parts.length - 1 ? and : comma, part];
  });
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
