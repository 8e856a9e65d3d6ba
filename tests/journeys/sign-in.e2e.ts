import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { demoPeople } from '@credence/demo';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { caseWords } from '../../packages/portal/src/words/case.ts';
import { ownWords } from '../../packages/portal/src/words/own.ts';
import {
  axeViolations,
  browserMissing,
  launchBrowser,
  sidewaysScroll,
} from '../support/browser.ts';
import { freePort, runCommand, type RunningServer } from '../support/command.ts';
import { startDemoCity } from '../support/demo-city.ts';
import { startOidc, type OidcServer } from '../support/oidc.ts';

const pictures = process.env['CREDENCE_PICTURES'];
const firm = '91999999MA3K7T2X0J';
const bureau = 'market_regulation';

/** Signing in with a provider and as people of the demonstration; one's own record; who looked. */
describe.skipIf(browserMissing)(`signing in (${browserMissing ?? 'browser'})`, () => {
  let folder: string;
  let environment: Readonly<Record<string, string>> & { readonly CREDENCE_DATA: string };
  let oidc: OidcServer;
  let server: RunningServer;
  let browser: Browser;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'credence-sign-in-'));
    const port = await freePort();
    const redirect = `http://127.0.0.1:${port}/sign-in/callback`;
    oidc = await startOidc({ redirect });
    environment = {
      CREDENCE_DATA: join(folder, 'data'),
      CREDENCE_OIDC_ISSUER: oidc.issuer,
      CREDENCE_OIDC_CLIENT_ID: oidc.clientId,
      CREDENCE_OIDC_CLIENT_SECRET: oidc.clientSecret,
      CREDENCE_OIDC_REDIRECT: redirect,
    };
    server = await startDemoCity(environment, port);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    await oidc.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (path: string, width = 1280): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    const page = await context.newPage();
    await page.goto(`${server.address}${path}`);
    return page;
  };
  const signInAs = async (person: string, path: string, width = 1280): Promise<Page> => {
    const page = await open(path, width);
    await page.locator(`form:has(input[value="${person}"]) button`).click();
    await page.waitForURL((url) => !url.pathname.includes('/sign-in'));
    return page;
  };
  /** The provider's own two forms: who one is, and that the register may know. */
  const passProvider = async (page: Page, login: string): Promise<void> => {
    await page.locator('input[name="login"]').fill(login);
    await page.locator('input[name="password"]').fill('any');
    await page.locator('button[type="submit"]').click();
    await page.locator('form[action*="/interaction"] button[type="submit"]').click();
  };
  const account = (...args: string[]) => runCommand(['account', ...args], environment);
  const look = async (page: Page, name: string): Promise<void> => {
    expect(await axeViolations(page), name).toEqual([]);
    expect(await sidewaysScroll(page), name).toBe(0);
    if (pictures !== undefined) {
      await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
    }
  };

  it('as each person of the demonstration, who finds on the desk what the sign-in page says', async () => {
    const elsewhere = new Map([
      ['registrar', ['/en/desk/accounts', '闻人溪']],
      ['auditor', ['/en/desk/oversight', 'Wanglan Market Regulation Bureau']],
      ['creditor', ['/en/desk/own', ownWords('en').partiesSays]],
      ['payer', ['/en/own/contracts', 'Of that overdue']],
      ['promiser', ['/en/own/contracts', 'compensation']],
      ['civil-officer', ['/en/desk/duties', 'not asked for yet']],
      ['association', ['/en/own/duties', 'overdue']],
    ]);
    const nothing = caseWords('en').leadNone;
    for (const { id } of demoPeople.filter(({ finds }) => finds !== undefined)) {
      const context = await browser.newContext({ baseURL: server.address });
      const [path = '', said = ''] = elsewhere.get(id) ?? ['/en/desk/cases'];
      const page = await context.request.post('/en/sign-in/demo', {
        form: { person: id, back: path },
        headers: { origin: server.address },
      });
      const text = await page.text();
      expect([id, page.status(), new URL(page.url()).pathname]).toEqual([id, 200, path]);
      expect([id, text.includes(nothing), text.includes(said)]).toEqual([id, false, true]);
      await context.close();
    }
  });

  it('with the provider: to the page asked for, out again, and no account is a clear answer', async () => {
    const added = await account(
      ...['add', '--agency', bureau, '--name', '闻人溪', '--roles', 'registrar'],
      ...['--subject', 'wenren-xi'],
    );
    expect(added.exit, added.err).toBe(0);

    const page = await open('/en/desk/accounts');
    await look(page, 'sign-in-en-1280');
    await page.getByRole('link', { name: /^Sign in with/ }).click();
    await passProvider(page, 'wenren-xi');
    await page.waitForURL(`${server.address}/en/desk/accounts`);
    expect(await page.locator('.person').innerText()).toContain(
      '闻人溪, Wanglan Market Regulation Bureau, registrar',
    );
    await look(page, 'accounts-en-1280');

    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(`${server.address}/en`);
    await page.goto(`${server.address}/en/desk`);
    expect(page.url()).toContain('/en/sign-in');

    const stranger = await open('/sign-in');
    await stranger.getByRole('link', { name: /^通过/ }).click();
    await passProvider(stranger, 'nobody');
    await stranger.waitForURL(/callback/);
    expect(await stranger.locator('main').innerText()).toContain('没有账号');
    await look(stranger, 'no-account-zh-1280');
  });

  it('an account is added and ended on the desk, and its end takes effect at the next step', async () => {
    const registrar = await signInAs('registrar', '/sign-in?back=/desk/accounts');
    await registrar.locator('#name').fill('张三');
    await registrar.locator('#subject').fill('zhang-san');
    await registrar.locator('#issuer').fill(oidc.issuer);
    await registrar.locator('input[name="role"][value="registrar"]').check();
    await registrar.locator('form:has(#name) button[type="submit"]').click();
    await registrar.waitForURL(/\/desk\/accounts$/);

    const zhang = await open('/sign-in?back=/desk/accounts');
    await zhang.getByRole('link', { name: /^通过/ }).click();
    await passProvider(zhang, 'zhang-san');
    await zhang.waitForURL(/\/desk\/accounts$/);

    await registrar.reload();
    const form = registrar.locator('form:has([aria-label="停用: 张三"])');
    await form.locator('input[name="reason"]').fill('调离');
    await form.locator('button').click();
    await registrar.waitForURL(/\/desk\/accounts$/);
    expect(await registrar.locator('tr:has-text("张三")').innerText()).toContain('已停用');

    await zhang.reload();
    expect(zhang.url()).toContain('/sign-in');
  });

  it.each([
    ['zh', '', 1280],
    ['en', '/en', 1280],
    ['zh', '', 360],
    ['en', '/en', 360],
  ] as const)(
    'a representative sees all that is held, and who looked (%s%s, %i px)',
    async (language, prefix, width) => {
      const page = await signInAs('representative', `${prefix}/sign-in`, width);
      await look(page, `desk-${language}-${width}`);
      await page.goto(`${server.address}${prefix}/desk/own`);
      expect(await page.locator('tbody tr').count()).toBeGreaterThan(1);
      await look(page, `own-${language}-${width}`);
      await page.goto(`${server.address}${prefix}/desk/who-looked`);
      expect(await page.locator('tbody tr').count()).toBeGreaterThan(0);
      await look(page, `who-looked-${language}-${width}`);
      await page.goto(`${server.address}${prefix}/desk/mandates`);
      await look(page, `mandates-${language}-${width}`);
      await page.goto(`${server.address}${prefix}/sign-in`);
      await look(page, `sign-in-${language}-${width}`);
      await page.context().close();
    },
  );

  it('oversight sees who looked, and its own look is seen by the organisation', async () => {
    const auditor = await signInAs('auditor', '/en/sign-in');
    await auditor.goto(`${server.address}/en/desk/who-looked`);
    await auditor.locator('#code').fill(firm);
    await auditor.locator('main form button').click();
    expect(await auditor.locator('table').innerText()).toContain('The organisation itself');
    await look(auditor, 'who-looked-auditor-en-1280');

    const representative = await signInAs('representative', '/en/sign-in');
    await representative.goto(`${server.address}/en/desk/who-looked`);
    const table = await representative.locator('table').innerText();
    expect(table).toContain('Wanglan Audit Office, auditor');
    expect(table).toContain('oversight');

    const address = `${server.address}/api/v1/usage/findUsage?limit=1`;
    const answer = await representative.context().request.get(address);
    const usage = (await answer.json()) as { total: number; looks: { role: string }[] };
    expect(usage.looks).toMatchObject([{ role: 'auditor' }]);
    expect(usage.total).toBeGreaterThan(1);
  });

  it('nobody may do what his office does not let him', async () => {
    const officer = await signInAs('case-officer', '/en/sign-in');
    for (const path of ['/en/desk/accounts', '/en/desk/own', `/en/desk/who-looked?code=${firm}`]) {
      const answer = await officer.goto(`${server.address}${path}`);
      expect(answer?.status(), path).toBe(403);
    }
    expect(server.output()).toContain('denied');
  });
});
