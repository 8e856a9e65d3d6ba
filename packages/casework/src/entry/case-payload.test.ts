import { describe, expect, it } from 'vitest';

import { caseEntryKind, isCaseAction } from './case-payload.ts';

const head = {
  caseId: 'c1',
  on: '2024-01-09',
  by: { kind: 'official', official: '王一', agency: 'market', role: 'case_officer' },
};

/** As they stand in journals; a version is never changed, only followed by another. */
const frozen = [
  {
    kind: 'opened',
    ...head,
    desks: { own: 'market', review: 'review_office' },
    matter: {
      ...{ case: 'listing', list: 'samr.serious-violations', recordId: 'p1' },
      ...{ document: { number: '1号' }, conductOn: '2023-11-01', reason: '严重' },
      ...{ basis: ['samr-order-44-2021#art-2'], evidence: ['决定书'], measures: [] },
    },
  },
  {
    kind: 'noticed',
    ...head,
    document: { number: '1号' },
    told: [],
    measures: [],
    reason: '拟列入',
  },
  {
    ...{ kind: 'served', ...head, paper: 'notice', mode: 'in_person' },
    ...{ servedOn: '2024-01-09', proof: '回证' },
  },
  {
    ...{ kind: 'drafted', ...head, document: { number: '2号' }, basis: ['a#b'], reason: '列入' },
    ...{
      answers: [{ point: 1, text: '不成立', outcome: 'refused' }],
      measures: [],
      told: ['exit'],
    },
  },
  { kind: 'pledged', ...head, by: { kind: 'party', as: 'subject', name: '公司' }, pledge: '承诺' },
];

describe('the payload of an act', () => {
  it.each(frozen)('of $kind is read as it was written', (sample) => {
    expect(isCaseAction(sample)).toBe(true);
    expect(caseEntryKind('served')).toBe('case-served@1');
  });

  it.each(frozen)(
    'of $kind is refused with a part too many, one too few, or a day that is none',
    (sample) => {
      expect(isCaseAction({ ...sample, more: 1 })).toBe(false);
      expect(isCaseAction({ ...sample, on: '2024-02-30' })).toBe(false);
      expect(isCaseAction({ ...sample, by: undefined })).toBe(false);
    },
  );
});
