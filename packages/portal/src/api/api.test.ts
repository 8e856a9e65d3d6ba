import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';

import { createPortal } from '../create-portal.tsx';
import { draftHash } from '../fixture-rule-drafts.test-support.ts';
import { fixturePortal } from '../fixture-portal.test-support.ts';
import { timepoint } from '../fixture-rulebook.test-support.ts';
import { englishCity, fixtureServices, idOf } from '../fixture-services.test-support.ts';
import { closedDocument, type JsonObject } from './closed-schema.test-support.ts';

interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, unknown>> }>
  >;
}

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const portal = fixturePortal();
let document: Document;
let ajv: InstanceType<typeof Ajv2020>;

beforeAll(async () => {
  const answer = await portal.request('/api/v1/openapi.json');
  const text = await answer.text();
  document = parsed(text);
  ajv = new Ajv2020({ strict: false, allErrors: true });
  ajv.addFormat('date', /^\d{4}-\d{2}-\d{2}$/);
  ajv.addFormat('date-time', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/);
  ajv.addSchema({
    ...closedDocument(parsed(text)),
    $id: 'openapi.json',
  });
});

/** Reads the document; the test itself is what checks its form. */
function parsed(text: string): Document & JsonObject {
  return JSON.parse(text) as Document & JsonObject;
}

function pointer(...parts: readonly string[]): string {
  const path = parts.map((part) =>
    encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')),
  );
  return `openapi.json#/${path.join('/')}`;
}

/** Asks, and holds the answer against what the document says about that operation and status. */
async function ask(path: string, address: string, init?: RequestInit & { from?: typeof portal }) {
  const answer = await (init?.from ?? portal).request(`/api/v1${address}`, init);
  const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
  const status = String(answer.status);
  const described = document.paths[path]?.['get']?.responses[status];
  expect(described, `${path} ${status} is described`).toBeDefined();
  const body: unknown = await answer.json();
  expect(Object.keys(described?.content ?? {})).toContain(type);
  const schema = pointer('paths', path, 'get', 'responses', status, 'content', type, 'schema');
  const valid = ajv.validate({ $ref: schema }, body);
  expect(ajv.errors ?? [], `${address} fits its schema`).toEqual([]);
  expect(valid).toBe(true);
  return { status: answer.status, body, headers: answer.headers };
}

const firm = `/organisations/${idOf(1)}`;

