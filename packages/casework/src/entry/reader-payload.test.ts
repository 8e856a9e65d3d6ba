import { describe, expect, it } from 'vitest';

import { isAcknowledged, isReaderKey, isReaderKeyEnded } from './reader-payload.ts';

// Frozen as they were first written: entries are never rewritten.
const samples = {
  'reader-key@1': {
    account: '019a0000-0000-7000-8000-000000000001',
    holder: '望澜日报社',
    purpose: 'journalism',
    keyHash: 'a'.repeat(64),
    from: '2026-11-20',
  },
  'reader-key-ended@1': { account: '019a0000-0000-7000-8000-000000000001', on: '2026-12-01' },
  'withdrawals-acknowledged@1': {
    account: '019a0000-0000-7000-8000-000000000001',
    timepoint: 't1-mi0wwow0-fuh',
    on: '2026-11-21',
  },
} as const;

const readers = {
  'reader-key@1': isReaderKey,
  'reader-key-ended@1': isReaderKeyEnded,
  'withdrawals-acknowledged@1': isAcknowledged,
} as const;

describe('entries about readers of data in bulk', () => {
  it.each(Object.keys(samples) as (keyof typeof samples)[])('%s is read as written', (kind) => {
    expect(readers[kind](samples[kind])).toBe(true);
  });

  it('a field that nobody knows is refused, and so is a key that is not hashed', () => {
    for (const [kind, sample] of Object.entries(samples)) {
      const strange = { ...sample, address: 'x' };
      expect(readers[kind as keyof typeof readers](strange), kind).toBe(false);
    }
    expect(isReaderKey({ ...samples['reader-key@1'], keyHash: 'ck_secret' })).toBe(false);
  });
});
