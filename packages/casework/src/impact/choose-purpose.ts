import type { AccessParts } from '../access/access-parts.ts';
import type { Purpose } from '../access/access.ts';
import type { KnownPrincipal } from '../access/principal.ts';

/**
 * For which purpose reports on impact are asked for where the request names none: that of whoever
 * makes rules, or of whoever oversees them and may ask for nothing else.
 */
export function choosePurpose(
  { access }: Pick<AccessParts, 'access'>,
  principal: KnownPrincipal,
  asked: Purpose | undefined,
): Purpose {
  if (asked !== undefined) return asked;
  const may = (purpose: Purpose): boolean =>
    access.allows(principal, 'impact.read', { kind: 'edition' }, purpose);
  return !may('rule-change') && may('oversight') ? 'oversight' : 'rule-change';
}
