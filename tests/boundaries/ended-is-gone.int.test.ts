import { gunzipSync } from 'node:zlib';

import { makeUscc } from '@credence/domain';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { licenceFile } from '../support/city-files.ts';
import { day, market, openWorld, type World } from '../support/world.ts';

const today = day('2026-11-20');
const code = (body: string): string =>
  makeUscc({ department: '9', category: '1', region: '999999', body8: body });
const shown = { name: '望澜市晴川食品有限公司', code: code('MA000001') };
const cleared = { name: '望澜市澄波包装有限公司', code: code('MA000002') };
/** Not in the registration: known from its ended record alone. */
const forgotten = { name: '望澜市孤帆五金商行', code: code('MA000003') };

const registrationHeader = '企业名称,统一社会信用代码,企业类型,成立日期,登记机关,登记状态';
const penaltyHeader =
  'CF_XDR_MC,CF_XDR_LB,CF_XDR_SHXYM,CF_WSH,CF_WFXW,CF_SY,CF_YJ,CF_CFLB,CF_NR,CF_NR_FK,' +
  'CF_JDRQ,CF_GSJZQ,CF_CFJG,CF_CFJGDM,CF_SJLY,CF_SJLYDM,处罚程序,送达日期,送达方式';

const registration = [
  registrationHeader,
  ...[shown, cleared].map(
    ({ name, code: uscc }) => `${name},${uscc},有限责任公司,2015-03-02,望澜市市场监督管理局,存续`,
  ),
].join('\n');

function penalty(
  subject: { readonly name: string; readonly code: string },
  number: string,
  decided: string,
): string {
  return [
    subject.name,
    '法人及非法人组织',
    subject.code,
    number,
    '使用未经定期检验的特种设备',
    '一台起重机械未经定期检验投入使用',
    '《特种设备安全法》第八十四条',
    '罚款',
    '罚款 20000 元',
    '2.000000',
    decided,
    '2099-12-31',
    '望澜市市场监督管理局',
    market,
    '望澜市市场监督管理局',
    market,
    '普通程序',
    decided,
    '直接送达',
  ].join(',');
}

const standing = penalty(shown, '望市监罚〔2026〕1187号', '2026-08-14');
/** The ended record of a registered organisation gives it a name of its own: another legal form. */
const otherName = { name: '望澜市澄波包装有限责任公司', code: cleared.code };
const endedOfCleared = penalty(otherName, '望市监罚〔2025〕0031号', '2025-06-10');
const endedOfForgotten = penalty(forgotten, '望市监罚〔2025〕0032号', '2025-07-01');
/** The one licence there ever was: a count of its kind must be nought, not one kept back. */
const endedLicence = { of: 7, number: 'L-7', decided: '2021-01-10', until: '2024-01-10' };

const days = ['2025-08-01', '2026-04-01', '2026-09-01', '2026-11-20'];
const terms = [
  '望澜',
  '澄波',
  '澄波包装有限责任',
  '孤帆',
  'gufan',
  'chengbo',
  'chengbobaozhuangyouxianzeren',
  '五金',
  cleared.code,
  forgotten.code,
];
const items = ['registration', 'administrative_penalty', 'administrative_licence'];
const seeds = [
  '/',
  '/rules',
  '/how-counted',
  '/data',
  '/data/key',
  '/lists',
  '/agencies',
  '/statistics',
  '/incentives',
  '/api/v1/incentives',
  '/rules/changes',
  '/rules/changes/feed.atom',
  '/rules/drafts',
  '/rules/compare',
  // Their articles are followed, each of which says how many organisations its rules reach.
  ...items.map((item) => `/rules/cn-2026/item/${item}`),
  '/api/v1/health',
  '/api/v1/problems',
  '/api/v1/downloads',
  ...items.flatMap((item) => [
    `/lists/${item}`,
    `/lists/${item}?order=name`,
    `/lists/${item}/feed.atom`,
    `/api/v1/lists/${item}`,
    `/api/v1/downloads/${item}`,
    `/data/take?dataset=${item}`,
  ]),
  `/agencies/${market}`,
  `/api/v1/agencies/${market}`,
  ...['registration', 'counts', 'administrative_licence'].flatMap((dataset) =>
    ['jsonl.gz', 'csv', 'parquet'].map((form) => `/api/v1/downloads/${dataset}/${dataset}.${form}`),
  ),
  ...terms.map((term) => `/search?q=${encodeURIComponent(term)}`),
  ...terms.map((term) => `/api/v1/organisations?q=${encodeURIComponent(term)}`),
  ...[shown, cleared, forgotten].flatMap(({ code: uscc }) => [
    `/o/${uscc}`,
    `/api/v1/organisations/by-code/uscc/${uscc}`,
  ]),
];
const everyDay = seeds.flatMap((path) => [
  path,
  ...(/^(\/api\/v1)?\/(organisations|search|lists)(?!.*\.atom)/.test(path)
    ? days.map((each) => `${path}${path.includes('?') ? '&' : '?'}day=${each}`)
    : []),
]);

