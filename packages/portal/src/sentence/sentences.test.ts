import type { SubjectView } from '@credence/casework';
import { civilDate } from '@credence/domain';
import { words } from '@credence/pages';
import { describe, expect, it } from 'vitest';

import { licence, penalty } from '../fixture-records.test-support.ts';
import { cityClock } from '../fixture-rulebook.test-support.ts';
import { portalWords } from '../words/words.ts';
import { codeFaultText } from './code-fault.ts';
import { recordSummary } from './record-sentence.ts';
import { plain, type Sentence } from './sentence.ts';
import { summariseSubject } from './subject-summary.ts';

function view(traits: Partial<SubjectView> = {}): SubjectView {
  return {
    clock: cityClock(),
    subject: { id: 'x', identifiers: [], kind: 'organisation', published: 0 },
    records: [],
    others: [],
    ...traits,
  };
}

function read(sentences: readonly Sentence[], language: 'zh' | 'en'): string {
  const own = words(language);
  return sentences.map((each) => plain(each, (on) => own.date(on))).join('');
}

function summary(given: SubjectView, language: 'zh' | 'en'): string {
  return read(summariseSubject(given, language), language).trim();
}

const soon = penalty('a', { decidedOn: civilDate('2026-10-30') });

describe('the first sentence about an organisation', () => {
  it('says what absence means, and nothing good', () => {
    expect(summary(view(), 'zh')).toBe(
      '没有公示中的不利记录。这说明所列来源在这段时间没有这类记录，不是评价。',
    );
    expect(summary(view(), 'en')).toBe(
      'No published adverse records. The listed sources hold none for this period; this is no judgement.',
    );
  });

  it('says what one record is, until when at the latest, and that it can end earlier now', () => {
    const given = view({ records: [penalty('a')] });
    expect(summary(given, 'zh')).toBe(
      '今天公示着 1 条记录（行政处罚），最晚于 2027年8月14日 到期停止公示。现在就可以申请提前结束。',
    );
    expect(summary(given, 'en')).toBe(
      'One record is published today (administrative penalty). It ends by itself on 14 Aug 2027 at the latest. An earlier end can be applied for now.',
    );
  });

  it('says from when it can end earlier while that day is to come', () => {
    const given = view({ records: [soon] });
    expect(summary(given, 'zh')).toContain('2027年1月30日 起可以申请提前结束。');
    expect(summary(given, 'en')).toContain('An earlier end can be applied for from 30 Jan 2027.');
  });

  it('says the first and the last end of several, and how many of each kind', () => {
    const other = { code: 'abnormal', title: { zh: '经营异常', en: 'Abnormal operations' } };
    const given = view({ records: [penalty('a'), { ...soon, item: other }, penalty('c')] });
    expect(summary(given, 'zh')).toContain(
      '今天公示着 3 条记录（行政处罚 2 条、经营异常 1 条），最早的一条于 2027年8月14日、最晚的一条于 2027年10月30日 到期停止公示。其中 2 条现在就可以申请提前结束。',
    );
    expect(summary(given, 'en')).toContain(
      'Three records are published today (administrative penalty 2, abnormal operations 1). The first ends by itself on 14 Aug 2027, the last on 30 Oct 2027 at the latest.',
    );
  });

  it('says one day once when all end on it', () => {
    const given = view({ records: [penalty('a'), penalty('b')] });
    expect(summary(given, 'zh')).toContain('，都最晚于 2027年8月14日 到期停止公示。');
    expect(summary(given, 'en')).toContain('All end by themselves on 14 Aug 2027 at the latest.');
  });

  it('gives the last day of validity of a licence, as its document does', () => {
    const given = view({ others: [licence('l1', '许可', civilDate('2029-03-31'))] });
    expect(summary(given, 'zh')).toMatch(/^没有公示中的不利记录。/);
    expect(summary(given, 'en')).toMatch(/^No published adverse records\. /);
    expect(summary(given, 'zh')).toContain('另有 1 项有效记录（行政许可），有效至 2029年3月31日。');
    expect(summary(given, 'en')).toContain(
      'One other record is valid (administrative licence), until 31 Mar 2029.',
    );
  });

  it('says in its first words that a past day is told as known today, and never what has ended', () => {
    const past = view({ clock: cityClock(civilDate('2026-09-03')), records: [penalty('a')] });
    expect(summary(past, 'zh')).toMatch(/^这是 2026年9月3日 的状况，按今天所知。/);
    expect(summary(past, 'zh')).toContain('这一天公示、现在仍可公示的记录有 1 条');
    expect(summary(past, 'en')).toMatch(/^This is the state of 3 Sep 2026, as known today\. /);
    expect(summary(past, 'en')).toContain('One record published that day may still be shown');
    const none = view({ clock: cityClock(civilDate('2026-09-03')) });
    expect(summary(none, 'en')).toContain('No adverse record of that day may still be shown.');
  });

  it('keeps the capital of an abbreviation', () => {
    const item = { code: 'samr', title: { en: 'SAMR list' } };
    expect(summary(view({ records: [{ ...soon, item }] }), 'en')).toContain('(SAMR list)');
  });
});

describe('the sentence about one record', () => {
  it('says who decided, from when, until when, and the way to an earlier end', () => {
    const record = penalty('a');
    expect(read(recordSummary(record, 'zh'), 'zh')).toBe(
      '望澜市市场监督管理局于 2026年8月14日 作出决定。这条记录自 2026年8月14日 起公示，最晚于 2027年8月14日 到期停止公示。现在就可以申请提前结束。',
    );
    expect(read(recordSummary(soon, 'en'), 'en')).toBe(
      'Decided by 望澜市市场监督管理局 on 30 Oct 2026. The record is public from 30 Oct 2026 and ends by itself on 30 Oct 2027 at the latest. An earlier end can be applied for from 30 Jan 2027.',
    );
  });
});

describe('an earlier end', () => {
  it('is promised only where the rulebook has a way to it', () => {
    const record = penalty('a');
    const unsure = record.waysOut.map((way) => ({ ...way, state: 'not-confirmed' as const }));
    for (const waysOut of [[], unsure]) {
      const text = read(recordSummary({ ...record, waysOut }, 'en'), 'en');
      expect(text).toMatch(/ends by itself on 14 Aug 2027\.$/);
    }
  });
});

describe('what is wrong with a code', () => {
  it('names the character it should be', () => {
    const fault = { scheme: 'uscc', fault: 'outer-check', position: 18, expected: 'J', found: 'Q' };
    expect(codeFaultText(fault, portalWords('zh'))).toBe(
      '第 18 位应为 J，现为 Q。请对照登记证照。',
    );
  });

  it.each([
    [{ scheme: 'uscc', fault: 'length' }, 'The length is wrong.'],
    [{ scheme: 'uscc', fault: 'alphabet', position: 3, found: 'O' }, '“O” at character 3'],
    [{ scheme: 'uscc', fault: 'region', position: 3 }, 'Character 3 does not follow'],
    [{ scheme: 'uscc', fault: 'pattern' }, 'It does not follow'],
  ])('says what it can: %o', (fault, says) => {
    expect(codeFaultText(fault, portalWords('en'))).toContain(says);
  });
});