const answers: readonly (readonly [path: string, address: string, status: number])[] = [
  ['/lists', '/lists', 200],
  ['/lists', '/lists?day=2026-02-31', 400],
  ['/lists/{id}', '/lists/administrative_penalty?order=name&region=999999', 200],
  ['/lists/{id}', '/lists/court.judgment-defaulters', 200],
  ['/lists/{id}', '/lists/administrative_penalty?order=rank', 400],
  ['/lists/{id}', '/lists/nobodys', 404],
  ['/agencies', '/agencies', 200],
  ['/agencies/{code}', '/agencies/market_office', 200],
  ['/agencies/{code}', '/agencies/nobody', 404],
  ['/statistics', '/statistics', 200],
  ['/incentives', '/incentives', 200],
  ['/inspections/results', '/inspections/results', 200],
  ['/inspections/results', '/inspections/results?page=0', 400],
  ['/report-cards', '/report-cards?by=answers_in_time', 200],
  ['/report-cards', '/report-cards?by=penalties', 400],
  ['/report-cards/{office}', '/report-cards/market_office', 200],
  ['/report-cards/{office}', '/report-cards/market_office?year=1999', 400],
  ['/report-cards/{office}', '/report-cards/nobody', 404],
  ['/report-cards-by-district', '/report-cards-by-district?year=2025', 200],
  ['/pledges', '/pledges', 200],
  ['/organisations/{id}/contracts', `${firm}/contracts`, 404],
  ['/reports/{code}', `/reports/${'0'.repeat(20)}`, 200],
  ['/reports/{code}', '/reports/none', 404],
  ['/consultations/{id}', '/consultations/1', 401],
  ['/rulebook/changes', '/rulebook/changes', 200],
  ['/copies/check', `/copies/check?record=${idOf(1)}&fingerprint=${'a'.repeat(64)}`, 200],
  ['/copies/check', `/copies/check?organisation=${idOf(1)}&fingerprint=${'b'.repeat(64)}`, 200],
  ['/copies/check', `/copies/check?record=${idOf(1)}&fingerprint=${'c'.repeat(64)}`, 200],
  ['/copies/check', `/copies/check?fingerprint=${'c'.repeat(64)}`, 400],
  ['/copies/check', '/copies/check?record=1&fingerprint=2', 400],
  ['/downloads', '/downloads', 200],
  ['/downloads', '/downloads?format=csv', 400],
  ['/downloads/{dataset}', '/downloads/registration', 200],
  ['/downloads/{dataset}', '/downloads/nobodys', 404],
  ['/downloads/{dataset}/{file}', '/downloads/registration/none.csv', 404],
  [
    '/downloads/{dataset}/{file}',
    '/downloads/administrative_penalty/administrative_penalty.csv',
    401,
  ],
  ['/changes', '/changes?after=t1-mi7a0000-fum', 200],
  ['/changes', '/changes?after=yesterday', 400],
  ['/changes', '/changes', 400],
  ['/withdrawals', '/withdrawals', 401],
  ['/readers/unacknowledged', '/readers/unacknowledged', 401],
  ['/keys', '/keys', 200],
  ['/intake/batches/{id}', '/intake/batches/1', 401],
  ['/cases', '/cases', 401],
  ['/cases/{id}', '/cases/1', 401],
  ['/cases/{id}/papers/{sha256}', `/cases/1/papers/${'a'.repeat(64)}`, 401],
  ['/tasks', '/tasks', 401],
  ['/my-file', '/my-file', 401],
  ['/corrections', '/corrections', 401],
  ['/usage/findUsage', '/usage/findUsage', 401],
  ['/usage/heartbeat', '/usage/heartbeat', 200],
  ['/usage/usagePeriod', '/usage/usagePeriod', 401],
  ['/health', '/health', 200],
  ['/health', '/health?verbose=1', 400],
  ['/organisations', '/organisations?q=澜江', 200],
  ['/organisations', '/organisations?q=91999999MA3K7T2X0Q', 200],
  ['/organisations', '/organisations?q=澜江&page=2&day=2026-09-03', 200],
  ['/organisations', '/organisations', 400],
  ['/organisations', '/organisations?q=', 400],
  ['/organisations', `/organisations?q=${'长'.repeat(201)}`, 400],
  ['/organisations', '/organisations?q=11010519491231002X', 400],
  ['/organisations', '/organisations?q=a&page=0', 400],
  ['/organisations', '/organisations?q=a&page=501', 400],
  ['/organisations', '/organisations?q=a&day=2026-02-31', 400],
  ['/organisations', '/organisations?q=a&day=2027-01-01', 400],
  ['/organisations', '/organisations?q=a&q=b', 400],
  ['/organisations/{id}', firm, 200],
  ['/organisations/{id}', `/organisations/${idOf(3)}`, 200],
  ['/organisations/{id}', `/organisations/${idOf(4)}?page=1`, 200],
  ['/organisations/{id}', `${firm}?day=2026-09-03`, 200],
  ['/organisations/{id}', `/organisations/${idOf(99)}`, 404],
  ['/organisations/{id}', `${firm}?fields=all`, 400],
  ['/organisations/by-code/{scheme}/{code}', '/organisations/by-code/uscc/91999999MA3K7T2X0J', 200],
  ['/organisations/by-code/{scheme}/{code}', '/organisations/by-code/uscc/0', 404],
  ['/organisations/{id}/records/{recordId}', `${firm}/records/p1`, 200],
  ['/organisations/{id}/records/{recordId}', `${firm}/records/l1`, 200],
  ['/organisations/{id}/records/{recordId}', `${firm}/records/l3`, 200],
  ['/organisations/{id}/records/{recordId}', `${firm}/records/gone`, 404],
  ['/organisations/{id}/records/{recordId}', `${firm}/records/p1?page=1`, 400],
  ['/rulebook/drafts', '/rulebook/drafts', 200],
  ['/rulebook/drafts', '/rulebook/drafts?x=1', 400],
  ['/rulebook/drafts/{hash}', `/rulebook/drafts/${draftHash}`, 200],
  ['/rulebook/drafts/{hash}', `/rulebook/drafts/${'0'.repeat(64)}`, 404],
  ['/rulebook/editions', '/rulebook/editions', 200],
  ['/rulebook/editions', '/rulebook/editions?x=1', 400],
  ['/rulebook/editions/{code}', '/rulebook/editions/cn-2026', 200],
  ['/rulebook/editions/{code}', '/rulebook/editions/cn-1900', 404],
  [
    '/rulebook/editions/{code}/{kind}/{id}',
    '/rulebook/editions/cn-2026/value/publicity.general',
    200,
  ],
  ['/rulebook/editions/{code}/{kind}/{id}', '/rulebook/editions/cn-2026/value/none', 404],
  ['/rulebook/editions/{code}/{kind}/{id}', '/rulebook/editions/cn-2026/person/none', 404],
  ['/problems', '/problems', 200],
  ['/problems', '/problems?x', 400],
  ['/openapi.json', '/openapi.json', 200],
];