describe('nothing ended is public, on any day', { timeout: 300_000 }, () => {
  let withEnded: World;
  let without: World;

  beforeAll(async () => {
    const world = (
      penalties: readonly string[],
      licences: readonly (typeof endedLicence)[],
    ): Promise<World> =>
      openWorld({
        today,
        edition: 'cn-2026',
        files: [
          { name: 'registration.csv', item: 'registration', text: registration },
          {
            name: 'penalties.csv',
            item: 'penalty',
            text: [penaltyHeader, ...penalties].join('\n'),
          },
          ...(licences.length === 0
            ? []
            : [{ name: 'licences.csv', item: 'licence', text: licenceFile(licences) }]),
        ],
      });
    withEnded = await world([endedOfCleared, standing, endedOfForgotten], [endedLicence]);
    without = await world([standing], []);
    for (const each of [withEnded, without]) await each.system.casework.publishDownloads();
  });
  afterAll(async () => {
    await withEnded.close();
    await without.close();
  });

  it('answers every public address as if the ended records had never been', async () => {
    const [first, second] = [await crawled(withEnded), await crawled(without)];
    expect([...first.keys()].sort()).toEqual([...second.keys()].sort());
    for (const [address, answer] of first) expect(answer, address).toEqual(second.get(address));
    expect(first.size).toBeGreaterThan(60);
  });

  it('asks every address of the API that needs nothing to be known', async () => {
    const answers = await crawled(withEnded);
    const document = (await (await withEnded.get('/api/v1/openapi.json')).json()) as Document;
    const open = openAddresses(document);
    expect(open.length).toBeGreaterThan(8);
    for (const address of open) expect([...answers.keys()], address).toContain(address);
  });

  it('hands out the same files with a key', async () => {
    const [first, second] = [await keyedRows(withEnded), await keyedRows(without)];
    expect(first).toEqual(second);
    expect(first).toHaveLength(1);
    expect(JSON.stringify(first)).toContain('1187');
  });

  it('holds the ended records nonetheless, so that the comparison means something', async () => {
    const found = await withEnded.system.store.register.findByIdentifier({
      scheme: 'uscc',
      value: forgotten.code,
    });
    expect(found).toBeDefined();
    const entries = await withEnded.system.store.journal.entriesOf(found ?? '');
    expect(JSON.stringify(entries)).toContain('0032');
  });

  it('answers 404 for the page of an ended record exactly as for one that never was', async () => {
    const home = await withEnded.system.store.register.findByIdentifier({
      scheme: 'uscc',
      value: cleared.code,
    });
    const entries = await withEnded.system.store.journal.entriesOf(home ?? '');
    const ended = entries.find((entry) => JSON.stringify(entry.payload ?? '').includes('0031'));
    const never = '01900000-0000-7000-8000-000000000000';
    for (const prefix of ['', '/en', '/api/v1']) {
      const base = `${prefix}/organisations/${home ?? ''}/records`;
      const [gone, unknown] = [
        await withEnded.get(`${base}/${ended?.stream ?? ''}`),
        await withEnded.get(`${base}/${never}`),
      ];
      expect(gone.status).toBe(404);
      expect(unknown.status).toBe(404);
      expect(strip(await gone.text())).toBe(strip(await unknown.text()));
    }
  });

  it('still shows what is in force', async () => {
    const answer = await withEnded.get(`/search?q=${encodeURIComponent('晴川')}`);
    expect(await answer.text()).toContain('晴川');
    const page = await follow(withEnded, `/o/${shown.code}`);
    expect(page).toContain('1187');
  });
});

interface Document {
  readonly paths: Readonly<
    Record<string, { readonly get?: { readonly parameters?: readonly Parameter[] } }>
  >;
}
interface Parameter {
  readonly required?: boolean;
}

/** Reading operations that ask for nothing: a new one is compared without being listed here. */
function openAddresses({ paths }: Document): readonly string[] {
  return Object.entries(paths).flatMap(([path, { get }]) => {
    const needs = (get?.parameters ?? []).some(({ required }) => required === true);
    // The document is about the program, and the day's own operations about who has signed in.
    const asks = get !== undefined && !needs && !path.includes('{') && path !== '/openapi.json';
    return asks ? [`/api/v1${path}`] : [];
  });
}

