import {
  alphabetFaults,
  identifierCheck,
  lengthFault,
  plainIdentifier,
  type IdentifierCheck,
  type IdentifierScheme,
} from './identifier.ts';

const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;

/**
 * The check character of an organisation code: weights 3 7 9 10 5 8 4 2, letters counted from
 * A = 10, MOD 11; 10 is written `X`, 11 is written `0`.
 *
 * Legal source: GB 11714-1997; not the alphabet of the unified code.
 *
 * @throws RangeError when the text is not eight digits or capital letters
 */
export function organisationCodeCheckCharacter(first8: string): string {
  if (!/^[0-9A-Z]{8}$/.test(first8)) {
    throw new RangeError(`"${first8}" is not eight digits or capital letters.`);
  }
  let sum = 0;
  for (let at = 0; at < 8; at += 1) sum += (WEIGHTS[at] ?? 0) * valueOf(first8.charCodeAt(at));
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : String(check % 11);
}

/** Of a digit or a capital letter. */
function valueOf(unit: number): number {
  return unit < A ? unit - ZERO : unit - A + 10;
}

const ZERO = 0x30;
const A = 0x41;

/**
 * Decides whether a text is an organisation code: eight characters and their check character, in
 * the display form `XXXXXXXX-X` or without the hyphen. The value has no hyphen.
 *
 * Legal source: GB 11714-1997.
 */
export function checkOrganisationCode(text: string): IdentifierCheck {
  const value = plainIdentifier(text).replace(/^(.{8})-(.)$/, '$1$2');
  const length = lengthFault(value, 9);
  if (length !== undefined) return identifierCheck(value, { faults: [length] });
  const faults = alphabetFaults(value, /^[0-9A-Z]$/);
  if (faults.length > 0) return identifierCheck(value, { faults });
  const expected = organisationCodeCheckCharacter(value.slice(0, 8));
  const found = value.charAt(8);
  if (found === expected) return identifierCheck(value, { faults: [] });
  return identifierCheck(value, { faults: [{ code: 'check', position: 9, found, expected }] });
}

/** The scheme `organisation_code`: see `checkOrganisationCode`. */
export function organisationCode(): IdentifierScheme {
  return { id: 'organisation_code', check: checkOrganisationCode };
}
