import { describe, expect, it } from 'vitest';
import type { CivilDate } from '@credence/domain';

import { html } from '../components/html.test-support.ts';
import { dictionaries } from './dictionary.ts';
import type { Translation } from './translation.ts';
import { words } from './words.ts';

const zh = words('zh');
const en = words('en');
const day = (text: string): CivilDate => text as CivilDate;

/** Every text of a language as `area.key` and its words. */
function texts(language: 'zh' | 'en'): readonly (readonly [key: string, text: string])[] {
  const areas: Readonly<Record<string, Readonly<Record<string, string>>>> = dictionaries[language];
  return Object.entries(areas).flatMap(([area, keys]) =>
    Object.entries(keys).map(([key, text]) => [`${area}.${key}`, text] as const),
  );
}

const base = (key: string): string => key.replace(/_(one|other)$/, '');
const places = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name))].sort();

describe('the two languages', () => {
  it('does not compile when a text or its filling is missing', () => {
    // @ts-expect-error the Chinese text of `b` is missing
    const incomplete: Translation<{ a: 'x'; b: 'y' }> = { a: '甲' };
    // @ts-expect-error a key that no dictionary has
    const unknown = (): unknown => en.t('page.nowhere', {});
    // @ts-expect-error the day in force is not filled in
    const unfilled = (): unknown => en.t('page.edition', { code: 'cn-2026' });
    // @ts-expect-error a plural needs its count
    const uncounted = (): unknown => en.t('search.near', {});
    expect([incomplete, unknown, unfilled, uncounted]).toHaveLength(4);
  });

  it('have the same keys, plural forms aside', () => {
    const keys = (language: 'zh' | 'en') => [...new Set(texts(language).map(([key]) => base(key)))];
    expect(keys('zh').sort()).toEqual(keys('en').sort());
  });

  it('leave the same places to fill in', () => {
    const english = new Map(texts('en').map(([key, text]) => [key, places(text)]));
    for (const [key, text] of texts('zh')) {
      expect([key, places(text)]).toEqual([key, english.get(key)]);
    }
  });

  it('leave no text empty', () => {
    for (const language of ['zh', 'en'] as const) {
      expect(texts(language).filter(([, text]) => text.trim() === '')).toEqual([]);
    }
  });

  it('never shout, blame, praise or plead', () => {
    for (const [key, text] of texts('en')) {
      expect([key, text]).not.toEqual([
        key,
        expect.stringMatching(/!|please|sorry|unfortunately/i),
      ]);
      expect([key, text]).not.toEqual([
        key,
        expect.stringMatching(/blacklist|offender|untrustworthy|good standing|invalid/i),
      ]);
    }
    for (const [key, text] of texts('zh')) {
      expect([key, text]).not.toEqual([key, expect.stringMatching(/！|老赖|黑名单|信用良好|您/)]);
    }
  });

  it('uses the words of the glossary in Chinese', () => {
    const all = texts('zh')
      .map(([, text]) => text)
      .join('\n');
    expect(all).not.toMatch(/法规版本|查组织|自动结束|中止公示|采信|超期|不收录个人/);
    expect(all).toContain('规则版本');
    expect(all).toContain('查主体');
  });

  it('punctuates Chinese sentences in full width', () => {
    for (const [key, text] of texts('zh')) {
      expect([key, text]).not.toEqual([key, expect.stringMatching(/\p{Script=Han}[,;:?!]/u)]);
    }
  });
});

describe('filling a text', () => {
  it('counts in English and groups thousands', () => {
    expect(en.t('search.near', { count: 1 })).toBe('One name is close.');
    expect(en.t('search.near', { count: 12843 })).toBe('12,843 names are close.');
    expect(zh.t('search.near', { count: 12843 })).toBe('名称相近的有 12,843 个。');
  });

  it('prints what a source wrote as it is, whatever it looks like', () => {
    const hostile = '{{count}} $t(page.skip) <b>';
    expect(en.t('search.nothing', { query: hostile })).toBe(`Nothing found for ${hostile}.`);
    expect(html(<p>{en.rich('search.nothing', { query: hostile })}</p>)).toContain('&lt;b&gt;');
  });

  it('takes markup in its places', () => {
    const sentence = <p>{en.rich('search.published', { count: 2, last: <b>6 Jul 2029</b> })}</p>;
    expect(html(sentence)).toBe(
      '<p>2 published records. The last ends by itself on <b>6 Jul 2029</b>.</p>',
    );
  });
});

