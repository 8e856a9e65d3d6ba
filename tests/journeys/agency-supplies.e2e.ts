import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
import { handOver, runCommand, type RunningServer } from '../support/command.ts';
import { startDemoCity } from '../support/demo-city.ts';
import { autumn, brokenRows, writePenaltyWorkbook } from '../support/penalty-workbook.ts';

const pictures = process.env['CREDENCE_PICTURES'];
const views = [
  [1280, 'light'],
  [360, 'dark'],
] as const;
const dataOfficer = 'data-officer-market-regulation';

/** J1: a bureau's data officer hands over a workbook of 1,200 decisions. */
describe.skipIf(browserMissing)(
  `an agency supplies its decisions (${browserMissing ?? 'browser'})`,
  () => {
    let folder: string;
    let environment: Record<'CREDENCE_DATA' | 'CREDENCE_UPLOAD_MAX_MIB', string>;
    let server: RunningServer;
    let browser: Browser;
    const file = (name: string): string => join(folder, name);

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'credence-supplies-'));
      environment = {
        CREDENCE_DATA: join(folder, 'data'),
        CREDENCE_UPLOAD_MAX_MIB: '1',
      };
      const decisions = { decisions: 1_200, lastDecidedOn: autumn, unserved: 3 };
      await writePenaltyWorkbook(file('penalties.xlsx'), { ...decisions, broken: true });
      await writePenaltyWorkbook(file('corrected.xlsx'), { ...decisions, broken: false });
      const fine = { ...decisions, broken: false, firstFine: '9.000000' };
      await writePenaltyWorkbook(file('other-fine.xlsx'), fine);
      writeFileSync(file('notes.pdf'), '%PDF-1.7\nnotes');
      writeFileSync(file('large.csv'), 'x,'.repeat(700_000));
      server = await startDemoCity(environment);
      browser = await launchBrowser();
    });
    afterAll(async () => {
      await browser.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    const signedIn = async (options: BrowserContextOptions = {}): Promise<Page> => {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 900 },
        ...options,
      });
      const page = await context.newPage();
      await page.goto(`${server.address}/sign-in`);
      await page.locator(`form:has(input[value="${dataOfficer}"]) button`).click();
      await page.waitForURL(/\/desk$/);
      return page;
    };
    /** A server with too much to do asks its reader to come back; so he does. */
    const visit = async (page: Page, path: string): Promise<void> => {
      for (;;) {
        const answer = await page.goto(`${server.address}${path}`);
        if (answer?.status() !== 503) return;
        const seconds = Number(answer.headers()['retry-after'] ?? '1');
        await page.waitForTimeout(seconds * 1_000);
      }
    };
    const choose = async (
      page: Page,
      path: string,
      language: 'zh' | 'en' = 'zh',
    ): Promise<void> => {
      await visit(page, `${language === 'en' ? '/en' : ''}/desk/intake`);
      await page.getByRole('radio', { name: /行政处罚|penalty/i }).check();
      await page.setInputFiles('#file', path);
    };
    const check = async (page: Page, path: string, language: 'zh' | 'en' = 'zh'): Promise<void> => {
      await choose(page, path, language);
      await page.getByRole('button', { name: /上传并检查|Upload and check/ }).click();
      // A check that takes longer renews its page by itself.
      await page
        .getByText(/还没有保存|Nothing is stored|以前导入过|imported before|不能检查/)
        .waitFor();
    };
    const main = (page: Page): Promise<string> => page.locator('main').innerText();

    it('sees what was understood, dropped and wrong, and nothing is stored', async () => {
      const page = await signedIn();
      const before = await health();
      await check(page, file('penalties.xlsx'));
      const report = await main(page);
      expect(report).toContain('1,197 行可以入库，3 行要改');
      for (const row of brokenRows) expect(report).toContain(String(row));
      expect(report).toContain('行政相对人代码-2(统一社会信用代码)');
      expect(report).toContain('括号里的文字');
      expect(report).toContain('已在入口删除的列');
      expect(report).toContain('法定代表人');
      expect(report).toContain('3 行没有写明送达');
      // A decision of 28 September is due on 13 October: rest days and a make-up workday.
      expect(report).toContain('2026年9月28日\t2026年10月13日');
      expect(await health()).toBe(before);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: '全部问题（CSV）' }).click(),
      ]);
      expect(
        readFileSync(await download.path(), 'utf8')
          .trim()
          .split('\r\n'),
      ).toHaveLength(4);
      await page.context().close();
    });

    it('takes the valid rows by an explicit second step and gets a receipt', async () => {
      const page = await signedIn();
      await check(page, file('penalties.xlsx'));
      await page.getByRole('button', { name: '只接收无误的 1,197 行' }).click();
      await page.waitForURL(/\/desk\/intake\/batches\//);
      expect(await main(page)).toContain('本批 1,197 行已入库');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: '下载回执（JSON）' }).click(),
      ]);
      await download.saveAs(file('receipt.json'));
      const keys = await (await fetch(`${server.address}/api/v1/keys`)).text();
      writeFileSync(file('keys.json'), keys);
      const verified = await runCommand(
        ['receipt', 'verify', file('receipt.json'), '--keys', file('keys.json')],
        environment,
      );
      expect(verified.out).toContain('Matches. Batch');
      expect(verified.exit).toBe(0);
      const forged = readFileSync(file('receipt.json'), 'utf8').replace('1197', '1198');
      writeFileSync(file('forged.json'), forged);
      const refused = await handOver(
        ['receipt', 'verify', file('forged.json'), '--keys', file('keys.json')],
        environment.CREDENCE_DATA,
      );
      expect(refused.exit).toBe(1);
      await page.context().close();
    });

    it('finds what was taken in, served or not, on the pages it belongs on', async () => {
      const find = async (name: string): Promise<string> => {
        const query = encodeURIComponent(name);
        return (await fetch(`${server.address}/api/v1/organisations?q=${query}`)).text();
      };
      expect(await find('望澜市第50号贸易有限公司')).toContain('"published":1');
      // Without proof or statement of service a record is kept and not shown.
      expect(await find('望澜市第2号贸易有限公司')).not.toContain('"published":1');
    });

    it('imports the corrected file, again, and with one changed fine', async () => {
      const page = await signedIn();
      await check(page, file('corrected.xlsx'), 'en');
      expect(await main(page)).toContain('Of 1,200 rows, 3 can be taken in; the others are known.');
      await page.getByRole('button', { name: 'Take in all 3 rows' }).click();
      await page.waitForURL(/\/en\/desk\/intake\/batches\//);
      await check(page, file('corrected.xlsx'), 'en');
      expect(await main(page)).toContain('0 new, 1,200 known');
      await check(page, file('other-fine.xlsx'), 'en');
      const report = await main(page);
      expect(report).toContain('1 contradicts the register');
      expect(report).toContain('望市监罚〔2026〕1号');
      await page.context().close();
    });

    it('is told about a wrong kind of file and about one that is too large', async () => {
      const page = await signedIn();
      await check(page, file('notes.pdf'));
      expect(await main(page)).toContain('没有保存任何内容');
      await choose(page, file('large.csv'));
      await page.getByRole('button', { name: '上传并检查' }).click();
      await page.getByRole('heading', { name: '内容过大' }).waitFor();
      expect(await main(page)).toContain('最多 1 MiB');
      await page.context().close();
    });

    it('is told that an upload has waited too long, and may let one go', async () => {
      const page = await signedIn();
      await check(page, file('other-fine.xlsx'));
      await page.getByRole('button', { name: '放弃这份文件' }).click();
      await page.waitForURL(/\/desk\/intake$/);
      await check(page, file('other-fine.xlsx'));
      const inbox = join(folder, 'data', 'inbox');
      for (const name of readdirSync(inbox).filter((each) => each.endsWith('.json'))) {
        const label = JSON.parse(readFileSync(join(inbox, name), 'utf8')) as object;
        writeFileSync(join(inbox, name), JSON.stringify({ ...label, expiresAt: 1 }));
      }
      await page.reload();
      expect(await main(page)).toContain('这份待导入的文件已不在');
      await page.context().close();
    });

    it('needs no script, and the script takes a dropped file', async () => {
      const plain = await signedIn({ javaScriptEnabled: false });
      await check(plain, file('corrected.xlsx'));
      expect(await main(plain)).toContain('新增 0 行，已有 1,200 行');
      await plain.context().close();

      const page = await signedIn();
      await page.goto(`${server.address}/desk/intake`);
      const dropped = await page.evaluateHandle(() => {
        const Transfer = Reflect.get(globalThis, 'DataTransfer') as new () => {
          items: { add(file: File): void };
        };
        const transfer = new Transfer();
        transfer.items.add(new File(['a,b,c\n1,2,3\n'], '拖来的文件.csv'));
        return transfer;
      });
      await page.dispatchEvent('.drop', 'drop', { dataTransfer: dropped });
      expect(await page.locator('.drop').innerText()).toContain('已选择： 拖来的文件.csv');
      await page.context().close();
    });

    it('is done from the keyboard alone', async () => {
      const page = await signedIn();
      await choose(page, file('other-fine.xlsx'));
      await page.locator('#file').focus();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByText('还没有保存').waitFor();
      const focusable: string[] = [];
      for (let step = 0; step < 40; step += 1) {
        await page.keyboard.press('Tab');
        // Not a locator: behind the last link nothing has the focus, and it would wait for something.
        focusable.push(await page.evaluate<string>('document.activeElement?.innerText ?? ""'));
      }
      const at = (text: RegExp): number => focusable.findIndex((each) => text.test(each));
      expect(at(/全部问题/)).toBeGreaterThan(-1);
      expect(at(/只接收无误|放弃这份文件/)).toBeGreaterThan(at(/全部问题/));
      await page.context().close();
    });

    it.each(['zh', 'en'] as const)(
      'has no fault that axe finds and never scrolls sideways (%s)',
      async (language) => {
        const found: string[] = [];
        const look = async (page: Page, name: string): Promise<void> => {
          for (const [width, colorScheme] of views) {
            await page.setViewportSize({ width, height: 900 });
            await page.emulateMedia({ colorScheme });
            found.push(...(await axeViolations(page)).map((each) => `${name} ${width} ${each}`));
            if (pictures === undefined) continue;
            const file = `intake-${name}-${colorScheme}-${language}-${width}.png`;
            await page.screenshot({ path: join(pictures, file), fullPage: true });
          }
          for (const width of [320, 360, 1280]) {
            await page.setViewportSize({ width, height: 900 });
            const over = await sidewaysScroll(page);
            if (over > 0) found.push(`${name} ${width}: ${over} px too wide`);
          }
        };
        // Colours change at once, so that none is measured half-way.
        const page = await signedIn({ reducedMotion: 'reduce' });
        const at = `${server.address}${language === 'en' ? '/en' : ''}`;
        await page.goto(`${at}/desk/intake`);
        await look(page, 'choose');
        await check(page, file('other-fine.xlsx'), language);
        await look(page, 'report');
        await page.goto(`${at}/desk/intake/batches`);
        await look(page, 'batches');
        await page.locator('main table a').first().click();
        await look(page, 'batch');
        await page.context().close();
        expect(found).toEqual([]);
      },
    );

    it('sends the row that contradicts the register to review, and reports the rest', async () => {
      const page = await signedIn();
      await check(page, file('other-fine.xlsx'), 'en');
      await page.getByRole('button', { name: 'Send one row to review' }).click();
      await page.waitForURL(/\/en\/desk\/intake\/batches\//);
      await page.getByRole('link', { name: 'See what is under review' }).click();
      expect(await page.locator('main a[href*="/desk/matters/"]').count()).toBeGreaterThan(0);

      await page.goto(`${server.address}/en/desk/export`);
      await page.locator('.export-choices li', { hasText: 'penalty' }).locator('a').first().click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: /Write the file/ }).click(),
      ]);
      const sent = readFileSync(await download.path(), 'utf8')
        .trim()
        .split('\r\n');
      expect(sent.length).toBeGreaterThan(1_000);
      await page.reload();
      expect(await main(page)).toContain('No record waits to be reported.');
      expect(await axeViolations(page)).toEqual([]);
      await page.context().close();
    });

    const health = async (): Promise<string> => {
      const answer = (await (await fetch(`${server.address}/api/v1/health`)).json()) as {
        timepoint?: string;
      };
      return JSON.stringify(answer.timepoint);
    };
  },
);
