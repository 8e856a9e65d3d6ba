import { describe, expect, it } from 'vitest';

import { isReport, isReportPlace } from './report-payload.ts';

describe('entries of reports', () => {
  it('are read as they were first written', () => {
    // Frozen: entries that are in journals.
    const report = {
      ...{ reportId: 'r', code: '0123456789ABCDEF0123', on: '2026-11-02', from: '2023-11-02' },
      ...{ subject: { name: '示例公司', code: '91999999MA3K7T2X0J' }, edition: 'cn-2026' },
      sources: [{ title: { zh: '行政处罚' }, agency: { zh: '市监局' }, lastOn: '2026-10-01' }],
      readers: [{ agency: { zh: '市监局' }, purpose: 'consultation', lastOn: '2026-10-02' }],
    };
    expect(isReport(report)).toBe(true);
    expect(isReport({ ...report, records: 0 })).toBe(false);
    expect(isReportPlace({ reportId: 'r', home: 'h' })).toBe(true);
  });
});
