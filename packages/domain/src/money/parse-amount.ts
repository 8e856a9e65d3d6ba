import { minorDigits, type Money } from './money.ts';

/** In which unit a column counts: the currency's own, or 10,000 of it (万元). */
export type AmountUnit = 'base' | 'ten-thousand';

/** Why a text is no sum: no decimal number, finer than the minor unit, too large, below zero. */
export type AmountRefusal = 'not-a-number' | 'too-precise' | 'too-large' | 'negative';

/** What `parseAmount` makes of a text. */
export type AmountOutcome =
  | { readonly kind: 'amount'; readonly money: Money }
  | {
      readonly kind: 'refused';
      readonly because: AmountRefusal;
      /** The text as it stood in the file. */
      readonly received: string;
      /** How many decimal places are exact in this unit: 6 for 万元, 2 for yuan. */
      readonly decimalsMax: number;
    };

const PLAIN = /^\d+(?:\.\d*)?$|^\.\d+$/;
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;

/**
 * Reads a sum from decimal text exactly: no binary fraction is ever involved, and a text that has
 * no exact value in minor units is refused, not rounded.
 *
 * `2.5` in units of 10,000 CNY is 2,500,000 fen; six decimal places are exact there, and zeros
 * behind them change nothing. Full-width digits, blanks around, and thousands separators in groups
 * of three are accepted; signs of currency, exponents and other groupings are not.
 *
 * @throws RangeError when the currency is not a code of ISO 4217
 */
export function parseAmount(
  text: string,
  column: { readonly currency: string; readonly unit: AmountUnit },
): AmountOutcome {
  const decimalsMax = minorDigits(column.currency) + (column.unit === 'ten-thousand' ? 4 : 0);
  const refused = (because: AmountRefusal): AmountOutcome => ({
    kind: 'refused',
    because,
    received: text,
    decimalsMax,
  });

  // A minus may be the hyphen, U+2212 or full width; the last becomes a hyphen by NFKC.
  const written = text.normalize('NFKC').trim();
  const unsigned = written.replace(/^[-\u2212]\s*/, '');
  if (!PLAIN.test(unsigned) && !GROUPED.test(unsigned)) return refused('not-a-number');
  if (unsigned !== written) return refused('negative');

  const [whole = '', fraction = ''] = unsigned.replaceAll(',', '').split('.');
  if (/[1-9]/.test(fraction.slice(decimalsMax))) return refused('too-precise');
  const minor = whole + fraction.slice(0, decimalsMax).padEnd(decimalsMax, '0');
  const amount = Number(minor.replace(/^0+(?=\d)/, ''));
  if (!Number.isSafeInteger(amount)) return refused('too-large');
  return { kind: 'amount', money: { amount, currency: column.currency } };
}
