import { describe, expect, it } from 'vitest';

import { fixturePortal } from './fixture-portal.test-support.ts';
import { idOf } from './fixture-services.test-support.ts';
import { readPage } from './html-check.test-support.ts';
import { paths } from './request/paths.ts';

const portal = fixturePortal();
const firm = `/organisations/${idOf(1)}`;

describe('headers of pages', () => {
  it('hold a strict policy, no sniffing, no referrer and no cookie', async () => {
    for (const path of ['/', firm, '/nowhere', '/style.css', paths.openapi]) {
      const { headers } = await portal.request(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("base-uri 'none'");
      expect(policy).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('set-cookie')).toBeNull();
    }
    const policy = (await portal.request('/')).headers.get('content-security-policy');
    expect(policy).toContain("style-src 'self'");
    expect(policy).toContain("form-action 'self'");
  });

  it('let an answer be reused for a minute at most, by its bytes, and a refusal never', async () => {
    const first = await portal.request(firm);
    expect(first.headers.get('cache-control')).toBe('public, max-age=60, must-revalidate');
    const tag = first.headers.get('etag') ?? '';
    const again = await portal.request(firm, { headers: { 'if-none-match': tag } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    expect(again.headers.get('etag')).toBe(tag);
    expect((await portal.request('/nowhere')).headers.get('cache-control')).toBe('no-store');
  });

  it('are the same for HEAD, without the bytes', async () => {
    const get = await portal.request(firm);
    const head = await portal.request(firm, { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
    for (const name of ['etag', 'content-length', 'content-type', 'cache-control']) {
      expect(head.headers.get(name), name).toBe(get.headers.get(name));
    }
  });

  it('let the stylesheet be kept for ever under the hash of its text', async () => {
    const html = await (await portal.request('/')).text();
    const href = /<link rel="stylesheet" href="([^"]+)"/.exec(html)?.[1] ?? '';
    expect(href).toMatch(/^\/style\.[0-9a-f]{16}\.css$/);
    const answer = await portal.request(href);
    expect(answer.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });
});

describe('requests that are refused', () => {
  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])(
    '%s, with what is accepted',
    async (method) => {
      const answer = await portal.request('/en', { method });
      expect(answer.status).toBe(405);
      expect(answer.headers.get('allow')).toBe('GET, HEAD');
      expect(readPage(await answer.text()).faults).toEqual([]);
    },
  );

  it('a format that no page has', async () => {
    const answer = await portal.request('/', { headers: { accept: 'image/png' } });
    expect(answer.status).toBe(406);
    expect(readPage(await answer.text()).faults).toEqual([]);
  });
});
