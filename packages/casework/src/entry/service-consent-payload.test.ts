import { describe, expect, it } from 'vitest';

import { isServiceConsent } from './service-consent-payload.ts';

/** As written by the first version; no later one may stop reading it. */
const by = { kind: 'party', as: 'subject', name: '示例公司', account: 'a1' };
const until = '2028-01-05';
const given = { kind: 'given', on: '2026-01-05', until, by, mail: 'office@firm.example' };
const revoked = { kind: 'revoked', on: '2026-02-05', by };

describe('a consent to electronic service as it stands in the journal', () => {
  it('is read in its first form', () => {
    expect([given, revoked, { ...given, mail: undefined }].map(isServiceConsent)).toEqual([
      ...[true, true, false],
    ]);
  });

  it.each([
    ['an address that is none', { ...given, mail: 'nobody' }],
    ['two addresses', { ...given, mail: 'a@b.example, c@d.example' }],
    ['no end', { ...given, until: undefined }],
    ['a day that does not exist', { ...given, on: '2026-02-30' }],
    ['a key too many', { ...revoked, mail: 'office@firm.example' }],
    ['nobody who says it', { ...revoked, by: undefined }],
  ])('is refused with %s', (_, wrong) => {
    expect(isServiceConsent(wrong)).toBe(false);
  });
});
