import type { Principal } from '@credence/casework';
import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';

import type { PortalContext, PortalEnv } from '../http/environment.ts';
import type { Metrics } from './metrics.ts';

/**
 * What is written down about one answer. No path, no query, no address, no name, no code: a log is
 * read by people who have no purpose in knowing who looked for whom.
 */
export interface RequestLine {
  readonly requestId: string;
  readonly method: string;
  /** The pattern that answered, e.g. `/organisations/:id`; `none` where there is none. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
  /** Kind of whoever asked, e.g. `anonymous`, `official`. */
  readonly principal: string;
}

export interface Observation {
  readonly newRequestId: () => string;
  readonly onAnswer?: (line: RequestLine) => void;
  readonly metrics?: Metrics;
}

/** The outermost middleware: gives every request an id, counts it and writes it down. */
export function observe(observation: Observation): MiddlewareHandler<PortalEnv> {
  const { metrics } = observation;
  return async (c, next) => {
    const from = performance.now();
    const requestId = observation.newRequestId();
    c.set('requestId', requestId);
    const left = metrics?.entered();
    try {
      await next();
    } finally {
      left?.();
    }
    c.res.headers.set('x-request-id', requestId);
    const line: RequestLine = {
      requestId,
      method: knownMethod(c.req.method),
      route: routeOf(c),
      status: c.res.status,
      ms: Math.round((performance.now() - from) * 10) / 10,
      principal: principalOf(c)?.kind ?? 'anonymous',
    };
    metrics?.answered(line);
    observation.onAnswer?.(line);
  };
}

const methods: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** A method is text of the client's choice, so only known ones are written down. */
function knownMethod(method: string): string {
  return methods.includes(method) ? method : 'other';
}

/** The last pattern that is an answer's own: middleware patterns end in a star. */
function routeOf(c: PortalContext): string {
  const own = matchedRoutes(c).findLast(
    ({ path, method }) => method !== 'ALL' && !path.includes('*'),
  );
  return own === undefined ? 'none' : own.path;
}

/** Not yet known where a request was refused before anyone looked who asks. */
function principalOf(c: PortalContext): Principal | undefined {
  return c.get('principal');
}