describe('days, sums and articles', () => {
  it('writes a day in words of its language', () => {
    expect(zh.date(day('2026-08-14'))).toBe('2026年8月14日');
    expect(en.date(day('2026-08-14'))).toBe('14 Aug 2026');
    expect(zh.moment({ date: day('2026-11-20'), hour: 9, minute: 5 })).toBe('2026年11月20日 09:05');
    expect(en.moment({ date: day('2026-11-20'), hour: 9, minute: 5 })).toBe('20 Nov 2026, 09:05');
  });

  it('knows the weekday, before 1970 too', () => {
    expect(zh.weekday(day('2026-11-25'))).toBe('周三');
    expect(en.weekday(day('1969-12-31'))).toBe('Wednesday');
  });

  it('writes minor units only when there are any', () => {
    const sum = (amount: number, currency = 'CNY') => ({ amount, currency });
    expect(zh.money(sum(2_000_000))).toBe('20,000 元');
    expect(en.money(sum(2_000_000))).toBe('CNY 20,000');
    expect(en.money(sum(689_680))).toBe('CNY 6,896.80');
    expect(zh.money(sum(5))).toBe('0.05 元');
    expect(en.money(sum(-5))).toBe('CNY -0.05');
    expect(en.money(sum(1500, 'JPY'))).toBe('JPY 1,500');
    expect(zh.money(sum(10_000, 'GBP'))).toBe('100 GBP');
  });

  it('writes periods with their unit, whole years as years', () => {
    expect(zh.period({ unit: 'months', count: 3 })).toBe('3 个月');
    expect(en.period({ unit: 'months', count: 3 })).toBe('3 months');
    expect(en.period({ unit: 'months', count: 1 })).toBe('1 month');
    expect(zh.period({ unit: 'months', count: 12 })).toBe('1 年');
    expect(en.period({ unit: 'months', count: 36 })).toBe('3 years');
    expect(zh.period({ unit: 'working-days', count: 10 })).toBe('10 个工作日');
    expect(en.period({ unit: 'days', count: 60 })).toBe('60 days');
  });

  it('puts a plain space before the per cent sign', () => {
    expect(en.percent(0.03, 1)).toBe('3.0 %');
    expect(zh.percent(0.952)).toBe('95 %');
  });

  it('groups digits of whole and decimal numbers', () => {
    expect(en.number(1_284_300)).toBe('1,284,300');
    expect(en.number(999)).toBe('999');
    expect(en.number(-12345.678)).toBe('-12,345.678');
  });

  it.each([
    ['art-84', '第八十四条', 'art. 84'],
    ['art-10', '第十条', 'art. 10'],
    ['art-12', '第十二条', 'art. 12'],
    ['art-105', '第一百零五条', 'art. 105'],
    ['art-110', '第一百一十条', 'art. 110'],
    ['art-300', '第三百条', 'art. 300'],
    ['art-120-1', '第一百二十条之一', 'art. 120-1'],
    ['art-9-para-2-item-3', '第九条第二款第（三）项', 'art. 9, para. 2, item 3'],
    ['annex-2', '附件2', 'annex 2'],
    ['section-4', '第四节', 'section 4'],
    ['item-3-2', '第 3-2 项', 'item 3-2'],
    ['whole text', 'whole text', 'whole text'],
  ])('cites %s as %s and %s', (id, chinese, english) => {
    expect(zh.article(id)).toBe(chinese);
    expect(en.article(id)).toBe(english);
  });

  it('joins a list as its language does', () => {
    expect(zh.list(['甲', '乙', '丙'])).toBe('甲、乙、丙');
    expect(en.list(['a', 'b', 'c'])).toBe('a, b and c');
    expect(en.list(['a'])).toBe('a');
  });
});
