import { createHash, timingSafeEqual } from 'node:crypto';

import { Hono } from 'hono';

import type { PortalContext, PortalEnv } from '../http/environment.ts';
import { protect } from '../http/security-headers.ts';
import type { Operations } from './operations.ts';
import { isReady } from './readiness.ts';

/**
 * For whoever runs the register, not for its readers: `/health` says that the process lives,
 * `/ready` whether it should be sent readers and why not, `/metrics` its figures.
 */
export function operationsRoutes(
  operations: Operations,
  addressOf: (c: PortalContext) => string | undefined,
): Hono<PortalEnv> {
  const routes = new Hono<PortalEnv>();
  const { readiness, metrics } = operations;
  routes.get('/health', (c) => closed(c, c.json({ status: 'alive' })));
  if (readiness !== undefined) {
    routes.get('/ready', async (c) => {
      const found = await readiness();
      const ready = isReady(found);
      if (!ready) c.header('retry-after', '10');
      const { checks } = found;
      const said = { status: ready ? 'ready' : 'not-ready', checks };
      return closed(c, c.json(said, ready ? 200 : 503));
    });
  }
  if (metrics !== undefined) {
    routes.get('/metrics', async (c, next) => {
      if (!mayRead(c, operations.metricsToken, addressOf(c))) return next();
      const type = { 'content-type': metrics.contentType };
      return closed(c, c.body(await metrics.text(), 200, type));
    });
  }
  return routes;
}

/** These answers go to one reader, now. */
function closed(c: PortalContext, answer: Response): Response {
  protect(answer.headers, c.req.path);
  answer.headers.set('cache-control', 'no-store');
  return answer;
}

/** Headers that a proxy adds: then the other end of the connection is not whoever asks. */
const forwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'] as const;

/**
 * With a token: whoever has it. Without one: this machine only, and not by way of a proxy on it.
 * Everyone else is told that there is no such page.
 */
function mayRead(
  c: PortalContext,
  token: string | undefined,
  address: string | undefined,
): boolean {
  if (token !== undefined) return sameSecret(bearer(c), token);
  if (forwarded.some((header) => c.req.header(header) !== undefined)) return false;
  return address !== undefined && /^(?:::ffff:)?127\.|^::1$/.test(address);
}

function bearer(c: PortalContext): string {
  return /^Bearer (\S{1,200})$/.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
}

/** Hashes have one length, so that comparing takes the same time whatever was given. */
function sameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
