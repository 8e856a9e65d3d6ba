import { describe, expect, it } from 'vitest';

import { createRandomPool } from './random-pool.ts';

describe('the pool of random bytes', () => {
  it('gives every taker other bytes, also across refills', () => {
    const take = createRandomPool();
    const seen = new Set(Array.from({ length: 5_000 }, () => take(16).join()));

    expect(seen.size).toBe(5_000);
  });

  it('refuses more at once than it holds', () => {
    expect(() => createRandomPool()(10_000)).toThrow(RangeError);
  });
});
