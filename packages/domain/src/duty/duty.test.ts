import { describe, expect, it } from 'vitest';

import { civilDate } from '../time/civil-date.ts';
import { parsePeriod } from '../time/period.ts';
import type { CampaignDuty, YearlyDuty } from './duty.ts';
import { campaignDues, yearlyDues } from './find-dues.ts';
import { nextDutyDay, reminderDue } from './next-duty-day.ts';

const period = (text: string) => {
  const found = parsePeriod(text);
  if (found === undefined) throw new Error(text);
  return found;
};
const rule: YearlyDuty = { kind: 'yearly', firstYear: 2024, opens: '01-01', lastDay: '03-31' };
const registeredOn = civilDate('2025-06-01');
const ruleFrom = civilDate('2023-05-01');
const on = (today: string, filed: Readonly<Record<string, string>> = {}) =>
  yearlyDues(rule, {
    ...{ registeredOn, ruleFrom, today: civilDate(today) },
    filed: new Map(Object.entries(filed).map(([year, day]) => [year, civilDate(day)])),
  });

describe('a yearly report', () => {
  it('is owed for the year of registration first, and for no year before it', () => {
    expect(on('2025-12-31')).toEqual([]);
    expect(on('2026-01-01').map(({ key }) => key)).toEqual(['2025']);
  });

  it('is open to the end of its last day, and overdue on the next', () => {
    expect(on('2026-03-31')[0]?.state).toBe('open');
    expect(on('2026-04-01')[0]?.state).toBe('overdue');
  });

  it('is in time by the day of its first filing', () => {
    expect(on('2026-05-01', { 2025: '2026-03-31' })[0]?.state).toBe('filed');
    expect(on('2026-05-01', { 2025: '2026-04-01' })[0]?.state).toBe('filed_late');
  });

  it('is not owed where its last day lies before the rule, or it does not open yet', () => {
    const asked = { registeredOn, filed: new Map(), today: civilDate('2026-02-01') };
    expect(yearlyDues(rule, { ...asked, ruleFrom: civilDate('2026-04-01') })).toEqual([]);
    expect(yearlyDues({ ...rule, opens: '03-01' }, { ...asked, ruleFrom })).toEqual([]);
  });

  it('is asked about by time on its reminders and behind its last day, and then no more', () => {
    const open = on('2026-01-01');
    const after = (day: string) => nextDutyDay(open, [30, 10], civilDate(day));
    expect(after('2026-01-01')).toBe('2026-03-01');
    expect(after('2026-03-01')).toBe('2026-03-21');
    expect(after('2026-03-21')).toBe('2026-04-01');
    expect(after('2026-04-01')).toBeUndefined();
    expect(nextDutyDay(on('2026-04-02'), [30, 10], civilDate('2026-01-01'))).toBeUndefined();
  });

  it('is reminded of by the newest reminder that is due', () => {
    const [due] = on('2026-03-25');
    if (due === undefined) throw new Error('It is owed.');
    expect(reminderDue(due, [30, 10], civilDate('2026-02-28'))).toBeUndefined();
    expect(reminderDue(due, [30, 10], civilDate('2026-03-01'))).toBe(30);
    expect(reminderDue(due, [10, 30], civilDate('2026-03-25'))).toBe(10);
    expect(reminderDue({ ...due, state: 'filed' }, [30], civilDate('2026-03-25'))).toBeUndefined();
  });
});

describe('a campaign', () => {
  const campaign: CampaignDuty = {
    ...{ kind: 'campaign', longerThan: period('P6M') },
    ...{ every: period('P3M'), afterEnd: period('P3M') },
  };
  const dues = (ends: string, today: string, filed: readonly string[] = []) =>
    campaignDues(campaign, {
      ...{ begins: civilDate('2025-01-10'), ends: civilDate(ends), round: 'down' },
      ...{ today: civilDate(today), filed: filed.map((day) => civilDate(day)) },
    }).map(({ key, lastDay, state }) => `${key} ${lastDay} ${state}`);

  it('of six months is told of once, within three months of its end', () => {
    expect(dues('2025-07-10', '2025-07-09')).toEqual([]);
    expect(dues('2025-07-10', '2025-10-10')).toEqual(['end 2025-10-10 open']);
    expect(dues('2025-07-10', '2025-10-11')).toEqual(['end 2025-10-10 overdue']);
  });

  it('that runs longer is told of every three months as well', () => {
    expect(dues('2025-08-01', '2025-08-01', ['2025-04-01', '2025-07-20'])).toEqual([
      '1 2025-04-10 filed',
      '2 2025-07-10 filed_late',
      'end 2025-11-01 open',
    ]);
  });
});
