import type { Principal } from '@credence/casework';
import type { MiddlewareHandler } from 'hono';

import type { PortalEnv } from './environment.ts';
import { isApi } from './gates.ts';

/** A free key of a reader, wherever it appears: keys of other kinds never begin like this. */
const readerKey = /^Bearer +(ck_[A-Za-z0-9_-]{1,80})$/i;

/**
 * Makes the holder of a key known to the API. A key that opens nothing leaves its sender anonymous,
 * so that what needs one says so. Keys are taken from the header only: addresses end up in logs.
 */
export function readerKeys(
  readerOfKey: (key: string) => Promise<Principal | undefined>,
): MiddlewareHandler<PortalEnv> {
  return async (c, next) => {
    const key = readerKey.exec(c.req.header('authorization') ?? '')?.[1];
    if (key !== undefined && isApi(c.req.path)) {
      const reader = await readerOfKey(key);
      if (reader !== undefined) c.set('principal', reader);
    }
    await next();
  };
}
