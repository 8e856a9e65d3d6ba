import { describe, expect, it } from 'vitest';

import {
  isAccount,
  isAccountEnded,
  isBudgetAlarm,
  isMandate,
  isMandateEnded,
} from './account-payload.ts';

// Frozen as they were first written: entries are never rewritten.
const samples = {
  'account@1': {
    account: 'a-1',
    kind: 'official',
    name: '林书澜',
    issuer: 'https://id.example',
    subject: 'u-17',
    agency: 'market_regulation',
    roles: ['case_officer'],
    scopes: [],
    from: '2026-05-04',
    until: '2027-05-04',
  },
  'account-ended@1': { account: 'a-1', on: '2026-06-01', reason: 'left the agency' },
  'mandate@1': {
    mandate: 'm-1',
    name: '梅映雪',
    issuer: 'https://id.example',
    subject: 'u-18',
    identifier: { scheme: 'uscc', value: '91999999MA3K7T2X0J' },
    from: '2026-05-04',
  },
  'mandate-ended@1': { mandate: 'm-1', on: '2026-06-01', reason: 'withdrawn' },
  'budget-alarm@1': { account: 'a-1', by: 'reader', limit: 19, day: '2026-05-04' },
} as const;

const readers = {
  'account@1': isAccount,
  'account-ended@1': isAccountEnded,
  'mandate@1': isMandate,
  'mandate-ended@1': isMandateEnded,
  'budget-alarm@1': isBudgetAlarm,
} as const;

describe('entries about accounts', () => {
  it.each(Object.keys(samples) as (keyof typeof samples)[])(
    '%s is read as it was written',
    (kind) => {
      expect(readers[kind](samples[kind])).toBe(true);
    },
  );

  it('a field that nobody knows is refused', () => {
    for (const [kind, sample] of Object.entries(samples)) {
      const strange = { ...sample, grade: 'A' };
      expect(readers[kind as keyof typeof readers](strange), kind).toBe(false);
    }
  });
});
