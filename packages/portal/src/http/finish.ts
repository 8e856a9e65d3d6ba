import type { MiddlewareHandler } from 'hono';
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
    const body = await c.res.arrayBuffer();
    const headers = new Headers(c.res.headers);
    protect(headers);
    if (c.res.status !== 200) {
      headers.set('cache-control', 'no-store');
      headers.set('content-length', String(body.byteLength));
      c.res = new Response(body, { status: c.res.status, headers });
      return;
    }
    const tag = strongTag(body);
    headers.set('etag', tag);
    headers.set('cache-control', cacheControl(c.get('immutable'), clock(), c.get('zone')));
    if (holdsAlready(c.req.header('if-none-match'), tag)) {
      headers.delete('content-type');
      c.res = new Response(null, { status: 304, headers });
      return;
    }
    headers.set('content-length', String(body.byteLength));
    c.res = new Response(body, { status: 200, headers });
  };
}

function cacheControl(immutable: true | undefined, now: Instant, zone: string | undefined): string {
  if (immutable) return 'public, max-age=31536000, immutable';
  // A page that names no zone says nothing about a day, yet it is short-lived like the others.
  const seconds = zone === undefined ? 0 : maxAgeSeconds(now, zone);
  return `public, max-age=${String(seconds)}, must-revalidate`;
}
