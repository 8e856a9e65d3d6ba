import type { CivilDate, Localised } from '@credence/domain';

import type { Basis } from '../components/basis.tsx';
import type { WayOut } from '../components/ends.ts';
import type { PageProps } from '../components/page.tsx';
import type { WhyNode } from '../components/why-tree.tsx';
import { Day } from '../components/text.tsx';
import type { Words } from '../words/words.ts';

/** The days of the samples: written by hand and real, so the brand is given without a check. */
export function day(text: string): CivilDate {
  return text as CivilDate;
}

export const today = day('2026-11-20');

/** The sentence of a sample in the language of its page. */
export function say(words: Words, zh: string, en: string): string {
  return words.language === 'zh' ? zh : en;
}

/** Everything of a page that is not its content; the city and its codes are fictional. */
export function frame(
  words: Words,
  options: { readonly address: string; readonly stylesheetHref: string; readonly past?: true },
): Omit<PageProps, 'title' | 'children'> {
  const prefix = words.language === 'zh' ? '' : '/en';
  return {
    words,
    address: options.address,
    stylesheetHref: options.stylesheetHref,
    site: {
      name: say(words, '望澜市公共信用登记', 'Wanglan Public Credit Register'),
      workspace: words.t('page.publicPortal'),
      homeHref: `${prefix}/`,
    },
    links: [
      { href: `${prefix}/`, label: words.t('page.organisations'), current: true },
      { href: `${prefix}/bodies`, label: words.t('page.publicBodies') },
      { href: `${prefix}/lists`, label: words.t('page.lists') },
      { href: `${prefix}/data`, label: words.t('page.apiDocs') },
      { href: `${prefix}/rules`, label: words.t('page.rules') },
    ],
    clock: {
      asOf: { date: today, hour: 9, minute: 41 },
      day: options.past ? day('2026-03-03') : today,
      today,
      edition: { code: 'cn-2026', inForceFrom: day('2026-04-01'), href: `${prefix}/rules` },
    },
    footer: [
      { label: words.t('page.print'), href: '#print' },
      { label: words.t('page.json'), href: '/api/v1' },
      { label: words.t('page.accessibility'), href: `${prefix}/accessibility` },
    ],
  };
}

export const makerName = ['望澜市', '澜江', '机电设备', '制造', '有限公司'];
export const makerCode = { scheme: 'uscc', value: '91999999MA3K7T2X0J' };
export const longName = [
  '望澜市',
  '临港区',
  '澜江',
  '机电设备安装维修与再制造技术服务',
  '农民专业合作社联合社',
];

export const penalty: Localised = { zh: '行政处罚', en: 'Administrative penalty' };
export const abnormal: Localised = { zh: '经营异常名录', en: 'List of abnormal operations' };

export const decisionBasis: Basis = {
  citation: { source: 'special-equipment-law', at: 'art-84' },
  sourceTitle: { zh: '特种设备安全法', en: 'Special Equipment Safety Law' },
  confidence: 'verified',
  for: 'decision',
  href: '#law',
};

export const publicationBasis: Basis = {
  citation: { source: 'repair-measures', at: 'art-8' },
  sourceTitle: { zh: '信用修复管理办法', en: 'Credit Repair Measures' },
  confidence: 'secondary',
  for: 'publication',
  href: '#law',
};

export const ways: readonly WayOut[] = [
  {
    kind: 'repair',
    state: 'open',
    earliestOn: day('2026-11-14'),
    answerWithin: { unit: 'working-days', count: 10 },
    href: '#repair',
  },
  { kind: 'correction', state: 'open' },
  {
    kind: 'review',
    state: 'closed',
    earliestOn: day('2026-08-14'),
    latestOn: day('2026-10-13'),
  },
  { kind: 'court', state: 'open', earliestOn: day('2026-08-14'), latestOn: day('2027-02-14') },
];

/** The reasoning of one end date, three levels deep. */
export function reasoning(words: Words): WhyNode {
  const because = publicationBasis;
  return {
    question: say(words, '公示最长 1 年，从决定日起算', 'At most 1 year, from the day of decision'),
    answer: { on: day('2027-08-14') },
    note: words.t('law.ruleAndEdition', { rule: 'publicity.general', edition: 'cn-2026' }),
    bases: [],
    children: [
      {
        question: say(words, '从哪天起算？决定书的日期', 'From which day? The day of the decision'),
        answer: { on: day('2026-08-14') },
        bases: [because],
        children: [],
      },
      {
        question: say(words, '严重程度是哪一级？', 'Which severity?'),
        answer: { text: say(words, '一般', 'general') },
        bases: [because],
        children: [
          {
            question: say(words, '是否吊销许可、停产停业？', 'Was a licence revoked?'),
            answer: { text: say(words, '没有', 'no') },
            note: say(words, '因此不属于“严重”', 'so it is not serious'),
            bases: [],
            children: [
              {
                question: say(words, '处罚种类', 'Kinds of penalty'),
                answer: { text: say(words, '罚款', 'fine') },
                bases: [decisionBasis],
                children: [],
              },
            ],
          },
          {
            question: say(words, '是否适用简易程序？', 'Was it the summary procedure?'),
            answer: { text: say(words, '没有', 'no') },
            note: say(words, '因此不属于“轻微”，须公示', 'so it is not minor and is public'),
            bases: [],
            children: [],
          },
        ],
      },
      {
        question: say(words, '事先告知过会公示吗？', 'Was the publication announced before?'),
        answer: {
          text:
            words.language === 'zh' ? (
              <>告知过</>
            ) : (
              <>
                yes, on <Day words={words} on={day('2026-07-28')} />
              </>
            ),
        },
        bases: [decisionBasis],
        children: [],
      },
    ],
  };
}
