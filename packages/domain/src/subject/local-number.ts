import {
  alphabetFaults,
  identifierCheck,
  plainIdentifier,
  type IdentifierScheme,
} from './identifier.ts';

/** A register's own running number, which has no check character. */
export interface LocalNumberRule {
  /** The scheme's id in the edition, e.g. `sf_business`. */
  readonly id: string;
  /** Which characters it has; letters are the 26 capitals. */
  readonly pattern: 'digits' | 'alphanumeric';
  /** Characters, included. */
  readonly minLength: number;
  /** Characters, included. */
  readonly maxLength: number;
}

/**
 * The scheme of a register's own number: only its characters and its length can be checked, so a
 * mistyped number of the right shape passes. Leading zeros are kept as written.
 */
export function localNumber(rule: LocalNumberRule): IdentifierScheme {
  const allowed = rule.pattern === 'digits' ? /^\d$/ : /^[0-9A-Z]$/;
  return {
    id: rule.id,
    check(text) {
      const value = plainIdentifier(text);
      const length = value.length;
      if (length < rule.minLength || length > rule.maxLength) {
        const expected = `${rule.minLength}-${rule.maxLength}`;
        const fault = { code: 'length' as const, found: String(length), expected };
        return identifierCheck(value, { faults: [fault] });
      }
      return identifierCheck(value, { faults: alphabetFaults(value, allowed) });
    },
  };
}
