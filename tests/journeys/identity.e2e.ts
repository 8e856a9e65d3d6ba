import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { getRole } from '../../packages/demo/src/storybook/cast.ts';
import {
  axeViolations,
  browserMissing,
  launchBrowser,
  sidewaysScroll,
} from '../support/browser.ts';
import { handOver, runCommand, type RunningServer } from '../support/command.ts';
import { startDemoCity } from '../support/demo-city.ts';
import { market } from '../support/world.ts';

const pictures = process.env['CREDENCE_PICTURES'];
const firm = getRole('lanjiang');
const strange = '望澜市远山茶业有限公司';
const widths = [360, 1280] as const;

const registration = [
  '企业名称,统一社会信用代码,企业类型,成立日期,登记机关,登记状态',
  `${strange},${firm.code},有限责任公司,2015-03-02,望澜市市场监督管理局,存续`,
].join('\n');

const penaltyHeader =
  'CF_XDR_MC,CF_XDR_LB,CF_XDR_SHXYM,CF_WSH,CF_WFXW,CF_SY,CF_YJ,CF_CFLB,CF_NR,CF_NR_FK,' +
  'CF_JDRQ,CF_GSJZQ,CF_CFJG,CF_CFJGDM,CF_SJLY,CF_SJLYDM,处罚程序,送达日期,送达方式';

function penalty(name: string, number: string, fine: string): string {
  const office = '望澜市市场监督管理局';
  const row = [
    ...[name, '法人及非法人组织', firm.code, number, '虚假宣传', '宣传内容与事实不符'],
    ...['《广告法》第五十五条', '罚款', `罚款 ${fine} 万元`, `${fine}.000000`, '2026-08-14'],
    ...['2099-12-31', office, market, office, market, '普通程序', '2026-08-17', '直接送达'],
  ];
  return [penaltyHeader, row.join(',')].join('\n');
}

