import type { Context, MiddlewareHandler } from 'hono';
import type { Instant } from '@credence/domain';

import type { PortalEnv } from './environment.ts';
import { holdsAlready, maxAgeSeconds, strongTag } from './freshness.ts';
import { protect } from './security-headers.ts';

/**
 * The last hand on every answer: protective headers, a strong validator of its bytes, and how long
 * it may be reused. Refusals are never reused.
 */
export function finish(clock: () => Instant): MiddlewareHandler<PortalEnv> {
  return async (c, next) => {
    await next();
    const headers = new Headers(c.res.headers);
    protect(headers, c.req.path);
    // A page says who is signed in: one made for a session is not the one made without.
    if (headers.get('content-type')?.startsWith('text/html') === true)
      headers.append('vary', 'cookie');
    if (c.get('streamed') === true && c.res.status < 400) {
      // A file passes by in pieces: its handler has said what validates it and for how long.
      c.res = new Response(c.res.body, { status: c.res.status, headers });
      return;
    }
    const body = await c.res.arrayBuffer();
    if (c.res.status !== 200) {
      headers.set('cache-control', 'no-store');
      headers.set('content-length', String(body.byteLength));
      c.res = new Response(body, { status: c.res.status, headers });
      return;
    }
    const tag = strongTag(body);
    headers.set('etag', tag);
    const kept = isForOne(c)
      ? 'private, no-store'
      : cacheControl(c.get('immutable'), clock(), c.get('zone'));
    headers.set('cache-control', kept);
    if (holdsAlready(c.req.header('if-none-match'), tag)) {
      headers.delete('content-type');
      c.res = new Response(null, { status: 304, headers });
      return;
    }
    headers.set('content-length', String(body.byteLength));
    c.res = new Response(body, { status: 200, headers });
  };
}

/** Whether an answer is meant for whoever asked and for nobody who shares a cache with him. */
function isForOne(c: Context<PortalEnv>): boolean {
  const reads = c.req.method === 'GET' || c.req.method === 'HEAD';
  // A request that was refused at the door never came to know who asks.
  const principal: unknown = c.get('principal');
  const known = typeof principal === 'object' && principal !== null && 'kind' in principal;
  return !reads || (known && principal.kind !== 'anonymous');
}

function cacheControl(immutable: true | undefined, now: Instant, zone: string | undefined): string {
  if (immutable) return 'public, max-age=31536000, immutable';
  // A page that names no zone says nothing about a day, yet it is short-lived like the others.
  const seconds = zone === undefined ? 0 : maxAgeSeconds(now, zone);
  return `public, max-age=${String(seconds)}, must-revalidate`;
}
