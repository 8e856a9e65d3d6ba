import type { MiddlewareHandler } from 'hono';
import { problem, type Problem } from '@credence/domain';

import { paths } from '../request/paths.ts';
import type { PortalContext, PortalEnv } from './environment.ts';
import { acceptsMedia } from './negotiation.ts';

/** Sends a problem in the form its reader takes: a page, or a document of the API. */
export type Refuse = (c: PortalContext, found: Problem) => Response | Promise<Response>;

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

/** Nothing of ours has a NUL in its name: no text of the database can hold one. */
export function withoutNul(refuse: Refuse): MiddlewareHandler<PortalEnv> {
  return async (c, next) => {
    if (!c.req.path.includes('\0')) return next();
    const path = c.req.path.replaceAll('\0', '%00').slice(0, 200);
    return refuse(c, problem('page-not-found', { path }));
  };
}

function offered(path: string): readonly string[] {
  if (/^\/api\/v1\/downloads\/[^/]+\/[^/]+$/.test(path)) return fileTypes;
  if (path.endsWith('/feed.atom')) return ['application/atom+xml'];
  if (isApi(path)) return ['application/json', 'application/problem+json'];
  if (path.endsWith('.css')) return ['text/css'];
  if (path.endsWith('.js')) return ['text/javascript'];
  if (path.endsWith('.csv')) return ['text/csv'];
  if (path === paths.disclosuresManifest) return ['application/json'];
  return path.endsWith('.svg') ? ['image/svg+xml'] : ['text/html'];
}

/** Of files for download, and of the problem in place of one. */
const fileTypes = [
  'application/gzip',
  'text/csv',
  'application/vnd.apache.parquet',
  'application/json',
  'application/problem+json',
];

/** Whether a path belongs to the API, whose problems are documents. */
export function isApi(path: string): boolean {
  return path === paths.api || path.startsWith(`${paths.api}/`);
}
