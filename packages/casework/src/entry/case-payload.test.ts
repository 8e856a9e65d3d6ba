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
  {
    ...{ kind: 'opened', ...head, desks: { own: 'market' } },
    matter: { case: 'pledge', pledge: 'cn.food-business-licence', number: '1号', reuses: 'c0' },
  },
  { kind: 'ordinary-chosen', ...head, by: { kind: 'party', as: 'subject', name: '公司' } },
  { kind: 'excluded', ...head, document: { number: '1号' }, reason: '属于', grounds: ['a'] },
  { kind: 'granted-on-pledge', ...head, document: { number: '1号' }, reason: '符合' },
  { kind: 'check-set', ...head, dueOn: '2024-02-09' },
  { kind: 'seen-kept', ...head, seenOn: '2024-01-09', seen: '符合' },
  { kind: 'seen-unkept', ...head, seenOn: '2024-01-09', seen: '不符合', unmet: ['premises'] },
  { kind: 'put-right', ...head, proof: '照片' },
  { kind: 'mended', ...head, document: { number: '2号' }, reason: '已符合' },
  {
    ...{ kind: 'opened', ...head, desks: { own: 'market' } },
    matter: {
      ...{ case: 'inspection', checklist: 'cn.food', draw: 'd0', inspectors: ['甲', '乙'] },
      ...{ from: '2024-01-08', until: '2024-03-31' },
    },
  },
  {
    ...{ kind: 'opened', ...head, desks: { own: 'market' } },
    matter: {
      ...{ case: 'inspection', checklist: 'cn.food', also: ['cn.work-safety'] },
      ...{ inspectors: ['甲'], from: '2024-01-08', until: '2024-03-31' },
    },
  },
  { kind: 'visited-clear', ...head, visitedOn: '2024-01-09', inspectors: ['甲'], skipped: ['a'] },
  {
    ...{ kind: 'visited-faults', ...head, visitedOn: '2024-01-09', inspectors: ['甲', '乙'] },
    ...{ skipped: [], unmet: ['storage'], seen: '发现过期食品' },
  },
  { kind: 'nobody-met', ...head, triedOn: '2024-01-09', note: '大门关闭' },
  { kind: 'visit-refused', ...head, triedOn: '2024-01-09', note: '不让进入' },
  { kind: 'postponed', ...head, until: '2024-02-09', reason: '停业装修' },
  {
    kind: 'joined',
    ...head,
    draw: 'd2',
    from: '2026-06-01',
    until: '2026-06-30',
    also: ['cn.work-safety'],
  },
  { kind: 'inspector-replaced', ...head, inspector: '甲', instead: '丙', reason: '回避' },
  { kind: 'seen-right', ...head, visitedOn: '2024-02-09', seen: '已清理' },
  { kind: 'seen-faulty', ...head, visitedOn: '2024-02-09', seen: '未清理', unmet: ['storage'] },
  { kind: 'referred', ...head, to: '执法大队', document: { number: '3号' }, reason: '逾期未改正' },
  { kind: 'decision-linked', ...head, recordId: 'r0' },
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
