import { civilDate, type Language, type PublicCreditRecord } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import { assessRecord } from '../assess/assess-record.ts';
import { goodEdition } from '../good-edition.test-support.ts';
import type { Edition } from '../edition/edition.ts';
import { checkEdition } from '../load/check-edition.ts';
import type { TraceNode } from '../trace/trace.ts';
import { answers, clocks, plainAnswers } from './answers.ts';
import { explainTrace } from './explain-trace.ts';
import { questions } from './questions.ts';
import { writeDate, writeList, writePeriod } from './write-value.ts';

const languages: readonly Language[] = ['zh', 'en'];

function edition(): Edition {
  const outcome = checkEdition(goodEdition());
  if (outcome.kind === 'loaded') return outcome.edition;
  throw new RangeError('The good edition does not load.');
}

const penalty: PublicCreditRecord = {
  recordId: 'r',
  item: 'administrative_penalty',
  edition: 'demo-2023',
  takenInOn: civilDate('2025-01-22'),
  batchId: 'b',
  row: 2,
  subject: { kind: 'organisation', identifiers: [{ scheme: 'register_number', value: '1' }] },
  provider: { code: 'market_office', name: '示例市场局' },
  decidedOn: civilDate('2025-01-15'),
  service: { kind: 'shown', on: civilDate('2025-01-20'), mode: 'in_person' },
  facts: { procedure: 'ordinary', kinds: ['fine'] },
};

function lines(node: TraceNode, language: Language, depth = 0): string[] {
  const { question, answer } = explainTrace(node, language);
  return [
    `${'  '.repeat(depth)}${question} → ${answer}`,
    ...node.children.flatMap((child) => lines(child, language, depth + 1)),
  ];
}

describe('the words', () => {
  const sentences = { ...questions, ...answers, ...plainAnswers, ...clocks };

  it.each(Object.entries(sentences))('%s is said in both languages', (_, sentence) => {
    expect(sentence.zh).toMatch(/\p{Script=Han}/u);
    expect(sentence.en).toMatch(/[a-z]/);
    expect(sentence.en).not.toMatch(/\p{Script=Han}/u);
  });

  it.each(Object.entries(sentences))('%s names the same params in both', (_, sentence) => {
    const named = (text: string): string[] => [...(text.match(/\{[^}]*\}/g) ?? [])].sort();
    expect(named(sentence.zh)).toEqual(named(sentence.en));
  });

  it.each(Object.entries(sentences))('%s blames nobody and shouts at nobody', (_, sentence) => {
    const text = `${sentence.zh} ${sentence.en}`;
    expect(text).not.toMatch(/[!！]|老赖|黑名单|black.?list|offender|good standing|invalid/i);
  });
});

