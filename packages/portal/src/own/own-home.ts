import type { KnownPrincipal } from '@credence/casework';

import type { PortalContext } from '../http/environment.ts';

/**
 * Home of the organisation that is looked at: the one asked for, which the policies then check, or
 * the first that the representative acts for.
 */
export function ownHome(principal: KnownPrincipal, c: PortalContext): string {
  const asked = c.req.query('subject');
  if (asked !== undefined && asked !== '') return asked;
  return principal.kind === 'representative' ? (principal.mandates[0]?.subject ?? '') : '';
}
