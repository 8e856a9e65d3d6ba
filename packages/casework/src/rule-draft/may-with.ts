import type { Decision, Purpose } from '../access/access.ts';
import type { Operation } from '../access/operation.ts';
import type { KnownPrincipal } from '../access/principal.ts';
import type { RuleDraftParts } from './open-draft.ts';

export type DraftOperation = Extract<Operation, `rule-draft.${string}`>;

/** Asks whether somebody may do something about drafts; whoever oversees reads for that purpose. */
export function mayWith(
  { access }: Pick<RuleDraftParts, 'access'>,
  principal: KnownPrincipal,
  operation: DraftOperation,
): Decision {
  return access.decide(principal, operation, { kind: 'edition' }, purposeOf(principal, operation));
}

/** The same for a choice on a page, which is written down nowhere. */
export function wouldBeAllowed(
  { access }: Pick<RuleDraftParts, 'access'>,
  principal: KnownPrincipal,
  operation: DraftOperation,
): boolean {
  const purpose = purposeOf(principal, operation);
  return access.allows(principal, operation, { kind: 'edition' }, purpose);
}

function purposeOf(principal: KnownPrincipal, operation: DraftOperation): Purpose {
  const oversees = principal.kind === 'official' && principal.roles.includes('auditor');
  return oversees && operation === 'rule-draft.read' ? 'oversight' : 'rule-change';
}
