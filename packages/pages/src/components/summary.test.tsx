import { describe, expect, it } from 'vitest';
import type { Localised } from '@credence/domain';

import { abnormal, day, penalty, today } from '../gallery/samples.tsx';
import { words, type Words } from '../words/words.ts';
import { html, textOf } from './html.test-support.ts';
import { SummarySentence, type SummaryRecord } from './summary.tsx';

const zh = words('zh');
const en = words('en');

function record(on: string, what: Localised = penalty): SummaryRecord {
  return { what, ends: { kind: 'on', on: day(on), how: 'by-itself' } };
}

function summary(language: Words, records: readonly SummaryRecord[], valid = 0, on = today) {
  const markup = html(
    <SummarySentence words={language} records={records} valid={valid} day={on} today={today} />,
  );
  return textOf(/class="summary">(.*?)<\/p>/.exec(markup)?.[1] ?? '');
}

describe('SummarySentence', () => {
  it('says of absence what it means, and no more', () => {
    expect(summary(en, [])).toBe(
      'No published records. The listed sources hold none for this period; this is no judgement.',
    );
    expect(summary(zh, [])).toBe('没有公示中的记录。这说明所列来源在这段时间没有记录，不是评价。');
  });

  it('names one record and its end', () => {
    expect(summary(en, [record('2027-08-14')])).toBe(
      '1 record is published today: Administrative penalty. It ends by itself on 14 Aug 2027.',
    );
    expect(summary(zh, [record('2027-08-14')])).toBe(
      '今天公示着 1 条记录：行政处罚 1 条。2027年8月14日 到期停止公示。',
    );
  });

  it('counts each kind, and gives the first and the last end', () => {
    const records = [record('2029-07-06', abnormal), record('2027-08-14'), record('2028-01-01')];
    expect(summary(en, records)).toBe(
      '3 records are published today: List of abnormal operations and Administrative penalty (2). ' +
        'The first ends on 14 Aug 2027, the last by itself on 6 Jul 2029.',
    );
  });

  it('says "at the latest" when an end can come sooner', () => {
    const sooner: SummaryRecord = {
      what: abnormal,
      ends: { kind: 'on', on: day('2029-07-06'), how: 'at-the-latest' },
      disputed: true,
    };
    expect(summary(en, [sooner])).toContain(
      'It ends on 6 Jul 2029 at the latest. One is disputed.',
    );
    expect(summary(zh, [sooner, record('2027-08-14')])).toContain(
      '最早 2027年8月14日 到期停止公示，最晚不超过 2029年7月6日。其中 1 条有异议。',
    );
  });

  it('says of a duty that it ends the record', () => {
    const duty: SummaryRecord = {
      what: abnormal,
      ends: { kind: 'by-duty', duty: { en: 'x' }, nextCheckOn: day('2027-01-06') },
    };
    expect(summary(en, [duty])).toBe(
      '1 record is published today: List of abnormal operations. One ends when a duty is done.',
    );
  });

  it('stays two lines long with forty records of six kinds', () => {
    const kinds = [1, 2, 3, 4, 5, 6].map((n): Localised => ({ en: `Kind ${n}` }));
    const records = Array.from({ length: 40 }, (_, n) => record('2028-05-01', kinds[n % 6]));
    const text = summary(en, records, 6);
    expect(text).toContain('40 records are published today');
    expect(text).toContain('and 12 of other kinds. All end by themselves on 1 May 2028.');
    expect(text).toContain('6 licences and other entries are valid.');
  });

  it('begins with the day when it is not today', () => {
    const on = day('2026-03-03');
    expect(summary(en, [record('2027-08-14')], 0, on)).toMatch(/^On 3 Mar 2026, 1 record was/);
    expect(summary(zh, [], 0, on)).toMatch(/^2026年3月3日 没有公示中的记录。/);
  });

  it('is followed by the note that it grades nobody', () => {
    const markup = html(
      <SummarySentence words={en} records={[]} valid={0} day={today} today={today} />,
    );
    expect(textOf(markup)).toContain('no organisation is graded or ranked in public');
  });
});
