import type {
  ActCommand,
  CaseOutcome,
  CaseView,
  KnownPrincipal,
  Sessions,
  TaskFeed,
} from '@credence/casework';
import { civilDate, problem } from '@credence/domain';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { createPortal } from '../create-portal.tsx';
import { cityClock, cityEdition, timepoint } from '../fixture-rulebook.test-support.ts';
import { fixtureServices } from '../fixture-services.test-support.ts';
import {
  createJudge,
  operationsOf,
  type Judge,
  type Operation,
} from './http-judge.test-support.ts';

const day = civilDate('2026-11-20');
const clock = cityClock(day, cityEdition);
const receipt = { position: 7, recordedAt: timepoint, replayed: false };
const subject = { home: 'h', name: '望澜市示例公司', code: '91999999MA3K7T2X0J' };
const system: KnownPrincipal = {
  ...{ kind: 'machine', account: 'm', name: '系统', agency: 'tender_office', scopes: ['tasks'] },
};
const account = 'account of 王一';
const office = { official: '王一', agency: 'market', role: 'case_officer', account };
const hand = { kind: 'official', ...office } as const;

const feed: TaskFeed = {
  ...{ clock, agency: 'tender_office' },
  tasks: [
    {
      ...{ caseId: 'M', body: 'tender_office', asks: 'lift', since: day, subject, seen: 3 },
      measure: { code: 'key_supervision', title: { zh: '重点监管' } },
      basis: [{ source: 'samr-order-44-2021', at: 'art-16' }],
      ...{ decision: '望列1号', document: '望罚1号', acts: ['lifted'] },
    },
  ],
};

const standing: CaseView['standing'] = {
  ...{ caseId: 'M', kind: 'measure', state: 'executed', phase: 'to-be-lifted', visibleTo: [] },
  queue: { part: 'body', agency: 'tender_office' },
  clocks: [
    {
      ...{ clock: 'decide', card: 'c', runsFor: 'body', startedOn: day, state: 'running' },
      dueOn: day,
    },
  ],
  effect: { kind: 'ended', on: day, because: 'cause-ended' },
  offers: [],
};

const view: CaseView = {
  ...{ clock, home: 'h', standing, readers: [], projected: [], refolded: [] },
  actions: [
    {
      ...{ kind: 'opened', caseId: 'M', on: day, by: hand, desks: { own: 'market' } },
      matter: { case: 'measure', measure: 'key_supervision', cause: 'L', capacity: 'x' },
    },
    { kind: 'accepted', caseId: 'M', on: day, by: hand },
  ],
  dossier: {
    ...{ subject, title: { zh: '重点监管' }, points: [], acts: 2, held: ['body'], seats: [] },
    ...{ basis: [], lists: [], measures: [], agencies: [] },
    forms: [
      {
        ...{ act: 'executed', part: 'body', fields: [] },
        refused: [problem('case-not-in-effect', { case: 'L', effect: 'ended' })],
      },
    ],
  },
};

const sessions: Sessions = {
  open: () => Promise.resolve(),
  find: () => Promise.resolve(undefined),
  touch: () => Promise.resolve(),
  close: () => Promise.resolve(),
  forget: () => Promise.resolve(),
};

let outcome: CaseOutcome = { kind: 'not-found' };
let acted: ActCommand[] = [];
const portal = createPortal({
  services: {
    ...fixtureServices(),
    principalOf: () => Promise.resolve({ kind: 'known', principal: system }),
    listTasks: () => Promise.resolve({ kind: 'found', view: feed }),
    viewCase: (_, caseId) =>
      Promise.resolve(caseId === 'M' ? { kind: 'found', view } : { kind: 'not-found' }),
    viewCaseDesk: () =>
      Promise.resolve({
        kind: 'found',
        view: {
          ...{ clock, waiting: [], closed: [], agencies: [] },
          mine: [
            {
              ...{ caseId: 'M', kind: 'measure', subject, title: { zh: '重点监管' } },
              ...{ openedOn: day, phase: 'to-be-lifted', acts: ['lifted'] },
              ...(standing.queue === undefined ? {} : { queue: standing.queue }),
            },
          ],
        },
      }),
    actInCase: (command) => {
      acted.push(command);
      return Promise.resolve(outcome);
    },
  },
  registerName: { zh: '望澜市公共信用登记' },
  clock: () => timepoint,
  signIn: {
    ...{ sessions, secure: false, newId: () => 'x'.repeat(43) },
    provider: {
      issuer: 'https://id.example',
      begin: () => Promise.reject(new Error('not in this test')),
      finish: () => Promise.reject(new Error('not in this test')),
      readToken: () =>
        Promise.resolve({
          ...{ kind: 'machine', scopes: ['tasks'] },
          who: { issuer: 'https://id.example', subject: 's' },
        }),
    },
  },
});

