import { instant } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import { createUuidSource } from './uuid-source.ts';

describe('createUuidSource', () => {
  it('makes ids that grow within one millisecond and under a clock that goes back', () => {
    let now = 1_780_000_000_000;
    const next = createUuidSource(() => instant(now));
    const ids = Array.from({ length: 10_000 }, (_, index) => {
      if (index % 1000 === 999) now += index % 2000 === 999 ? 5 : -50;
      return next();
    });
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
