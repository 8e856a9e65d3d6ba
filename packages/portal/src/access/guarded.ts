import type { KnownPrincipal, Operation } from '@credence/casework';
import { problem, type Problem } from '@credence/domain';
import type { Handler } from 'hono';

import type { PortalContext, PortalEnv } from '../http/environment.ts';
import { isApi } from '../http/gates.ts';
import { withQuery } from '../request/paths.ts';

export type { KnownPrincipal };

const declared: WeakMap<object, Operation> = new WeakMap();

/**
 * The handler of a route that is not public. It says which operation the route is about, which a
 * test demands of every route outside the public list, and lets nobody in who is not known. Whether
 * he may is decided by the use case, which knows about what.
 */
export function guarded(
  operation: Operation,
  handler: (c: PortalContext, principal: KnownPrincipal) => Response | Promise<Response>,
): Handler<PortalEnv> {
  const guard: Handler<PortalEnv> = (c) => {
    const principal = c.get('principal');
    if (principal.kind === 'anonymous') return askToSignIn(c);
    return handler(c, principal);
  };
  declared.set(guard, operation);
  return guard;
}

/** The same for a handler that some library calls, e.g. that of a route of the API. */
export function declareOperation<Route extends object>(
  operation: Operation,
  handler: Route,
): Route {
  declared.set(handler, operation);
  return handler;
}

/** The operation a handler was declared for. */
export function operationOf(handler: object): Operation | undefined {
  return declared.get(handler);
}

/** Who has signed in; undefined for anyone else. */
export function signedIn(c: PortalContext): KnownPrincipal | undefined {
  const principal = c.get('principal');
  return principal.kind === 'anonymous' ? undefined : principal;
}

/** Refuses in the form the reader takes: a page, or a document of the API. */
export function refuseWith(c: PortalContext, found: Problem): Response | Promise<Response> {
  return c.get('refuse')(c, found);
}

/** A page leads to sign-in and back; an API client is told what is missing. */
export function askToSignIn(c: PortalContext): Response | Promise<Response> {
  const { path, method } = c.req;
  if (isApi(path) || method !== 'GET') return refuseWith(c, problem('sign-in-required', {}));
  const language = path === '/en' || path.startsWith('/en/') ? '/en' : '';
  const back = `${path}${new URL(c.req.url).search}`;
  return c.redirect(withQuery(`${language}/sign-in`, { back }), 303);
}
