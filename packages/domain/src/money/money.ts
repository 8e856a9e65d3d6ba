/** A sum of money: `amount` is a safe integer of minor units (fen, cents), never a fraction. */
export type Money = {
  readonly amount: number;
  /** Three letters of ISO 4217. */
  readonly currency: string;
};

/** Currencies of ISO 4217 whose minor unit is not a hundredth. */
const MINOR_DIGITS: ReadonlyMap<string, number> = new Map([
  ...['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF'].map(zeroDigits),
  ...['UGX', 'UYI', 'VND', 'VUV', 'XAF', 'XOF', 'XPF'].map(zeroDigits),
  ...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map(threeDigits),
]);

function zeroDigits(currency: string): [string, number] {
  return [currency, 0];
}

function threeDigits(currency: string): [string, number] {
  return [currency, 3];
}

/**
 * Decimal places of a currency's minor unit: 2 for CNY and USD, 0 for JPY, 3 for KWD.
 *
 * @throws RangeError when the code is not three capital letters
 */
export function minorDigits(currency: string): number {
  if (!/^[A-Z]{3}$/.test(currency)) {
    throw new RangeError(`"${currency}" is not a currency; write three letters of ISO 4217.`);
  }
  return MINOR_DIGITS.get(currency) ?? 2;
}

/**
 * Writes a sum as a plain decimal of whole units, `20000.00` for 2,000,000 fen, without separators
 * and without the currency.
 *
 * @throws RangeError when the amount is not a safe integer
 */
export function formatAmount(money: Money): string {
  if (!Number.isSafeInteger(money.amount)) {
    throw new RangeError(`${money.amount} is not a whole number of minor units.`);
  }
  const places = minorDigits(money.currency);
  const sign = money.amount < 0 ? '-' : '';
  const text = String(Math.abs(money.amount)).padStart(places + 1, '0');
  if (places === 0) return sign + text;
  return `${sign}${text.slice(0, -places)}.${text.slice(-places)}`;
}
