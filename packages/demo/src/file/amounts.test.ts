import { parseAmount } from '@credence/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { inTenThousands } from './amounts.ts';

describe('an amount in units of 10,000 yuan', () => {
  it.each([
    [20_000, '2.000000'],
    [15_633.5, '1.563350'],
    [50, '0.005000'],
    [0.01, '0.000001'],
  ])('%d yuan is %s', (yuan, text) => {
    expect(inTenThousands(yuan)).toBe(text);
  });

  it('says the fen that was meant', () => {
    const fen = fc.integer({ min: 0, max: 10_000_000_000 });
    fc.assert(
      fc.property(fen, (amount) => {
        const parsed = parseAmount(inTenThousands(amount / 100), {
          currency: 'CNY',
          unit: 'ten-thousand',
        });
        expect(parsed).toMatchObject({ kind: 'amount', money: { amount } });
      }),
    );
  });
});
