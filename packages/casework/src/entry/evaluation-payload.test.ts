import { describe, expect, it } from 'vitest';

import { isEvaluation } from './evaluation-payload.ts';

/** As written by the first version; no later one may stop reading it. */
const yearly = {
  evaluationId: 'e1',
  card: 'cn.compliance',
  edition: { code: 'cn-2026', hash: 'ab'.repeat(32) },
  grader: 'development_reform',
  on: '2026-11-01',
  because: 'yearly',
  yearlyOn: '2026-11-01',
  result: 'b',
  records: ['r1', 'r2'],
  inputs: 'cd'.repeat(32),
  upTo: 7,
};
const updated = { ...yearly, evaluationId: 'e2', because: 'repaired', replaces: 'e1' };

describe('an evaluation as it stands in the journal', () => {
  it('is read in its first form', () => {
    expect([yearly, updated].map(isEvaluation)).toEqual([true, true]);
  });

  it.each([
    ['a reason nobody knows', { ...yearly, because: 'because' }],
    ['a fingerprint that is none', { ...yearly, inputs: 'cd' }],
    ['a day that does not exist', { ...yearly, on: '2026-02-30' }],
    ['a key too many', { ...yearly, points: 95 }],
    ['no authority that answers for it', { ...yearly, grader: ' ' }],
  ])('is refused with %s', (_, wrong) => {
    expect(isEvaluation(wrong)).toBe(false);
  });
});
