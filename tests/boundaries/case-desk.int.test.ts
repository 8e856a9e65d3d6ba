import type { Principal } from '@credence/casework';
import { civilDate, daysBetween } from '@credence/domain';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { readPage } from '../../packages/portal/src/html-check.test-support.ts';
import { boundaryOf, readMultipart, textOf } from '../../packages/portal/src/http/multipart.ts';
import {
  axeViolations,
  browserMissing,
  launchBrowser,
  sidewaysScroll,
} from '../support/browser.ts';
import { codeOf, penaltyFile, registrationFile } from '../support/city-files.ts';
import { csrf, deskOver, locationOf, type Desk } from '../support/intake-desk.ts';
import { openMovingWorld, type MovingWorld } from '../support/moving-world.ts';
import { testEngines, type TestEngine } from '../support/stores.ts';
import { market } from '../support/world.ts';

const base = 'http://desk.test';
const justice = 'justice';
const province = 'province';

const official = (name: string, role: string, agency: string = market): Principal =>
  ({
    ...{ kind: 'official', account: `test:${name}`, name, agency },
    roles: [role],
  }) as Principal;
const officer = official('王一', 'case_officer');
const legal = official('李二', 'legal_officer');
const head = official('陈三', 'head_of_authority');
const auditor = official('南宫慎', 'auditor', 'audit_office');
const stranger = official('赵九', 'case_officer', 'tax');

