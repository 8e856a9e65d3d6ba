import { dayNumber, civilDate, type Language, type Localised } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import { createEvaluator } from '../evaluate/explain-fully.ts';
import {
  day,
  expressionOf,
  penalty,
  programOfTexts,
  smallWorld,
  subject,
} from '../evaluate/program.test-support.ts';
import { makeSubjects } from '../evaluate/random-subjects.test-support.ts';
import { conditionWords } from './condition-words.ts';
import { noLabels, type Labels } from './labels.ts';
import { outlookWords, reasonWords, traceWords, warningWords } from './trace-words.ts';
import { writeCondition } from './write-condition.ts';
import { writeTraceText } from './write-trace.ts';

const languages: readonly Language[] = ['zh', 'en'];

function labelled(
  names: Readonly<Record<string, Localised>>,
): (name: string) => Localised | undefined {
  return (name) => names[name];
}

const fields = labelled({
  decided: { zh: '决定日期', en: 'day of decision' },
  repaired: { zh: '修复日期', en: 'day of repair' },
  quashed: { zh: '已撤销', en: 'quashed' },
  severity: { zh: '严重程度', en: 'class' },
  fine: { zh: '罚款金额', en: 'fine' },
  kinds: { zh: '处罚类别', en: 'kinds of penalty' },
  size: { zh: '规模', en: 'size' },
});
const codes = labelled({
  serious: { zh: '严重', en: 'serious' },
  closure: { zh: '责令关闭', en: 'closure' },
  micro: { zh: '微型', en: 'micro' },
  a: { zh: 'A类', en: 'class A' },
  b: { zh: 'B类', en: 'class B' },
  c: { zh: 'C类', en: 'class C' },
});
const labels: Labels = {
  ...noLabels,
  field: (_, name) => fields(name),
  code: (_, code) => codes(code),
  collection: labelled({ penalties: { zh: '行政处罚', en: 'penalties' } }),
  record: (id) => ({ zh: `望市监罚〔2025〕${id}号`, en: `Penalty ${id} of 2025` }),
  action: labelled({ repair: { zh: '申请信用修复', en: 'Ask for repair' } }),
  citation: ({ at }) => ({ zh: `示例法${at}`, en: `Example Act, ${at}` }),
};

describe('the words of traces and conditions', () => {
  const all = {
    ...conditionWords,
    ...traceWords,
    ...reasonWords,
    ...outlookWords,
    ...warningWords,
  };

  it.each(Object.entries(all))('%s says the same names in both languages', (_, sentence) => {
    const named = (text: string): string[] => [...(text.match(/\{[^}]*\}/g) ?? [])].sort();
    expect(named(sentence.zh)).toEqual(named(sentence.en));
    expect(`${sentence.zh} ${sentence.en}`).not.toMatch(/[!！]|老赖|黑名单|offender|invalid/i);
  });
});

describe('a condition in words', () => {
  it.each([
    ['r.severity == serious', '严重程度是“严重”', 'class is “serious”'],
    ['!r.quashed', '没有标明“已撤销”', 'it is not marked “quashed”'],
    ['!has(r.repaired)', '没有写明修复日期', 'day of repair is not stated'],
    ['r.fine >= money("CNY 500.00")', '罚款金额达到500.00 元', 'fine is at least CNY 500.00'],
    [
      'within(r.decided, P24M)',
      '决定日期起还不满 2 年',
      'day of decision was less than 2 years ago',
    ],
    [
      'r.kinds.exists(k, k == closure)',
      '处罚类别中有“责令关闭”',
      '“closure” stands under kinds of penalty',
    ],
    [
      'r.kinds.size() > 0 && r.kinds.all(k, k == closure)',
      '处罚类别只有“责令关闭”',
      'nothing but “closure” stands under kinds of penalty',
    ],
    [
      'has(r.repaired) && r.repaired < date("2024-02-29")',
      '修复日期早于2024年2月29日',
      'day of repair is before 29 Feb 2024',
    ],
    [
      'has(r.repaired) && r.repaired != date("2024-02-29")',
      '写明了修复日期，并且修复日期不是2024年2月29日',
      'day of repair is stated and day of repair is not 29 Feb 2024',
    ],
    [
      'org.size == micro || r.decided < date("2024-02-29")',
      '规模是“微型”，或者决定日期早于2024年2月29日',
      'size is “micro” or day of decision is before 29 Feb 2024',
    ],
  ])('%s', (text, zh, en) => {
    const world = { ...smallWorld, record: 'penalties' };
    const expression = expressionOf(text, { kind: 'bool' }, { world });
    expect(writeCondition({ world, labels, language: 'zh' }, expression)).toBe(zh);
    expect(writeCondition({ world, labels, language: 'en' }, expression)).toBe(en);
  });
});

