import { describe, expect, it } from 'vitest';

import { acceptedDateForms, parseWrittenDate, writtenDateForms } from './parse-written-date.ts';

describe('parseWrittenDate', () => {
  it.each([
    '2026-04-01',
    '2026-4-1',
    '2026/4/1',
    '2026/04/01',
    '2026.4.1',
    '20260401',
    '2026年4月1日',
    '2026 年 4 月 1 日',
    '２０２６年４月１日',
    ' 2026-04-01 ',
    '2026-04-01 00:00:00',
    '2026-04-01T00:00:00.000',
    '2026/4/1 9:30',
  ])('reads "%s" as 2026-04-01', (text) => expect(parseWrittenDate(text)).toBe('2026-04-01'));

  it.each([
    '',
    '2026-02-30',
    '20260231',
    '01/04/2026',
    '1.4.2026',
    '4/1/26',
    '46113',
    '2026-04',
    '四月一日',
  ])('refuses "%s" instead of guessing', (text) => expect(parseWrittenDate(text)).toBeUndefined());

  it('reads the year last only where the order is said', () => {
    expect(parseWrittenDate('03/04/2026', 'month-first')).toBe('2026-03-04');
    expect(parseWrittenDate('03/04/2026', 'day-first')).toBe('2026-04-03');
    expect(parseWrittenDate('3-4-2026 10:15', 'day-first')).toBe('2026-04-03');
    expect(parseWrittenDate('2026-04-03', 'month-first')).toBe('2026-04-03');
    expect(parseWrittenDate('31/01/2026', 'month-first')).toBeUndefined();
    expect(parseWrittenDate('1/4/26', 'month-first')).toBeUndefined();
    expect(acceptedDateForms('day-first')).toContain('D/M/YYYY');
  });

  it('names the spellings it reads', () => {
    expect(writtenDateForms).toContain('YYYY年M月D日');
  });
});
