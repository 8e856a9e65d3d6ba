import { describe, expect, it } from 'vitest';

import { isCaseNotice, isCaseNoticeClosed, isCaseNoticePlace } from './case-notice-payload.ts';

describe('entries of notices with a code', () => {
  it('are read as they were first written', () => {
    // Frozen: entries that are in journals.
    const given = {
      ...{ noticeId: 'n', caseId: 'c', as: 'third-party', place: 1, on: '2026-11-02' },
      by: { official: '王一', agency: 'market', account: 'a' },
    };
    expect(isCaseNotice(given)).toBe(true);
    expect(isCaseNoticeClosed({ noticeId: 'n', on: '2026-11-03' })).toBe(true);
    expect(isCaseNoticePlace({ noticeId: 'n', caseId: 'c', home: 'h' })).toBe(true);
  });

  it('hold neither a name nor the code', () => {
    const given = { noticeId: 'n', caseId: 'c', as: 'creditor', place: 1, on: '2026-11-02' };
    const by = { official: '王一', agency: 'market' };
    expect(isCaseNotice({ ...given, by, name: '赵一' })).toBe(false);
    expect(isCaseNotice({ ...given, by, code: 'ABCD' })).toBe(false);
    expect(isCaseNoticePlace({ noticeId: 'n', caseId: 'c', home: 'h', code: 'ABCD' })).toBe(false);
  });
});
