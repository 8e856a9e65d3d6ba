import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  axeViolations,
  browserMissing,
  launchBrowser,
  sidewaysScroll,
} from '../support/browser.ts';
import { handOver, runCommand, startServer, type RunningServer } from '../support/command.ts';

const pictures = process.env['CREDENCE_PICTURES'];
const organisation = '望澜市澜江机电设备制造有限公司';
const languages = ['zh', 'en'] as const;
const views = [
  [1280, 'light'],
  [360, 'dark'],
] as const;

interface BrokenFile {
  readonly path: string;
  readonly item: string;
  readonly source: string;
}

describe.skipIf(browserMissing)(
  `a first day with the demo city (${browserMissing ?? 'browser'})`,
  () => {
    let folder: string;
    let server: RunningServer;
    let browser: Browser;
    let environment: Record<string, string>;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'credence-day-'));
      environment = { CREDENCE_DATA: folder };
      server = await startServer(['--demo', '--demo-organisations', '400'], environment);
      browser = await launchBrowser();
    });
    afterAll(async () => {
      await browser.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    const open = async (path: string, options: BrowserContextOptions = {}): Promise<Page> => {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      await page.goto(`${server.address}${path}`);
      return page;
    };
    const inLanguage = (path: string, language: 'zh' | 'en'): string =>
      language === 'zh' ? path : `/en${path === '/' ? '' : path}`;

    it('finds a company by name, reads its record, and learns why and until when', async () => {
      const page = await open('/');
      await page.getByRole('searchbox').fill('澜江机电');
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: organisation, exact: true }).first().click();
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('澜江机电');
      expect(await page.locator('main').innerText()).toMatch(/\d{4}年\d{1,2}月\d{1,2}日/);
      await page.locator('main h3 a').first().click();
      const record = await page.locator('main').innerText();
      expect(record).toContain('开始');
      expect(record).toContain('结束');
      expect(record).toContain('二手来源，待核');
      await page.context().close();
    });

    it('keeps the page and changes the language', async () => {
      const page = await open(`/search?q=${encodeURIComponent('澜江')}`);
      await page.getByRole('link', { name: 'English' }).click();
      expect(new URL(page.url()).pathname).toBe('/en/search');
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      expect(await page.getByRole('searchbox').inputValue()).toBe('澜江');
      await page.context().close();
    });

    it('works without script', async () => {
      const page = await open('/', { javaScriptEnabled: false });
      await page.getByRole('searchbox').fill('lanjiang');
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: organisation, exact: true }).first().click();
      expect(await page.title()).toContain('澜江机电');
      await page.context().close();
    });

    it('begins every page with the way past the masthead, and shows the focus', async () => {
      const page = await open('/');
      await page.keyboard.press('Tab');
      const focused = page.locator(':focus');
      const target = (await focused.getAttribute('href')) ?? '';
      expect(target).toMatch(/^#\w+$/);
      expect(await page.locator(target).count()).toBe(1);
      await page.context().close();
    });

    let known: Promise<readonly string[]> | undefined;
    const addresses = (): Promise<readonly string[]> => (known ??= findAddresses());
    const findAddresses = async (): Promise<readonly string[]> => {
      const page = await open(`/search?q=${encodeURIComponent(organisation)}`);
      const subject = await page
        .getByRole('link', { name: organisation, exact: true })
        .first()
        .getAttribute('href');
      await page.goto(`${server.address}${subject ?? ''}`);
      const record = await page.locator('main h3 a').first().getAttribute('href');
      await page.context().close();
      return [
        '/',
        `/search?q=${encodeURIComponent('澜江')}`,
        `/search?q=${encodeURIComponent('没有这一家')}`,
        '/search?q=91350100M000100Y4Z',
        subject ?? '',
        `${subject ?? ''}?day=2026-03-03`,
        record ?? '',
        '/rules',
        '/rules/cn-2026',
        '/rules/cn-2026/item/administrative_penalty',
        '/rules/cn-2026/value/publicity.general',
        '/how-counted',
        '/data',
        '/accessibility',
        '/problems/identifier-invalid',
        '/organisations/nobody',
      ];
    };

    /** The others look the same over any data: accessibility.int of the portal goes through them. */
    const showsTheRegister = (path: string): boolean => !/^\/(rules|how|data|acc|prob)/.test(path);

    it.each(languages)(
      'has no fault that axe finds, wide in light and narrow in dark (%s)',
      async (language) => {
        const found: string[] = [];
        // Colours change at once, so that none is measured half-way.
        const page = await open('/', { reducedMotion: 'reduce' });
        for (const path of (await addresses()).filter(showsTheRegister)) {
          await page.goto(`${server.address}${inLanguage(path, language)}`);
          for (const [width, colorScheme] of views) {
            await page.setViewportSize({ width, height: 900 });
            await page.emulateMedia({ colorScheme });
            const faults = await axeViolations(page);
            found.push(...faults.map((each) => `${path} ${width} ${colorScheme} ${each}`));
            if (pictures !== undefined) {
              const name = `${language}${path.replaceAll(/[^a-z0-9-]+/gi, '-').slice(0, 60)}`;
              const file = join(pictures, `${name}-${width}.png`);
              await page.screenshot({ path: file, fullPage: true });
            }
          }
        }
        await page.context().close();
        expect(found).toEqual([]);
      },
    );

    it('never scrolls sideways, from 320 px on', async () => {
      const wide: string[] = [];
      const page = await open('/');
      for (const path of await addresses()) {
        for (const language of languages) {
          await page.goto(`${server.address}${inLanguage(path, language)}`);
          for (const width of [320, 360, 768, 1280]) {
            await page.setViewportSize({ width, height: 800 });
            const over = await sidewaysScroll(page);
            if (over > 0) wide.push(`${inLanguage(path, language)} at ${width}: ${over} px`);
          }
        }
      }
      await page.context().close();
      expect(wide).toEqual([]);
    });

    it('prints a record with its whole why', async () => {
      const record = (await addresses())[6] ?? '';
      const page = await open(record);
      await page.emulateMedia({ media: 'print' });
      const folded = await page.locator('main details:not([open])').count();
      const shown = await page
        .locator('main details > :not(summary)')
        .evaluateAll((elements) =>
          elements.every(
            (element) => (element as unknown as { offsetHeight: number }).offsetHeight > 0,
          ),
        );
      expect(folded === 0 || shown).toBe(true);
      expect(await page.locator('nav').first().isVisible()).toBe(false);
      const pdf = await page.pdf({ format: 'A4' });
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      await page.context().close();
    });

    it('takes a file from a second terminal while the server runs', async () => {
      const { files } = JSON.parse(readFileSync(join(folder, 'demo', 'manifest.json'), 'utf8')) as {
        files: readonly BrokenFile[];
      };
      const first = files[0];
      const again = await runCommand(
        [
          'import',
          join(folder, 'demo', first?.path ?? ''),
          '--item',
          first?.item ?? '',
          '--source',
          first?.source ?? '',
        ],
        environment,
      );
      expect(again.err).toBe('');
      expect(again.out).toContain('imported before: 0 new');
      expect(again.exit).toBe(0);
    });

    it('refuses every deliberately broken file with a reason, and stores nothing', async () => {
      const broken = JSON.parse(
        readFileSync(join(folder, 'demo', 'broken', 'manifest.json'), 'utf8'),
      ) as readonly BrokenFile[];
      expect(broken.length).toBeGreaterThanOrEqual(6);
      const before = await health();
      for (const [at, { path, item, source }] of broken.entries()) {
        const order = ['import', join(folder, 'demo', path), '--item', item, '--source', source];
        // The exit of a process once; it takes seconds to start.
        const outcome = await (at === 0 ? runCommand(order, environment) : handOver(order, folder));
        expect(outcome.exit, `${path}: ${outcome.out}${outcome.err}`).toBe(1);
        expect(outcome.out + outcome.err, path).toMatch(/Nothing was imported|is not encoded as/);
      }
      expect(await health()).toBe(before);
    });

    const health = async (): Promise<string> => {
      const answer = (await (await fetch(`${server.address}/api/v1/health`)).json()) as {
        timepoint?: string;
      };
      return JSON.stringify(answer.timepoint);
    };

    it('has the same data after a stop and a start', async () => {
      const search = `/api/v1/organisations?q=${encodeURIComponent('澜江')}`;
      const before: unknown = await (await fetch(`${server.address}${search}`)).json();
      await server.stop();
      server = await startServer(['--demo', '--demo-organisations', '400'], environment);
      const after: unknown = await (await fetch(`${server.address}${search}`)).json();
      expect(after).toEqual(before);
    });
  },
);
