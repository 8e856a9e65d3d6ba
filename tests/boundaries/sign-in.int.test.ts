import type { KnownPrincipal } from '@credence/casework';
import { makeUscc, type Instant } from '@credence/domain';
import { openSignIn } from '@credence/exchange';
import type { Portal, SignInOptions } from '@credence/portal';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { FormBrowser } from '../support/form-browser.ts';
import { oidcAudience, type OidcServer } from '../support/oidc.ts';
import {
  openSignInWorld,
  signInBase as base,
  signInRedirect as redirect,
  type SignInWorld,
} from '../support/sign-in-world.ts';
import { market, type World } from '../support/world.ts';

const demoIssuer = 'urn:credence:demo';
const code = (body8: string) =>
  makeUscc({ department: '9', category: '1', region: '999999', body8 });
const firm = { name: '望澜市晴川食品有限公司', code: code('MA000001') };
const rival = { name: '望澜市澄波包装有限公司', code: code('MA000002') };
const operator: KnownPrincipal = {
  kind: 'operator',
  name: 'root',
  agency: market,
  role: 'registrar',
};

const openBrowser = (portal: Portal) => new FormBrowser(portal, base);

describe('signing in', () => {
  let open: SignInWorld;
  let world: World;
  let oidc: OidcServer;
  let clock: { now: Instant };

  beforeAll(async () => {
    open = await openSignInWorld([firm, rival]);
    ({ world, oidc, clock } = open);
  });
  afterAll(() => open.close());

  const portal = (changed: Partial<SignInOptions> = {}): Portal => open.portal(changed);

  async function account(
    subject: string,
    roles: readonly ['registrar' | 'auditor' | 'data_officer'],
  ) {
    const outcome = await world.system.casework.addAccount(operator, {
      ...{ kind: 'official', agency: market, name: subject, issuer: oidc.issuer, subject },
      ...{ roles, scopes: [] },
    });
    if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.problem));
    return outcome.account;
  }

  async function signIn(browser: FormBrowser, login: string, back = '/desk'): Promise<Response> {
    const start = await browser.get(`/sign-in/start?back=${encodeURIComponent(back)}`);
    expect(start.status).toBe(303);
    const returned = await oidc.approve(start.headers.get('location') ?? '', login);
    return browser.get(`${returned.pathname}${returned.search}`);
  }

  const sessionOf = (browser: FormBrowser) => browser.cookies.get('credence');

  it('leads to sign-in and back to the page that was asked for', async () => {
    await account('wen', ['registrar']);
    const browser = openBrowser(portal());
    const asked = await browser.get('/en/desk/accounts');
    expect(asked.status).toBe(303);
    expect(asked.headers.get('location')).toBe('/en/sign-in?back=%2Fen%2Fdesk%2Faccounts');
    const done = await signIn(browser, 'wen', '/en/desk/accounts');
    expect(done.headers.get('location')).toBe('/en/desk/accounts');
    const page = await browser.get('/en/desk/accounts');
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('wen, Wanglan Market Regulation Bureau, registrar');
  });

  it('gives a cookie that no script and no other site can use, and keeps its hash alone', async () => {
    await account('wen', ['registrar']);
    const browser = openBrowser(portal());
    const done = await signIn(browser, 'wen');
    const [cookie = ''] = done.headers
      .getSetCookie()
      .filter((each) => each.startsWith('credence='));
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).toMatch(/Path=\//);
    expect(done.headers.get('cache-control')).toBe('no-store');
    const id = sessionOf(browser) ?? '';
    expect(await world.system.store.sessions.find(id)).toBeUndefined();
  });

  it('by https the cookie belongs to this host alone', async () => {
    await account('wen', ['registrar']);
    const browser = openBrowser(portal({ secure: true }));
    const done = await signIn(browser, 'wen');
    const cookies = done.headers.getSetCookie().join('\n');
    expect(cookies).toMatch(/^__Host-credence=[\w-]{43}; .*Secure/m);
  });

  it('says what to do where there is no account, and opens no session', async () => {
    const browser = openBrowser(portal());
    const done = await signIn(browser, 'nobody');
    expect(done.status).toBe(403);
    expect(await done.text()).toContain('没有账号');
    expect(sessionOf(browser)).toBeUndefined();
  });

  it('takes no answer that this browser did not ask for', async () => {
    await account('wen', ['registrar']);
    const app = portal();
    const attacker = openBrowser(app);
    const start = await attacker.get('/sign-in/start');
    const returned = await oidc.approve(start.headers.get('location') ?? '', 'wen');
    const victim = openBrowser(app);
    const done = await victim.get(`${returned.pathname}${returned.search}`);
    expect(done.status).toBe(403);
    expect(sessionOf(victim)).toBeUndefined();
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'never leads to another site: %s',
    async (back) => {
      await account('wen', ['registrar']);
      const done = await signIn(openBrowser(portal()), 'wen', back);
      expect(done.headers.get('location')).toBe('/desk');
    },
  );

  it('opens a new session at each sign-in, and the one before is over', async () => {
    await account('wen', ['registrar']);
    const app = portal();
    const browser = openBrowser(app);
    await signIn(browser, 'wen');
    const first = sessionOf(browser) ?? '';
    await signIn(browser, 'wen');
    expect(sessionOf(browser)).not.toBe(first);
    const thief = openBrowser(app);
    thief.cookies.set('credence', first);
    expect((await thief.get('/desk')).status).toBe(303);
  });

  it('takes no id that someone chose', async () => {
    const browser = openBrowser(portal());
    browser.cookies.set('credence', 'A'.repeat(43));
    expect((await browser.get('/desk')).status).toBe(303);
  });

  it('ends without use, and in any case after a working day', async () => {
    await account('wen', ['registrar']);
    const limits = { idleMs: 30 * 60_000, longestMs: 9 * 60 * 60_000 };
    const app = portal({ limits });
    const started = clock.now;
    const at = (ms: number) => (clock.now = (started + ms) as Instant);
    const idle = openBrowser(app);
    await signIn(idle, 'wen');
    at(29 * 60_000);
    expect((await idle.get('/desk')).status).toBe(200);
    at(58 * 60_000);
    expect((await idle.get('/desk')).status).toBe(200);
    at(58 * 60_000 + 31 * 60_000);
    expect((await idle.get('/desk')).status).toBe(303);

    at(0);
    const busy = openBrowser(app);
    await signIn(busy, 'wen');
    for (let minutes = 20; minutes <= 9 * 60; minutes += 20) {
      at(minutes * 60_000);
      expect((await busy.get('/desk')).status, String(minutes)).toBe(200);
    }
    at(9 * 60 * 60_000 + 60_000);
    expect((await busy.get('/desk')).status).toBe(303);
    clock.now = started;
  });

  it('an account that was ended is refused at the very next request', async () => {
    const id = await account('ending', ['registrar']);
    const browser = openBrowser(portal());
    await signIn(browser, 'ending');
    expect((await browser.get('/desk/accounts')).status).toBe(200);
    await world.system.casework.endAccount(operator, {
      ...{ agency: market, account: id, reason: 'left' },
    });
    expect((await browser.get('/desk/accounts')).status).toBe(303);
    const again = await signIn(browser, 'ending');
    expect(again.status).toBe(403);
    expect(await again.text()).toContain('已于');
  });

  it('pages made for someone are kept by no cache', async () => {
    await account('wen', ['registrar']);
    const browser = openBrowser(portal());
    await signIn(browser, 'wen');
    const page = await browser.get('/rules');
    expect(page.headers.get('cache-control')).toBe('private, no-store');
    expect(page.headers.get('vary')).toContain('cookie');
    expect((await openBrowser(portal()).get('/rules')).headers.get('vary')).toContain('cookie');
  });

  describe('a form', () => {
    let browser: FormBrowser;
    beforeEach(async () => {
      await account('wen', ['registrar']);
      browser = openBrowser(portal());
      await signIn(browser, 'wen');
    });

    it.each([
      ['another site', { 'sec-fetch-site': 'cross-site' }],
      ['a neighbour of this site', { 'sec-fetch-site': 'same-site' }],
      ['another origin', { origin: 'https://evil.example' }],
      ['nobody knows where', {}],
    ])('is refused when it comes from %s', async (_, headers) => {
      const csrf = await browser.csrf();
      const answer = await browser.post('/sign-out', { csrf }, headers);
      expect(answer.status).toBe(403);
      expect((await browser.get('/desk')).status).toBe(200);
    });

    it('is refused without the token of the session, or with that of another', async () => {
      const other = openBrowser(portal());
      await signIn(other, 'wen');
      expect((await browser.post('/sign-out', {})).status).toBe(403);
      expect((await browser.post('/sign-out', { csrf: await other.csrf() })).status).toBe(403);
      expect((await browser.get('/desk')).status).toBe(200);
    });

    it('signs out with it, from this very site', async () => {
      const csrf = await browser.csrf();
      const answer = await browser.post(
        '/sign-out',
        { csrf },
        { origin: base, host: '127.0.0.1:8080' },
      );
      expect(answer.status).toBe(303);
      expect(sessionOf(browser)).toBeUndefined();
      expect((await browser.get('/desk')).status).toBe(303);
    });

    it('adds an account, and ends it', async () => {
      const csrf = await browser.csrf('/desk/accounts');
      const form = { csrf, kind: 'official', name: '张三', issuer: oidc.issuer, subject: 'zhang' };
      const added = await browser.post('/desk/accounts', { ...form, role: 'data_officer' });
      expect(added.status).toBe(303);
      const page = await (await browser.get('/desk/accounts')).text();
      expect(page).toContain('张三');
      const holding = page.slice(page.indexOf('张三'));
      const id = /name="account" value="([^"]+)"/.exec(holding)?.[1];
      const ended = await browser.post('/desk/accounts/end', {
        ...{ csrf, account: id ?? '', reason: '调离' },
      });
      expect(ended.status).toBe(303);
      const holds = await world.system.casework.principalOf({
        ...{ by: 'sign-in', issuer: oidc.issuer, subject: 'zhang' },
      });
      expect(holds.kind).toBe('refused');
    });
  });

  describe('of a representative', () => {
    const login = 'mei';
    async function mandate(): Promise<string> {
      const outcome = await world.system.casework.grantMandate(operator, {
        ...{ code: firm.code, name: '梅映雪', issuer: oidc.issuer, subject: login },
      });
      if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.problem));
      return outcome.account;
    }

    it('shows what is held about the organisation, and that someone looked', async () => {
      await mandate();
      const browser = openBrowser(portal());
      await signIn(browser, login);
      const own = await browser.get('/en/desk/own');
      expect(own.status).toBe(200);
      expect(await own.text()).toContain(firm.name);
      const looked = await (await browser.get('/en/desk/who-looked')).text();
      expect(looked).toContain('Your organisation itself');
      expect(looked).toContain('own record');
    });

    it('shows nothing of another organisation', async () => {
      await mandate();
      const home = await world.system.store.register.findByIdentifier({
        ...{ scheme: 'uscc', value: rival.code },
      });
      const browser = openBrowser(portal());
      await signIn(browser, login);
      for (const path of ['/desk/own', '/desk/who-looked']) {
        const answer = await browser.get(`${path}?subject=${home ?? ''}`);
        expect(answer.status, path).toBe(403);
        expect(await answer.text()).not.toContain(rival.name);
      }
      expect(await world.system.store.journal.accessesTo(home ?? '')).toEqual([]);
    });

    it('is over at the next request once the mandate is withdrawn', async () => {
      const id = await mandate();
      const browser = openBrowser(portal());
      await signIn(browser, login);
      expect((await browser.get('/desk/own')).status).toBe(200);
      await world.system.casework.revokeMandate(operator, {
        ...{ code: firm.code, mandate: id, reason: 'withdrawn' },
      });
      expect((await browser.get('/desk/own')).status).toBe(303);
    });
  });

  describe('of a system', () => {
    const asMachine = async (headers: Readonly<Record<string, string>>) =>
      openBrowser(portal()).get('/api/v1/usage/usagePeriod?subject=x', headers);

    it('is refused with a token that is none, and told how to show one', async () => {
      const answer = await asMachine({ authorization: 'Bearer a.b.c' });
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
      expect(await answer.json()).toMatchObject({ type: '/problems/token-refused' });
    });

    it('is refused without an account, and known with one', async () => {
      const authorization = `Bearer ${await oidc.token('intake')}`;
      expect((await asMachine({ authorization })).status).toBe(403);
      await world.system.casework.addAccount(operator, {
        ...{ kind: 'machine', agency: market, name: 'system', issuer: oidc.issuer },
        ...{ subject: oidc.machine.clientId, roles: [], scopes: ['intake'] },
      });
      // Known, and not permitted to look at who looked.
      const answer = await asMachine({ authorization });
      expect(await answer.json()).toMatchObject({ type: '/problems/not-permitted' });
    });
  });

  describe('as someone of the demonstration', () => {
    const people = [{ id: 'representative', name: { zh: '梅' }, says: { zh: '经办人' } }];
    const demo = { issuer: demoIssuer, people };

    beforeAll(async () => {
      await world.system.casework.grantMandate(operator, {
        ...{ code: firm.code, name: '梅映雪', issuer: demoIssuer, subject: 'representative' },
      });
    });

    it.each(['localhost:8080', '127.0.0.1:8080', '[::1]:8080'])('works on %s', async (host) => {
      const browser = openBrowser(portal({ demo }));
      const page = await (await browser.get('/sign-in', { host })).text();
      expect(page).toContain('虚构');
      const form = { person: 'representative', back: '/desk/own' };
      const headers = { host, 'sec-fetch-site': 'same-origin' };
      const done = await browser.post('/sign-in/demo', form, headers);
      expect(done.headers.get('location')).toBe('/desk/own');
      expect((await browser.get('/desk/own', { host })).status).toBe(200);
    });

    it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.nip.io:8080', '10.0.0.5:8080'])(
      'is refused under the host name %s, whatever address that leads to',
      async (host) => {
        const browser = openBrowser(portal({ demo }));
        expect((await browser.get('/sign-in', { host })).status).toBe(403);
        const headers = { host, 'sec-fetch-site': 'same-origin' };
        const form = { person: 'representative', back: '/desk/own' };
        expect((await browser.post('/sign-in/demo', form, headers)).status).toBe(403);
        expect(sessionOf(browser)).toBeUndefined();
        await browser.post('/sign-in/demo', form);
        expect((await browser.get('/desk/own', { host })).status).toBe(303);
      },
    );

    it('does not exist where there is no demonstration, also for a session from one', async () => {
      const trial = openBrowser(portal({ demo }));
      await trial.post('/sign-in/demo', { person: 'representative', back: '/desk' });
      const live = openBrowser(portal());
      expect(await (await live.get('/sign-in')).text()).not.toContain('虚构');
      const answer = await live.post('/sign-in/demo', { person: 'representative' });
      expect(answer.status).toBe(405);
      live.cookies.set('credence', sessionOf(trial) ?? '');
      expect((await live.get('/desk')).status).toBe(303);
    });

    it('lets in nobody who is not in the list', async () => {
      const browser = openBrowser(portal({ demo }));
      expect((await browser.post('/sign-in/demo', { person: 'root' })).status).toBe(403);
      expect(sessionOf(browser)).toBeUndefined();
    });
  });

  it('the provider being down closes no public page', async () => {
    const settings = { clientId: 'x', clientSecret: 'y', redirect, audience: oidcAudience };
    const provider = openSignIn({ ...settings, issuer: 'http://127.0.0.1:1' }, () => Date.now());
    const browser = openBrowser(portal({ provider }));
    const start = await browser.get('/sign-in/start');
    expect(start.status).toBe(503);
    expect(start.headers.get('retry-after')).toBe('30');
    expect((await browser.get('/')).status).toBe(200);
  });
});
