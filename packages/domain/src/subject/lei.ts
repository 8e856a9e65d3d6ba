import {
  alphabetFaults,
  identifierCheck,
  lengthFault,
  plainIdentifier,
  type IdentifierCheck,
  type IdentifierScheme,
} from './identifier.ts';

/**
 * The two check digits of a legal entity identifier, ISO 7064 MOD 97-10, from `02` to `98`.
 *
 * Legal source: ISO 17442-1.
 *
 * @throws RangeError when the text is not eighteen digits or capital letters
 */
export function leiCheckDigits(first18: string): string {
  if (!/^[0-9A-Z]{18}$/.test(first18)) {
    throw new RangeError(`"${first18}" is not eighteen digits or capital letters.`);
  }
  return String(98 - remainder97(`${first18}00`)).padStart(2, '0');
}

/**
 * Decides whether a text is a legal entity identifier: eighteen characters and two check digits.
 * A wrong check is reported at position 19 with both digits expected.
 *
 * Legal source: ISO 17442-1.
 */
export function checkLei(text: string): IdentifierCheck {
  const value = plainIdentifier(text);
  const length = lengthFault(value, 20);
  if (length !== undefined) return identifierCheck(value, { faults: [length] });
  const faults = alphabetFaults(value, /^[0-9A-Z]$/);
  if (faults.length > 0) return identifierCheck(value, { faults });
  const expected = leiCheckDigits(value.slice(0, 18));
  const found = value.slice(18);
  if (found === expected) return identifierCheck(value, { faults: [] });
  return identifierCheck(value, { faults: [{ code: 'check', position: 19, found, expected }] });
}

/** The scheme `lei`: see `checkLei`. */
export function lei(): IdentifierScheme {
  return { id: 'lei', check: checkLei };
}

/** Letters count as two digits, A = 10 to Z = 35. */
function remainder97(text: string): number {
  let remainder = 0;
  for (const character of text) {
    const value = parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
}
