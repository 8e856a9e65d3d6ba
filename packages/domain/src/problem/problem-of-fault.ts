import type { IdentifierFault } from '../subject/identifier.ts';

import type { Problem, ProblemCode } from './problem.ts';

const CODES: Readonly<Record<IdentifierFault['code'], ProblemCode>> = {
  length: 'identifier-length',
  alphabet: 'identifier-alphabet',
  'outer-check': 'identifier-outer-check',
  'inner-check': 'identifier-inner-check',
  category: 'identifier-category',
  region: 'identifier-region',
  pattern: 'identifier-pattern',
  check: 'identifier-check',
};

/**
 * The problem to be shown for a fault of an identifier, with the character that would be right
 * where it is known.
 *
 * @param value - the identifier in its plain spelling, as the check gave it back
 */
export function problemOfFault(fault: IdentifierFault, value: string): Problem {
  const { code, ...params } = fault;
  return { code: CODES[code], params: { value, ...params } };
}