describe.skipIf(browserMissing)(
  `one code, two firms; a correction with a second name (${browserMissing ?? 'browser'})`,
  () => {
    let folder: string;
    let server: RunningServer;
    let browser: Browser;
    let data: string;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'credence-identity-'));
      data = join(folder, 'data');
      server = await startDemoCity({ CREDENCE_DATA: data });
      browser = await launchBrowser();
    });
    afterAll(async () => {
      await browser.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    const supply = async (name: string, item: string, text: string) => {
      const path = join(folder, name);
      writeFileSync(path, text);
      return handOver(
        ['import', path, '--item', item, '--source', 'market_regulation', '--accept-valid'],
        data,
      );
    };
    /** A server that has too much to do asks to come again; a person does. */
    const visit = async (page: Page, path: string): Promise<void> => {
      for (let times = 1; times <= 6; times += 1) {
        const answer = await page.goto(`${server.address}${path}`);
        if (answer?.status() !== 503) return;
        await page.waitForTimeout(5_000);
      }
    };
    const signIn = async (person: string, options: { javaScriptEnabled?: boolean } = {}) => {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      await visit(page, '/sign-in');
      await page.locator(`form:has(input[value="${person}"]) button`).click();
      await page.waitForURL(/\/desk$/);
      return page;
    };
    const open = async (path: string): Promise<Page> => {
      const page = await (await browser.newContext()).newPage();
      await visit(page, path);
      return page;
    };
    const textOf = async (path: string): Promise<string> => {
      const page = await open(path);
      const text = await page.locator('main').innerText();
      await page.context().close();
      return text;
    };
    const queue = async (page: Page, prefix = ''): Promise<string> => {
      await visit(page, `${prefix}/desk/matters`);
      return page.locator('main').innerText();
    };
    const check = async (page: Page, name: string): Promise<void> => {
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        expect(await axeViolations(page), `${name} ${width}`).toEqual([]);
        expect(await sidewaysScroll(page), `${name} ${width}`).toBe(0);
        if (pictures === undefined) continue;
        const path = join(pictures, `${name}-${width}.png`);
        await page.screenshot({ path, fullPage: true });
      }
    };
    /** The first name proposes and the second decides, each at a desk of his own. */
    const settle = async (choice: string, name: string): Promise<void> => {
      const first = await signIn('registrar', { javaScriptEnabled: false });
      await queue(first);
      await first.locator('main table a').first().click();
      await first.locator(`#choice-${choice}`).check();
      await first.locator('#reason').fill('与原件核对后认定。');
      await first.getByRole('button', { name: '提交意见' }).click();
      expect(await first.locator('main').innerText()).toContain('须由另一人决定');
      const path = new URL(first.url()).pathname;
      await first.context().close();
      const second = await signIn('legal-officer');
      for (const prefix of ['', '/en']) {
        await visit(second, `${prefix}${path}`);
        await check(second, `${name}-decide${prefix.replace('/', '-')}`);
      }
      await second.getByRole('button', { name: 'Agree and carry it out' }).click();
      expect(await second.locator('main').innerText()).toContain('Settled on');
      await second.context().close();
    };

    it('starts with an empty queue that says what it is for, in both languages', async () => {
      const page = await signIn('registrar');
      expect(await queue(page)).toContain('没有待核对的事项');
      await check(page, 'queue-empty-zh');
      expect(await queue(page, '/en')).toContain('Nothing waits to be settled');
      await check(page, 'queue-empty-en');
      await page.context().close();
    });

    it('finds one code on two names: both pages say so, nothing adverse moves', async () => {
      const before = await textOf(`/o/${firm.code}`);
      const registered = await supply('registration.csv', 'registration', registration);
      expect(registered.exit, registered.err).toBe(0);
      const foreign = penalty(strange, '望市监罚〔2026〕9001号', '3');
      expect((await supply('foreign.csv', 'penalty', foreign)).exit).toBe(0);
      for (const [prefix, mark] of [
        ['', '身份核对中'],
        ['/en', 'Identity under review'],
      ] as const) {
        const elder = await open(`${prefix}/o/${firm.code}`);
        const text = await elder.locator('main').innerText();
        expect(text).toContain(mark);
        expect(text).not.toContain('9001号');
        await check(elder, `under-review${prefix.replace('/', '-')}`);
        await elder.locator('main .notice a').click();
        const younger = await elder.locator('main').innerText();
        expect(younger).toContain(mark);
        expect(younger).toContain(firm.name);
        expect(younger).not.toContain('9001号');
        await elder.context().close();
      }
      const now = await textOf(`/o/${firm.code}`);
      const burdens = (text: string): number => text.match(/〔\d{4}〕/g)?.length ?? 0;
      expect(burdens(now)).toBe(burdens(before));
    });

    it('puts both rows in the queue with the names part by part, in both languages', async () => {
      const page = await signIn('registrar');
      const text = await queue(page);
      expect(text).toContain('2 件待办');
      await check(page, 'queue-zh');
      expect(await queue(page, '/en')).toContain('2 wait');
      await page.locator('main table a').first().click();
      const matter = await page.locator('main').innerText();
      expect(matter).toContain('The names, part by part');
      expect(matter).toContain('Trade name');
      await check(page, 'matter-en');
      const other = await runCommand(
        ['matter', 'list', '--agency', 'market_regulation', '--official', '闻人溪'],
        { CREDENCE_DATA: data },
      );
      expect(other.out.split('\n').filter((line) => line.includes('identity'))).toHaveLength(2);
      await page.context().close();
    });

    it('sends both back when two officials find that it is another firm', async () => {
      await settle('different', 'identity');
      expect(await textOf(`/o/${firm.code}`)).toContain('身份核对中');
      await settle('different', 'identity');
      const after = await textOf(`/o/${firm.code}`);
      expect(after).not.toContain('身份核对中');
      expect(await textOf(`/search?q=${encodeURIComponent(strange)}`)).not.toContain('身份核对中');
    });

    it('corrects one changed fine by two names, and says when', async () => {
      const number = '望市监罚〔2026〕9002号';
      const taken = await supply('first.csv', 'penalty', penalty(firm.name, number, '2'));
      expect(taken.exit, taken.err).toBe(0);
      expect(await textOf(`/o/${firm.code}`)).toContain('9002号');
      await supply('changed.csv', 'penalty', penalty(firm.name, number, '5'));
      expect(await textOf(`/o/${firm.code}`)).not.toContain('50,000');
      await settle('take', 'correction');
      const page = await open(`/o/${firm.code}`);
      const text = await page.locator('main').innerText();
      expect(text).toContain('更正日期 2026年11月20日');
      await page.context().close();
    });

    it('takes a reported error without an account, and shows its answer to whoever has the code', async () => {
      const page = await open(`/o/${firm.code}`);
      await page.locator('main h3 a').first().click();
      await page.getByRole('link', { name: '报告错误' }).click();
      await check(page, 'report-form');
      await page.locator('#text').fill('罚款金额与决定书不一致。');
      await page.getByRole('button', { name: '提交报告' }).click();
      const number = await page.locator('#number').innerText();
      const code = await page.locator('#code').innerText();
      await check(page, 'report-done');
      await visit(page, `/en/error-reports?number=${number}`);
      await check(page, 'report-follow');
      await page.locator('#code').fill(code);
      await page.getByRole('button', { name: 'Look' }).click();
      expect(await page.locator('main').innerText()).toContain('has not answered yet');
      await page.context().close();
    });
  },
);
