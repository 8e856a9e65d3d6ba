import { describe, expect, it } from 'vitest';

import { civilDate } from '../time/civil-date.ts';
import { retentionEnd, type RetentionRule } from './retention.ts';

const record = { decidedOn: civilDate('2026-04-10'), takenInOn: civilDate('2026-04-20') };
const rule: RetentionRule = {
  from: 'conduct_ended',
  atMost: { unit: 'months', count: 60 },
  round: 'down',
};

describe('retentionEnd', () => {
  it.each([
    ['decided', '2031-04-10'],
    ['taken_in', '2031-04-20'],
    ['conduct_ended', '2031-02-28'],
  ] as const)('runs from the day %s', (from, end) => {
    const known = { ...record, conductEndedOn: civilDate('2026-02-28') };
    expect(retentionEnd(known, { ...rule, from })).toBe(end);
  });

  it('takes the decision for the end of a conduct that nobody stated', () => {
    expect(retentionEnd(record, rule)).toBe('2031-04-10');
  });
});
