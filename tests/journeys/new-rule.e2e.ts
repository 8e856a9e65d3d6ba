import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  axeViolations,
  browserMissing,
  launchBrowser,
  sidewaysScroll,
} from '../support/browser.ts';
import { getRole } from '../../packages/demo/src/storybook/cast.ts';
import { handOver, runCommand, startServer, type RunningServer } from '../support/command.ts';
import { startDemoCity } from '../support/demo-city.ts';

const pictures = process.env['CREDENCE_PICTURES'];
const widths = [360, 1280] as const;
const languages = [
  ['', 'zh'],
  ['/en', 'en'],
] as const;
const office = ['--agency', 'wanglan_credit_office', '--official', '起草人'];

/** The draft of docs/how-to/write-a-rule.md, as it stands there. */
function writtenCards(): ReadonlyMap<string, string> {
  const page = readFileSync(
    join(import.meta.dirname, '..', '..', 'docs', 'how-to', 'write-a-rule.md'),
    'utf8',
  );
  const blocks = [...page.matchAll(/```yaml\n# wanglan-2027\/(\S+)\n([\s\S]*?)```/g)];
  return new Map(blocks.map(([, path = '', text = '']) => [path, text]));
}

type Change = readonly [path: string, from: string, to: string];

const list = 'lists/wanglan.unsafe-scaffolds.yaml';
const measure = 'measures/site_fast_track_excluded.yaml';
const run = promisify(execFile);
const labEntry = join(import.meta.dirname, '../../packages/lab/bin/credence-lab.js');
/** So small that it takes seconds, and decided all the same: the draft changes nothing of what is above it. */
const plan = ['--agents', '3000', '--months', '12', '--replicates', '12', '--threads', '2'];

/** What the Lab says, which ends with 0 only where the draft may become law. */
async function inTheLab(...args: readonly string[]): Promise<string> {
  const env = { ...process.env, LANG: 'en', LC_ALL: 'en' };
  return (await run(process.execPath, [labEntry, ...args], { env })).stdout;
}
/** No article; longer than any list above may last; no way back before its end. */
const wrong: readonly Change[] = [
  [list, 'basis: [{source: wanglan-sites-2026, at: art-8}]\nin-force', 'basis: []\nin-force'],
  [list, 'after: P12M', 'after: P99M'],
  [list, '  - {by: repair, earliest: P6M, clock: repair}\n', ''],
];
/** Somebody has to look at it again within a month of its first day: few days of work until then. */
const reviewed: Change = ['edition.yaml', 'review-by: 2029-12-31', 'review-by: 2027-01-31'];

