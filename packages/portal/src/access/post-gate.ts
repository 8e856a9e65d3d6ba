import { problem } from '@credence/domain';
import type { Hono, MiddlewareHandler } from 'hono';

import type { PortalEnv } from '../http/environment.ts';
import type { Refuse } from '../http/gates.ts';

const reading = new Set(['GET', 'HEAD']);

/**
 * Everything reads, except where a route was declared for another method: anything else is refused
 * before its body is looked at, however long it is. Asked at each request, since routes are added
 * after this gate.
 */
export function declaredMethods(
  app: Hono<PortalEnv>,
  refuse: Refuse,
): MiddlewareHandler<PortalEnv> {
  const patterns: { readonly method: string; readonly path: RegExp }[] = [];
  return async (c, next) => {
    const { method } = c.req;
    if (reading.has(method)) return next();
    if (patterns.length === 0) patterns.push(...writingRoutes(app));
    const fits = patterns.filter(({ path }) => path.test(c.req.path));
    if (fits.some((route) => route.method === method)) return next();
    const methods = new Set(['GET', 'HEAD', ...fits.map((route) => route.method)]);
    const accepted = [...methods].join(', ');
    return refuse(c, problem('method-not-allowed', { method: method.slice(0, 20), accepted }));
  };
}

function writingRoutes(app: Hono<PortalEnv>) {
  return app.routes
    .filter(({ method }) => method !== 'ALL' && !reading.has(method))
    .map(({ method, path }) => ({ method, path: patternOf(path) }));
}

/** A path of Hono as a pattern: `:name` and `:name{form}` stand for one part of it. */
function patternOf(path: string): RegExp {
  const parts = path.split('/').map((part) => {
    if (part === '*') return '.*';
    return part.startsWith(':') ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('/')}/?$`);
}
