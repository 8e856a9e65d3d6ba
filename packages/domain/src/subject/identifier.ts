/** What a subject is. `sole_trader` (个体工商户) stands so close to a person that it is masked. */
export type SubjectKind = 'organisation' | 'public_body' | 'sole_trader';

/** A number that a register gave a subject: a dated value in entries, never a key. */
export type Identifier = {
  /** Scheme declared by the edition, e.g. `uscc`, `lei`. */
  readonly scheme: string;
  /** In the scheme's own spelling, without blanks. */
  readonly value: string;
};

/** Why a text is not an identifier of its scheme. */
export type IdentifierFault = {
  readonly code:
    | 'length'
    | 'alphabet'
    | 'outer-check'
    | 'inner-check'
    | 'category'
    | 'region'
    | 'pattern'
    | 'check';
  /** Character it concerns, from 1. */
  readonly position?: number;
  readonly found?: string;
  /** The character or characters that would be right, where that is known. */
  readonly expected?: string;
};

/** What a scheme says about a text: the identifier it is, or all faults that it has. */
export type IdentifierCheck =
  | {
      readonly kind: 'valid';
      /** The identifier in its scheme's own spelling. */
      readonly value: string;
      readonly warnings: readonly IdentifierFault[];
      /** Where the identifier itself says what its holder is. */
      readonly subjectKind?: SubjectKind;
    }
  | {
      readonly kind: 'invalid';
      readonly value: string;
      /** Every fault at once, so that nobody corrects a code twice. */
      readonly faults: readonly [IdentifierFault, ...IdentifierFault[]];
    };

/** A kind of identifier that an edition declares, with the check that its texts must pass. */
export interface IdentifierScheme {
  readonly id: string;
  check(text: string): IdentifierCheck;
}

/**
 * An identifier as typed or copied, in its plain spelling: full-width characters narrowed, letters
 * capital, blanks and invisible characters removed. Nothing is guessed: O stays O.
 */
export function plainIdentifier(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200d\u2060\ufeff]+/g, '')
    .toUpperCase();
}

/** The outcome of a check from its faults. */
export function identifierCheck(
  value: string,
  findings: {
    readonly faults: readonly IdentifierFault[];
    readonly warnings?: readonly IdentifierFault[];
    readonly subjectKind?: SubjectKind | undefined;
  },
): IdentifierCheck {
  const [first, ...others] = findings.faults;
  if (first !== undefined) return { kind: 'invalid', value, faults: [first, ...others] };
  const warnings = findings.warnings ?? [];
  if (findings.subjectKind === undefined) return { kind: 'valid', value, warnings };
  return { kind: 'valid', value, warnings, subjectKind: findings.subjectKind };
}

/** A length fault when the text is not `length` characters long. */
export function lengthFault(value: string, length: number): IdentifierFault | undefined {
  if (value.length === length) return undefined;
  return { code: 'length', found: String(value.length), expected: String(length) };
}

/** One fault for each character that the pattern of a single character does not allow. */
export function alphabetFaults(value: string, allowed: RegExp): IdentifierFault[] {
  if (isAllowed(value, allowed)) return [];
  return Array.from(value).flatMap((found, index) =>
    allowed.test(found) ? [] : [{ code: 'alphabet' as const, position: index + 1, found }],
  );
}

/** Most numbers have no fault, and every number of a large file passes here several times. */
function isAllowed(value: string, allowed: RegExp): boolean {
  for (let at = 0; at < value.length; at += 1) if (!allowed.test(value.charAt(at))) return false;
  return true;
}
