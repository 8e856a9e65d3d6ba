import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { formatAmount, minorDigits } from './money.ts';
import { parseAmount, type AmountUnit } from './parse-amount.ts';

const wan = (text: string) => parseAmount(text, { currency: 'CNY', unit: 'ten-thousand' });
const yuan = (text: string) => parseAmount(text, { currency: 'CNY', unit: 'base' });

describe('parseAmount', () => {
  it.each([
    ['2', 2_000_000],
    ['2.5', 2_500_000],
    ['0.000001', 1],
    ['0.1', 100_000],
    ['0', 0],
    ['2.', 2_000_000],
    ['.5', 500_000],
    ['1,234.5', 1_234_500_000],
    ['１，２３４．５', 1_234_500_000],
    [' 0.300000 ', 300_000],
    ['0.30000000000', 300_000],
    ['007', 7_000_000],
    ['9007199254.740991', Number.MAX_SAFE_INTEGER],
  ])('reads %s of 10,000 yuan as %i fen', (text, amount) => {
    expect(wan(text)).toEqual({ kind: 'amount', money: { amount, currency: 'CNY' } });
  });

  it.each([
    ['0.29', 29],
    ['1.1', 110],
    ['20000', 2_000_000],
    ['1,000,000.01', 100_000_001],
  ])('reads %s yuan as %i fen', (text, amount) => {
    expect(yuan(text)).toMatchObject({ kind: 'amount', money: { amount } });
  });

  it.each([
    ['0.0000001', 'too-precise'],
    ['1.2345678', 'too-precise'],
    ['-1', 'negative'],
    ['－1', 'negative'],
    ['\u22121.5', 'negative'],
    ['9007199254.740992', 'too-large'],
    ['99999999999999999999999999', 'too-large'],
    ['9'.repeat(400), 'too-large'],
    ['', 'not-a-number'],
    ['.', 'not-a-number'],
    ['2万', 'not-a-number'],
    ['¥2', 'not-a-number'],
    ['1e3', 'not-a-number'],
    ['1,23', 'not-a-number'],
    ['1,2345', 'not-a-number'],
    ['12,34,567', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    ['-abc', 'not-a-number'],
    ['+1', 'not-a-number'],
    ['Infinity', 'not-a-number'],
  ])('refuses %s of 10,000 yuan as %s', (text, because) => {
    expect(wan(text)).toEqual({ kind: 'refused', because, received: text, decimalsMax: 6 });
  });

  it('is exact to the fen in yuan and refuses the third decimal', () => {
    expect(yuan('0.010')).toMatchObject({ kind: 'amount', money: { amount: 1 } });
    expect(yuan('0.005')).toMatchObject({
      kind: 'refused',
      because: 'too-precise',
      decimalsMax: 2,
    });
  });

  it('knows currencies without and with three decimal places', () => {
    const read = (currency: string, unit: AmountUnit) => parseAmount('1.5', { currency, unit });
    expect(read('JPY', 'base')).toMatchObject({ kind: 'refused', because: 'too-precise' });
    expect(read('JPY', 'ten-thousand')).toMatchObject({ money: { amount: 15_000 } });
    expect(read('KWD', 'base')).toMatchObject({ money: { amount: 1500 } });
  });

  it('reads back every sum that formatAmount writes', () => {
    const anyAmount = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
    fc.assert(
      fc.property(anyAmount, fc.constantFrom('CNY', 'JPY', 'KWD'), (amount, currency) => {
        const money = { amount, currency };
        expect(parseAmount(formatAmount(money), { currency, unit: 'base' })).toEqual({
          kind: 'amount',
          money,
        });
      }),
    );
  });

  it('gives in 10,000 yuan what moving the point by four places gives in yuan', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (fen) => {
        const digits = String(fen).padStart(7, '0');
        expect(wan(`${digits.slice(0, -6)}.${digits.slice(-6)}`)).toEqual(
          yuan(`${digits.slice(0, -2)}.${digits.slice(-2)}`),
        );
      }),
    );
  });
});

describe('formatAmount', () => {
  it.each([
    [2_000_000, 'CNY', '20000.00'],
    [1, 'CNY', '0.01'],
    [0, 'CNY', '0.00'],
    [-150, 'CNY', '-1.50'],
    [5, 'JPY', '5'],
    [1, 'KWD', '0.001'],
  ])('writes %i minor units of %s as %s', (amount, currency, text) => {
    expect(formatAmount({ amount, currency })).toBe(text);
  });

  it('refuses what is no sum', () => {
    expect(() => formatAmount({ amount: 0.5, currency: 'CNY' })).toThrow(RangeError);
    expect(() => formatAmount({ amount: 1, currency: 'yuan' })).toThrow(RangeError);
  });
});

describe('minorDigits', () => {
  it('refuses what is no currency code', () => {
    expect(minorDigits('USD')).toBe(2);
    expect(() => minorDigits('元')).toThrow('ISO 4217');
  });
});
