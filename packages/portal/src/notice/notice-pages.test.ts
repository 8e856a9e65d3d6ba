import type { NoticeKey, NoticeView } from '@credence/casework';
import { civilDate, instant, problem, type JsonValue } from '@credence/domain';
import { beforeEach, describe, expect, it } from 'vitest';

import { createPortal } from '../create-portal.tsx';
import { cityClock, timepoint } from '../fixture-rulebook.test-support.ts';
import { fixtureServices } from '../fixture-services.test-support.ts';
import { readPage } from '../html-check.test-support.ts';

const key: NoticeKey = { number: '1F2E3D4C', code: 'ABCD-0123-ABCD-0123-ABCD' };
const view: NoticeView = {
  ...{ clock: cityClock(), number: key.number, as: 'creditor', kind: 'listing' },
  ...{ phase: 'statement-open', title: { zh: '失信被执行人名单', en: 'Judgment defaulters' } },
  subject: { name: '望澜市欠款有限公司', code: '91999999MA3K7T2X0J' },
  authority: { zh: '望澜市人民法院', en: 'Wanglan People’s Court' },
  papers: [{ kind: 'notice', number: '（2026）望执通1号', on: civilDate('2026-05-04') }],
  said: [],
  forms: [
    {
      ...{ act: 'stated', part: 'creditor', refused: [] },
      fields: [{ name: 'points', kind: 'points', required: true }],
    },
  ],
  ...{ acts: 2, choices: ['wrong'], lodged: [], lastOn: civilDate('2026-07-03') },
};

let acted: JsonValue[] = [];
let now: number = timepoint;
beforeEach(() => {
  acted = [];
  now = timepoint;
});

const isRight = (given: NoticeKey) => given.number === key.number && given.code === key.code;
const refused = { kind: 'refused', problem: problem('notice-unknown', {}) } as const;

function portal() {
  return createPortal({
    services: {
      ...fixtureServices(),
      viewByNotice: (given) => Promise.resolve(isRight(given) ? { kind: 'found', view } : refused),
      actByNotice: (_, step) => {
        acted.push(step.content);
        return Promise.resolve({
          ...{ kind: 'refused', problems: [problem('case-person-number', { field: 'text' })] },
        });
      },
      lodgeByNotice: (_, { points }) => {
        acted.push(points.map(({ text }) => text));
        const receipt = { position: 77, recordedAt: timepoint, replayed: false };
        return Promise.resolve({ kind: 'lodged', caseId: 'O', receipt });
      },
    },
    registerName: { zh: '登记', en: 'Register' },
    clock: () => instant(now),
    addressOf: (c) => c.req.header('x-from'),
  });
}

function send(path: string, fields: Readonly<Record<string, string>>, app = portal()) {
  return app.request(path, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      'x-from': '192.0.2.7',
    },
    body: new URLSearchParams(fields).toString(),
  });
}

describe('the page for whoever holds a notice', () => {
  it.each(['', '/en'])('asks for number and code, and is in no search engine (%s)', async (at) => {
    const answer = await portal().request(`${at}/notice`);
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(html).toContain('name="robots" content="noindex"');
    expect(html).toMatch(/<form[^>]*method="post"/);
    readPage(html);
  });

  it('shows the case without putting the code into any address, and nobody keeps it', async () => {
    const answer = await send('/notice', { ...key });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(answer.headers.get('set-cookie')).toBeNull();
    const html = await answer.text();
    readPage(html);
    for (const said of ['债权人', '望澜市人民法院', '（2026）望执通1号', '提出异议']) {
      expect(html).toContain(said);
    }
    const addresses = [...html.matchAll(/(?:href|action)="([^"]*)"/g)].map(
      ([, found = '']) => found,
    );
    expect(addresses.filter((each) => each.includes('ABCD') || each.includes('1F2E'))).toEqual([]);
    expect((await (await send('/en/notice', { ...key })).text()).includes('Object')).toBe(true);
  });

  it('answers a wrong number, a wrong code and an empty form in the same words', async () => {
    const tried = [
      { ...key, code: 'ABCD-0123-ABCD-0123-ABCE' },
      { ...key, number: '00000000' },
      { number: '', code: '' },
    ];
    const pages: string[] = [];
    for (const each of tried) {
      const answer = await send('/notice', each);
      expect(answer.status).toBe(404);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      // Only what was typed as the number comes back; the code does not.
      pages.push((await answer.text()).replaceAll(each.number === '' ? /$^/g : each.number, ''));
    }
    expect(pages[0]).toContain('案件编号 8 位');
    expect(pages[0]).not.toContain('ABCE');
    expect(new Set(pages.map((each) => each.replaceAll(/ value=""/g, ''))).size).toBe(1);
  });

  it('takes a step and what is said, and shows again what could not be taken', async () => {
    const points = { points: '请从速办理。' };
    const step = await send('/notice/acts/stated', { ...key, seen: '2', ...points });
    expect(step.status).toBe(422);
    expect(acted).toEqual([{ points: [{ text: '请从速办理。' }] }]);
    const again = await step.text();
    readPage(again);
    expect(again).toContain('身份证件号码');
    expect(again).toContain('请从速办理。');
    const said = await send('/notice/say', { ...key, choice: 'wrong', points: '车辆是我的。' });
    expect(said.status).toBe(200);
    expect(acted.at(-1)).toEqual(['车辆是我的。']);
    expect(await said.text()).toContain('登记序号 77');
    expect((await send('/notice/say', { ...key, choice: 'everything' })).status).toBe(404);
    expect((await send('/notice/acts/stated', { number: '1', code: '2' })).status).toBe(404);
  });

  it('is taken twenty times an hour from one address, in either language', async () => {
    const app = portal();
    const wrong = { number: '1', code: '2' };
    for (let times = 0; times < 20; times += 1) {
      const path = ['/notice', '/en/notice', '/notice/acts/stated', '/notice/say'][times % 4] ?? '';
      expect((await send(path, wrong, app)).status).not.toBe(429);
    }
    expect((await send('/notice', { ...key }, app)).status).toBe(429);
    now += 3 * 60_000;
    expect((await send('/notice', { ...key }, app)).status).toBe(200);
  });
});
