import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Principal } from '@credence/casework';
import { civilDate, daysBetween, makeUscc } from '@credence/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { readPage } from '../../packages/portal/src/html-check.test-support.ts';
import { codeOf, nameOf, registrationFile } from '../support/city-files.ts';
import { csrf, deskOver, type Desk } from '../support/intake-desk.ts';
import { openTerminal } from '../support/shared-terminal.ts';
import { openMovingWorld, type MovingWorld } from '../support/moving-world.ts';
import { startPglite, type TestEngine } from '../support/stores.ts';
import { market } from '../support/world.ts';

const bureauName = '望澜市甲县建设局';
const body8 = 'MB900001';
const bureauCode = makeUscc({ department: '1', category: '1', region: '999999', body8 });
const number = '甲建采〔2026〕1号';

const office = ['--agency', 'bureau', '--official', '王一'] as const;

describe('a county bureau pays a small firm late', { timeout: 120_000 }, () => {
  let engine: TestEngine;
  let world: MovingWorld;
  let desk: Desk;
  let homes: Readonly<Record<'firm' | 'bureau', string>> = { firm: '', bureau: '' };

  beforeAll(async () => {
    engine = await startPglite();
    world = await openMovingWorld(await engine.newPlace(), civilDate('2026-01-06'));
    const row = `${bureauName},${bureauCode},机关,2015-03-02,望澜市市场监督管理局,存续`;
    await world.import('registration', `${registrationFile([1])}\n${row}`);
    const { casework, store } = world.system;
    const actor = { official: 'registrar', agency: market, role: 'registrar' };
    const agency = (code: string, zh: string, superior?: string) =>
      casework.addAgency({
        ...{ code, name: { zh }, supplies: [], actor },
        ...(superior === undefined ? {} : { superior }),
      });
    await agency('city', '望澜市人民政府');
    await agency('bureau', bureauName, 'city');
    await agency('justice', '望澜市司法局');
    await agency('centre', '望澜市公共信用信息中心');
    await agency('complaints', '望澜市工业和信息化局', 'city');
    const found = await store.register.findByIdentifiers(
      [codeOf(1), bureauCode].map((value) => ({ scheme: 'uscc', value })),
    );
    const [firm = '', bureau = ''] = [codeOf(1), bureauCode].map((c) => found.get(`uscc:${c}`));
    homes = { firm, bureau };
    desk = deskOver(world.system, world.clock);
  }, 120_000);
  afterAll(async () => {
    await world.close();
    await engine.stop();
  });

  const on = (day: string) => world.pass(daysBetween(world.today(), civilDate(day)));
  const speaker = (side: 'firm' | 'bureau'): Principal => ({
    ...{ kind: 'representative', account: `demo:${side}`, name: '经办人' },
    mandates: [{ mandateId: side, subject: homes[side], from: civilDate('2026-01-01') }],
  });
  const official = (agency: string, role: 'case_officer' | 'head_of_authority'): Principal => ({
    ...{ kind: 'official', account: `demo:${agency}:${role}`, name: `${agency}官员`, agency },
    roles: [role],
  });
  const post = async (path: string, fields: Readonly<Record<string, string>>) => {
    const answer = await desk.post(path, new URLSearchParams({ csrf, ...fields }));
    const { text } = readPage(await answer.text());
    return { status: answer.status, text, path: answer.headers.get('location') ?? '' };
  };
  const page = async (path: string): Promise<string> => {
    const { faults, text } = readPage(await (await desk.get(path)).text());
    return [...faults, text].join('\n');
  };
  const say = async (side: 'firm' | 'bureau', path: string, said: Record<string, string>) => {
    desk.signIn(speaker(side));
    const answer = await post(path, { subject: homes[side], ...said });
    expect([answer.status, answer.text]).toEqual([303, '']);
    return answer.path;
  };
  const publicPage = () => page(`/organisations/${homes.bureau}/contracts`);
  const cardPage = () => page('/agencies/bureau/report-card');
  let contract = '';
  let second = '';

  it('is refused a clause by its words and article, and registered without it', async () => {
    desk.signIn(speaker('firm'));
    const given = { subject: homes.firm, buyerCode: bureauCode, number, title: '校舍修缮' };
    const said = { ...given, 'sizes.supplierIsSmall': 'yes' };
    const terms = { signedOn: '2026-01-06', amount: '123456.78', 'clause.pay_when_paid': 'yes' };
    const wrong = await post('/own/contracts', { ...said, ...terms });
    expect([wrong.status, wrong.text.includes('收到第三方付款后再付款')]).toEqual([422, true]);
    expect(wrong.text).toContain('第九条');
    const milestone = {
      ...{ 'milestone-1.title': '完工', 'milestone-1.by': 'supplier' },
      ...{ 'milestone-1.dueOn': '2026-01-10', 'milestone-2.by': 'buyer' },
    };
    const whole = { ...said, ...terms, ...milestone, 'clause.pay_when_paid': '' };
    contract = new URL(await say('firm', '/own/contracts', whole), 'http://x').pathname;
    expect(await page(`${contract}?subject=${homes.firm}`)).toContain('m1 · 完工');
  });

  it('counts the days and the interest on the page, and shows nothing in public yet', async () => {
    on('2026-01-12');
    await say('firm', `${contract}/delivered`, {
      ...{ delivery: 'd1', deliveredOn: '2026-01-10', amount: '100000' },
    });
    on('2026-02-19');
    await say('firm', `${contract}/asked`, { delivery: 'd1' });
    const own = await page(`${contract}?subject=${homes.firm}`);
    expect(own).toMatch(/加 30 天（法定）/);
    expect(own).toMatch(/100,000(\.00)? 元 × 10 天 × 每日 0\.05% = 500(\.00)? 元/);
    expect(await publicPage()).not.toContain(number);
    expect(await publicPage()).not.toContain('100,000');
  });

  it('goes to the complaint office, whose days run, and to the one above when it is silent', async () => {
    on('2026-03-02');
    desk.signIn(official('complaints', 'case_officer'));
    const said = {
      ...{ subject: homes.bureau, open: 'payment-complaint', clock: 'complaint.payment' },
      ...{ creditor: nameOf(1), contract: number, points: '三十日已过，未付款' },
      ...{ deliveredOn: '2026-01-10', dueOn: '2026-02-09', review: 'justice' },
      ...{ 'amount.amount': '100000', 'amount.currency': 'CNY' },
      ...{ counterReason: '没有账号', identityPaper: 'id_card' },
    };
    const opened = await post('/desk/cases/new', said);
    expect([opened.status, opened.text]).toEqual([303, '']);
    const complaint = new URL(opened.path, 'http://x').pathname;
    const clocks = await page(complaint);
    for (const day of ['2026年3月16日', '2026年4月1日']) expect(clocks).toContain(day);
    // A second one, of another contract, is difficult: its days are lengthened with a reason.
    const other = await post('/desk/cases/new', { ...said, contract: '甲建采〔2026〕2号' });
    second = new URL(other.path, 'http://x').pathname;
    const steps = [
      ['accepted', {}],
      ['extended', { reason: '需要鉴定' }],
    ] as const;
    for (const [act, fields] of steps) {
      expect([act, (await post(`${second}/${act}`, fields)).status]).toEqual([act, 303]);
    }
    await say('firm', `${contract}/complained`, {
      ...{ delivery: 'd1', caseId: complaint.split('/').at(-1) ?? '' },
    });
    desk.signIn(official('city', 'head_of_authority'));
    expect(await page('/desk/cases')).not.toContain(bureauName);
    on('2026-04-02');
    expect(await page('/desk/cases')).toContain(bureauName);
  });

  it('stands on the bureau’s page once thirty days of silence are over, without the firm', async () => {
    desk.signIn(speaker('bureau'));
    expect(await page(`${contract}?subject=${homes.bureau}`)).toContain('2026年5月2日');
    on('2026-05-02');
    expect(await publicPage()).not.toContain('100,000');
    expect(await cardPage()).not.toContain('100,000');
    on('2026-05-03');
    const shown = await publicPage();
    expect(shown).toMatch(/100,000(\.00)? 元/);
    expect(shown).not.toContain(nameOf(1));
    expect(await world.system.casework.latePaymentsOf(homes.bureau)).toMatchObject({ shown: 1 });
    const card = await cardPage();
    expect(card).toMatch(/100,000(\.00)? 元/);
    expect(card).not.toContain(nameOf(1));
    expect(await page(`/agencies/${homes.bureau}/report-card`)).toMatch(/100,000(\.00)? 元/);
    const answer = await desk.get('/api/v1/report-cards/bureau');
    const figure: unknown = expect.objectContaining({ id: 'late_payments', count: 1 });
    expect(await answer.json()).toMatchObject({
      figures: expect.arrayContaining([figure]) as unknown,
      payments: { shown: 1, amount: { amount: 10_000_000 } },
    });
    desk.signIn(speaker('bureau'));
    // Whoever is concerned sees who looked at its file, the other side included.
    expect(await page(`/desk/who-looked?subject=${homes.bureau}`)).toContain('合同');
  });

  it('has a route against retaliation, with the agency above and not with the bureau', async () => {
    const text = '投诉后被移出供应商名录';
    await say('firm', `${contract}/retaliation`, { text, since: '2026-04-20' });
    desk.signIn(official('bureau', 'head_of_authority'));
    expect(await page('/desk/retaliation')).not.toContain(text);
    desk.signIn(speaker('bureau'));
    expect(await page(`/own/contracts?subject=${homes.bureau}`)).not.toContain(text);
    desk.signIn(official('city', 'head_of_authority'));
    expect(await page('/desk/retaliation')).toContain(text);
  });

  it('discloses, promises, changes a promise with what makes up for it, and pays: then it is gone', async () => {
    await say('bureau', '/own/disclosures', { year: '2025', contracts: '2', amount: '30000.50' });
    const csv = await (await desk.get('/public-bodies/overdue.csv?year=2025')).text();
    expect(csv).toContain(`${bureauName},2,30000.50,0,`);
    const json = await desk.get('/public-bodies/overdue.json?year=2025');
    expect(await json.json()).toMatchObject({ manifest: { year: 2025, rows: 1 } });
    await say('bureau', '/own/promises', {
      ...{ number: '甲府〔2026〕2号', text: '入园免租', power: '招商办法第五条', to: '入园企业' },
      ...{ dueOn: '2026-12-31' },
    });
    const own = await (await desk.get(`/own/contracts?subject=${homes.bureau}`)).text();
    const [, step = ''] = /action="(\/own\/promises\/[^"]+\/changed)"/.exec(own) ?? [];
    await say('bureau', step, {
      ...{ interest: '防洪', procedure: '甲府决〔2026〕3号', text: '免租一年' },
      ...{ dueOn: '2027-06-30', compensation: '补一年租金', compensationBy: '2026-12-31' },
    });
    expect(await publicPage()).toContain('补一年租金');
    await say('bureau', `${contract}/paid`, {
      ...{ delivery: 'd1', amount: '100000', paidOn: '2026-05-03', proof: '回单' },
    });
    expect(await publicPage()).not.toContain('100,000');
    expect(await cardPage()).not.toContain('100,000');
    expect(await page(`/organisations/${homes.bureau}`)).not.toContain('100,000');
  });

  it('has ninety days where a difficult case was extended, and only then goes to the one above', async () => {
    // Ninety days from the second of March; without the extension they end on the first of April.
    expect(await page(second)).toContain('2026年5月31日');
    desk.signIn(official('complaints', 'case_officer'));
    const again = await post(`${second}/extended`, { reason: '再次延长' });
    expect(again.status).toBe(409);
    desk.signIn(official('city', 'head_of_authority'));
    const listed = async () => (await (await desk.get('/desk/cases')).text()).includes(second);
    expect(await listed()).toBe(false);
    on('2026-05-31');
    expect(await listed()).toBe(false);
    on('2026-06-01');
    expect(await listed()).toBe(true);
  });

  it('leaves as a file at the terminal and is known when it comes again', async () => {
    const credence = openTerminal(world.system, world.folder, {});
    const code = ['--code', bureauCode] as const;
    const open = await credence('contract', 'export', ...code);
    expect([open.exit, open.out.includes(nameOf(1))]).toEqual([0, false]);
    expect((await credence('contract', 'export', ...code, '--whole')).exit).toBe(2);
    const out = ['--out', 'all.json', '--whole', ...office];
    expect((await credence('contract', 'export', ...code, ...out)).exit).toBe(0);
    const asJson = [...office, '--format', 'json'];
    const again = await credence('contract', 'import', 'all.json', ...asJson);
    // It is known by the name of its process, and nothing of it is news.
    expect([again.exit, JSON.parse(again.out)]).toMatchObject([0, { known: 1, steps: 0 }]);
    const twice = await credence('contract', 'import', 'all.json', ...asJson);
    expect(JSON.parse(twice.out)).toMatchObject({ contracts: 0, known: 1, steps: 0 });
    writeFileSync(join(world.folder, 'bad.json'), '{"releases": [1]}');
    const bad = await credence('contract', 'import', 'bad.json', ...office);
    expect([bad.exit, bad.err.includes('/releases/0')]).toEqual([1, true]);
    expect((await credence('contract', 'import', 'none.json', ...office)).exit).toBe(2);
    expect((await credence('contract', 'export', '--code', codeOf(9))).exit).toBe(1);
  });

  it('reads the report card at the terminal, by the words of the page', async () => {
    const credence = openTerminal(world.system, world.folder, {});
    const card = await credence('report-card', 'bureau');
    expect([card.exit, card.err]).toEqual([0, '']);
    expect(card.out).toMatch(/^(Payments late|逾期未付的款项): (none|没有)$/m);
    const json = await credence('report-card', 'bureau', '--format', 'json');
    expect(JSON.parse(json.out)).toMatchObject({
      office: { code: 'bureau', organisation: homes.bureau },
      figures: expect.arrayContaining([
        expect.objectContaining({ id: 'late_payments', count: 0 }),
      ]) as unknown,
    });
    const all = await credence('report-card');
    expect([all.exit, /^bureau {2}/m.test(all.out)]).toEqual([0, true]);
    for (const [year, accepted] of [
      ['26', 'YYYY'],
      ['1999', '2025'],
    ] as const) {
      const wrong = await credence('report-card', 'bureau', '--year', year);
      expect([wrong.exit, wrong.err.includes(year), wrong.err.includes(accepted)]).toEqual([
        ...[2, true, true],
      ]);
    }
    const unknown = await credence('report-card', 'nowhere');
    expect([unknown.exit, unknown.err.includes('nowhere')]).toEqual([1, true]);
  });
});
