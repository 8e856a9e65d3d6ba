import type { IdentifierCheck, IdentifierScheme } from './identifier.ts';

/** A text that passed the check of a scheme. */
export interface DetectedIdentifier {
  readonly scheme: IdentifierScheme;
  readonly check: Extract<IdentifierCheck, { kind: 'valid' }>;
}

/** The identifier schemes of an edition, in the order it declares them. */
export interface Schemes {
  readonly declared: readonly IdentifierScheme[];
  get(id: string): IdentifierScheme | undefined;
  /** The first declared scheme whose check the text passes. */
  detect(text: string): DetectedIdentifier | undefined;
}

/**
 * The schemes of an edition. Their order decides what a text is when several would take it, so a
 * scheme with check characters stands before a running number.
 *
 * @throws RangeError when two schemes have the same id
 */
export function createSchemes(declared: readonly IdentifierScheme[]): Schemes {
  const byId = new Map(declared.map((scheme) => [scheme.id, scheme]));
  if (byId.size < declared.length) {
    const ids = declared.map(({ id }) => id).join(', ');
    throw new RangeError(`Two identifier schemes have the same id among ${ids}.`);
  }
  return {
    declared,
    get: (id) => byId.get(id),
    detect(text) {
      for (const scheme of declared) {
        const check = scheme.check(text);
        if (check.kind === 'valid') return { scheme, check };
      }
      return undefined;
    },
  };
}
