import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { base64url, fromBase64url } from './base64url.ts';
import { fromHex, toHex } from './hex.ts';

describe('base64url', () => {
  it('agrees with Node and is undone, for every length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
        const text = base64url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64url'));
        expect(fromBase64url(text)).toEqual(bytes);
      }),
    );
  });

  it.each(['A', 'AAAAA', 'AA==', 'A+', 'A/', 'Ä', 'AB', 'AAB'])('refuses "%s"', (text) => {
    expect(() => fromBase64url(text)).toThrow(RangeError);
  });
});

describe('hex', () => {
  it('is undone, and refuses what is none', () => {
    expect(toHex(new Uint8Array([0, 255, 16]))).toBe('00ff10');
    expect(fromHex('00FF10')).toEqual(new Uint8Array([0, 255, 16]));
    expect(() => fromHex('0')).toThrow(Error);
    expect(() => fromHex('zz')).toThrow(Error);
  });
});
