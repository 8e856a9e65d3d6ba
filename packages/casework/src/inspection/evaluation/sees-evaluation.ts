import type { KnownPrincipal } from '../../access/principal.ts';

/**
 * An evaluation is shown to its subject, as which a representative asks, and to the authority that
 * answers for it.
 *
 * Legal source: guard N13.
 */
export function seesEvaluation(principal: KnownPrincipal, grader: string | undefined): boolean {
  if (principal.kind === 'representative') return true;
  return grader !== undefined && 'agency' in principal && principal.agency === grader;
}
