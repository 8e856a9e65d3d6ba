import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { serveFixture } from './fixture-portal.test-support.ts';
import { draftHash } from './fixture-rule-drafts.test-support.ts';
import { city, englishCity, idOf } from './fixture-services.test-support.ts';

const executablePath = process.env['CREDENCE_CHROMIUM'] ?? '/usr/bin/chromium';
const missing = `no browser at ${executablePath}; install chromium or set CREDENCE_CHROMIUM`;

const firm = `/organisations/${idOf(1)}`;
const cityPages = [
  '/',
  '/search?q=澜江',
  '/search?q=91999999MA3K7T2X0Q',
  '/search?q=11010519491231002X',
  firm,
  `${firm}?day=2026-09-03`,
  `${firm}?day=2026-02-31`,
  `/organisations/${idOf(2)}`,
  `/organisations/${idOf(3)}`,
  `/organisations/${idOf(4)}`,
  `${firm}/records/p1`,
  `${firm}/records/p2`,
  `${firm}/records/l3`,
  `${firm}/records/gone`,
  '/rules',
  '/rules/cn-2026',
  '/rules/cn-2026/item/administrative_penalty',
  '/rules/cn-2026/value/publicity.general',
  '/rules/cn-2026/schema/penalty-2018',
  '/rules/cn-2026/source/credit-repair-measures-2025',
  '/rules/cn-2026/risk-class/cn.inspection',
  '/rules/cn-2026/risk-class/cn.inspection/try',
  '/rules/cn-2026/risk-class/cn.inspection/try?sample=2',
  '/rules/cn-2026/risk-class/cn.inspection/try?sample=1&fact.penalties.1.decided=x',
  '/rules/cn-2026/articles/credit-repair-measures-2025/art-8',
  '/rules/cn-2026/articles/credit-repair-measures-2025/art-9',
  '/rules/compare',
  '/rules/drafts',
  `/rules/drafts/${draftHash}`,
  '/how-counted',
  '/accessibility',
  '/data',
  '/data/key',
  '/data/take?dataset=administrative_penalty',
  '/problems',
  '/problems/rate-limited',
];
const englishPages = [
  `/organisations/${idOf(6)}`,
  `/organisations/${idOf(6)}/records/f1`,
  '/rules',
];

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

describe.skipIf(!existsSync(executablePath))(`pages in a browser (${missing} otherwise)`, () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const stops: (() => Promise<void>)[] = [];
  let browser: Browser;
  let cityUrl = '';
  let englishUrl = '';

  beforeAll(async () => {
    const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
    browser = await chromium.launch({ executablePath, args });
    const served = [await serveFixture(city), await serveFixture(englishCity)];
    [cityUrl = '', englishUrl = ''] = served.map(({ url }) => url);
    stops.push(
      ...served.map(
        ({ stop }) =>
          () =>
            stop(100),
      ),
    );
  });

  afterAll(async () => {
    await browser.close();
    await Promise.all(stops.map((stop) => stop()));
  });

  async function findings(view: {
    readonly width: number;
    readonly scheme: 'light' | 'dark';
    readonly prefix: '' | '/en';
  }): Promise<readonly string[]> {
    const page = await browser.newPage({
      viewport: { width: view.width, height: 900 },
      colorScheme: view.scheme,
    });
    const found: string[] = [];
    const complaints: string[] = [];
    // A refused page is asked for on purpose; everything else the browser says is a fault.
    page.on('console', (message) => {
      if (message.type() !== 'error') return;
      if (!message.text().includes('status of 4')) complaints.push(message.text());
    });
    const addresses = [
      ...cityPages.map((path) => `${cityUrl}${view.prefix}${path}`),
      ...englishPages.map((path) => `${englishUrl}${view.prefix}${path}`),
    ];
    for (const address of addresses) {
      await page.goto(address.replace('/en/?', '/en?').replace(/\/en\/$/, '/en'));
      const wider = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      if (Number(wider) > 0) found.push(`${address} scrolls sideways by ${String(wider)}`);
      await page.evaluate(axe);
      const violations = await page.evaluate<readonly Finding[]>(
        `axe.run(document, { runOnly: ${JSON.stringify(rules)} }).then((r) => r.violations)`,
      );
      found.push(
        ...violations.map(
          ({ id, nodes }) => `${address} ${id}: ${nodes[0]?.html.slice(0, 120) ?? ''}`,
        ),
      );
    }
    await page.close();
    return [...found, ...complaints];
  }

  const views = [
    { width: 1280, scheme: 'light' },
    { width: 360, scheme: 'dark' },
    { width: 320, scheme: 'light' },
  ] as const;

  it.each(
    views.flatMap((view) => [
      { ...view, prefix: '' as const },
      { ...view, prefix: '/en' as const },
    ]),
  )('have no violation at $width px, $scheme, under "$prefix/"', async (view) => {
    expect(await findings(view)).toEqual([]);
  });
});
