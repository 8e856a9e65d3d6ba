import type { Purpose } from './access.ts';
import type { AccessParts } from './access-parts.ts';
import type { Operation } from './operation.ts';
import type { KnownPrincipal } from './principal.ts';

/** Whether a menu shows an operation: would it be granted about what is closest to the principal? */
export function offers(
  parts: Pick<AccessParts, 'access' | 'registerAgency'>,
  principal: KnownPrincipal,
  operation: Operation,
  purpose: Purpose,
): boolean {
  const home = principal.kind === 'representative' ? principal.mandates[0]?.subject : undefined;
  const agency = operation.startsWith('mandate.')
    ? parts.registerAgency
    : 'agency' in principal
      ? principal.agency
      : undefined;
  const resource = {
    kind: 'agency',
    ...(home === undefined ? {} : { home }),
    ...(agency === undefined ? {} : { agency }),
  } as const;
  return parts.access.allows(principal, operation, resource, purpose);
}
