import { describe, expect, it } from 'vitest';

import { readRegionCodes } from './region-codes.ts';

describe('readRegionCodes', () => {
  const codes = readRegionCodes();

  it('knows provinces, cities, counties and the national authority', () => {
    for (const code of ['440000', '440300', '110108', '100000']) expect(codes).toContain(code);
  });

  it('knows divisions that were abolished since', () => {
    // Chongwen and Xuanwu districts of Beijing, merged away in 2010.
    expect(codes).toContain('110103');
    expect(codes).toContain('110104');
  });

  it('does not know the region of the demo city', () => {
    expect(codes).not.toContain('999999');
    expect(codes.size).toBeGreaterThan(3_000);
  });
});
