import type { FieldCondition, When } from './condition.ts';

/** What a record says in a field: one code, several, or nothing. */
export type Codes = readonly string[];

/**
 * Whether one field fits its condition. `is` and `any`: at least one of its codes is named; `only`:
 * it has codes, and every one of them is named. A field without a code fits nothing.
 */
export function fitsField(codes: Codes, condition: FieldCondition): boolean {
  if ('only' in condition) {
    return codes.length > 0 && codes.every((code) => condition.only.includes(code));
  }
  const named = 'is' in condition ? condition.is : condition.any;
  return codes.some((code) => named.includes(code));
}

/** Whether all conditions hold. `codesOf` gives the codes of a field, none where it is absent. */
export function fits(when: When | 'otherwise', codesOf: (field: string) => Codes): boolean {
  if (when === 'otherwise') return true;
  return Object.entries(when).every(([field, condition]) => fitsField(codesOf(field), condition));
}

/** The codes a condition names, in the order of the card. */
export function namedCodes(condition: FieldCondition): Codes {
  if ('is' in condition) return condition.is;
  return 'any' in condition ? condition.any : condition.only;
}
