import type { Decision, Purpose, Resource } from './access.ts';
import type { AccessParts } from './access-parts.ts';
import type { Operation } from './operation.ts';
import type { KnownPrincipal } from './principal.ts';

/** Whether a menu shows an operation: would it be granted about what is closest to the principal? */
export function offers(
  parts: Parts,
  principal: KnownPrincipal,
  operation: Operation,
  purpose: Purpose,
): boolean {
  const resource = closestTo(parts, principal, operation);
  return parts.access.allows(principal, operation, resource, purpose);
}

/** The same at the door of a page that is opened by nothing else: a refusal is noted. */
export function enter(
  parts: Parts,
  principal: KnownPrincipal,
  operation: Operation,
  purpose: Purpose,
): Decision {
  const resource = closestTo(parts, principal, operation);
  return parts.access.decide(principal, operation, resource, purpose);
}

type Parts = Pick<AccessParts, 'access' | 'registerAgency'>;

function closestTo(parts: Parts, principal: KnownPrincipal, operation: Operation): Resource {
  const home = principal.kind === 'representative' ? principal.mandates[0]?.subject : undefined;
  const agency = operation.startsWith('mandate.')
    ? parts.registerAgency
    : 'agency' in principal
      ? principal.agency
      : undefined;
  return {
    kind: principal.kind === 'person' ? 'file' : 'agency',
    ...(principal.kind === 'person' ? { owner: principal.pass } : {}),
    ...(home === undefined ? {} : { home }),
    ...(agency === undefined ? {} : { agency }),
  };
}
