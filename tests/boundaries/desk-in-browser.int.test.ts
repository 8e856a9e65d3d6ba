import type { Principal } from '@credence/casework';
import { civilDate } from '@credence/domain';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  axeViolations,
  browserMissing,
  launchBrowser,
  sidewaysScroll,
} from '../support/browser.ts';
import { codeOf, nameOf, penaltyFile, registrationFile } from '../support/city-files.ts';
import { deskOver, officer, type Desk } from '../support/intake-desk.ts';
import { openMovingWorld, type MovingWorld } from '../support/moving-world.ts';
import { testEngines, type TestEngine } from '../support/stores.ts';

const base = 'http://desk.test';
const auditor = { ...officer, roles: ['auditor'] } as Principal;
const legalOfficer = { ...officer, roles: ['legal_officer'] } as Principal;

/**
 * Pages of the desk that only someone signed in sees, with real answers in them, in a browser. The
 * browser asks the portal itself; nothing listens.
 */
describe.skipIf(browserMissing)(`the desk in a browser (${browserMissing ?? 'browser'})`, () => {
  let engine: TestEngine;
  let world: MovingWorld;
  let desk: Desk;
  let browser: Browser;
  let homes: readonly string[] = [];

  beforeAll(async () => {
    const [[, start] = []] = testEngines();
    if (start === undefined) throw new Error('There is an engine for tests.');
    engine = await start();
    world = await openMovingWorld(await engine.newPlace(), civilDate('2026-06-01'));
    await world.import('registration', registrationFile([1, 2]));
    const penalties = [
      { of: 1, number: '望〔2026〕1号', decided: '2026-05-04' },
      { of: 2, number: '望〔2025〕2号', decided: '2025-06-04' },
    ];
    await world.import('penalty', penaltyFile(penalties));
    await oweConfirmation();
    desk = deskOver(world.system, world.clock);
    const codes = [1, 2].map((number) => ({ scheme: 'uscc', value: codeOf(number) }));
    const found = await world.system.store.register.findByIdentifiers(codes);
    homes = codes.map(({ scheme, value }) => found.get(`${scheme}:${value}`) ?? '');
    browser = await launchBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await world.close();
    await engine.stop();
  });

  /** A reader takes a file; a record of it ends; the reader never says that its copy has ended too. */
  const oweConfirmation = async (): Promise<void> => {
    const { casework } = world.system;
    const dataset = 'administrative_penalty';
    await casework.keepDownloads();
    const file = { dataset, file: `${dataset}.csv` };
    const taken = await casework.openDownload(await world.newReader(), file);
    if (taken.kind !== 'opened') throw new Error(JSON.stringify(taken));
    for await (const piece of taken.bytes) expect(piece.byteLength).toBeGreaterThan(0);
    world.pass(9);
  };

  const acting = (numbers: readonly number[]): Principal => ({
    ...{ kind: 'representative', account: 'demo:representative', name: '公孙雨' },
    mandates: numbers.map((number) => ({
      mandateId: `m${String(number)}`,
      subject: homes[number - 1] ?? '',
      identifier: { scheme: 'uscc', value: codeOf(number) },
      from: civilDate('2026-01-01'),
    })),
  });

  const open = async (person: Principal, path: string, width: number): Promise<Page> => {
    desk.signIn(person);
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    await context.route(`${base}/**`, async (route) => {
      const answer = await desk.get(route.request().url().slice(base.length));
      await route.fulfill({
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: Buffer.from(await answer.arrayBuffer()),
      });
    });
    const page = await context.newPage();
    await page.goto(`${base}${path}`);
    return page;
  };

  const look = async (page: Page): Promise<string> => {
    expect(await axeViolations(page), page.url()).toEqual([]);
    expect(await sidewaysScroll(page), page.url()).toBe(0);
    return page.locator('main').innerText();
  };

  const views = [
    ['zh', '', 1280],
    ['en', '/en', 360],
    ['zh', '', 360],
    ['en', '/en', 1280],
  ] as const;
  const twoViews = [
    ['zh', '', 320],
    ['en', '/en', 1280],
  ] as const;

  it.each(views)(
    'says why a class is what it is, until when, and what helps: %s%s, %i px',
    async (language, prefix, width) => {
      const path = `${prefix}/desk/why?code=${codeOf(1)}&purpose=own`;
      const page = await open(acting([1]), path, width);
      const text = await look(page);
      expect(text).toContain(nameOf(1));
      const words = {
        zh: [
          'B类（风险一般）',
          '“违法可能性”是“一般”',
          '以后什么时候变',
          '2027年5月4日',
          '申请信用修复',
        ],
        en: [
          'B (ordinary risk)',
          '“Likelihood of a breach” is “Ordinary”',
          'When it changes',
          '4 May 2027',
          'repair',
        ],
      } as const;
      for (const word of words[language]) expect(text).toContain(word);
      expect(text).not.toMatch(/undefined|\[object|[a-z]_[a-z]/);
      // Nothing but the class asks a way out; whoever has the best one is told none.
      const other = await open(acting([2]), path.replace(codeOf(1), codeOf(2)), width);
      const best = await look(other);
      expect(best).toContain({ zh: 'A类（风险低）', en: 'A (low risk)' }[language]);
      const headings = await other.locator('main h3').allInnerTexts();
      expect(headings).not.toContain({ zh: '可以做什么', en: 'What can be done' }[language]);
      await page.context().close();
      await other.context().close();
    },
  );

  it('refuses an organisation one does not act for, and asks for a code first', async () => {
    const page = await open(acting([2]), `/desk/why?code=${codeOf(1)}&purpose=own`, 1280);
    expect(await look(page)).not.toContain(nameOf(1));
    await page.goto(`${base}/desk/why`);
    await page.locator('#code').fill(codeOf(2));
    await page.keyboard.press('Enter');
    await page.waitForURL(/code=/);
    expect(await look(page)).toContain(nameOf(2));
    await page.context().close();
  });

  it.each(twoViews)(
    'replays an answer under three times: %s%s, %i px',
    async (_, prefix, width) => {
      const times = 'asOf=2026-06-01&knownAt=2026-06-01T15:00:00Z&lawAt=2026-06-01';
      const path = `${prefix}/desk/replay?code=${codeOf(2)}&${times}&purpose=oversight`;
      const page = await open(auditor, path, width);
      const text = await look(page);
      expect(text).toContain(nameOf(2));
      expect(text).toContain('望〔2025〕2号');
      await page.context().close();
    },
  );

  it.each(twoViews)(
    'names a reader who owes a confirmation: %s%s, %i px',
    async (language, prefix, width) => {
      const page = await open(auditor, `${prefix}/desk/readers`, width);
      expect(await page.locator('tbody tr').count()).toBe(1);
      expect(await look(page)).toContain({ zh: '已暂停', en: 'downloads are stopped' }[language]);
      await page.context().close();
    },
  );

  it.each(twoViews)(
    'lets one who acts for several choose whose mandates: %s%s, %i px',
    async (_, prefix, width) => {
      const page = await open(acting([1, 2]), `${prefix}/desk/mandates`, width);
      await look(page);
      expect(await page.locator('main form [name="code"]').last().inputValue()).toBe(codeOf(1));
      await page
        .locator('main nav')
        .getByRole('link', { name: codeOf(2) })
        .click();
      expect(await page.locator('main form [name="code"]').last().inputValue()).toBe(codeOf(2));
      await look(page);
      await page.context().close();
    },
  );

  it('has a desk of the law without a fault', async () => {
    const page = await open(legalOfficer, '/desk', 360);
    await look(page);
    await page.context().close();
  });
});