describe('the API and its document', () => {
  it.each(answers)('%s: %s is answered %i as described', async (path, address, status) => {
    const { status: given, body, headers } = await ask(path, address);
    expect(given).toBe(status);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    if (status < 400) return;
    expect(body).toMatchObject({ status });
    expect(Object(body)).toHaveProperty('type', expect.stringMatching(/^\/problems\//));
  });

  it('describes every route it has, and has every route it describes', () => {
    const described = Object.entries(document.paths)
      .flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`))
      .sort();
    const routes = portal.routes
      .filter(({ path, method }) => path.startsWith('/api/v1/') && method !== 'ALL')
      .map(({ path, method }) => {
        const inDocument = path.slice('/api/v1'.length).replace(/:(\w+)/g, '{$1}');
        return `${method.toLowerCase()} ${inDocument}`;
      })
      .filter((route) => !route.endsWith('/*'));
    expect([...new Set(routes)].sort()).toEqual(described);
    const tried = new Set(answers.map(([path]) => `get ${path}`));
    expect([...tried].sort()).toEqual(described.filter((route) => route.startsWith('get ')));
  });

  it('is written in OpenAPI 3.1 with a name for every operation and every answer described', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    const operations = Object.values(document.paths).flatMap((each) => Object.values(each));
    const names = operations.map(({ operationId }) => operationId);
    expect(new Set(names).size).toBe(names.length);
    for (const { responses } of operations) {
      for (const status of ['200', '400', '406', '500', '503'])
        expect(responses).toHaveProperty(status);
    }
  });

  it('says the time, the day and the law of every answer about data', async () => {
    const { body } = await ask('/organisations/{id}', `${firm}?day=2026-09-03`);
    expect(body).toMatchObject({
      clock: {
        timepoint: '2026-11-20T01:41:00.000Z',
        today: '2026-11-20',
        day: '2026-09-03',
        edition: { code: 'cn-2026' },
      },
    });
  });

  it('gives a record with its derivation in both languages', async () => {
    const { body } = await ask('/organisations/{id}/records/{recordId}', `${firm}/records/p1`);
    expect(body).toMatchObject({
      record: {
        publicity: { kind: 'shown', begins: '2026-08-14', ends: '2027-08-14' },
        why: {
          question: { zh: '公示到哪一天？最长公示 1 年，从决定日起算。' },
          answer: { en: '2027-08-14' },
          result: { kind: 'date', value: '2027-08-14' },
        },
      },
    });
    expect(body).toHaveProperty('record.facts.2.value', {
      amount: 2_000_000,
      currency: 'CNY',
      decimal: '20000.00',
    });
  });

  it('works for an edition that has one language', async () => {
    const from = fixturePortal(englishCity);
    const { body } = await ask('/organisations/{id}', `/organisations/${idOf(6)}`, { from });
    expect(body).not.toHaveProperty('organisation.name');
    expect(body).toHaveProperty('organisation.identifiers.0.value', '10877');
  });

  it('pages long lists', async () => {
    const services = fixtureServices();
    const many = {
      ...services,
      viewSubject: async () => {
        const found = await services.viewSubject({ by: 'id', id: idOf(4) });
        if (found.kind === 'not-found') return found;
        const records = [...found.view.records, ...found.view.records];
        return { kind: 'found' as const, view: { ...found.view, records } };
      },
    };
    const from = createPortal({
      services: many,
      registerName: { en: 'X' },
      clock: () => timepoint,
    });
    const first = await ask('/organisations/{id}', `/organisations/${idOf(4)}`, { from });
    expect(first.body).toMatchObject({ records: { total: 80, page: 1, pageSize: 50 } });
    const second = await ask('/organisations/{id}', `/organisations/${idOf(4)}?page=2`, { from });
    expect(second.body).toHaveProperty('records.items.length', 30);
  });
});

describe('the document', () => {
  it('does not fit an answer with a field it does not name', async () => {
    const { body } = await ask('/health', '/health');
    const schema = pointer('paths', '/health', 'get', 'responses', '200');
    const $ref = `${schema}/content/application~1json/schema`;
    expect(ajv.validate({ $ref }, body)).toBe(true);
    expect(ajv.validate({ $ref }, { ...Object(body), secret: 1 })).toBe(false);
  });
});

describe('problems of the API', () => {
  it('name an unknown parameter and the ones that are taken', async () => {
    const { body } = await ask('/organisations', '/organisations?q=a&sort=records');
    expect(body).toMatchObject({
      type: '/problems/parameter-invalid',
      parameter: 'sort',
      accepted: 'q, page, day',
    });
  });

  it('speak the language that is asked for', async () => {
    const address = '/organisations?q=a&page=x';
    const zh = await ask('/organisations', address, { headers: { 'accept-language': 'zh-CN' } });
    const en = await ask('/organisations', address, {
      headers: { 'accept-language': 'en, zh;q=0.1' },
    });
    expect(zh.body).toMatchObject({ title: '参数不能使用' });
    expect(en.body).toMatchObject({ title: 'A parameter cannot be used' });
    expect(en.headers.get('content-language')).toBe('en');
    expect(en.headers.get('vary')).toBe('Accept-Language');
  });

  it('do not repeat what was asked for when nothing is there', async () => {
    const asked = await ask('/organisations/{id}/records/{recordId}', `${firm}/records/ended`);
    const never = await ask('/organisations/{id}/records/{recordId}', `/organisations/x/records/y`);
    expect(asked.body).toEqual(never.body);
    expect(JSON.stringify(asked.body)).not.toContain('ended');
    const subject = await ask('/organisations/{id}', '/organisations/91999999MA3K7T2X0J');
    expect(JSON.stringify(subject.body)).not.toContain('91999999MA3K7T2X0J');
  });

  it('do not repeat a person’s number', async () => {
    const { body } = await ask('/organisations', '/organisations?q=11010519491231002X');
    expect(JSON.stringify(body)).not.toContain('11010519491231002X');
  });

  it('answer another method, another format and an unknown address as problems', async () => {
    const post = await portal.request('/api/v1/organisations', { method: 'POST', body: '{}' });
    expect(post.status).toBe(405);
    expect(post.headers.get('allow')).toBe('GET, HEAD');
    const html = await portal.request('/api/v1/health', { headers: { accept: 'text/html' } });
    expect(html.status).toBe(406);
    const nowhere = await portal.request('/api/v1/people');
    expect(nowhere.status).toBe(404);
    for (const answer of [post, html, nowhere]) {
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      const body: unknown = await answer.json();
      expect(ajv.validate({ $ref: pointer('components', 'schemas', 'Problem') }, body)).toBe(true);
    }
  });

  it('say when to come back, where a store cannot answer or an address asks too often', async () => {
    const services = fixtureServices();
    const unavailable = Object.assign(new Error('secret'), { code: 'store-unavailable' });
    const from = createPortal({
      services: { ...services, clock: () => Promise.reject(unavailable) },
      registerName: { en: 'X' },
      clock: () => timepoint,
      addressOf: () => '203.0.113.7',
      limit: { burst: 1, perSecond: 0.1, addresses: 5 },
    });
    const down = await ask('/organisations', '/organisations?q=a', { from });
    expect(down.status).toBe(503);
    expect(down.headers.get('retry-after')).toBe('30');
    expect(JSON.stringify(down.body)).not.toContain('secret');
    const limited = await ask('/organisations', '/organisations?q=a', { from });
    expect(limited.status).toBe(429);
    expect(limited.headers.get('retry-after')).toBe('10');
    expect((await ask('/health', '/health', { from })).status).toBe(503);
  });

  it('give a defect a reference and keep its words to ourselves', async () => {
    const seen: unknown[] = [];
    const services = fixtureServices();
    const from = createPortal({
      services: { ...services, viewSubject: () => Promise.reject(new Error('secret')) },
      registerName: { en: 'X' },
      clock: () => timepoint,
      onDefect: (error) => {
        seen.push(error);
        return 'REF-1';
      },
    });
    const { status, body } = await ask('/organisations/{id}', firm, { from });
    expect(status).toBe(500);
    expect(body).toMatchObject({ reference: 'REF-1' });
    expect(JSON.stringify(body)).not.toContain('secret');
    expect(seen).toHaveLength(1);
  });

  it('keep what may not be published inside, even when a service hands it over', async () => {
    const services = fixtureServices();
    const leaking = {
      ...services,
      viewRecord: async (...given: Parameters<typeof services.viewRecord>) => {
        const found = await services.viewRecord(...given);
        if (found.kind === 'not-found') return found;
        const publicity = {
          kind: 'ended',
          endedOn: found.view.clock.today,
          because: 'time',
        } as const;
        return { ...found, view: { ...found.view, record: { ...found.view.record, publicity } } };
      },
    };
    const from = createPortal({
      services: leaking,
      registerName: { en: 'X' },
      clock: () => timepoint,
    });
    const path = '/organisations/{id}/records/{recordId}';
    expect((await ask(path, `${firm}/records/p1`, { from })).status).toBe(404);
    expect((await from.request(`${firm}/records/p1`)).status).toBe(404);
  });
});
