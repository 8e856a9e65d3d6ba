import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  axeViolations,
  browserMissing,
  launchBrowser,
  sidewaysScroll,
} from '../support/browser.ts';
import type { RunningServer } from '../support/command.ts';
import { startDemoCity } from '../support/demo-city.ts';

const pictures = process.env['CREDENCE_PICTURES'];
const organisation = '望澜市澜江机电设备制造有限公司';
const languages = ['zh', 'en'] as const;
const widths = [360, 1280] as const;
type Language = (typeof languages)[number];

const inLanguage = (path: string, language: Language): string =>
  language === 'zh' ? path : `/en${path}`;

describe.skipIf(browserMissing)(
  `a citizen looks, without an account (${browserMissing ?? 'browser'})`,
  () => {
    let folder: string;
    let server: RunningServer;
    let browser: Browser;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'credence-citizen-'));
      server = await startDemoCity({ CREDENCE_DATA: join(folder, 'data') });
      browser = await launchBrowser();
    });
    afterAll(async () => {
      await browser.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    const open = async (path: string): Promise<Page> => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      const page = await context.newPage();
      await page.goto(`${server.address}${path}`);
      return page;
    };
    const get = async (path: string): Promise<string> =>
      (await fetch(`${server.address}${path}`)).text();

    it.each(['澜江机', 'lanjiang', '91999999MA3K7T2X0J'])(
      'finds the firm by %s, with neither account nor captcha',
      async (query) => {
        const page = await open('/en');
        await page.getByRole('searchbox').fill(query);
        await page.keyboard.press('Enter');
        await page.getByRole('link', { name: organisation, exact: true }).first().waitFor();
        expect(await page.locator('input[type=password]').count()).toBe(0);
        await page.context().close();
      },
    );

    it('draws inspections again in the browser, and sees where a changed file fails', async () => {
      const page = await open('/en/inspections');
      const rows = page.locator('main table').first().locator('tbody tr');
      const check = page.locator('#check-draw');
      const said = (verdict: 'fails' | 'holds') =>
        page.locator(`#check-draw[data-verdict=${verdict}]`).waitFor();
      // Before the visits the list holds, by its tokens alone.
      await rows.filter({ hasText: 'not drawn yet' }).first().getByRole('link').click();
      await said('holds');
      expect(await check.innerText()).toContain('its tokens give the root');
      await page.goBack();
      await rows.filter({ hasText: 'Visits over' }).first().getByRole('link').click();
      await said('holds');
      expect(await check.innerText()).toContain('drawn again from the file');
      const file = await get(`${new URL(page.url()).pathname.replace('/en', '')}/draw.json`);
      const hand = (text: string) =>
        page.locator('#draw-file').setInputFiles({
          ...{ name: 'draw.json', mimeType: 'application/json', buffer: Buffer.from(text) },
        });
      const flip = (place: RegExp) =>
        file.replace(place, (all) => all.slice(0, -1) + (all.endsWith('1') ? '2' : '1'));
      for (const [place, part] of [
        [/"lines":\[\{"stratum":"[^"]*","token":"[0-9a-f]/, 'List $.list'],
        [/"randomArm":\d+/, 'Commitment $.terms'],
        [/"proof":"[0-9a-f]/, 'Proof of the seed $.seed.proof'],
        [/"result":\[\{"arm":"[a-z]+","chance":\["\d/, 'Result $.result[0]'],
      ] as const) {
        expect(flip(place), part).not.toBe(file);
        await hand(flip(place));
        await said('fails');
        expect(await check.innerText()).toContain(part);
        await hand(file);
        await said('holds');
      }
      await page.context().close();
    });

    it('reads from the list to the record, and learns why and until when', async () => {
      const page = await open('/en');
      await page.getByRole('link', { name: 'Lists', exact: true }).first().click();
      await page.getByRole('link', { name: 'Administrative penalty', exact: true }).first().click();
      const list = await page.locator('main').innerText();
      expect(list).toContain('In order of the day of decision, latest first');
      expect(list).toMatch(/\d+ records about \d+ organisations/);
      const firstTerm = page.locator('main table').last().locator('tbody tr').first();
      expect(await firstTerm.locator('time').count()).toBe(3);
      await firstTerm.locator('td a').first().click();
      const record = await page.locator('main').innerText();
      expect(record).toMatch(/begins/i);
      expect(record).toMatch(/ends/i);
      expect(record).toMatch(/why/i);
      await page.context().close();
    });

    it('looks at another day, and sees only what may still be shown', async () => {
      const past = '/en/lists/administrative_penalty?day=2026-03-20';
      const page = await open(past);
      expect(await page.locator('body').innerText()).toContain('This is the state of');
      const total = Number(/(\d+) records about/.exec(await page.locator('main').innerText())?.[1]);
      const address = '/api/v1/lists/administrative_penalty?day=2026-03-20';
      const answer = JSON.parse(await get(address)) as Answer;
      expect(answer).toMatchObject({ entries: { total } });
      for (const { record } of answer.entries.items) {
        // Of that day, and not over today.
        expect(record.publicity.begins <= '2026-03-20').toBe(true);
        const today = await fetch(`${server.address}/api/v1${record.url}`);
        expect(today.status, record.url).toBe(200);
      }
      await page.context().close();
    });

    it('compares a copy with the register, and learns the same of ended and of made-up ones', async () => {
      const answer = JSON.parse(await get('/api/v1/lists/administrative_penalty')) as Answer;
      const [entry] = answer.entries.items;
      const record = JSON.parse(await get(`/api/v1${entry?.record.url ?? ''}`)) as {
        record: { id: string; fingerprint: string };
      };
      const { id, fingerprint } = record.record;
      const page = await open('/en/copies');
      await page.locator('#record').fill(id);
      await page.locator('#fingerprint').fill(fingerprint);
      await page.getByRole('button', { name: 'Compare' }).click();
      expect(await page.locator('main').innerText()).toContain('says what the register says today');
      await page.context().close();
      const made = await open(
        `/en/copies?record=01900000-0000-7000-8000-000000000000&fingerprint=${fingerprint}`,
      );
      expect(await made.locator('main').innerText()).toContain('the register does not say which');
      await made.context().close();
    });

    it('follows the rules by Atom', async () => {
      const page = await open('/en/rules/changes');
      const href = await page.getByRole('link', { name: 'Follow (Atom)' }).getAttribute('href');
      const feed = await fetch(new URL(href ?? '', server.address));
      expect(feed.headers.get('content-type')).toContain('application/atom+xml');
      const text = await feed.text();
      expect(text).toContain('<feed xmlns="http://www.w3.org/2005/Atom"');
      expect(text.match(/<entry>/g)).toHaveLength(2);
      await page.context().close();
    });

    it('downloads the numbers of a chart as a table', async () => {
      const page = await open('/en/statistics');
      const href = await page.getByRole('link', { name: /CSV/ }).first().getAttribute('href');
      const file = await fetch(new URL(href ?? '', server.address));
      expect(file.headers.get('content-type')).toContain('text/csv');
      const cells = (await file.text()).split(/[\r\n,]+/).filter((cell) => /^\d+$/.test(cell));
      expect(cells.length).toBeGreaterThan(0);
      expect(cells.every((cell) => cell === '0' || Number(cell) >= 10)).toBe(true);
      await page.context().close();
    });

    const pages = [
      '/lists',
      '/lists/administrative_penalty',
      '/lists/administrative_penalty?day=2026-03-20',
      '/lists/court.judgment-defaulters',
      '/agencies',
      '/agencies/{first}',
      '/agencies/{first}/report-card',
      '/report-cards',
      '/report-cards/districts',
      '/statistics',
      '/rules/changes',
      '/copies',
    ];
    it.each(languages.flatMap((language) => pages.map((path) => [language, path] as const)))(
      'meets everybody: %s %s has no finding of axe and never scrolls sideways',
      async (language, path) => {
        const agencies = JSON.parse(await get('/api/v1/agencies')) as {
          agencies: { url: string; supplies: readonly unknown[] }[];
        };
        const most = agencies.agencies.toSorted((a, b) => b.supplies.length - a.supplies.length);
        const address = path.replace('/agencies/{first}', most[0]?.url ?? '');
        const page = await open(inLanguage(address, language));
        expect(await page.locator('h1').innerText()).not.toContain('No such page');
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 });
          expect(await axeViolations(page), String(width)).toEqual([]);
          expect(await sidewaysScroll(page), String(width)).toBe(0);
          if (pictures !== undefined) {
            const name = `${path.replace(/\W+/g, '-').slice(1)}-${language}-${String(width)}`;
            await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
          }
        }
        await page.context().close();
      },
    );
  },
);

interface Entry {
  readonly record: { readonly url: string; readonly publicity: { readonly begins: string } };
}
interface Answer {
  readonly entries: { readonly items: readonly Entry[] };
}