/** Rows of the adverse file, as a reader with a key gets them; ids made comparable. */
async function keyedRows(world: World): Promise<readonly string[]> {
  const { casework } = world.system;
  const made = await casework.createReaderKey({ holder: 'private', purpose: 'research' });
  if (made.kind === 'refused') throw new Error(JSON.stringify(made));
  const answer = await world.get(
    '/api/v1/downloads/administrative_penalty/administrative_penalty.jsonl.gz',
    { authorization: `Bearer ${made.key}` },
  );
  expect(answer.status).toBe(200);
  const text = gunzipSync(Buffer.from(await answer.arrayBuffer())).toString('utf8');
  return canonical(text, new Map()).trim().split('\n');
}

const crawls = new Map<World, Promise<ReadonlyMap<string, unknown>>>();

/** A world is walked through once; it does not change. */
function crawled(world: World): Promise<ReadonlyMap<string, unknown>> {
  const known = crawls.get(world) ?? crawl(world);
  crawls.set(world, known);
  return known;
}

/** Every address reachable from the seeds, with status, headers and body, ids made comparable. */
async function crawl(world: World): Promise<ReadonlyMap<string, unknown>> {
  const names = new Map<string, string>();
  const answers = new Map<string, unknown>();
  const document = (await (await world.get('/api/v1/openapi.json')).json()) as Document;
  const waiting = [...everyDay, ...openAddresses(document)].flatMap((path) =>
    path.startsWith('/api') ? [path] : [path, path === '/' ? '/en' : `/en${path}`],
  );
  const seen = new Set<string>(waiting);
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const answer = await world.get(path);
    const text = await textOf(path, answer);
    const body = canonical(text, names);
    answers.set(canonical(path, names), {
      status: answer.status,
      headers: [...answer.headers]
        .filter(([name]) => name !== 'etag' && name !== 'content-length')
        .map((header) => canonical(header.join(': '), names)),
      body,
    });
    for (const link of [...linksOf(text), answer.headers.get('location') ?? '']) {
      if (!link.startsWith('/') || isStatic(link) || seen.has(link)) continue;
      seen.add(link);
      waiting.push(link);
    }
    if (answers.size > 2_000) throw new Error('The public pages do not end.');
  }
  return answers;
}

/** The text of an answer; of a compressed or columnar file, its rows. */
async function textOf(path: string, answer: Response): Promise<string> {
  const bytes = await answer.arrayBuffer();
  if (answer.status !== 200) return Buffer.from(bytes).toString('utf8');
  if (path.endsWith('.gz')) return gunzipSync(Buffer.from(bytes)).toString('utf8');
  if (!path.endsWith('.parquet')) return Buffer.from(bytes).toString('utf8');
  const rows = await parquetReadObjects({ file: bytes });
  return JSON.stringify(rows, (_, cell: unknown) =>
    typeof cell === 'bigint' ? String(cell) : cell,
  );
}

/** Pages of cards and problems say nothing of any organisation; those of articles count them. */
function isStatic(link: string): boolean {
  return /^(\/en)?\/(problems\/|rules\/(?!drafts|cn-2026\/articles\/))/.test(link);
}

function linksOf(html: string): readonly string[] {
  return [...html.matchAll(/href="([^"]+)"/g)].map(([, link = '']) =>
    link.replaceAll('&amp;', '&').replace(/#.*$/, ''),
  );
}

/** Random ids are replaced by the order in which they appear. */
function canonical(text: string, names: Map<string, string>): string {
  const plain = text
    // Sizes and hashes of files follow their random ids; a key of the test signs.
    .replace(/"bytes":\d+/g, '"bytes":0')
    .replace(/[（(]\d[\d.]* (B|KiB|MiB)[）)]/g, '(size)')
    .replace(/"sha256":"[0-9a-f]{64}"/g, '"sha256":""')
    .replace(/"(signature|publicKey)":"[\w-]+"/g, '"$1":""')
    .replace(/"keyId":"[0-9a-f]{16}"/g, '"keyId":""');
  // Ids are random, and fingerprints are made over them; which of them are equal is compared.
  const random =
    /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}|(?<="fingerprint":")[0-9a-f]{64}/g;
  return plain.replace(random, (id) => {
    const known = names.get(id);
    if (known !== undefined) return known;
    names.set(id, `id-${names.size + 1}`);
    return names.get(id) ?? id;
  });
}

function strip(text: string): string {
  return text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id');
}

async function follow(world: World, path: string): Promise<string> {
  const answer = await world.get(path);
  const next = answer.headers.get('location');
  return next === null ? answer.text() : follow(world, next);
}
