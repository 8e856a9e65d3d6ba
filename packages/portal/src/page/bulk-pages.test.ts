import { beforeAll, describe, expect, it } from 'vitest';

import { fixtureKey } from '../fixture-bulk.test-support.ts';
import { fixturePortal } from '../fixture-portal.test-support.ts';
import { idOf } from '../fixture-services.test-support.ts';

const portal = fixturePortal();
const own = { 'sec-fetch-site': 'same-origin' };

function post(path: string, fields: Readonly<Record<string, string>>, headers = own) {
  return portal.request(path, { method: 'POST', body: new URLSearchParams(fields), headers });
}

describe('the page of downloads', () => {
  it.each(['/data', '/en/data'])('%s links open files, and a form for the others', async (path) => {
    const page = await (await portal.request(path)).text();
    expect(page).toContain('href="/api/v1/downloads/registration/registration.csv"');
    expect(page).not.toContain('href="/api/v1/downloads/administrative_penalty/');
    expect(page).toContain('/data/take?dataset=administrative_penalty');
    expect(page).toContain('2026-11-27');
  });
});

describe('a file', () => {
  const address = '/api/v1/downloads/registration/registration.csv';

  it('goes out as what it is, with its hash as its tag, and is asked for anew each time', async () => {
    const answer = await portal.request(address);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="registration.csv"',
    );
    expect(answer.headers.get('etag')).toBe(`"${'a'.repeat(64)}"`);
    expect(answer.headers.get('cache-control')).toBe('public, no-cache');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await answer.text()).toBe('registration.csv');
    const again = await portal.request(address, {
      headers: { 'if-none-match': `"${'a'.repeat(64)}"` },
    });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
  });

  it('says its length without its bytes when only asked about', async () => {
    const answer = await portal.request(address, { method: 'HEAD' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-length')).toBe('4200000');
  });

  it('with adverse records is nobody else’s: with a key, and in no cache', async () => {
    const closed = '/api/v1/downloads/administrative_penalty/administrative_penalty.csv';
    const key = { authorization: `Bearer ${fixtureKey}` };
    expect((await portal.request(closed)).status).toBe(401);
    expect((await portal.request(`${closed}?key=${fixtureKey}`)).status).toBe(400);
    const answer = await portal.request(closed, { headers: key });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    const changes = await portal.request('/api/v1/changes?after=t1-mi7a0000-fum', { headers: key });
    expect(changes.headers.get('cache-control')).toBe('private, no-store');
  });
});

describe('a key', () => {
  let made: Response;
  let page: string;
  beforeAll(async () => {
    made = await post('/en/data/key', { holder: 'Wanglan Daily', purpose: 'journalism' });
    page = await made.text();
  });

  it('is shown once, on a page that nobody keeps', () => {
    expect(made.status).toBe(200);
    expect(page).toContain(fixtureKey);
    expect(made.headers.get('cache-control')).toBe('private, no-store');
  });

  it('is not given to a form of another site', async () => {
    const fields = { holder: 'Wanglan Daily', purpose: 'journalism' };
    const answer = await post('/data/key', fields, { 'sec-fetch-site': 'cross-site' });
    expect(answer.status).toBe(403);
    expect(await answer.text()).not.toContain(fixtureKey);
  });

  it('is refused in the form, which keeps what was entered', async () => {
    const answer = await post('/en/data/key', { holder: 'x', purpose: 'journalism' });
    expect(answer.status).toBe(400);
    const text = await answer.text();
    expect(text).toContain('href="#holder"');
    expect(text).toContain('value="x"');
  });

  it('opens a file from a browser without standing in an address', async () => {
    const fields = { dataset: 'administrative_penalty', file: 'administrative_penalty.csv' };
    const wrong = await post('/en/data/take', { ...fields, key: 'ck_wrong' });
    expect(wrong.status).toBe(401);
    expect(await wrong.text()).toContain('href="#key"');
    const answer = await post('/en/data/take', { ...fields, key: ` ${fixtureKey} ` });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toContain('administrative_penalty.csv');
  });
});

describe('a feed', () => {
  it.each([
    [`/organisations/${idOf(1)}/feed.atom`, 'zh-Hans'],
    [`/en/organisations/${idOf(1)}/feed.atom`, 'en'],
    ['/lists/administrative_penalty/feed.atom', 'zh-Hans'],
    ['/en/lists/administrative_penalty/feed.atom', 'en'],
  ])('%s says what is published now, in its language', async (path, tag) => {
    const answer = await portal.request(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const text = await answer.text();
    expect(text).toContain(`xml:lang="${tag}"`);
    expect(text).toContain(`http://localhost${path}`);
    expect(text).toMatch(/<entry>[\s\S]*<updated>20\d\d-/);
  });

  it('never was for an organisation of which nothing is published', async () => {
    const gone = await portal.request(`/organisations/${idOf(98)}/feed.atom`);
    const never = await portal.request(`/organisations/${idOf(99)}/feed.atom`);
    expect(gone.status).toBe(404);
    expect(await gone.text()).toBe(await never.text());
  });
});