let operations: readonly Operation[] = [];
let judge: Judge;
beforeAll(async () => {
  const answer = await portal.request('/api/v1/openapi.json');
  const document: unknown = await answer.json();
  operations = operationsOf(document);
  judge = createJudge(document);
});
beforeEach(() => (acted = []));

/** Asks with a token, or without one, and holds the answer against the document. */
async function ask(path: string, address: string, body?: object, token = 'a.b.c') {
  const method = body === undefined ? 'GET' : 'POST';
  const answer = await portal.request(`http://localhost/api/v1${address}`, {
    method,
    headers: {
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      'accept-language': 'en',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const operation = operations.find((each) => each.path === path && each.method === method);
  if (operation === undefined) throw new Error(`${method} ${path} is not described.`);
  const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
  const text = await answer.text();
  expect(judge(operation, { status: answer.status, type, text })).toBeUndefined();
  return { status: answer.status, text, body: JSON.parse(text) as Record<string, unknown> };
}

const acts = '/cases/{id}/acts';
const step = (body: object) => ask(acts, '/cases/M/acts', body);

describe('cases for machines', () => {
  it('answers with the tasks, the desk and the file as the document describes them', async () => {
    const tasks = await ask('/tasks', '/tasks');
    expect(tasks.body['tasks']).toMatchObject([{ case: 'M', asks: 'lift', acts: ['lifted'] }]);
    const desk = await ask('/cases', '/cases');
    expect(desk.body['mine']).toMatchObject([{ id: 'M', turn: { agency: 'tender_office' } }]);
    const file = await ask('/cases/{id}', '/cases/M');
    expect(file.body['case']).toMatchObject({
      ...{ seen: 2, effect: { kind: 'ended', on: day } },
      offers: [{ act: 'executed', refused: [{ code: 'case-not-in-effect' }] }],
    });
    // Offices sign; the accounts behind them are nobody's business.
    expect(file.text).not.toContain('account of');
    expect((await ask('/cases/{id}', '/cases/X')).status).toBe(404);
  });

  it('lets nobody in without a token', async () => {
    expect((await ask('/tasks', '/tasks', undefined, '')).status).toBe(401);
    expect((await ask('/cases', '/cases', undefined, '')).status).toBe(401);
    expect((await ask(acts, '/cases/M/acts', { act: 'lifted', content: {} }, '')).status).toBe(401);
    expect(acted).toEqual([]);
  });

  it('hands a step to the same use case as the desk, and says where it was recorded', async () => {
    outcome = { kind: 'recorded', caseId: 'M', standing, receipt };
    const content = { document: { number: '1' }, liftedOn: day };
    const taken = await step({ act: 'lifted', content, seen: 2 });
    expect(taken).toMatchObject({ status: 200, body: { case: 'M', position: 7, seen: 3 } });
    expect(acted).toMatchObject([{ principal: system, caseId: 'M', act: 'lifted', content }]);
    const odd = await step({ act: 'lifted', content, by: 'somebody' });
    expect(odd.status).toBe(400);
    expect(acted).toHaveLength(1);
  });

  it('says everything that stands against a step, and what changed meanwhile', async () => {
    outcome = {
      kind: 'refused',
      problems: [
        problem('case-form', { act: 'lifted' }),
        problem('case-not-in-effect', { case: 'L', effect: 'ended' }),
      ],
    };
    const refused = await step({ act: 'lifted', content: {} });
    expect(refused.status).toBe(422);
    expect(refused.body['problems']).toMatchObject([
      { code: 'case-form' },
      { code: 'case-not-in-effect' },
    ]);
    outcome = { kind: 'refused', problems: [problem('changed-meanwhile', {})] };
    const moved = await step({ act: 'lifted', content: {}, seen: 1 });
    expect(moved.status).toBe(409);
    expect(moved.body['changed']).toMatchObject({
      ...{ phase: 'to-be-lifted', seen: 2 },
      acts: [{ kind: 'accepted', on: day, by: { official: '王一' } }],
    });
    outcome = { kind: 'not-found' };
    expect((await step({ act: 'lifted', content: {} })).status).toBe(404);
  });
});
