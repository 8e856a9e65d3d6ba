import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { fixtureDraw } from './fixture-draws.test-support.ts';
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
  '/rules/sectors',
  '/incentives',
  '/pledges',
  '/reports/verify',
  '/reports/verify?code=00000000000000000000',
  `/inspections/${fixtureDraw}`,
  '/inspection-results',
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

/** At the least width there is only more to scroll and less room to touch than at the one before. */
const views = [
  { width: 1280, scheme: 'light', runOnly: rules },
  { width: 360, scheme: 'dark', runOnly: rules },
  { width: 320, scheme: 'light', runOnly: ['target-size', 'scrollable-region-focusable'] },
] as const;
/** The colours and the room are the other language's; its words are longer, and narrow shows that. */
const viewsOf = { '': views, '/en': views.slice(1, 2) } as const;

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

  async function findings(prefix: '' | '/en'): Promise<readonly string[]> {
    // Colours change at once, so that none is measured half-way.
    const page = await browser.newPage({ reducedMotion: 'reduce' });
    const found: string[] = [];
    const complaints: string[] = [];
    // A refused page is asked for on purpose; everything else the browser says is a fault.
    page.on('console', (message) => {
      if (message.type() !== 'error') return;
      if (!message.text().includes('status of 4')) complaints.push(message.text());
    });
    const addresses = [
      ...cityPages.map((path) => `${cityUrl}${prefix}${path}`),
      ...englishPages.map((path) => `${englishUrl}${prefix}${path}`),
    ];
    for (const address of addresses) {
      await page.goto(address.replace('/en/?', '/en?').replace(/\/en\/$/, '/en'));
      await page.evaluate(axe);
      for (const { width, scheme, runOnly } of viewsOf[prefix]) {
        await page.emulateMedia({ colorScheme: scheme });
        await page.setViewportSize({ width, height: 900 });
        const where = `${address} at ${String(width)} px, ${scheme}`;
        const wider = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        if (Number(wider) > 0) found.push(`${where} scrolls sideways by ${String(wider)}`);
        // Where everything is well need not be described, which takes half the time.
        const options = JSON.stringify({ runOnly, resultTypes: ['violations'] });
        const violations = await page.evaluate<readonly Finding[]>(
          `axe.run(document, ${options}).then((r) => r.violations)`,
        );
        found.push(
          ...violations.map(
            ({ id, nodes }) => `${where} ${id}: ${nodes[0]?.html.slice(0, 120) ?? ''}`,
          ),
        );
      }
    }
    await page.close();
    return [...found, ...complaints];
  }

  it.each(['', '/en'] as const)(
    'have no violation under "%s/": wide and narrow, light and dark; in English narrow and dark',
    async (prefix) => {
      expect(await findings(prefix)).toEqual([]);
    },
  );
});
