import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';

import type { PortalEnv } from './environment.ts';
import { withoutNul } from './gates.ts';

describe('a path', () => {
  const app = new Hono<PortalEnv>();
  app.use(withoutNul((c, found) => c.text(found.code, 404)));
  app.get('*', (c) => c.text('asked the register'));

  it.each([
    ['/api/v1/intake/batches/%00', 'page-not-found'],
    ['/organisations/a%00b', 'page-not-found'],
    ['/organisations/00', 'asked the register'],
    ['/organisations/%2500', 'asked the register'],
  ])('%s: %s', async (path, said) => {
    expect(await (await app.request(path)).text()).toBe(said);
  });
});
