import { describe, expect, it } from 'vitest';

import { isDutyAtDesk, isDutyDemanded, isDutyFiled, isDutyReminded } from './duty-payload.ts';

const what = { duty: 'mca.annual-report', key: '2025' };
const on = '2026-04-02';

/** Entries are never rewritten: what was once written in these forms is read in them for ever. */
const frozen: readonly (readonly [string, (payload: unknown) => boolean, object])[] = [
  [
    'duty-filed@1',
    isDutyFiled,
    {
      ...{ ...what, filingId: 'f1', on, edition: 'cn-2026', by: 'statement', agency: 'civil' },
      fields: {
        activities: '助学',
        income: { amount: 100, currency: 'CNY' },
        staff: 3,
        open: true,
      },
      replaces: 'f0',
    },
  ],
  ['duty-reminded@1', isDutyReminded, { ...what, on, lastDay: '2026-04-30', before: 30 }],
  [
    'duty-demanded@1',
    isDutyDemanded,
    {
      ...{ ...what, demandId: 'd1', on, lastDay: '2026-03-31', list: 'l', item: 'i' },
      ...{ edition: 'cn-2026', agency: 'civil', agencyName: '民政局', number: '1号' },
      served: { on, mode: 'direct' },
    },
  ],
  [
    'duty-at-desk@1',
    isDutyAtDesk,
    { ...what, home: 'h', name: '基金会', code: 'c', lastDay: '2026-03-31', on, state: 'overdue' },
  ],
];

describe('the payloads of duties to report', () => {
  it.each(frozen)('%s is read as it was written', (_, is, sample) => {
    expect(is(sample)).toBe(true);
    expect(is({ ...sample, more: 1 })).toBe(false);
  });
});
