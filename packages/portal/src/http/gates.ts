import type { MiddlewareHandler } from 'hono';
import { problem, type Problem } from '@credence/domain';

import { paths } from '../request/paths.ts';
import type { PortalContext, PortalEnv } from './environment.ts';
import { acceptsMedia } from './negotiation.ts';
import { addressKey, type createTokenBuckets } from './token-bucket.ts';

/** Sends a problem in the form its reader takes: a page, or a document of the API. */
export type Refuse = (c: PortalContext, found: Problem) => Response | Promise<Response>;

/** The portal only reads. A body is not looked at, however long it is. */
export function readsOnly(refuse: Refuse): MiddlewareHandler<PortalEnv> {
  return async (c, next) => {
    const { method } = c.req;
    if (method === 'GET' || method === 'HEAD') return next();
    const named = method.slice(0, 20);
    const found = problem('method-not-allowed', { method: named, accepted: 'GET, HEAD' });
    return refuse(c, found);
  };
}

/** A client that takes neither what we have nor anything is told what there is. */
export function offers(refuse: Refuse): MiddlewareHandler<PortalEnv> {
  return async (c, next) => {
    const types = offered(c.req.path);
    const accept = c.req.header('accept');
    if (acceptsMedia(accept, types)) return next();
    const found = (accept ?? '').slice(0, 80);
    return refuse(c, problem('not-acceptable', { found, accepted: types.join(', ') }));
  };
}

function offered(path: string): readonly string[] {
  if (isApi(path)) return ['application/json', 'application/problem+json'];
  if (path.endsWith('.css')) return ['text/css'];
  return path.endsWith('.svg') ? ['image/svg+xml'] : ['text/html'];
}

/** Whether a path belongs to the API, whose problems are documents. */
export function isApi(path: string): boolean {
  return path === paths.api || path.startsWith(`${paths.api}/`);
}

/** One bucket per address. Health is never limited: whoever watches the service must see it. */
export function limits(
  buckets: ReturnType<typeof createTokenBuckets>,
  addressOf: (c: PortalContext) => string | undefined,
  refuse: Refuse,
): MiddlewareHandler<PortalEnv> {
  return async (c, next) => {
    const address = addressOf(c);
    if (address === undefined || c.req.path === `${paths.api}/health`) return next();
    const answer = buckets.take(addressKey(address));
    if (answer.kind === 'granted') return next();
    return refuse(c, problem('rate-limited', { seconds: answer.retryAfterSeconds }));
  };
}