const program = programOfTexts({
  heavy: {
    value:
      'cap(penalties.filter(r, r.severity == serious && !r.quashed && !has(r.repaired) && within(r.decided, P24M)).size() * 40, 60)',
    confidence: 'secondary',
    reviewBy: '2026-01-31',
  },
  late: { value: '9', from: '2027-01-01' },
  answer: {
    value: 'heavy > 40 ? c : heavy > 0 ? b : a',
    expected: { kind: 'code', list: 'class' },
  },
});
const evaluator = createEvaluator(program);
const serious = (id: string, facts = {}) => penalty(id, { severity: 'serious', ...facts });
const facts = subject({
  penalties: [
    serious('1'),
    serious('2', { decided: day('2025-09-30') }),
    serious('3', { quashed: true }),
    serious('4', { repaired: day('2025-12-01') }),
    serious('5', { decided: day('2024-02-01') }),
    penalty('6'),
  ],
});
const trace = evaluator.explainFully(facts, dayNumber(civilDate('2026-03-01')), {
  knownAt: '2026-03-01T08:00:00Z',
  horizon: day('2030-01-01'),
  exits: {
    better: { kind: 'order', best: ['a', 'b', 'c', 'd'] },
    actions: [
      {
        code: 'repair',
        record: { collection: 'penalties', id: '1' },
        earliest: day('2026-04-01'),
        changes: { repaired: day('2026-04-01') },
      },
    ],
  },
});

describe('a trace in words', () => {
  it('tells a shop owner in Chinese', () => {
    expect(writeTraceText(trace, { program, labels, language: 'zh' }).split('\n')).toEqual([
      '2026年3月1日，按“规则answer”得出的结果是：“C类”。',
      '只看2026年3月1日以前（含当天）已经登记的情况。',
      '规则heavy：60。',
      '  计入：望市监罚〔2025〕1号。最迟到2027年3月31日，它就自动不再计入。',
      '  计入：望市监罚〔2025〕2号。最迟到2027年9月30日，它就自动不再计入。',
      '  不计：望市监罚〔2025〕3号。它标明为“已撤销”。',
      '  不计：望市监罚〔2025〕4号。修复日期是2025年12月1日。',
      '  不计：望市监罚〔2025〕5号。期限已满，2026年2月1日起不再计入。',
      '  另有 1 条记录与这一项无关。',
      '  加起来是 80，最多只计 60。',
      '  依据：示例法art-1。',
      '结果为 0：规则late。',
      '如果没有新的情况，2027年3月31日起结果自动变为：“B类”。',
      '那天“规则heavy”由60变为40。',
      '不再计入：望市监罚〔2025〕1号。',
      '可以这样做：申请信用修复（望市监罚〔2025〕1号）。办成之后，最早2026年4月1日起变为：“B类”。',
      '“规则heavy”应在2026年1月31日前复核，现在已经过期，还没有复核。',
      '“规则heavy”的依据只看到转述，还没有核对原文。',
      '',
    ]);
  });

  it('says the same in English', () => {
    expect(writeTraceText(trace, { program, labels, language: 'en' }).split('\n')).toEqual([
      'On 1 Mar 2026, the result of “Rule answer” is: “class C”.',
      'Only what was on record by 1 Mar 2026 is taken into account.',
      'Rule heavy: 60.',
      '  Counted: Penalty 1 of 2025. It stops counting by itself on 31 Mar 2027 at the latest.',
      '  Counted: Penalty 2 of 2025. It stops counting by itself on 30 Sep 2027 at the latest.',
      '  Not counted: Penalty 3 of 2025. It is marked “quashed”.',
      '  Not counted: Penalty 4 of 2025. Its day of repair: 1 Dec 2025.',
      '  Not counted: Penalty 5 of 2025. Its time was over on 1 Feb 2026.',
      '  One other record has nothing to do with this.',
      '  That adds up to 80; at most 60 is counted.',
      '  Basis: Example Act, art-1.',
      'This comes to 0: Rule late.',
      'If nothing new happens, the result changes by itself on 31 Mar 2027 to: “class B”.',
      'On that day “Rule heavy” goes from 60 to 40.',
      'No longer counted: Penalty 1 of 2025.',
      'You can do this: Ask for repair (Penalty 1 of 2025). If it is granted, the result is, from 1 Apr 2026 at the earliest: “class B”.',
      '“Rule heavy” should have been reviewed by 31 Jan 2026; that has not happened yet.',
      'Read in a digest only, not in its own text: the basis of “Rule heavy”.',
      '',
    ]);
  });

  it('finds words for anyone on any day, with nothing left unfilled', () => {
    const order = { seed: 2, count: 60, from: day('2024-01-01'), until: day('2026-06-01') };
    for (const each of makeSubjects(smallWorld, { ...order, recordsMax: 5 })) {
      const made = evaluator.explainFully(each, day('2026-03-01'), {
        knownAt: '2026-03-01',
        horizon: day('2028-01-01'),
      });
      for (const language of languages) {
        const text = writeTraceText(made, { program, labels: noLabels, language });
        expect(text).not.toMatch(/[{}]|undefined|null|\[object/);
      }
    }
  });
});
