import { describe, expect, it } from 'vitest';

import { isErrorReportAnswered, isErrorReported } from './error-report-payload.ts';
import {
  isIdentityReview,
  isIdentityReviewEnded,
  isMatterClosed,
  isMatterDeclined,
  isMatterOpened,
  isMatterProposed,
} from './matter-payload.ts';

const record = {
  recordId: 'r1',
  item: 'penalty',
  edition: 'town-2026',
  takenInOn: '2026-05-04',
  batchId: 'b1',
  row: 2,
  subject: {
    name: '望澜商行',
    kind: 'organisation',
    identifiers: [{ scheme: 'uscc', value: 'X' }],
  },
  provider: { code: 'town_office', name: '示例镇办公室' },
  decidedOn: '2026-03-02',
  service: { kind: 'not-shown' },
  facts: { violation_type: '虚假宣传' },
};
const by = { official: '王一', agency: 'town_office', role: 'registrar', account: 'a1' };

/** Entries as they were first written. They are never rewritten, so these never change. */
const samples = [
  {
    kind: 'matter-opened@1',
    is: isMatterOpened,
    payload: {
      matterId: 'm1',
      kind: 'identity',
      agency: 'town_office',
      on: '2026-05-04',
      file: { name: 'penalties.csv', hash: '00' },
      batchId: 'b1',
      key: '["X","1"]',
      contentHash: '11',
      record,
      identity: {
        about: 'code',
        pairs: [
          {
            name: '望澜商行',
            other: '浦西商行',
            verdict: 'different',
            components: [{ component: 'trade-name', relation: 'contradictory', a: '望', b: '浦' }],
          },
        ],
        ownHome: 'h2',
        provisionalHome: 'h3',
      },
    },
  },
  {
    kind: 'matter-proposed@1',
    is: isMatterProposed,
    payload: {
      matterId: 'm1',
      choice: 'take',
      reason: '原件复核。',
      basis: ['town-act#art-1'],
      on: '2026-05-04',
      by,
    },
  },
  {
    kind: 'matter-declined@1',
    is: isMatterDeclined,
    payload: { matterId: 'm1', reason: '原件不清。', on: '2026-05-04', by },
  },
  {
    kind: 'matter-closed@1',
    is: isMatterClosed,
    payload: {
      matterId: 'm1',
      choice: 'take',
      result: 'corrected',
      on: '2026-05-04',
      by,
      recordId: 'r1',
      home: 'h1',
    },
  },
  {
    kind: 'identity-review@1',
    is: isIdentityReview,
    payload: { matterId: 'm1', matterHome: 'h1', on: '2026-05-04', until: '2027-05-04' },
  },
  {
    kind: 'identity-review-ended@1',
    is: isIdentityReviewEnded,
    payload: { matterId: 'm1', on: '2026-05-05' },
  },
  {
    kind: 'error-report@1',
    is: isErrorReported,
    payload: {
      number: 'ABCDE-FGHJK',
      codeHash: '22',
      recordId: 'r1',
      field: 'fine',
      text: '金额不符。',
      on: '2026-05-04',
      agency: 'town_office',
    },
  },
  {
    kind: 'error-report-answered@1',
    is: isErrorReportAnswered,
    payload: { number: 'ABCDE-FGHJK', result: 'right', text: '已核对。', on: '2026-05-05', by },
  },
] as const;

describe.each(samples)('$kind', ({ is, payload }) => {
  it('is read as it was first written', () => {
    expect(is(payload)).toBe(true);
  });

  it('is no other entry: without a field, or with one more, it is not read', () => {
    expect(is({ ...payload, more: 1 })).toBe(false);
    const rest = Object.fromEntries(Object.entries(payload).slice(1));
    expect(is(rest)).toBe(false);
  });
});
