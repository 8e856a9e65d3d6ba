import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { numberText } from './number-text.ts';

describe('a number of a workbook as text', () => {
  it.each([
    ['0.123456', '0.123456'],
    ['20', '20'],
    ['-3.50', '-3.50'],
    ['1.1000000000000001', '1.1'],
    ['0.30000000000000004', '0.3'],
    ['9.9999999999999995E-7', '0.000001'],
    ['1E-3', '0.001'],
    ['1.5e3', '1500'],
    ['-2.5E-1', '-0.25'],
    ['123456789012345', '123456789012345'],
    ['202600000000012000000', '202600000000012000000'],
    // An 18-digit code kept as a number has lost its last digits; they do not come back by guessing.
    ['9.1440300192203802E+17', '914403001922038000'],
    ['0', '0'],
    ['0E0', '0'],
    ['1e400', '1e400'],
    ['abc', 'abc'],
    ['', ''],
    ['.', '.'],
  ])('%s becomes %s', (written, text) => {
    expect(numberText(written)).toBe(text);
  });

  it('is what was meant, however a spreadsheet wrote it', () => {
    const millionths = fc.integer({ min: 0, max: 999_999_999_999 });
    fc.assert(
      fc.property(millionths, (amount) => {
        const written = (amount / 1_000_000).toPrecision(17);
        const fraction = String(amount % 1_000_000)
          .padStart(6, '0')
          .replace(/0+$/, '');
        const meant = `${Math.floor(amount / 1_000_000)}${fraction && '.'}${fraction}`;
        expect(numberText(written).replace(/\.?0+$/, '') || '0').toBe(
          meant.replace(/\.?0+$/, '') || '0',
        );
      }),
    );
  });
});
