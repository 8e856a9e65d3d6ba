import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
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

/** Where to keep pictures of what was seen, for whoever looks at them. */
const pictures = process.env['CREDENCE_PICTURES'];

const entry = join(import.meta.dirname, '../../packages/lab/bin/credence-lab.js');

/** J15: a scholar compares two regimes on synthetic people, without account, on a server of its own. */
describe.skipIf(browserMissing)(`the Lab on its own pages (${browserMissing ?? 'browser'})`, () => {
  let folder: string;
  let lab: ChildProcess;
  let address: string;
  let browser: Browser;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'credence-lab-'));
    lab = spawn(process.execPath, [entry, 'serve', '--port', '0', '--data', folder], {
      env: { ...process.env, LANG: 'en', LC_ALL: 'en' },
    });
    [address, browser] = await Promise.all([addressOf(lab), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    const ended = new Promise((resolve) => lab.once('exit', resolve));
    lab.kill('SIGTERM');
    expect(await ended).toBe(0);
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (path: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      ...options,
    });
    const page = await context.newPage();
    await page.goto(`${address}${path}`);
    return page;
  };

  it('compares two regimes, follows the run, and shows one file under both', async () => {
    const page = await open('/en/compare');
    await page.getByLabel('Regime 1').selectOption({ value: 'none' });
    await page.getByLabel('Regime 2').selectOption({ value: 'joint-2016' });
    await page.getByLabel('Synthetic subjects').fill('300');
    await page.getByLabel('Months').fill('6');
    await page.getByLabel('Replicates').fill('2');
    await page.getByRole('button', { name: 'Run' }).click();
    await page.getByRole('heading', { name: 'Verdicts' }).waitFor();
    const result = page.url();
    const text = await page.locator('main').innerText();
    expect(text).toContain('This rule cannot be promulgated.');
    expect(text.indexOf('Harms that have a limit')).toBeLessThan(text.indexOf('Benefits\n'));
    expect(text).toContain('credence-lab compare none joint-2016 --agents 300 --months 6 --seed 1');
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('link', { name: 'See the file of one subject' }).click();
    await page.getByLabel('Number of the subject').fill('7');
    await page.getByRole('button', { name: 'Show this subject' }).click();
    await page.getByText('Subject 7. The same subject with the same luck').waitFor();
    await page.getByLabel('Number of the subject').fill('300');
    await page.getByRole('button', { name: 'Show this subject' }).click();
    await page.getByRole('alert').getByText('whole number from 0 to 299').waitFor();
    await page.context().close();

    const address7 = `${new URL(result).pathname.replace('/en', '')}/replay?agent=7`;
    const passedOn = await open(address7, { viewport: { width: 360, height: 740 } });
    await passedOn.getByText('主体 7。同一个主体、同样的运气').waitFor();
    expect(await axeViolations(passedOn)).toEqual([]);
    expect(await sidewaysScroll(passedOn)).toBe(0);
    await passedOn.context().close();
  });

  it('carries an experiment out, draws it over what it varies, and keeps it on its own page', async () => {
    const page = await open('/en/experiments/E15');
    await page.getByLabel('Synthetic subjects').fill('400');
    await page.getByLabel('Months').fill('3');
    await page.getByLabel('Replicates').fill('2');
    await page.getByRole('button', { name: 'Run' }).click();
    await page.getByRole('heading', { name: 'What changes with what is varied' }).waitFor();
    await page.evaluate(
      "document.querySelectorAll('main details').forEach((each) => { each.open = true; })",
    );
    expect(await axeViolations(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await sidewaysScroll(page)).toBe(0);
    await page.getByRole('link', { name: 'E15', exact: true }).click();
    await page.getByRole('heading', { name: 'The latest run on this server' }).waitFor();
    await page.context().close();
  });

  it('says without script what cannot be run, and loses nothing that was typed', async () => {
    const page = await open('/compare', { javaScriptEnabled: false });
    await page.getByLabel('第 1 个制度').selectOption({ value: 'none' });
    await page.getByLabel('虚拟主体数').fill('一千');
    await page.getByRole('button', { name: '开始推演' }).click();
    await page.getByRole('link', { name: '收到“一千”；可填 20 到 100,000 的整数' }).waitFor();
    expect(await page.getByLabel('第 1 个制度').inputValue()).toBe('none');
    await page.context().close();
  });

  if (pictures === undefined) return;

  it('is pictured for who reads of it', { timeout: 300_000 }, async () => {
    const keep = (page: Page, name: string, { y = 0, height = 0 }) =>
      page.screenshot({
        path: join(pictures, `lab-${name}-en-1280.png`),
        fullPage: true,
        clip: { x: 0, y, width: 1280, height },
      });
    const part = async (page: Page, name: string, id: string): Promise<void> => {
      const { y = 0, height = 0 } = (await page.locator(id).boundingBox()) ?? {};
      expect(height).toBeGreaterThan(100);
      await keep(page, name, { y: y - 24, height: height + 48 });
    };
    const page = await open('/en');
    await keep(page, 'gallery', { height: 820 });
    await page.goto(
      `${address}/en/compare?regime=cn-2026&regime=joint-2016&agents=5000&replicates=8`,
    );
    await page.getByRole('button', { name: 'Run' }).click();
    await page.getByRole('heading', { name: 'Verdicts' }).waitFor({ timeout: 240_000 });
    await keep(page, 'comparison', { height: 1230 });
    await part(page, 'hurt', '#hurt-all');
    await page.getByRole('link', { name: 'See the file of one subject' }).click();
    await page.getByRole('heading', { name: 'The subject', exact: true }).waitFor();
    await part(page, 'replay', '#months');
    await page.context().close();
  });
});

/** The address that the server prints once it listens. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const found = /http:\/\/[\w.:]+/.exec(said)?.[0];
      if (found !== undefined) resolve(found);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => reject(new Error(`The Lab ended with ${code}:\n${said}`)));
  });
}
