import { instant, type Instant } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import { addressKey, createTokenBuckets } from './token-bucket.ts';

function bucketsAt(start = 0) {
  let now: Instant = instant(start);
  const rule = { burst: 3, perSecond: 0.5, addresses: 2 };
  const buckets = createTokenBuckets(rule, () => now);
  return {
    take: (address: string) => buckets.take(address),
    wait: (millis: number) => {
      now = instant(now + millis);
    },
  };
}

describe('token buckets', () => {
  it('grants the burst, then says after how many whole seconds the next one is granted', () => {
    const { take, wait } = bucketsAt();
    expect([take('a'), take('a'), take('a')].map(({ kind }) => kind)).toEqual([
      'granted',
      'granted',
      'granted',
    ]);
    expect(take('a')).toEqual({ kind: 'refused', retryAfterSeconds: 2 });
    wait(1999);
    expect(take('a')).toEqual({ kind: 'refused', retryAfterSeconds: 1 });
    wait(1);
    expect(take('a').kind).toBe('granted');
  });

  it('counts every address by itself', () => {
    const { take } = bucketsAt();
    for (let count = 0; count < 3; count += 1) take('a');
    expect(take('a').kind).toBe('refused');
    expect(take('b').kind).toBe('granted');
  });

  it('never holds more than the burst, however long nobody comes', () => {
    const { take, wait } = bucketsAt();
    wait(3_600_000);
    const kinds = Array.from({ length: 4 }, () => take('a').kind);
    expect(kinds.filter((kind) => kind === 'granted')).toHaveLength(3);
  });

  it('forgets the address unseen for longest when there are too many', () => {
    const { take } = bucketsAt();
    for (let count = 0; count < 4; count += 1) take('a');
    take('b');
    take('c');
    expect(take('a').kind).toBe('granted');
  });

  it('does not refill when the clock goes back', () => {
    const { take, wait } = bucketsAt(10_000);
    for (let count = 0; count < 3; count += 1) take('a');
    wait(-5_000);
    expect(take('a').kind).toBe('refused');
  });
});

describe('the key of an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('of %s is %s', (address, key) => {
    expect(addressKey(address)).toBe(key);
  });
});
