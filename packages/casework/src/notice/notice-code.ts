import { sha256Hex } from '@credence/proof';

import { derivedHome } from '../supply/derived-home.ts';

/** Digits of a code: 80 bits, which nobody tries out, and few enough to be typed from paper. */
const codeDigits = 20;
const numberDigits = 8;

/** A fresh code; the salt is what nobody can know. */
export function newCode(noticeId: string, salt: string): string {
  return sha256Hex(`notice code ${noticeId} ${salt}`).slice(0, codeDigits).toUpperCase();
}

/** The short number of a case, as it stands on a notice: the last digits of its id. */
export function caseNumberOf(caseId: string): string {
  return digitsOf(caseId).slice(-numberDigits);
}

/**
 * Where a number and a code lead, if they belong together. Only this digest of both is kept: the same
 * code with another number leads elsewhere, and what is kept does not tell the code.
 */
export function placeOfCode(number: string, code: string): string {
  return derivedHome(`case notice ${caseNumberOf(number)} ${digitsOf(code)}`);
}

/** As it is typed: with or without groups, in either case. */
function digitsOf(text: string): string {
  return text.toUpperCase().replaceAll(/[^0-9A-F]/g, '');
}
