import { readFileSync } from 'node:fs';

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { browserMissing, launchBrowser } from '../support/browser.ts';
import { codeOf, nameOf } from '../support/city-files.ts';
import {
  answering,
  judgmentNumber,
  openTown,
  penaltyNumber,
  servedOn,
  strayNumber,
} from '../support/due-process-town.ts';
import type { Town } from '../support/due-process-town.ts';
import {
  defaulters,
  everywhere,
  outletsOf,
  recordEverywhere,
  violations,
  type PublicOutlets,
} from '../support/public-outlets.ts';
import {
  fill,
  follow,
  gather,
  lodge,
  send,
  type People,
  type Said,
} from '../support/town-people.ts';
import { market } from '../support/world.ts';

/** From the record or the proposal to the end of it, by everyone's own desk; the days go by. */
describe.skipIf(browserMissing)(`due process (${browserMissing ?? 'browser'})`, () => {
  let town: Town;
  let browser: Browser;
  let people: People;
  let shown: PublicOutlets;

  beforeAll(async () => {
    [town, browser] = await Promise.all([openTown(), launchBrowser()]);
    people = gather(browser, town.address);
    shown = outletsOf(town, people);
  });
  afterAll(async () => {
    await people.close();
    await browser.close();
    await town.close();
  });

  const read = async (page: Page, path: string): Promise<string> => {
    expect([path, await people.visit(page, path)]).toEqual([path, 200]);
    return page.locator('main').innerText();
  };
  const caseIn = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1) ?? '';

  /** The firm goes from its own desk to the door of a record and says something there. */
  const throughDoor = async (
    of: number,
    given: { readonly choice: string; readonly said: Said; readonly prefix?: string },
  ): Promise<string> => {
    const firm = await people.as(`firm-${String(of)}`);
    await people.visit(firm, `${given.prefix ?? ''}/desk/own`);
    await people.look(firm, 'own desk');
    const row = firm.locator(`#held tr:has-text("${penaltyNumber(of)}")`);
    await follow(firm, row.locator('a[href*="door"]'));
    await people.look(firm, 'door');
    await follow(firm, firm.locator(`.door a[href*="choice=${given.choice}"]`));
    await people.look(firm, `door, ${given.choice}`);
    return lodge(firm, given.said, people.look);
  };

  /** From the notice in the inbox to the door before the decision, and something said there. */
  const answerNotice = async (
    firm: Page,
    { choice, said }: { readonly choice: string; readonly said: Said },
  ): Promise<void> => {
    await people.visit(firm, '/en/desk/own');
    await follow(firm, firm.locator('.inbox-waits a').first());
    await people.look(firm, 'document');
    await follow(firm, firm.getByRole('link', { name: 'Answer it' }));
    await people.look(firm, 'door before a decision');
    await follow(firm, firm.locator(`.door a[href*="choice=${choice}"]`));
    await lodge(firm, said, people.look);
  };

  it('a dispute: marked at once, upheld, gone, and whoever had read it is told', async () => {
    const reader = await people.as('reader');
    await read(reader, `/en/desk/replay?code=${codeOf(2)}&purpose=supervision`);
    const [record] = await shown.records(2);
    const report = { name: '检测报告.txt', text: 'Crane 3: no fault found.' };
    const said = {
      write: { 'point-1': 'The crane had been inspected.', 'evidence-1': 'Report 2026-0803' },
      attach: { 'files-1': report },
    };
    const dispute = await throughDoor(2, { choice: 'wrong', said, prefix: '/en' });

    const anyone = await people.anyone();
    for (const prefix of ['', '/en']) {
      expect(await people.visit(anyone, `${prefix}${record?.url ?? ''}`)).toBe(200);
      expect(await anyone.locator('.chip-disputed').count()).toBeGreaterThan(0);
      await people.look(anyone, 'disputed record');
    }
    expect((await shown.records(2))[0]?.disputedSince).toBe(town.world.today());
    const copy = `/api/v1/copies/check?organisation=${await town.homeOf(2)}&record=${
      record?.id ?? ''
    }&fingerprint=${record?.fingerprint ?? ''}`;

    const officer = await people.as('officer');
    await read(officer, `/desk/cases/${dispute}`);
    const [download] = await Promise.all([
      officer.waitForEvent('download'),
      officer.getByRole('link', { name: report.name }).click(),
    ]);
    expect(readFileSync(await download.path(), 'utf8')).toBe(report.text);
    const answer = answering('望市监答〔2026〕2号', 'upheld', { choose: { effect: 'remove' } });
    await people.look(await people.step('officer', dispute, 'answered', answer), 'answered case');

    expect((await anyone.reload())?.status()).toBe(404);
    expect(await shown.outlets(2, penaltyNumber(2))).toEqual([]);
    expect((await people.fetched(copy)).text).toContain('not-published');
    expect(await read(reader, '/en/desk/corrections')).toContain('the record has ended');
    await people.look(reader, 'corrections');
    await send(reader, reader.locator('tbody button'));
    expect(await reader.locator('tbody').innerText()).toContain('confirmed on');
    await anyone.context().close();
  });

  it('an appeal: another unit decides, and nobody of the first one, wherever he sits now', async () => {
    town.goTo('2026-03-03');
    const objection = await throughDoor(4, {
      choice: 'disagree',
      said: { write: { 'point-1': '情节轻微，不应处罚。' } },
    });
    const refusal = answering('望市监答〔2026〕4号', 'refused', { choose: { effect: 'none' } });
    await people.step('officer', objection, 'answered', refusal);
    town.goTo('2026-03-04');
    const appeal = await throughDoor(4, {
      choice: 'someone-else',
      said: { write: { 'point-1': 'The answer does not look at the report.' } },
      prefix: '/en',
    });

    const officer = await people.as('officer');
    expect(await people.visit(officer, `/desk/cases/${appeal}`)).toBe(403);
    const lent = await people.as('lent');
    await read(lent, `/en/desk/cases/${appeal}`);
    expect(await lent.locator('#act-allowed').count()).toBe(0);
    expect(await lent.locator('.case-refused').textContent()).toContain('王一');

    const reviewer = await people.as('reviewer');
    const queue = await read(reviewer, '/desk/cases');
    expect(queue).toContain(nameOf(4));
    expect(queue, 'a case is called by what it is about').not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
    await reviewer.keyboard.press('?');
    await people.look(reviewer, 'queue with its keys');
    // The letter that is typed into a field is no key; the same one outside leads to the case.
    await reviewer.keyboard.press('/');
    await reviewer.keyboard.type('j');
    expect(await reviewer.locator('#q').inputValue()).toBe('j');
    await reviewer.locator('#keys summary').focus();
    await reviewer.keyboard.press('j');
    await Promise.all([reviewer.waitForURL(`**/${appeal}`), reviewer.keyboard.press('o')]);
    const decision = answering('望司复〔2026〕4号', 'upheld', { choose: { effect: 'remove' } });
    await people.look(reviewer, 'appeal');
    expect(await reviewer.locator('#act-allowed [name=basis]').count()).toBeGreaterThan(0);
    await people.step('reviewer', appeal, 'allowed', decision);
    expect(await shown.outlets(4, penaltyNumber(4))).toEqual([]);
    const firm = await people.as('firm-4');
    expect(await read(firm, '/en/desk/own')).toContain('Publication ended on 4 Mar 2026');
  });

  it('one code, two firms: both are told and heard, two decide, and it can be taken back', async () => {
    town.goTo('2026-03-04');
    const [six, seven] = [await town.homeOf(6), await town.homeOf(7)];
    const reader = await people.as('reader');
    await read(reader, `/desk/replay?code=${codeOf(6)}&purpose=supervision`);
    const stray = (await shown.records(6)).find(({ document }) => document?.number === strayNumber);
    const officer = await people.as('officer');
    await people.visit(officer, `/en/desk/cases/new?code=${codeOf(6)}`);
    await follow(officer, officer.locator('main a[href*="split"]'));
    await people.look(officer, 'a split opens');
    const form = officer.locator('#new-case form');
    await fill(form, {
      write: { other: codeOf(7), reason: '两户共用一个代码。', evidence: '登记档案' },
      tick: [['records', stray?.id ?? '']],
    });
    const article = (await form.locator('[name=basis]').first().getAttribute('value')) ?? '';
    await fill(form, { tick: [['basis', article]] });
    expect(await send(officer, form.locator('button[type=submit]'))).toBe(303);
    const split = caseIn(officer);

    const notice = { 'document.number': '望市监告〔2026〕6号', reason: '拟拆分两户的记录。' };
    await people.step('officer', split, 'noticed', { write: notice });
    const anyone = await people.anyone();
    for (const home of [six, seven]) {
      expect(await read(anyone, `/organisations/${home}`)).toContain('身份核对中');
      await people.look(anyone, 'identity under review');
    }
    await people.step('officer', split, 'served', servedOn('2026-03-04', 'notice'));
    // The other paper alone is left to be served.
    await people.step('officer', split, 'served', servedOn('2026-03-04'));
    const other = await people.as('firm-7');
    const printed = await other.request.get(
      `${town.address}/desk/cases/${split}/letters/identity-notice?language=both&to=other-subject`,
    );
    expect((await printed.body()).subarray(0, 5).toString()).toBe('%PDF-');
    await answerNotice(other, {
      choice: 'disagree',
      said: { write: { 'point-1': 'The record is ours.' } },
    });
    expect(await read(other, `/desk/cases/${split}`)).toContain('The record is ours.');
    await people.look(other, 'case of the other organisation');
    town.goTo('2026-03-12');
    const draft = answering('望市监核〔2026〕6号', 'upheld', {
      tick: [['basis', article]],
    });
    await people.step('officer', split, 'drafted', draft);
    await people.look(await people.step('head', split, 'approved'), 'who is who');
    expect(await shown.outlets(7, strayNumber)).toEqual(recordEverywhere);
    expect((await shown.records(6)).map(({ id }) => id)).not.toContain(stray?.id);
    expect(await read(anyone, `/en/organisations/${six}`)).not.toContain('identity under review');
    expect(await read(reader, '/desk/corrections')).toContain('不属于这个单位');
    expect(await read(other, '/en/desk/own')).toContain(strayNumber);

    const back = { 'document.number': '望市监撤〔2026〕6号', reason: '登记档案有误。' };
    const basis = [['basis', article]] as const;
    await people.step('reviewer', split, 'undone', { write: back, tick: basis });
    expect((await shown.records(6)).map(({ id }) => id)).toContain(stray?.id);
    expect(await read(anyone, `/organisations/${seven}`)).not.toContain(strayNumber);
    await anyone.context().close();
  });

  it('a court: its creditor applies, three decide on a ground, the creditor agrees to the end', async () => {
    town.goTo('2026-03-12');
    const judge = await people.as('judge');
    await people.visit(judge, `/desk/cases/new?code=${codeOf(5)}`);
    await follow(judge, judge.locator('main a', { hasText: '失信被执行人' }));
    await people.look(judge, 'court opens');
    const creditor = await people.as('firm-2');
    await people.visit(creditor, '/en/desk/own');
    await follow(creditor, creditor.locator('#parties a[href*="/own/apply"]'));
    await people.look(creditor, 'application');
    const exemptions = ['sufficient_security', 'assets_cover', 'turn_not_come', 'unable'];
    const form = creditor.locator('main form');
    await fill(form, {
      write: {
        ...{ debtor: codeOf(5), judgment: judgmentNumber },
        ...{ reason: 'It can pay and does not.', evidence: 'Judgment' },
      },
      choose: { ground: 'able_but_refuses', claim: 'contract' },
      tick: exemptions.map((each) => ['notTheCase', each] as const),
    });
    expect(await send(creditor, form.locator('button[type=submit]'))).toBe(303);
    const listing = caseIn(creditor);
    await people.look(creditor, 'application received');

    const notice = { 'document.number': '（2026）望执通5号', reason: '拟纳入名单。' };
    const measures = ['measures', 'non_performance_notice'] as const;
    await people.step('judge', listing, 'noticed', { write: notice, tick: [measures] });
    await people.step('judge', listing, 'served', servedOn('2026-03-12'));
    town.goTo('2026-03-20');
    await people.step('judge', listing, 'drafted', {
      write: { 'document.number': '（2026）望执决5号', reason: '有能力履行而拒不履行。' },
      tick: [['basis', 'spc-defaulters-2017#art-1'], measures],
    });
    await people.step('panel', listing, 'reviewed');
    await people.step('president', listing, 'approved', { write: { reason: '关系债权人生计。' } });
    await people.look(
      await people.step('judge', listing, 'served', servedOn('2026-03-20')),
      'court case',
    );
    const anyone = await people.anyone();
    const page = `/organisations/${await town.homeOf(5)}`;
    const card = anyone.locator(`#list-${listing}`);
    await people.visit(anyone, `/en${page}`);
    expect(await card.innerText()).toContain('（2026）望执决5号');
    await people.look(anyone, 'listed by a court');
    const firm = await people.as('firm-5');
    expect(await read(firm, '/desk/own')).toContain('失信被执行人');

    town.goTo('2026-03-23');
    await people.visit(creditor, '/desk/own');
    await follow(creditor, creditor.locator(`#parties a[href$="/desk/cases/${listing}"]`));
    await people.look(creditor, 'case of a creditor');
    const consent = { write: { proof: '书面申请' } };
    await people.step('firm-2', listing, 'release-consented', consent);
    await people.step('judge', listing, 'release-found', {
      write: { 'document.number': '（2026）望执删5号', proof: '申请执行人书面申请' },
      choose: { ground: 'creditor_request' },
    });
    town.goTo('2026-03-25');
    await people.visit(anyone, page);
    expect(await card.count()).toBe(1);
    expect(await shown.outlets(5, listing, defaulters)).toEqual(everywhere);
    town.goTo('2026-03-26');
    await people.visit(anyone, page);
    expect(await card.count()).toBe(0);
    expect(await shown.outlets(5, listing, defaulters)).toEqual([]);
    await anyone.context().close();
  });

  it('a repair: prepared early, lodged by itself on its day, granted, gone from every outlet', async () => {
    town.goTo('2026-04-13');
    const said = {
      write: { 'show-corrected': '检测报告', 'show-paid': '缴款书' },
      tick: [['pledge', 'yes']],
    } as const;
    const repair = await throughDoor(3, { choice: 'put-right', said });
    const firm = await people.as('firm-3');
    expect(await firm.locator('main').innerText()).toContain('2026年5月10日');
    const officer = await people.as('officer');
    await read(officer, `/desk/cases/${repair}`);
    expect(await officer.locator('#act-granted').count()).toBe(0);

    town.goTo('2026-05-11');
    expect(await shown.outlets(3, penaltyNumber(3))).toEqual(recordEverywhere);
    expect(await shown.found(3)).toBe(true);
    for (const condition of ['corrected', 'paid']) {
      const checked = { write: { proof: '已核对' }, choose: { condition } };
      await people.step('officer', repair, 'condition-shown', checked);
    }
    await people.look(officer, 'repair');
    const granted = { 'document.number': '望市监修〔2026〕3号', reason: '条件已经满足。' };
    await people.step('officer', repair, 'granted', { write: granted });
    expect(await shown.outlets(3, penaltyNumber(3))).toEqual([]);
    expect(await shown.found(3)).toBe(false);
    expect(await read(firm, '/en/desk/own')).toContain('Publication ended on 11 May 2026');
  });

  it('a listing: proposed, heard, decided by three, shown, and over by time alone', async () => {
    town.goTo('2026-05-12');
    const officer = await people.as('officer');
    await people.visit(officer, '/en/desk/cases/new');
    await officer.locator('#code').fill(codeOf(1));
    await follow(officer, officer.locator('form:has(#code) button'));
    await follow(officer, officer.locator('main a', { hasText: 'serious violations' }));
    await people.look(officer, 'new case');
    const form = officer.locator('#new-case form');
    await fill(form, {
      write: { conductOn: '2026-01-05', reason: '涉及食品安全。', evidence: '处罚决定书' },
      tick: [
        ['basis', 'samr-order-44-2021#art-2'],
        ['measures', 'key_supervision'],
      ],
    });
    expect(await send(officer, form.locator('button[type=submit]'))).toBe(303);
    const listing = caseIn(officer);
    const firm = await people.as('firm-1');
    expect(await people.visit(firm, `/desk/cases/${listing}`)).toBe(404);

    const notice = { 'document.number': '望市监告〔2026〕1号', reason: '拟列入名单。' };
    const measures = ['measures', 'key_supervision'] as const;
    await people.step('officer', listing, 'noticed', { write: notice, tick: [measures] });
    await people.step('officer', listing, 'served', servedOn('2026-05-12'));
    await answerNotice(firm, {
      choice: 'explain',
      said: { write: { 'point-1': 'None of it was sold.' } },
    });

    await people.visit(officer, `/desk/cases/${listing}`);
    expect(await officer.locator('#act-drafted').count()).toBe(0);
    town.goTo('2026-05-20');
    await people.step('officer', listing, 'drafted', {
      write: {
        ...{ 'document.number': '望市监列〔2026〕1号', reason: '性质恶劣。' },
        'answers.1.text': '不影响列入。',
      },
      tick: [['basis', 'samr-order-44-2021#art-2'], measures, ['answers.1.outcome', 'refused']],
    });
    // Whoever wrote it neither reviews nor approves it.
    expect(await officer.locator('#act-reviewed, #act-approved').count()).toBe(0);
    await people.step('legal', listing, 'reviewed');
    await people.step('head', listing, 'approved');
    expect(await shown.outlets(1, listing, violations)).toEqual([]);
    await people.step('officer', listing, 'served', servedOn('2026-05-20'));
    await people.look(officer, 'case in effect');
    expect(await shown.outlets(1, listing, violations)).toEqual(everywhere);

    town.goTo('2029-05-19');
    expect(await shown.outlets(1, listing, violations)).toEqual(everywhere);
    // The penalty itself was over long before.
    expect(await shown.outlets(1, penaltyNumber(1))).toEqual([]);
    town.goTo('2029-05-20');
    expect(await shown.outlets(1, listing, violations)).toEqual([]);
    expect(await read(firm, `/desk/cases/${listing}`)).toContain('期限届满，自动结束');
    const auditor = await people.as('auditor');
    expect(await read(auditor, '/desk/oversight')).toContain('0 条记录或者列入在结束之后仍然公示');
    await people.look(auditor, 'oversight');
    const timeline = await town.terminal(
      ...['case', 'timeline', listing, '--verify', '--agency', market, '--official', '王一'],
    );
    expect(timeline).toContain('verified: equal to the journal');
  });
});
