import { describe, expect, it } from 'vitest';

import { createPortal } from '../create-portal.tsx';
import { city, fixtureServices } from '../fixture-services.test-support.ts';
import { timepoint } from '../fixture-rulebook.test-support.ts';
import { createAdmission } from './admission.ts';
import { createMetrics } from './metrics.ts';
import type { Operations } from './operations.ts';
import type { Readiness } from './readiness.ts';
import type { RequestLine } from './request-line.ts';

const token = 'a-token-of-the-operator';

function portal(operations: Operations, address?: string) {
  return createPortal({
    services: fixtureServices(city),
    registerName: { zh: '望澜市公共信用登记', en: 'Wanglan Public Credit Register' },
    clock: () => timepoint,
    addressOf: () => address,
    limit: { burst: 3, perSecond: 1, addresses: 10 },
    operations,
  });
}

type App = ReturnType<typeof portal>;

function get(app: App, path: string, headers: Readonly<Record<string, string>> = {}) {
  return Promise.resolve(app.request(path, { headers }));
}

describe('/health', () => {
  it('says that the process lives, also when the store does not answer', async () => {
    const services = {
      ...fixtureServices(city),
      clock: () => Promise.reject(new Error('no store')),
    };
    const app = createPortal({
      services,
      registerName: { en: 'A register' },
      clock: () => timepoint,
    });
    const answer = await get(app, '/health');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ status: 'alive' });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect((await get(app, '/api/v1/health')).status).toBe(500);
  });
});

describe('/ready', () => {
  const readiness = (state: 'right' | 'wrong'): Operations => ({
    readiness: () =>
      Promise.resolve({
        checks: [{ name: 'clock', state, reason: '41 s off; 30 s are tolerated' }],
      } satisfies Readiness),
  });

  it('is 200 while nothing is wrong', async () => {
    expect((await get(portal(readiness('right')), '/ready')).status).toBe(200);
  });

  it('is 503 with the reasons otherwise', async () => {
    const answer = await get(portal(readiness('wrong')), '/ready');
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('10');
    expect(await answer.json()).toMatchObject({
      status: 'not-ready',
      checks: [{ name: 'clock', state: 'wrong', reason: '41 s off; 30 s are tolerated' }],
    });
  });
});

describe('/metrics', () => {
  const metrics = () => createMetrics({});

  it('is read from this machine and from nowhere else', async () => {
    expect((await get(portal({ metrics: metrics() }, '127.0.0.1'), '/metrics')).status).toBe(200);
    expect((await get(portal({ metrics: metrics() }, '::1'), '/metrics')).status).toBe(200);
    expect((await get(portal({ metrics: metrics() }, '203.0.113.7'), '/metrics')).status).toBe(404);
    expect((await get(portal({ metrics: metrics() }), '/metrics')).status).toBe(404);
  });

  it('is not read through a proxy on this machine', async () => {
    const app = portal({ metrics: metrics() }, '127.0.0.1');
    const headers = { 'x-forwarded-for': '203.0.113.7' };
    expect((await get(app, '/metrics', headers)).status).toBe(404);
  });

  it('wants the token wherever it is asked from, once there is one', async () => {
    const app = portal({ metrics: metrics(), metricsToken: token }, '127.0.0.1');
    expect((await get(app, '/metrics')).status).toBe(404);
    const wrong = { authorization: 'Bearer a-token-of-someone-else' };
    expect((await get(app, '/metrics', wrong)).status).toBe(404);
    const right = { authorization: `Bearer ${token}` };
    expect((await get(app, '/metrics', right)).status).toBe(200);
  });

  it('counts answers by pattern and status, and says nothing of what was asked', async () => {
    const app = portal({ metrics: metrics() }, '127.0.0.1');
    await get(app, '/en/search?q=lanjiang');
    await get(app, '/no/such/page');
    const text = await (await get(app, '/metrics')).text();
    expect(text).toContain('route="/en/search",status="200"} 1');
    expect(text).toContain('route="none",status="404"} 1');
    expect(text).not.toContain('lanjiang');
    expect(text).not.toContain('such');
  });

  it('leaves the store out while it does not answer', async () => {
    const store = () => Promise.reject(new Error('gone'));
    const text = await createMetrics({ store }).text();
    expect(text).toContain('credence_store_up 0');
    const figures = { position: 12, dueOverdue: 3, pool: { open: 2, idle: 1, waiting: 0 } };
    const well = await createMetrics({ store: () => Promise.resolve(figures) }).text();
    expect(well).toContain('credence_store_up 1');
    expect(well).toContain('credence_journal_position 12');
    expect(well).toContain('credence_store_pool{state="open"} 2');
  });
});

