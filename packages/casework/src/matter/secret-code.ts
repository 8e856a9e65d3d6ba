import { sha256Hex } from '@credence/proof';

/** Letters and digits that nobody mistakes for each other when a code is read aloud. */
const alphabet = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/** Characters of a number by which a report is named, and of the code that opens it. */
const numberLength = 10;
const codeLength = 16;

/** A number and a follow-up code for a report, from fresh randomness; neither says anything. */
export function drawNumberAndCode(salt: () => string): {
  readonly number: string;
  readonly code: string;
} {
  return {
    number: grouped(lettersOf(salt(), numberLength), 5),
    code: grouped(lettersOf(salt(), codeLength), 4),
  };
}

function lettersOf(salt: string, length: number): string {
  const digest = sha256Hex(`report code ${salt}`);
  let rest = BigInt(`0x${digest}`);
  const base = BigInt(alphabet.length);
  let letters = '';
  while (letters.length < length) {
    letters += alphabet[Number(rest % base)] ?? '';
    rest /= base;
  }
  return letters;
}

function grouped(letters: string, size: number): string {
  return letters.match(new RegExp(`.{1,${size}}`, 'g'))?.join('-') ?? letters;
}

/** A number or code as someone typed it: case, blanks and hyphens do not count. */
export function tidyCode(typed: string, size: number): string {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  return grouped(letters.slice(0, 64), size);
}

export const numberGroup = 5;
export const codeGroup = 4;

export function hashOfCode(code: string): string {
  return sha256Hex(`error-report ${code}`);
}

/** Compares two hashes in time that does not depend on where they differ. */
export function isSameHash(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let index = 0; index < a.length; index += 1) {
    difference |= a.charCodeAt(index) ^ b.charCodeAt(index % Math.max(b.length, 1));
  }
  return difference === 0;
}
