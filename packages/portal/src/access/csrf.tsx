import { problem } from '@credence/domain';
import type { Context, MiddlewareHandler } from 'hono';
import { useContext } from 'hono/jsx';

import type { PortalContext, PortalEnv } from '../http/environment.ts';
import { isApi, type Refuse } from '../http/gates.ts';
import { ReaderContext } from './reader-context.ts';
import { isStreamed } from '../http/streamed.ts';

/** The name of the field that every form of a signed-in person carries. */
export const csrfName = 'csrf';

/** The hidden field of a form: a token bound to the session, without which nothing is taken. */
export function CsrfField({ c }: { readonly c: Context<PortalEnv> }) {
  const token = c.get('csrf');
  return token === undefined ? null : <input type="hidden" name={csrfName} value={token} />;
}

/** The same inside a page, for whoever the page is made. */
export function FormToken() {
  const c = useContext(ReaderContext);
  return c === undefined ? null : <CsrfField c={c} />;
}

/**
 * A form is taken only from our own pages: the browser says so in a header that no page can set, and
 * whoever is signed in also shows the token of his session. The API takes no cookie for writing, so
 * there is nothing to forge there.
 */
export function sameOrigin(refuse: Refuse): MiddlewareHandler<PortalEnv> {
  return async (c, next) => {
    const { method, path } = c.req;
    if (method === 'GET' || method === 'HEAD' || isApi(path)) return next();
    if (!comesFromUs(c)) return refuse(c, problem('form-foreign', {}));
    const token = c.get('csrf');
    // A form with a file is never held in memory: its handler meets the token on the way.
    if (isStreamed(c.req)) return next();
    if (token !== undefined && (await sentToken(c)) !== token) {
      return refuse(c, problem('form-expired', {}));
    }
    return next();
  };
}

/** `Sec-Fetch-Site` where the browser sends it, else `Origin`; a request with neither is refused. */
function comesFromUs(c: PortalContext): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const origin = c.req.header('origin');
  const host = c.req.header('host') ?? new URL(c.req.url).host;
  if (origin === undefined || !URL.canParse(origin)) return false;
  return new URL(origin).host === host;
}

async function sentToken(c: PortalContext): Promise<string | undefined> {
  const type = c.req.header('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded' && type !== 'multipart/form-data') {
    return undefined;
  }
  const { [csrfName]: sent } = await c.req.parseBody();
  return typeof sent === 'string' ? sent : undefined;
}