/** What a browser sent; of files only that none was chosen. */
async function formOf(sent: Buffer, type: string | undefined): Promise<FormData> {
  const form = new FormData();
  for await (const part of readMultipart(once(sent), boundaryOf(type) ?? '')) {
    const text = await textOf(part.bytes, sent.length);
    if (part.fileName === undefined) form.append(part.name, text);
    else form.append(part.name, new File([text], part.fileName));
  }
  return form;
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

/** The desk of cases with real answers in it; a browser asks the portal itself, nothing listens. */
describe.skipIf(browserMissing)(`the desk of cases (${browserMissing ?? 'browser'})`, () => {
  let engine: TestEngine;
  let world: MovingWorld;
  let desk: Desk;
  let browser: Browser;
  let home = '';
  let firm: Principal;
  let address = '';

  beforeAll(async () => {
    const [[, start] = []] = testEngines();
    if (start === undefined) throw new Error('There is an engine for tests.');
    engine = await start();
    world = await openMovingWorld(await engine.newPlace(), civilDate('2026-03-02'));
    const actor = { official: 'registrar', agency: market, role: 'registrar' };
    for (const [code, zh, en] of [
      [justice, '望澜市司法局', 'Wanglan Justice Bureau'],
      [province, '省市场监督管理局', 'Provincial Market Bureau'],
    ] as const) {
      await world.system.casework.addAgency({ code, name: { zh, en }, supplies: [], actor });
    }
    await world.import('registration', registrationFile([1, 2]));
    const penalties = [1, 2].map((of) => ({
      ...{ of, number: `望市监罚〔2026〕${String(of)}号`, decided: '2026-02-10' },
    }));
    const [header = '', ...rows] = penaltyFile(penalties).split('\n');
    const more = [
      `${header},监管领域,违法行为终止日期`,
      ...rows.map((row) => `${row},食品,2026-01-05`),
    ];
    await world.import('penalty', more.join('\n'));
    desk = deskOver(world.system, world.clock, {
      ...{ kind: 'machine', account: 'machine:tasks', name: '省局系统' },
      ...{ agency: province, scopes: ['tasks'] },
    });
    const found = await world.system.store.register.findByIdentifiers([
      { scheme: 'uscc', value: codeOf(1) },
    ]);
    home = found.get(`uscc:${codeOf(1)}`) ?? '';
    firm = {
      ...{ kind: 'representative', account: 'test:firm', name: '公孙雨' },
      mandates: [
        {
          ...{ mandateId: 'm1', subject: home, from: civilDate('2026-01-01') },
          identifier: { scheme: 'uscc', value: codeOf(1) },
        },
      ],
    };
    browser = await launchBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await world.close();
    await engine.stop();
  });

  const at = (day: string): void => {
    world.pass(daysBetween(world.today(), civilDate(day)));
  };

  const contextFor = async (width: number): Promise<BrowserContext> => {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    await context.route(`${base}/**`, async (route) => {
      const request = route.request();
      const path = request.url().slice(base.length);
      const sent = request.postDataBuffer();
      const answer =
        sent === null
          ? await desk.get(path)
          : await desk.post(path, await formOf(sent, request.headers()['content-type']));
      await route.fulfill({
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: Buffer.from(await answer.arrayBuffer()),
      });
    });
    return context;
  };

  /** One page for whoever is signed in; a redirect is followed by hand, as nothing listens. */
  const withPage = async (
    person: Principal,
    path: string,
    run: (page: Page) => Promise<void>,
    width = 1280,
  ): Promise<void> => {
    desk.signIn(person);
    const context = await contextFor(width);
    const page = await context.newPage();
    page.setDefaultTimeout(5_000);
    await page.goto(`${base}${path}`);
    await run(page);
    await context.close();
  };

  const post = async (person: Principal, path: string, fields: Fields): Promise<Response> => {
    desk.signIn(person);
    const body = new URLSearchParams({ csrf });
    for (const [name, value] of Object.entries(fields)) {
      for (const each of typeof value === 'string' ? [value] : value) body.append(name, each);
    }
    return desk.post(path, body);
  };
  type Fields = Readonly<Record<string, string | readonly string[]>>;

  const step = async (person: Principal, act: string, fields: Fields): Promise<void> => {
    const answer = await post(person, `${address}/${act}`, fields);
    const said = answer.status === 303 ? '' : readPage(await answer.text()).text;
    expect([act, answer.status, said]).toEqual([act, 303, '']);
  };
  const text = async (person: Principal, path: string): Promise<string> => {
    desk.signIn(person);
    const answer = await desk.get(path);
    expect([path, answer.status]).toEqual([path, 200]);
    const html = await answer.text();
    const reading = readPage(html);
    expect(reading.faults, path).toEqual([]);
    return reading.text;
  };

  /** The firm says two things and attaches what shows them; a file that is none is named. */
  const stateWithFiles = async (): Promise<void> => {
    desk.signIn(firm);
    const sent = (files: readonly File[], waiting: readonly string[] = []): FormData => {
      const form = new FormData();
      form.append('csrf', csrf);
      for (const point of ['已封存待退货。', '成品未出厂。']) form.append('points', point);
      for (const line of waiting) form.append('waiting', line);
      for (const file of files) form.append('files', file);
      return form;
    };
    const page = '<!doctype html><script>alert(1)</script>';
    const program = new File(['MZ\u0000\u0000'], '发票.pdf');
    const foreign = new FormData();
    foreign.append('files', new File([page], 'x.txt'));
    expect((await desk.post(`${address}/stated`, foreign)).status).toBe(403);
    const wrong = await desk.post(
      `${address}/stated`,
      sent([new File([page], '../封存.html'), program]),
    );
    expect(wrong.status).toBe(422);
    const again = await wrong.text();
    expect(readPage(again).text).toContain('“发票.pdf”的内容是：EXE。');
    expect(readPage(again).text).toContain('封存.html.txt');
    // The one that was taken in waits with the form, and need not be chosen again.
    const kept = /name="waiting" value="([^"]+)"/.exec(again)?.[1] ?? '';
    const answer = await desk.post(`${address}/stated`, sent([], [kept]));
    expect([answer.status, await answer.text()]).toEqual([303, '']);
    expect((await desk.post(`${address}/stated`, sent([], [kept]))).status).toBe(409);
    await readFile(page);
  };

  /** What was attached is had by those who read the case, as a download, and each look is shown. */
  const readFile = async (page: string): Promise<void> => {
    desk.signIn(officer);
    const html = await (await desk.get(address)).text();
    const path = /href="([^"]+\/papers\/[0-9a-f]{64})"/.exec(html)?.[1] ?? '';
    const got = await desk.get(path);
    expect(await got.text()).toBe(page);
    expect(Object.fromEntries(got.headers)).toMatchObject({
      'content-type': 'text/plain',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('封存.html.txt')}`,
      'content-security-policy': expect.stringContaining('sandbox') as string,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    desk.signIn(stranger);
    expect((await desk.get(path)).status).toBe(403);
    desk.signIn(firm);
    expect((await desk.get(path.replace(/[0-9a-f]{64}$/, '0'.repeat(64)))).status).toBe(404);
    expect(await text(firm, '/desk/who-looked')).toContain('案件附件');
  };

  it('opens a case from a record that meets the criteria, and says of other lists why not', async () => {
    const from = `/desk/cases/new?code=${codeOf(1)}`;
    desk.signIn(officer);
    const found = locationOf(await desk.get(from));
    expect(found).toContain(home);
    const choices = await text(officer, found);
    expect(choices).toContain('严重违法失信名单');
    const [record] = await recordIds();
    const open = `samr.serious-violations ${record ?? ''}`;
    const form = `/desk/cases/new?${new URLSearchParams({ subject: home, open }).toString()}`;
    expect(await text(officer, `/en${form}`)).toContain('Key supervision');
    const said = {
      ...{ subject: home, open, conductOn: '2026-01-05', reason: '涉及食品安全。' },
      ...{ evidence: '处罚决定书', basis: 'samr-order-44-2021#art-2' },
      ...{ measures: 'key_supervision', review: justice, superior: province },
    };
    const wrong = await post(officer, '/desk/cases/new', { ...said, reason: '' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('请填写“理由”');
    const opened = await post(officer, '/desk/cases/new', said);
    expect([opened.status, locationOf(opened)]).toEqual([303, expect.stringContaining('/cases/')]);
    address = locationOf(opened);
  });

  it('is nobody else’s business before its notice, and no other agency’s ever', async () => {
    desk.signIn(firm);
    expect((await desk.get(address)).status).toBe(404);
    desk.signIn(stranger);
    expect((await desk.get(address)).status).toBe(403);
    expect(await text(firm, '/desk/cases')).not.toContain('严重违法');
    expect(await text(officer, '/desk/cases')).toContain('出具告知书');
  });

  it('keeps what was typed where a form cannot be taken, and names the field', async () => {
    await withPage(officer, `/en${address}`, async (page) => {
      const form = page.locator('#act-noticed');
      await form.locator('summary').click();
      await form.getByLabel('Number').fill('望市监告〔2026〕1号');
      await form.getByLabel('Reasons').fill('拟列入。');
      await form.getByLabel('facts').uncheck();
      await page.keyboard.press('Tab');
      await form.getByRole('button', { name: 'Issue the notice' }).click();
      const wrong = page.locator('#noticed-told-error');
      expect(await wrong.innerText()).toContain('facts');
      expect(await form.getByLabel('Number').inputValue()).toBe('望市监告〔2026〕1号');
      expect(await axeViolations(page)).toEqual([]);
    });
    await step(officer, 'noticed', {
      ...{ 'document.number': '望市监告〔2026〕1号', reason: '拟列入。', seen: '1' },
      told: ['facts', 'evidence', 'article', 'measures', 'term', 'exit', 'remedies'],
      measures: 'key_supervision',
    });
  });

  it('tells whoever comes second what was done in between, and takes nothing of his', async () => {
    const late = await post(officer, `${address}/noticed`, {
      ...{ 'document.number': '望市监告〔2026〕2号', reason: '另一份。', seen: '1' },
    });
    expect(late.status).toBe(409);
    const said = readPage(await late.text()).text;
    expect(said).toContain('你打开之后');
    expect(said).toContain('已出具告知书');
  });

  it('is decided by three people after the firm was heard, each at his own desk', async () => {
    await step(officer, 'served', {
      ...{ paper: 'notice', mode: 'in_person', servedOn: '2026-03-02', proof: '送达回证' },
    });
    expect(await text(firm, '/desk/cases')).toContain('提出陈述、申辩');
    await stateWithFiles();
    const early = await text(officer, address);
    expect(early).toContain('陈述申辩期限未满');
    at('2026-03-10');
    await withPage(officer, address, async (page) => {
      const form = page.locator('#act-drafted');
      await form.locator('summary').click();
      await form.getByLabel('文号').fill('望市监列〔2026〕1号');
      await form.locator('#drafted-reason').fill('性质恶劣。');
      await form.getByLabel('《市场监督管理严重违法失信名单管理办法》第2条').check();
      for (const point of [1, 2]) {
        await form.locator(`[name="answers.${String(point)}.outcome"][value=refused]`).check();
        await form.locator(`[name="answers.${String(point)}.text"]`).fill('不影响列入。');
      }
      await form.getByLabel('列为重点监管对象').check();
      await form.locator('button[type=submit], button.button-first').click();
    });
    // A draft is the office's own until it is served.
    expect(await text(firm, address)).not.toContain('望市监列');
    await step(legal, 'reviewed', {});
    at('2026-03-11');
    await step(head, 'approved', {});
    await step(officer, 'served', {
      ...{ paper: 'decision', mode: 'in_person', servedOn: '2026-03-11', proof: '送达回证' },
    });
    expect(await text(firm, address)).toContain('望市监列〔2026〕1号');
    expect(await text(firm, `/en${address}`)).toContain('In effect since 11 Mar 2026');
  });

  it('gives a measure to a body, whose system hands over a file and carries it out', async () => {
    const cause = address.split('/').at(-1) ?? '';
    const opened = await post(officer, '/desk/cases/new', {
      ...{ subject: home, about: cause, open: `key_supervision ${cause}`, review: justice },
      ...{ capacity: 'market_supervision', body: province },
    });
    expect([opened.status, readPage(await opened.text()).text]).toEqual([303, '']);
    const measure = `/api/v1/cases/${locationOf(opened).split('/').at(-1) ?? ''}`;
    const sent = await desk.api(`${measure}/papers?name=${encodeURIComponent('执行记录.pdf')}`, {
      ...{ method: 'POST', body: '%PDF-1.7 carried out' },
      headers: { 'content-type': 'application/octet-stream' },
    });
    const { id, sha256 } = (await sent.json()) as { readonly id: string; readonly sha256: string };
    expect(sent.status).toBe(200);
    const does = async (act: string, content: object, papers: readonly object[] = []) => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ act, content, papers });
      return (await desk.api(`${measure}/acts`, { method: 'POST', body, headers })).status;
    };
    expect(await does('accepted', {})).toBe(200);
    const executed = { document: { number: '省市监执〔2026〕1号' }, executedOn: '2026-03-11' };
    expect(await does('executed', executed, [{ id: 'another' }])).toBeGreaterThan(400);
    expect(await does('executed', executed, [{ id }])).toBe(200);
    const got = await desk.api(`${measure}/papers/${sha256}`);
    expect([got.status, await got.text()]).toEqual([200, '%PDF-1.7 carried out']);
  });

  it('is whole for a keyboard and a reader of screens, wide and narrow, in both languages', async () => {
    const pages = [
      [firm, '', address, 1280],
      [officer, '', '/desk/cases', 1280],
      [officer, '/en', address, 390],
      [officer, '/en', `/desk/cases/new?subject=${home}`, 390],
      [auditor, '/en', '/desk/oversight', 390],
      [officer, '/en', '/desk/consult', 390],
      [firm, '', `/own/pledges?subject=${home}`, 390],
      [firm, '/en', `/own/contracts?subject=${home}`, 390],
    ] as const;
    for (const [person, prefix, path, width] of pages) {
      await withPage(
        person,
        `${prefix}${path}`,
        async (page) => {
          expect(await axeViolations(page), page.url()).toEqual([]);
          expect(await sidewaysScroll(page), page.url()).toBe(0);
          const words = await page.locator('main').innerText();
          expect(words).not.toMatch(/undefined|\[object|\b[a-z]+_[a-z]+\b/);
        },
        width,
      );
    }
  });

  it('writes down that a case was read, and shows it on the page of who looked', async () => {
    expect(await text(firm, '/desk/who-looked')).toContain('望澜市市场监督管理局');
  });

  it('tells oversight that nothing is shown past its end, before and after the end', async () => {
    expect(await text(auditor, '/desk/oversight')).toContain('0 条记录或者列入在结束之后仍然公示');
    at('2029-03-10');
    expect(await text(firm, address)).toContain('生效中');
    at('2029-03-11');
    expect(await text(firm, address)).toContain('期限届满，自动结束');
    expect(await text(auditor, '/desk/oversight')).toContain('0 条记录或者列入在结束之后仍然公示');
    desk.signIn(officer);
    expect((await desk.get('/desk/oversight')).status).toBe(403);
  });

  async function recordIds(): Promise<readonly string[]> {
    desk.signIn(officer);
    const answer = await desk.get(`/api/v1/organisations/by-code/uscc/${codeOf(1)}`);
    const { records } = (await answer.json()) as {
      readonly records: { readonly items: readonly { readonly id: string }[] };
    };
    return records.items.map(({ id }) => id);
  }
});