describe('explainTrace', () => {
  it('tells a shop owner why and until when, in Chinese', () => {
    const { why } = assessRecord(edition(), penalty, civilDate('2025-03-01'));
    expect(lines(why, 'zh')).toEqual([
      '这条记录公示到哪一天？最长公示 3 年，从作出决定那天起算。 → 2028年1月15日 自动结束。',
      '  按哪一版规则？ → 示例版次',
      '  从哪天起算？规则说：从作出决定那天。 → 2025年1月15日',
      '  最长公示多久？（一般失信信息的公示期） → 3 年',
      '  多久以后可以申请修复？（一般失信信息的公示期） → 3 个月',
      '  严重程度是哪一级？ → 一般',
      '    处罚程序：是不是“简易程序”？ → 不是，不因此属于“轻微”。',
      '    处罚类别：是不是只有“警告”？ → 不是，不因此属于“轻微”。',
      '    处罚类别：有没有“吊销许可”或“责令关闭”？ → 没有，不因此属于“严重”。',
      '    以上都不是，属于哪一级？ → 一般',
      '  决定送达了吗？ → 2025年1月20日 送达。',
      '  不计：已经结束的记录。 → 一律不用。结束的记录不得再用于任何计算，公开页面也不列出。',
    ]);
  });

  it('says the same in English', () => {
    const { why } = assessRecord(edition(), penalty, civilDate('2025-03-01'));
    expect(lines(why, 'en')).toEqual([
      'Until which day is this record public? 3 years at most, counted from the day of the decision. → It ends by itself on 15 Jan 2028.',
      '  Under which edition of the rules? → Example edition',
      '  Counted from which day? The rule says: from the day of the decision. → 15 Jan 2025',
      '  How long at most? (Publicity of general records) → 3 years',
      '  After how long can repair be asked for? (Publicity of general records) → 3 months',
      '  How serious is it? → General',
      '    Procedure: is it “Summary procedure”? → No, so not “Minor” on this ground.',
      '    Kind of penalty: is it only “Warning”? → No, so not “Minor” on this ground.',
      '    Kind of penalty: does it include “Licence revoked” or “Closure”? → No, so not “Serious” on this ground.',
      '    None of the above. Which class is it then? → General',
      '  Was the decision served? → Served on 20 Jan 2025.',
      '  Not counted: records that have ended. → Never used. What has ended enters no calculation and stands on no public page.',
    ]);
  });

  it('finds words for every reason there is, with nothing left unfilled', () => {
    const law = edition();
    const records: PublicCreditRecord[] = [
      penalty,
      { ...penalty, sealed: true },
      { ...penalty, service: { kind: 'not-shown' } },
      { ...penalty, service: { kind: 'stated', by: ['甲', '乙'] } },
      { ...penalty, facts: { procedure: 'summary' } },
      { ...penalty, facts: { kinds: ['detention'] } },
      { ...penalty, facts: { kinds: ['closure'] } },
      { ...penalty, item: 'licence', facts: {} },
      { ...penalty, item: 'unknown' },
      { ...penalty, decidedOn: civilDate('2020-01-15') },
    ];
    for (const record of records) {
      for (const day of ['2022-01-01', '2025-01-01', '2025-03-01', '2026-02-01', '2028-03-01']) {
        const { why } = assessRecord(law, record, civilDate(day));
        for (const language of languages) {
          expect(lines(why, language).join('\n')).not.toMatch(/[{}]|undefined/);
        }
      }
    }
  });

  it('takes the other language where the edition has only one', () => {
    const node: TraceNode = {
      id: 'x',
      question: 'longest-term',
      params: { 'rule.en': 'Publicity' },
      answer: { kind: 'code', value: 'general', title: { en: 'General' } },
      bases: [],
      children: [],
    };
    expect(explainTrace(node, 'zh')).toEqual({
      question: '最长公示多久？（Publicity）',
      answer: 'General',
    });
  });

  it('refuses a sentence whose param is missing', () => {
    const node: TraceNode = {
      id: 'x',
      question: 'longest-term',
      params: {},
      answer: { kind: 'text', value: 'x' },
      bases: [],
      children: [],
    };
    expect(() => explainTrace(node, 'en')).toThrow(RangeError);
  });
});

describe('written values', () => {
  it.each([
    ['P12M', '1 年', '1 year'],
    ['P36M', '3 年', '3 years'],
    ['P18M', '18 个月', '18 months'],
    ['P1M', '1 个月', '1 month'],
    ['P60D', '60 天', '60 days'],
    ['P10WD', '10 个工作日', '10 working days'],
  ])('writes %s', (period, zh, en) => {
    expect(writePeriod(period, 'zh').trim()).toBe(zh);
    expect(writePeriod(period, 'en')).toBe(en);
  });

  it('writes days and lists as each language does', () => {
    expect(writeDate('2027-08-04', 'zh')).toBe('2027年8月4日');
    expect(writeDate('2027-08-04', 'en')).toBe('4 Aug 2027');
    expect(writeList(['警告', '罚款', '关闭'], 'zh')).toBe('“警告”、“罚款”或“关闭”');
    expect(writeList(['a', 'b', 'c'], 'en')).toBe('“a”, “b” or “c”');
    expect(writeList(['a'], 'en')).toBe('“a”');
  });
});
