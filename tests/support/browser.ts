import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

import { chromium, type Browser, type Page } from 'playwright-core';

const executable = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => existsSync(path));

/** Why journeys cannot run here, or undefined where they can. In CI a missing browser is a failure. */
export const browserMissing =
  executable === undefined && process.env['CI'] !== 'true'
    ? 'needs Chromium: apt-get install chromium fonts-noto-cjk'
    : undefined;

export async function launchBrowser(): Promise<Browser> {
  if (executable === undefined) throw new Error('Chromium is missing: apt-get install chromium.');
  return chromium.launch({
    executablePath: executable,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const allRules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What axe finds on the page as it stands: rule and element, empty when nothing. */
export async function axeViolations(page: Page): Promise<string[]> {
  // The page's own policy forbids foreign scripts, so axe runs in the tool's context, not as a tag.
  if (!(await page.evaluate(() => Reflect.has(globalThis, 'axe')))) {
    await page.evaluate(await axeSource());
  }
  return page.evaluate(async (only) => {
    const tool: unknown = Reflect.get(globalThis, 'axe');
    if (typeof tool !== 'object' || tool === null || !('run' in tool)) throw new Error('no axe');
    const run = tool.run as (options: unknown) => Promise<{
      violations: { id: string; nodes: { target: unknown[] }[] }[];
    }>;
    const { violations } = await run({
      runOnly: only,
      // Where everything is well need not be described, which takes half the time.
      resultTypes: ['violations'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
    );
  }, allRules);
}

async function axeSource(): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  return readFile(axePath, 'utf8');
}

/** How far the page is wider than the window, in px; 0 when nothing scrolls sideways. */
export async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => {
    const root = Reflect.get(globalThis, 'document') as {
      documentElement: { scrollWidth: number; clientWidth: number };
    };
    return root.documentElement.scrollWidth - root.documentElement.clientWidth;
  });
}
