import { describe, expect, it } from 'vitest';

import { isImpactReport } from './impact-payload.ts';

const edition = (code: string) => ({
  code,
  title: { zh: '全国规则', en: 'National rules' },
  hash: 'ab'.repeat(32),
  inForceFrom: '2026-04-01',
  inForceUntil: 'none',
});

const table = {
  rows: [{ code: 'a', title: { zh: 'A类', en: 'A' } }],
  columns: [{ code: 'worse' }],
  counts: { cells: [[null]], rowTotals: [12], columnTotals: [null], total: 120 },
};

/** A sample as it was written by version 1; it never changes. */
const sample = {
  report: {
    form: 'credence-impact/1',
    asOf: '2026-11-22',
    knownAt: '2026-11-22T05:51:00.000Z',
    baseline: edition('cn-2026'),
    draft: edition('cn-2027'),
    programs: [
      {
        program: { kind: 'risk-class', id: 'cn.inspection', title: { zh: '分类', en: 'Class' } },
        ...{ transitions: table, causes: table, bySector: table, bySize: table },
        byRegion: { rows: [], columns: [] },
        exits: table,
        medianDaysToExit: 29,
        notEvaluated: 14,
      },
    ],
    notCompared: ['scale:cn.tax'],
    guards: {
      new: [
        {
          ...{ rule: 'L13', card: 'value:publicity', field: 'values.1' },
          message: { zh: '依据尚未核实。', en: 'The basis is not confirmed.' },
        },
      ],
      gone: [],
    },
  },
  hash: 'cd'.repeat(32),
  signature: { keyId: '286292e17d38e8ee', signature: 'A'.repeat(86) },
};

describe('a report on impact as the journal holds it', () => {
  it('is read as it was written by version 1', () => {
    expect(isImpactReport(sample)).toBe(true);
  });

  it.each([
    ['a name of anyone', { ...sample, movers: ['望澜贸易'] }],
    ['another form', { ...sample, report: { ...sample.report, form: 'credence-impact/2' } }],
    [
      'a negative count',
      { ...sample, report: { ...sample.report, programs: [{ notEvaluated: -1 }] } },
    ],
    ['no signature', { report: sample.report, hash: sample.hash }],
  ])('is refused with %s', (_, payload) => {
    expect(isImpactReport(payload)).toBe(false);
  });
});
