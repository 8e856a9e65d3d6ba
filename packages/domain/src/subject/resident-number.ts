import { fromParts } from '../time/civil-date.ts';

import { plainIdentifier } from './identifier.ts';

/** Whether a text is a resident identity number; never which, and never stored. */
export type ResidentNumberCheck =
  | { readonly kind: 'valid' }
  | {
      readonly kind: 'invalid';
      readonly because: 'length' | 'alphabet' | 'division' | 'birth-date' | 'check';
    };

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';
const PROVINCES = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9[1-8])/;
const CANDIDATE = /(?<!\d)\d{17}[\dXx](?!\d)/g;

/**
 * Decides whether a text is a resident identity number of 18 characters, only so that it can be
 * dropped or refused: Credence stores no such number. The old form of 15 digits has no check and is
 * not recognised. The outcome repeats no part of the number, since it may reach a log.
 *
 * Legal source: GB 11643-1999, ISO 7064 MOD 11-2.
 */
export function checkResidentNumber(text: string): ResidentNumberCheck {
  const value = plainIdentifier(text);
  if (value.length !== 18) return { kind: 'invalid', because: 'length' };
  if (!/^\d{17}[\dX]$/.test(value)) return { kind: 'invalid', because: 'alphabet' };
  if (!PROVINCES.test(value)) return { kind: 'invalid', because: 'division' };
  const year = Number(value.slice(6, 10));
  const born = fromParts(year, Number(value.slice(10, 12)), Number(value.slice(12, 14)));
  if (born === undefined || year < 1800 || year > 2099) {
    return { kind: 'invalid', because: 'birth-date' };
  }
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(value.charAt(i)), 0);
  if (CHECK_CHARACTERS.charAt(sum % 11) !== value.charAt(17)) {
    return { kind: 'invalid', because: 'check' };
  }
  return { kind: 'valid' };
}

/**
 * The display mask of a resident number: its first three characters and the last, everything
 * between them as `*`, so that neither birth date nor sex can be read. A text of fewer than eight
 * characters is masked whole.
 */
export function maskResidentNumber(text: string): string {
  const value = plainIdentifier(text);
  if (value.length < 8) return '*'.repeat(value.length);
  return value.slice(0, 3) + '*'.repeat(value.length - 4) + value.slice(-1);
}

/**
 * Whether a text may hold so many digits once it is narrowed: a quick look before a thorough one.
 * Only of characters that are known to become no digit is it said that they are none.
 */
export function mayHoldDigits(text: string, least: number): boolean {
  let digits = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit >= 0x30 && unit <= 0x39) digits += 1;
    else if (unit > 0x7e && !isNeverDigit(unit)) return true;
  }
  return digits >= least;
}

/** Han, and the punctuation of Chinese texts in full width. */
function isNeverDigit(unit: number): boolean {
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3001 && unit <= 0x3015) ||
    (unit >= 0x2018 && unit <= 0x201d) ||
    (unit >= 0xff01 && unit <= 0xff0f) ||
    (unit >= 0xff1a && unit <= 0xff1f)
  );
}

/**
 * Whether a resident number stands anywhere in a text, for the border's scan of free text; blanks
 * and hyphens inside the number do not hide it. A unified code that happens to hold a birth date and
 * to pass the check is taken for one too: a false alarm is seen and cleared, a leak is not.
 */
export function looksLikeResidentNumber(text: string): boolean {
  if (!mayHoldDigits(text, 17)) return false;
  const narrowed = text.normalize('NFKC');
  const joined = narrowed.replace(/(?<=\d)[\s-]+(?=[\dXx])/g, '');
  const candidates = [...narrowed.matchAll(CANDIDATE), ...joined.matchAll(CANDIDATE)];
  return candidates.some(([candidate]) => checkResidentNumber(candidate).kind === 'valid');
}
