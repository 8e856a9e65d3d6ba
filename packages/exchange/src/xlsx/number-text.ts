/** A spreadsheet shows and keeps this many digits; what stands beyond is noise of binary fractions. */
const DIGITS_MAX = 15;
const EXPONENT_MAX = 40;
const NOUGHTS_AT_END = /\.?0+$/;
const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;

/**
 * A number of a workbook as plain decimal text. Exactly as written where it has at most 15 digits
 * (`0.123456`); `1.1000000000000001`, as files hold 1.1, becomes `1.1`; exponents are written out.
 * Text that is no number comes back unchanged.
 */
export function numberText(written: string): string {
  const trimmed = written.trim();
  const parts = NUMBER.exec(trimmed);
  if (!parts) return written;
  const [, sign = '', whole = '', fraction = '', exponent] = parts;
  if (whole === '' && fraction === '') return written;
  const digits = (whole + fraction).replace(/^0+/, '');
  if (digits.replace(/0+$/, '').length > DIGITS_MAX) {
    const rounded = numberText(Number(trimmed).toPrecision(DIGITS_MAX));
    return rounded.includes('.') ? rounded.replace(NOUGHTS_AT_END, '') : rounded;
  }
  if (exponent === undefined && fraction.length <= DIGITS_MAX) return trimmed;
  const power = Number(exponent ?? 0);
  if (Math.abs(power) > EXPONENT_MAX) return written;
  return (sign === '-' ? '-' : '') + shift({ whole, fraction, power });
}

function shift(number: {
  readonly whole: string;
  readonly fraction: string;
  readonly power: number;
}): string {
  const { whole, fraction, power } = number;
  const digits = whole + fraction;
  const point = whole.length + power;
  const padded =
    point <= 0
      ? '0'.repeat(1 - point) + digits
      : digits + '0'.repeat(Math.max(0, point - digits.length));
  const split = Math.max(1, point);
  const before = padded.slice(0, split).replace(/^0+(?=\d)/, '');
  const after = padded.slice(split).replace(/0+$/, '');
  return after === '' ? before : `${before}.${after}`;
}
