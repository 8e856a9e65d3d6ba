import type { KnownPrincipal } from '@credence/casework';

import type { PortalContext } from '../../http/environment.ts';

/** The agency at whose desk somebody sits; an overseer names one. */
export function agencyOf(c: PortalContext, principal: KnownPrincipal): string {
  const asked = c.req.query('agency');
  if (asked !== undefined && asked !== '') return asked;
  return 'agency' in principal ? principal.agency : '';
}
