import {
  alphabetFaults,
  identifierCheck,
  lengthFault,
  plainIdentifier,
  type IdentifierCheck,
  type IdentifierFault,
  type IdentifierScheme,
} from './identifier.ts';
import { organisationCodeCheckCharacter } from './organisation-code.ts';
import { usccCategory } from './uscc-category.ts';

/** The 31 characters of a unified code in the order of their values; I, O, S, V, Z are absent. */
export const usccAlphabet: string = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
const CHARACTER = /^[0-9ABCDEFGHJKLMNPQRTUWXY]$/;
/** Any number of them: one look at most codes, of which all are. */
const CHARACTERS = /^[0-9ABCDEFGHJKLMNPQRTUWXY]*$/;

/** The values of the characters by their units. */
const VALUES = new Uint8Array(128);
for (let value = 0; value < 31; value += 1) VALUES[usccAlphabet.charCodeAt(value)] = value;

/** What a check of unified codes may also look at. */
export interface UsccOptions {
  /**
   * Divisions of GB/T 2260 of all years, six digits each. A code outside them is warned about, never
   * refused: divisions are abolished while codes last for life. Absent: divisions are not looked up.
   */
  readonly regions?: ReadonlySet<string>;
}

/**
 * The last character of a unified social credit code, from the seventeen before it.
 *
 * Legal source: GB 32100-2015, MOD 31 with weights 3^(i-1). Where the sum leaves no remainder the
 * standard's 31 - 0 is read as 0.
 *
 * @throws RangeError when the text is not seventeen characters of the code's alphabet
 */
export function usccCheckCharacter(first17: string): string {
  if (first17.length !== 17 || !CHARACTERS.test(first17)) {
    throw new RangeError(`"${first17}" is not seventeen characters of a unified code.`);
  }
  let sum = 0;
  for (let at = 0; at < 17; at += 1) {
    sum += (WEIGHTS[at] ?? 0) * (VALUES[first17.charCodeAt(at)] ?? 0);
  }
  return usccAlphabet.charAt((31 - (sum % 31)) % 31);
}

/**
 * Decides whether a text is a unified social credit code (统一社会信用代码), and names every fault at
 * once: length; characters outside the alphabet; department and category (positions 1 and 2); the
 * check of the organisation code inside (position 17); the check of the whole (position 18). Faults
 * of a check carry the character that would be right. The division (positions 3 to 8) only warns.
 *
 * Legal source: GB 32100-2015; inside it GB 11714-1997.
 */
export function checkUscc(text: string, options: UsccOptions = {}): IdentifierCheck {
  const value = plainIdentifier(text);
  const length = lengthFault(value, 18);
  if (length !== undefined) return identifierCheck(value, { faults: [length] });
  const category = usccCategory(value);
  const faults = [
    ...(CHARACTERS.test(value) ? [] : alphabetFaults(value, CHARACTER)),
    ...(category === undefined ? categoryFaults(value) : []),
    ...innerFaults(value),
    ...outerFaults(value),
  ];
  const warnings = regionWarnings(value, options.regions);
  return identifierCheck(value, { faults, warnings, subjectKind: category?.kind });
}

/** The scheme `uscc`: see `checkUscc`. */
export function uscc(options: UsccOptions = {}): IdentifierScheme {
  return { id: 'uscc', check: (text) => checkUscc(text, options) };
}

/** A pair with a character outside the alphabet is reported as that alone. */
function categoryFaults(value: string): IdentifierFault[] {
  const pair = value.slice(0, 2);
  if (!CHARACTERS.test(pair)) return [];
  return [{ code: 'category', position: 1, found: pair }];
}

function innerFaults(value: string): IdentifierFault[] {
  const body = value.slice(8, 16);
  if (!CHARACTERS.test(body)) return [];
  const expected = organisationCodeCheckCharacter(body);
  const found = value.charAt(16);
  return found === expected ? [] : [{ code: 'inner-check', position: 17, found, expected }];
}

function outerFaults(value: string): IdentifierFault[] {
  const body = value.slice(0, 17);
  if (!CHARACTERS.test(body)) return [];
  const expected = usccCheckCharacter(body);
  const found = value.charAt(17);
  return found === expected ? [] : [{ code: 'outer-check', position: 18, found, expected }];
}

function regionWarnings(value: string, regions?: ReadonlySet<string>): IdentifierFault[] {
  const found = value.slice(2, 8);
  const known = regions === undefined || regions.has(found);
  return known && /^\d{6}$/.test(found) ? [] : [{ code: 'region', position: 3, found }];
}

/** The code of the administrative region that a unified code bears, where its characters are one. */
export function regionOfUscc(value: string): string | undefined {
  const region = value.slice(2, 8);
  return /^\d{6}$/.test(region) ? region : undefined;
}
