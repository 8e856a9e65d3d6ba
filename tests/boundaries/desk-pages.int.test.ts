import type { Denial, Principal } from '@credence/casework';
import { civilDate } from '@credence/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { readPage } from '../../packages/portal/src/html-check.test-support.ts';
import { codeOf, penaltyFile, registrationFile } from '../support/city-files.ts';
import {
  csrf,
  locationOf,
  officer,
  openDeskWorld,
  type DeskWorld,
} from '../support/intake-desk.ts';
import { day, market } from '../support/world.ts';

const justice = 'justice';

describe('pages of the desk', { timeout: 120_000 }, () => {
  let desk: DeskWorld;
  let homes: readonly string[] = [];
  const denials: Denial[] = [];

  beforeAll(async () => {
    const penalties = [1, 2].map((of) => ({
      ...{ of, number: `望市监罚〔2026〕${String(of)}号`, decided: '2026-10-10' },
    }));
    desk = await openDeskWorld({
      ...{ today: day('2026-11-20'), edition: 'cn-2026' },
      onDenied: (denial) => denials.push(denial),
      files: [
        { name: 'r.csv', item: 'registration', text: registrationFile([1, 2]) },
        { name: 'p.csv', item: 'penalty', text: penaltyFile(penalties) },
      ],
    });
    const codes = [1, 2].map((number) => ({ scheme: 'uscc', value: codeOf(number) }));
    const found = await desk.world.system.store.register.findByIdentifiers(codes);
    homes = codes.map(({ scheme, value }) => found.get(`${scheme}:${value}`) ?? '');
    const actor = { official: 'registrar', agency: market, role: 'registrar' };
    const name = { zh: '望澜市司法局', en: 'Wanglan Justice Bureau' };
    await desk.world.system.casework.addAgency({ code: justice, name, supplies: [], actor });
  });
  afterAll(() => desk.close());

  const acting = (numbers: readonly number[]): Principal => ({
    ...{ kind: 'representative', account: 'demo:representative', name: '公孙雨' },
    mandates: numbers.map((number) => ({
      mandateId: `m${String(number)}`,
      subject: homes[number - 1] ?? '',
      identifier: { scheme: 'uscc', value: codeOf(number) },
      from: civilDate('2026-01-01'),
    })),
  });

  const textOf = async (path: string): Promise<string> => (await desk.get(path)).text();

  describe('for what a platform sent back', () => {
    const answer = async (lines: readonly string[]) => {
      const form = new FormData();
      form.set('csrf', csrf);
      form.set('item', 'penalty');
      form.set('to', 'credit-china');
      const text = ['数据记录标识,处理结果,退回原因', ...lines].join('\n');
      form.set('file', new File([text], 'answer.csv', { type: 'text/csv' }));
      const response = await desk.post('/en/desk/export/answer', form);
      return { status: response.status, page: await response.text() };
    };

    it('takes the file whole or not at all, and once', async () => {
      desk.signIn(officer);
      const order = new URLSearchParams({ csrf, item: 'penalty', to: 'credit-china' });
      const file = await (await desk.post('/en/desk/export/file', order)).text();
      const ids = file
        .trim()
        .split('\r\n')
        .slice(1)
        .map((row) => row.split(',')[0] ?? '');
      expect(ids).toHaveLength(2);

      const wrong = await answer([`${ids[0] ?? ''},已接收,`, 'nobody,退回,']);
      expect(wrong.status).toBe(422);
      expect(wrong.page).toContain('The answer was not noted.');
      const told = ids.map((id) => `${id},已接收,`);
      const right = await answer(told);
      expect([right.status, right.page.includes('class="notice')]).toEqual([200, true]);
      expect(right.page).not.toContain('The answer was not noted.');
      expect((await answer(told)).page).toContain('This answer was noted before.');
    });
  });

  describe('for whoever oversees readers', () => {
    it('lists those who owe a confirmation to an auditor, and to nobody else', async () => {
      desk.signIn({ ...officer, roles: ['auditor'] } as Principal);
      expect(await textOf('/desk')).toContain('/desk/readers');
      const page = await textOf('/en/desk/readers');
      expect(page).toContain('No reader owes a confirmation');
      desk.signIn(officer);
      expect((await desk.get('/en/desk/readers')).status).toBe(403);
      expect(await textOf('/desk')).not.toContain('/desk/readers');
    });
  });

  describe('for whoever acts for an organisation', () => {
    it('lets one who acts for several choose, on each page about one of them', async () => {
      desk.signIn(acting([1, 2]));
      for (const path of ['/desk/own', '/desk/who-looked']) {
        const first = await textOf(path);
        expect(first).toContain(`<b aria-current="true">${codeOf(1)}</b>`);
        expect(first).toContain(`${path}?subject=${homes[1] ?? ''}`);
        const second = await textOf(`${path}?subject=${homes[1] ?? ''}`);
        expect(second).toContain(`<b aria-current="true">${codeOf(2)}</b>`);
        // The other language shows the same organisation.
        expect(second).toContain(`/en${path}?subject=${homes[1] ?? ''}`);
      }
      expect(await textOf(`/desk/own?subject=${homes[1] ?? ''}`)).toContain('望市监罚〔2026〕2号');
    });

    it('has nothing to choose for one, who is refused what he does not act for', async () => {
      desk.signIn(acting([1]));
      expect(await textOf('/desk/own')).not.toContain('aria-current="true">9');
      expect((await desk.get(`/desk/own?subject=${homes[1] ?? ''}`)).status).toBe(403);
    });
  });

  describe('for cases', () => {
    const caseOfficer = { ...officer, name: '王一', roles: ['case_officer'] } as Principal;
    const recordOf = async (of: number): Promise<string> => {
      const answer = await desk.get(`/api/v1/organisations/by-code/uscc/${codeOf(of)}`);
      const { records } = (await answer.json()) as {
        readonly records: { readonly items: readonly { readonly id: string }[] };
      };
      return records.items[0]?.id ?? '';
    };
    const formOf = (fields: Readonly<Record<string, string>>, file?: readonly [string, File]) => {
      const form = new FormData();
      for (const [name, value] of Object.entries({ csrf, ...fields })) form.set(name, value);
      if (file !== undefined) form.set(...file);
      return form;
    };
    const opens = async (fields: Readonly<Record<string, string>>) => {
      const answer = await desk.post('/desk/cases/new', formOf({ review: justice, ...fields }));
      const { text } = readPage(await answer.text());
      return { status: answer.status, text, path: locationOf(answer) };
    };
    /** The text of a page that is whole; where it is not, what is wrong with it. */
    const pageOf = async (path: string): Promise<string> => {
      const { faults, text } = readPage(await textOf(path));
      return [...faults, text].join('\n');
    };
    let received = { path: '', paper: '' };
    const receipt = (name: string) => new File(['%PDF-1.7 receipt'], name);

    it('opens one about who is who by the code of the other, who has to be known', async () => {
      desk.signIn(caseOfficer);
      const subject = homes[0] ?? '';
      const records = await recordOf(1);
      const law = readPage(await textOf(`/desk/cases/new?subject=${subject}&open=split`));
      expect(law.faults).toEqual([]);
      const said = {
        ...{ subject, open: 'split', records, basis: 'go-2020-49#item-8' },
        ...{ reason: '两户共用一个代码。', evidence: '登记档案' },
      };
      const wrong = await opens({ ...said, other: codeOf(9) });
      expect([wrong.status, wrong.path]).toEqual([422, '']);
      const { status, text, path } = await opens({ ...said, other: codeOf(2) });
      expect([status, text]).toEqual([303, '']);
      expect(await pageOf(path)).toContain('主体身份');
    });

    it('opens one on late payment for a creditor at the counter, who has shown a paper', async () => {
      desk.signIn(caseOfficer);
      const said = {
        ...{ subject: homes[1] ?? '', open: 'payment-complaint', clock: 'complaint.payment' },
        ...{ creditor: '供货公司', contract: '望采〔2026〕1号', points: '三十日已过，未付款' },
        ...{ deliveredOn: '2026-08-03', dueOn: '2026-09-02' },
        ...{ 'amount.amount': '1000000', 'amount.currency': 'CNY' },
        ...{ counterReason: '没有账号', identityPaper: 'id_card' },
      };
      const wrong = await opens({ ...said, identityPaper: '' });
      expect([wrong.status, wrong.path]).toEqual([422, '']);
      const early = await opens({ ...said, dueOn: '2026-11-20' });
      expect(early.status).toBeGreaterThan(400);
      const { status, text, path } = await opens(said);
      expect([status, text]).toEqual([303, '']);
      const page = await pageOf(path);
      expect(page).toContain('供货公司');
      expect(page).toContain('没有账号');
      desk.signIn(acting([1]));
      expect((await desk.get(path)).status).toBe(403);
    });

    it('takes a file at the door and at the counter, and gives it to whoever reads the case', async () => {
      for (const [person, of, present] of [
        [acting([1]), 1, {}],
        [caseOfficer, 2, { counter: '1', present: '公孙雨', paper: 'id_card', reason: '没有账号' }],
      ] as const) {
        desk.signIn(caseOfficer);
        const record = await recordOf(of);
        desk.signIn(person);
        const fields = {
          ...{ subject: homes[of - 1] ?? '', record, choice: 'wrong', points: '1' },
          ...{ 'point-1': '金额有误', step: 'send', ...present },
        };
        const name = `收据${String(of)}.pdf`;
        const sent = await desk.post('/own/door', formOf(fields, ['files-1', receipt(name)]));
        expect([of, sent.status, readPage(await sent.text()).text]).toEqual([of, 303, '']);
        const id = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(locationOf(sent))?.[0] ?? '';
        const html = await textOf(`/desk/cases/${id}`);
        expect(readPage(html).text).toContain(name);
        const paper = /href="([^"]+\/papers\/[0-9a-f]{64})"/.exec(html)?.[1] ?? '';
        expect(await textOf(paper)).toBe('%PDF-1.7 receipt');
        received = { path: `/desk/cases/${id}`, paper };
      }
    });

    it('writes down whoever is refused, at each of its doors', async () => {
      const { path, paper } = received;
      const elsewhere = { ...caseOfficer, agency: justice } as Principal;
      const auditor = { ...caseOfficer, roles: ['auditor'] } as Principal;
      const clerk = { ...caseOfficer, roles: ['data_officer'] } as Principal;
      const review = { outcome: 'stands', reason: '无', 'document.number': '望复〔2026〕1号' };
      const debt = { subject: homes[1] ?? '', debtor: codeOf(1), judgment: '望执1号' };
      const door = { subject: homes[0] ?? '', record: await recordOf(1), choice: 'wrong' };
      const tried: readonly (readonly [string, Principal, () => Promise<Response>])[] = [
        ['person.read-own', caseOfficer, () => desk.get('/desk/my-file')],
        ['case.read', elsewhere, () => desk.get(path)],
        ['case.read', elsewhere, () => desk.get(paper)],
        ['case.read', caseOfficer, () => desk.get('/desk/oversight')],
        ['case.act', auditor, () => desk.post(`${path}/urgently-reviewed`, formOf(review))],
        ['case.read', elsewhere, () => desk.post(`${path}/answered`, formOf(review))],
        ['case.read', acting([1]), () => desk.post('/own/apply', formOf(debt))],
        ['subject.replay', clerk, () => desk.get('/desk/replay')],
        ['subject.explain', clerk, () => desk.get('/desk/why')],
        ['mandate.grant', clerk, () => desk.get('/desk/mandates')],
        ['case.counter', clerk, () => desk.get('/desk/counter')],
        [
          'case.open',
          auditor,
          () => desk.post('/desk/cases/new', formOf({ ...door, open: 'split' })),
        ],
        [
          'task.act',
          clerk,
          () =>
            desk.api(`/api/v1${path.slice('/desk'.length)}/papers`, {
              method: 'POST',
              body: '%PDF-',
            }),
        ],
        [
          'case.read',
          acting([2]),
          () => desk.get(`/own/door?record=${door.record}&subject=${door.subject}`),
        ],
      ];
      const heard: unknown[] = [];
      for (const [, person, attempt] of tried) {
        desk.signIn(person);
        const before = denials.length;
        const { status } = await attempt();
        heard.push([denials.slice(before).map(({ operation }) => operation)[0], status]);
      }
      expect(heard).toEqual(tried.map(([operation]) => [operation, 403]));
    });
  });
});
