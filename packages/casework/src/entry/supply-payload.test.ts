import { describe, expect, it } from 'vitest';

import { isBatchReceipt, isIntakeRequest, isSigningKey } from './supply-payload.ts';

/** Samples as they were written by version 1; they never change. */
const receipt = {
  signed: {
    receipt: {
      format: 'credence-receipt/1',
      batch: '01990000-0000-7000-8000-000000000001',
      fileHash: 'ab'.repeat(32),
      fileName: '处罚决定.xlsx',
      item: 'administrative_penalty',
      mapping: 'none',
      source: 'market_regulation',
      counts: {
        read: 1_200,
        recorded: 1_197,
        known: 0,
        setAside: 0,
        droppedCells: 1_800,
        refused: 3,
        toReview: 0,
      },
      position: 1_628,
      recordedAt: '2026-11-22T05:51:00.000Z',
      edition: { code: 'cn-2026', hash: 'cd'.repeat(32) },
    },
    signature: {
      algorithm: 'Ed25519',
      keyId: '286292e17d38e8ee',
      value:
        'FO-hAkLH2ivCwkrDPflIIBUGee9vbGQGmpgGBhyzSkUnYAGTJvZDNeZHiQLxyoyhZBRatxQalibxsePOjNnyDw',
    },
  },
  report: {
    rowsRead: 1_200,
    expired: 0,
    understood: [{ column: '处罚决定日期', sheet: '2026年处罚', as: 'CF_JDRQ' }],
    dropped: [{ column: '法定代表人', cells: 600, because: 'schema' }],
    notUnderstood: [{ column: '办公室排班' }],
    ignored: [],
    problems: [{ row: 12, sheet: '2026年处罚', column: '代码', code: 'uscc-outer-check' }],
    problemsTotal: 3,
    warnings: [{ code: 'service-not-shown', rows: 3 }],
  },
};
const key = {
  keyId: '286292e17d38e8ee',
  algorithm: 'Ed25519',
  publicKey: '_FHNjmIYoaONpH7QAjDwWAgW7RO6MwOsXeuRFUiQgCU',
};
const request = { account: 'machine:cases', content: 'ef'.repeat(32) };

describe('entries of supplying', () => {
  it('of version 1 are read as they were written', () => {
    expect(isBatchReceipt(receipt)).toBe(true);
    expect(isSigningKey(key)).toBe(true);
    expect(isIntakeRequest(request)).toBe(true);
  });

  it('that say more, or something else, are not taken for them', () => {
    expect(isBatchReceipt({ ...receipt, more: 1 })).toBe(false);
    expect(isSigningKey({ ...key, algorithm: 'RSA' })).toBe(false);
    expect(isIntakeRequest({ ...request, content: 'not hex' })).toBe(false);
  });

  it('that keep what a cell said are not taken for a receipt', () => {
    const [problem] = receipt.report.problems;
    const report = { ...receipt.report, problems: [{ ...problem, value: '91999999' }] };
    expect(isBatchReceipt({ ...receipt, report })).toBe(false);
  });
});
