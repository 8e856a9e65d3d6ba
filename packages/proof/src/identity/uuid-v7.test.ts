import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { fromHex } from '../encoding/hex.ts';
import { uuidV7 } from './uuid-v7.ts';

describe('uuidV7', () => {
  it('gives the example of RFC 9562', () => {
    expect(uuidV7(0x017f22e279b0, fromHex('0cc318c4dc0c0c07398f'))).toBe(
      '017f22e2-79b0-7cc3-98c4-dc0c0c07398f',
    );
  });

  it('has version 7 and the variant of the RFC, and sorts by time', () => {
    const millis = fc.integer({ min: 0, max: 2 ** 48 - 1 });
    const random = fc.uint8Array({ minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(millis, millis, random, random, (a, b, first, second) => {
        const [one, two] = [uuidV7(a, first), uuidV7(b, second)];
        expect(one).toMatch(
          /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
        );
        if (a < b) expect(one < two).toBe(true);
      }),
    );
  });

  it('refuses times and random bytes out of range', () => {
    const random = new Uint8Array(10);
    for (const millis of [-1, 0.5, 2 ** 48])
      expect(() => uuidV7(millis, random)).toThrow(RangeError);
    expect(() => uuidV7(0, new Uint8Array(9))).toThrow('9 came');
  });
});