describe('the limit per address', () => {
  it('answers 429 with Retry-After and with what the limit is', async () => {
    const app = portal({}, '203.0.113.7');
    for (let count = 0; count < 3; count += 1) await get(app, '/api/v1/problems');
    const refused = await get(app, '/api/v1/problems');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(refused.headers.get('ratelimit-policy')).toBe('"address";q=3;w=3');
    expect(refused.headers.get('ratelimit')).toBe('"address";r=0;t=1');
    expect((await get(app, '/health')).status).toBe(200);
    expect((await get(app, '/api/v1/health')).status).toBe(200);
  });

  it('tells a machine how much is left', async () => {
    const answer = await get(portal({}, '203.0.113.7'), '/api/v1/problems');
    expect(answer.headers.get('ratelimit')).toBe('"address";r=2;t=1');
  });
});

describe('a request under too much load', () => {
  const full = createAdmission(
    { ordinary: 0, reading: 0, lagMs: 1, retryAfterSeconds: 5 },
    () => 0,
  );

  it('is refused with 503 and Retry-After, in the form and language of the reader', async () => {
    const app = portal({ admission: full });
    const page = await get(app, '/en/search?q=x');
    expect([page.status, page.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await page.text()).toContain('Too much is being asked at once');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const data = await get(app, '/api/v1/problems');
    expect(await data.json()).toMatchObject({ type: '/problems/overloaded', status: 503 });
    expect(data.headers.get('retry-after')).toBe('5');
  });

  it('asks the store nothing for its refusal', async () => {
    let asked = 0;
    const services = {
      ...fixtureServices(city),
      clock: () => {
        asked += 1;
        return Promise.reject(new Error('asked'));
      },
    };
    const app = createPortal({
      services,
      registerName: { en: 'A register' },
      clock: () => timepoint,
      operations: { admission: full },
    });
    expect((await get(app, '/en/search?q=x')).status).toBe(503);
    expect(asked).toBe(0);
  });
});

describe('the line of an answer', () => {
  it('holds the pattern, the status and the kind of whoever asked', async () => {
    const lines: RequestLine[] = [];
    const app = portal({ onAnswer: (line) => lines.push(line), newRequestId: () => 'id-1' });
    const answer = await get(app, '/en/search?q=lanjiang');
    expect(answer.headers.get('x-request-id')).toBe('id-1');
    expect(lines).toEqual([
      {
        requestId: 'id-1',
        method: 'GET',
        route: '/en/search',
        status: 200,
        ms: expect.any(Number) as number,
        principal: 'anonymous',
      },
    ]);
  });

  it('never repeats a path, a query or a method of the client’s making', async () => {
    const lines: RequestLine[] = [];
    const app = portal({ onAnswer: (line) => lines.push(line) });
    await get(app, '/Zhang-San/91350100M000100Y43?name=Zhang');
    await Promise.resolve(app.request('/search', { method: 'ZHANGSAN' }));
    expect(lines.map(({ route, method }) => [method, route])).toEqual([
      ['GET', 'none'],
      ['other', 'none'],
    ]);
  });
});
