import { instant } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import { createPortal } from '../create-portal.tsx';
import { timepoint } from '../fixture-rulebook.test-support.ts';
import { fixtureServices } from '../fixture-services.test-support.ts';

/** A portal whose requests come from the address that they name. */
function portalAt(clock: () => number) {
  return createPortal({
    services: fixtureServices(),
    registerName: { zh: '登记', en: 'Register' },
    clock: () => instant(clock()),
    limit: { burst: 1_000, perSecond: 1_000, addresses: 10 },
    addressOf: (c) => c.req.header('x-from'),
  });
}

describe('comments from one address', () => {
  it('are taken twenty at once, in either language; the next is told when, and others go on', async () => {
    let now: number = timepoint;
    const portal = portalAt(() => now);
    const send = async (from: string, path = '/rules/drafts/x/comments') => {
      const headers = { 'x-from': from, 'accept-language': 'zh' };
      return portal.request(path, { method: 'POST', headers });
    };
    for (let times = 0; times < 20; times += 1) {
      const path = times % 2 === 0 ? '/rules/drafts/x/comments' : '/en/rules/drafts/x/comments';
      expect((await send('192.0.2.1', path)).status).not.toBe(429);
    }
    const refused = await send('192.0.2.1');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('4320');
    expect(await refused.text()).toContain('每天最多接收 20 条意见');
    expect((await send('192.0.2.2')).status).not.toBe(429);
    const reading = await portal.request('/rules/drafts', { headers: { 'x-from': '192.0.2.1' } });
    expect(reading.status).toBe(200);
    now += 4_320_000;
    expect((await send('192.0.2.1')).status).not.toBe(429);
  });
});