describe.skipIf(browserMissing)(`a new rule (${browserMissing ?? 'browser'})`, () => {
  let folder: string;
  let environment: Record<'CREDENCE_DATA' | 'CREDENCE_LAB_KEYS', string>;
  let server: RunningServer;
  let browser: Browser;
  let hash = '';
  let tried: { readonly naming: readonly Change[]; readonly manifest: string };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'credence-new-rule-'));
    const key = join(folder, 'lab.pem');
    const publicKey = /^[\w-]{43}$/m.exec(await inTheLab('key', 'new', key))?.[0] ?? '';
    environment = { CREDENCE_DATA: join(folder, 'data'), CREDENCE_LAB_KEYS: publicKey };
    [server, browser, tried] = await Promise.all([
      startDemoCity(environment),
      launchBrowser(),
      tryInTheLab(key),
    ]);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The files of the draft with changes, in a folder of its own. */
  const write = (place: string, changes: readonly Change[]): string => {
    const root = join(folder, place, 'wanglan-2027');
    for (const [path, text] of writtenCards()) {
      const own = changes.filter(([name]) => name === path);
      const changed = own.reduce((all, [, from, to]) => {
        if (!all.includes(from)) throw new Error(`${path} does not say ${from}`);
        return all.replace(from, to);
      }, text);
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), changed);
    }
    return root;
  };
  const visit = async (page: Page, path: string): Promise<void> => {
    for (let times = 1; times <= 6; times += 1) {
      const answer = await page.goto(`${server.address}${path}`);
      if (answer?.status() !== 503) return;
      await page.waitForTimeout(3_000);
    }
  };
  const newPage = async (options: { readonly javaScriptEnabled?: boolean } = {}): Promise<Page> => {
    const page = await (await browser.newContext(options)).newPage();
    page.setDefaultTimeout(120_000);
    return page;
  };
  const signIn = async (person: string, javaScriptEnabled = true): Promise<Page> => {
    const page = await newPage({ javaScriptEnabled });
    await visit(page, '/sign-in');
    await page.locator(`form:has(input[value="${person}"]) button`).click();
    await page.waitForURL(/\/desk$/);
    return page;
  };
  const textOf = (page: Page): Promise<string> => page.locator('main').innerText();
  const check = async (page: Page, name: string): Promise<void> => {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      if (pictures !== undefined) {
        await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true });
      }
      expect(await axeViolations(page), `${name} ${width}`).toEqual([]);
      expect(await sidewaysScroll(page), `${name} ${width}`).toBe(0);
    }
  };
  const inBoth = async (page: Page, path: string, name: string): Promise<void> => {
    for (const [prefix, language] of languages) {
      await visit(page, `${prefix}${path}`);
      await check(page, `${name}-${language}`);
    }
  };
  const send = async (page: Page, root: string, act: 'check' | 'propose'): Promise<void> => {
    await page.locator('#files').setInputFiles(root);
    await page.locator(`button[name="act"][value="${act}"]`).click();
  };
  /** The report of a run on the draft, and again with its hash in the cards, signed. */
  const tryInTheLab = async (key: string): Promise<typeof tried> => {
    const out = join(folder, 'trial');
    const report = ['report', '--language', 'zh', ...plan, '--out', out];
    const unnamed = await inTheLab(...report, write('trial-unnamed', [reviewed]));
    const made = /statement-zh\.html {2}(sha256-[0-9a-f]{64})/.exec(unnamed)?.[1] ?? '';
    const blank = `sha256-${'0'.repeat(64)}`;
    const naming: readonly Change[] = [
      [list, blank, made],
      [measure, blank, made],
    ];
    const draft = write('trial-named', [reviewed, ...naming]);
    const named = await inTheLab(...report, '--key', key, '--on', '2026-11-01', draft);
    expect(named).toContain(made);
    return { naming, manifest: readFileSync(join(out, 'manifest.json'), 'utf8') };
  };

  it('is refused where it has no basis, goes too far, or leaves no way back: on page and command', async () => {
    const root = write('wrong', wrong);
    const command = await runCommand(['rulebook', 'check', root], environment);
    expect(command.exit).toBe(1);
    for (const guard of ['G12', 'G31', 'G32']) {
      expect(command.out).toContain(guard);
    }
    expect(command.out).toMatch(/Why: .*\n.*Repair: /);

    const page = await signIn('legal-officer');
    await visit(page, '/desk/rules');
    await check(page, 'rules-desk-empty-zh');
    for (const [prefix, language] of languages) {
      await visit(page, `${prefix}/desk/rules`);
      await send(page, root, 'propose');
      const text = await textOf(page);
      for (const guard of ['G12', 'G31', 'G32']) expect(text).toContain(guard);
      expect(text).toContain('list:wanglan.unsafe-scaffolds');
      expect(text).toContain(language === 'zh' ? '怎样改正' : 'What to do');
      await check(page, `rules-findings-${language}`);
    }
    await visit(page, '/desk/rules');
    expect(await textOf(page)).toContain('没有草案');
    await page.context().close();
  });

  it('is mended, proposed, tried and counted; a changed comma is another draft', async () => {
    const root = write('right', [reviewed, ...tried.naming]);
    const page = await signIn('legal-officer');
    await visit(page, '/en/desk/rules');
    await send(page, root, 'check');
    expect(await textOf(page)).toContain('passes every check');
    await visit(page, '/en/desk/rules');
    await send(page, root, 'propose');
    await page.getByRole('link', { name: 'Open the draft' }).click();
    hash = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await textOf(page)).toContain('Attach the Lab report: to be done');

    await page.locator('#manifest').fill(tried.manifest);
    await page.getByRole('button', { name: 'Attach' }).click();
    const attached = await textOf(page);
    expect(attached).toContain('Attach the Lab report: done');
    // The rule above does not keep all limits; what the draft may add there is told with its mark.
    expect(attached).toContain('Harm limits that the rules above do not keep themselves');
    expect(attached).toMatch(/0\.01\s+not confirmed yet/i);
    expect(attached).toContain('above ten times their fine (per 10,000 subjects)');
    const impact = await handOver(
      ['rulebook', 'impact', '--draft', root, ...office],
      environment.CREDENCE_DATA,
    );
    expect(impact.exit, impact.err).toBe(0);
    await visit(page, `/en/desk/rules/${hash}`);
    expect(await textOf(page)).toContain('Make the impact report: done');
    await inBoth(page, `/desk/rules/${hash}`, 'rules-ready');
    // Whom it would move, as the desk of impact has it.
    await inBoth(page, `/desk/impact/${hash}`, 'impact-report');
    const counted = await textOf(page);
    expect(counted).toContain('Risk class for random inspections');
    // So few would move that the tables of who they are say nothing.
    expect(counted).toContain('By region');
    expect(counted).toContain('all of it is withheld');

    const comma = write('comma', [
      reviewed,
      ...tried.naming,
      [list, '因脚手架不安全被处五万元以上罚款。', '因脚手架不安全，被处五万元以上罚款。'],
    ]);
    await visit(page, '/en/desk/rules');
    await send(page, comma, 'propose');
    await page.getByRole('link', { name: 'Open the draft' }).click();
    const other = await textOf(page);
    expect(page.url()).not.toContain(hash);
    expect(other).toContain('Attach the Lab report: to be done');
    expect(other).toContain('Make the impact report: to be done');
    expect(await page.getByRole('button', { name: 'Publish' }).isDisabled()).toBe(true);
    // The report is about the text without the comma: refused in place, and what was pasted stays.
    await page.locator('#manifest').fill(tried.manifest);
    await page.getByRole('button', { name: 'Attach' }).click();
    await page.locator('.error-summary').waitFor();
    await check(page, 'rules-report-refused-en');
    expect(await page.locator('#manifest').inputValue()).toContain(hash);
    await page.context().close();
  });

  it('is published; anyone comments with the keyboard alone; the comment is public with its answer', async () => {
    const desk = await signIn('legal-officer', false);
    await visit(desk, `/desk/rules/${hash}`);
    await desk.getByRole('button', { name: '公布' }).click();
    expect(await textOf(desk)).toContain('公布：已完成');

    const reader = await newPage();
    await visit(reader, '/rules/drafts');
    await check(reader, 'drafts-zh');
    expect(await reader.locator('main tbody tr').count()).toBe(1);
    await reader.locator('main table a').first().focus();
    await reader.keyboard.press('Enter');
    await reader.waitForURL(/[0-9a-f]{64}$/);
    await reader.locator('#text').focus();
    await reader.keyboard.type('第八条的“不安全”应写明标准。联系电话 13800138000。');
    await reader.keyboard.press('Tab');
    await reader.keyboard.press('Enter');
    const number = await reader.locator('#number').innerText();
    expect(await textOf(reader)).toContain('号码已遮盖');
    await check(reader, 'comment-received-zh');
    await visit(reader, `/rules/drafts/${hash}`);
    expect(await textOf(reader)).not.toContain('应写明标准');

    const seen = await signIn('head');
    await inBoth(seen, `/desk/rules/${hash}`, 'rules-waiting');
    await seen.context().close();
    await visit(desk, `/desk/rules/${hash}`);
    expect(await textOf(desk)).not.toContain('13800138000');
    await desk.locator('#answer').fill('已采纳：标准见第八条第二款。');
    await desk.getByRole('button', { name: '答复并公布' }).click();
    expect(await textOf(desk)).toContain('没有待答复的意见');
    // Somebody else: a page may be reused for a minute by whoever read it before.
    const other = await newPage();
    await inBoth(other, `/rules/drafts/${hash}`, 'draft');
    await visit(other, `/rules/drafts/${hash}`);
    const text = await textOf(other);
    await other.context().close();
    expect(text).toContain(number);
    expect(text).toContain('应写明标准');
    expect(text).toContain('已采纳');
    expect(text).not.toContain('13800138000');
    const state = await handOver(
      ['rulebook', 'draft-state', hash.slice(0, 12), ...office, '--format', 'json'],
      environment.CREDENCE_DATA,
    );
    expect(JSON.parse(state.out)).toMatchObject({ stepsDue: ['comment'], waiting: [] });
    await reader.context().close();
    await desk.context().close();
  });

  it('is law only after two offices approved, from its own day on; before it the older edition answers', async () => {
    const restart = async (today: string): Promise<void> => {
      await server.stop();
      server = await startServer(['--demo'], { ...environment, CREDENCE_CLOCK: today });
    };
    await restart('2026-12-21');
    for (const person of ['legal-officer', 'head']) {
      const page = await signIn(person);
      await visit(page, `/desk/rules/${hash}`);
      await page.getByRole('button', { name: '批准草案' }).click();
      await page.waitForLoadState();
      if (person === 'legal-officer') await check(page, 'rules-one-approval-zh');
      await page.context().close();
    }
    const reader = await newPage();
    await visit(reader, `/en/rules/drafts/${hash}`);
    expect(await textOf(reader)).toContain('approved and is in force from');

    await restart('2027-02-02');
    await visit(reader, '/en/rules/wanglan-2027');
    expect(await textOf(reader)).toContain('was to be reviewed by 31 Jan 2027');
    const firm = getRole('lanjiang');
    await visit(reader, `/en/o/${firm.code}`);
    expect(await textOf(reader)).toContain('publishes nothing adverse under them about anyone');
    await inBoth(reader, `/o/${firm.code}`, 'review-passed-firm');
    await inBoth(reader, '/rules/wanglan-2027/list/wanglan.unsafe-scaffolds', 'review-passed');
    const before = await fetch(`${server.address}/api/v1/lists?day=2026-12-31`);
    const after = await fetch(`${server.address}/api/v1/lists?day=2027-01-01`);
    const codeOf = async (answer: Response): Promise<unknown> =>
      ((await answer.json()) as { clock: { edition: { code: string } } }).clock.edition.code;
    expect(await codeOf(before)).toBe('cn-2026');
    expect(await codeOf(after)).toBe('wanglan-2027');
    await reader.context().close();
  }, 300_000);
});
