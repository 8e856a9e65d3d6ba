import { gunzipSync } from 'node:zlib';

import { jsonOf, makeUscc } from '@credence/domain';
import { commitmentOf } from '@credence/proof';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { canonical, crawled, openAddresses } from '../support/crawl.ts';
import { licenceFile } from '../support/city-files.ts';
import { addPast } from '../support/ended-past.ts';
import { newSalt, newUuid } from '../support/stores.ts';
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

/** The organisation on show stood in a list too, until it was removed; a second entry is stayed. */
const listId = 'samr.serious-violations';
const desks = { own: market, platform: market, superior: market, review: market };
const listingActs = (
  recordId: string,
  removed: boolean,
): readonly (readonly [on: string, act: object])[] => [
  [
    '2026-08-20',
    {
      ...{ kind: 'opened', desks },
      matter: {
        ...{
          case: 'listing',
          list: listId,
          recordId,
          document: { number: '望市监罚〔2026〕1187号' },
        },
        ...{ conductOn: '2026-06-01', basis: ['samr-order-44-2021#art-2'], reason: '情节严重' },
        ...{ evidence: ['处罚决定书'], measures: ['key_supervision'] },
      },
    },
  ],
  [
    '2026-08-20',
    { kind: 'noticed', document, told, measures: ['key_supervision'], reason: '拟列入' },
  ],
  ['2026-08-20', { ...service, paper: 'notice', servedOn: '2026-08-20' }],
  [
    '2026-08-28',
    {
      ...{ kind: 'drafted', document: { number: '望市监列〔2026〕0077号' }, reason: '情节严重' },
      ...{ basis: ['samr-order-44-2021#art-2'], answers: [], measures: ['key_supervision'], told },
    },
  ],
  ['2026-08-28', { kind: 'reviewed' }],
  ['2026-08-28', { kind: 'approved' }],
  ['2026-08-31', { ...service, paper: 'decision', servedOn: '2026-08-31' }],
  removed
    ? ['2026-11-10', { kind: 'removed', ground: 'annulled', document, reason: '撤销' }]
    : ['2026-11-10', { kind: 'stayed', from: 'court', document, reason: '难以挽回' }],
];
const document = { number: '望市监告〔2026〕0077号' };
const told = ['facts', 'evidence', 'article', 'measures', 'term', 'exit', 'remedies'];
const service = { kind: 'served', mode: 'in_person', proof: '送达回证' };

/** Writes what the case desk would have written, in the order of its days. */
async function addListing(world: World, removed: boolean): Promise<void> {
  const { journal, register } = world.system.store;
  const home = await register.findByIdentifier({ scheme: 'uscc', value: shown.code });
  const caseId = newUuid();
  const by = { kind: 'official', official: '王一', agency: market, role: 'case_officer' };
  const kept = await journal.entriesOf(home ?? '');
  const record = kept.find(({ payload }) => JSON.stringify(payload ?? '').includes('1187'));
  const entries = listingActs(record?.stream ?? '', removed).map(([on, act]) => {
    const payload = jsonOf({ ...act, caseId, on, by });
    const salt = newSalt();
    return {
      ...{ id: newUuid(), home: home ?? '', stream: `case/${caseId}`, payload, salt },
      kind: `case-${'kind' in act ? String(act.kind) : ''}@1`,
      commitment: commitmentOf(salt, payload),
    };
  });
  const actor = { official: '王一', agency: market, role: 'case_officer' };
  const outcome = await journal.record({ actor, purpose: 'casework', basis: [] }, entries);
  if (outcome.kind !== 'recorded') throw new Error(outcome.kind);
}

/** What is computed of the organisation on show in one world alone: a class and a disputed evaluation. */
const planning = 'cn.inspection';
async function addEvaluation(world: World): Promise<void> {
  const { journal, register, work } = world.system.store;
  const home = (await register.findByIdentifier({ scheme: 'uscc', value: shown.code })) ?? '';
  const line = { home, card: planning, class: 'd', sector: 'c14', on: today };
  const classes = () => [line, { ...line, premises: 'licence' }];
  await work.settle({ homes: [home], done: [], today, next: () => [], classes });
  const caseId = newUuid();
  const by = { kind: 'party', as: 'subject', name: shown.name };
  const evaluationId = newUuid();
  const target = { kind: 'evaluation', evaluationId };
  const matter = { case: 'objection', target, clock: 'dispute.credence', points: [{ text: '误' }] };
  const hash = 'ab'.repeat(32);
  const evaluation = {
    ...{ evaluationId, card: 'cn.compliance', edition: { code: 'cn-2026', hash }, grader: market },
    ...{ on: today, because: 'yearly', yearlyOn: today, result: 'd', records: [] },
    ...{ inputs: hash, upTo: 1 },
  };
  const entries = [
    { stream: `evaluation/${planning}`, kind: 'evaluation@1', payload: jsonOf(evaluation) },
    {
      ...{ stream: `case/${caseId}`, kind: 'case-opened@1' },
      payload: jsonOf({ kind: 'opened', caseId, on: today, by, desks, matter }),
    },
  ].map((entry) => {
    const salt = newSalt();
    const commitment = commitmentOf(salt, entry.payload);
    return { ...entry, id: newUuid(), home, salt, commitment };
  });
  const actor = { official: 'register', agency: market, role: 'register' };
  const outcome = await journal.record({ actor, purpose: 'evaluation', basis: [] }, entries);
  if (outcome.kind !== 'recorded') throw new Error(outcome.kind);
}

const days = ['2025-08-01', '2026-04-01', '2026-09-01', '2026-11-20'];
const terms = [
  '拂晓糕点',
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
const openSets = ['registration', 'counts', 'administrative_licence', 'life-events', 'reports'];
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
  `/lists/${listId}`,
  `/lists/${listId}/feed.atom`,
  `/api/v1/lists/${listId}`,
  `/api/v1/downloads/listings`,
  `/agencies/${market}`,
  '/report-cards',
  '/report-cards/cards.csv',
  '/report-cards/districts.csv',
  '/report-cards/districts',
  `/agencies/${market}/report-card`,
  `/agencies/${market}/report-card.csv`,
  `/api/v1/report-cards/${market}`,
  `/api/v1/agencies/${market}`,
  ...openSets.flatMap((dataset) =>
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
    for (const removed of [true, false]) await addListing(withEnded, removed);
    await addEvaluation(withEnded);
    await addPast(withEnded, shown.code);
    for (const each of [withEnded, without]) await each.system.casework.publishDownloads();
  });
  afterAll(async () => {
    await withEnded.close();
    await without.close();
  });

  it('answers every public address as if ended records, classes and evaluations had never been', async () => {
    const [first, second] = [await crawled(withEnded, everyDay), await crawled(without, everyDay)];
    expect([...first.keys()].sort()).toEqual([...second.keys()].sort());
    for (const [address, answer] of first) expect(answer, address).toEqual(second.get(address));
    expect(first.size).toBeGreaterThan(60);
  });

  it('asks every address of the API that needs nothing to be known', async () => {
    const answers = await crawled(withEnded, everyDay);
    const open = await openAddresses(withEnded);
    expect(open.length).toBeGreaterThan(8);
    for (const address of open) expect([...answers.keys()], address).toContain(address);
  });

  it('hands out the same files with a key', async () => {
    const penalties = 'administrative_penalty';
    const first = await keyedRows(withEnded, penalties);
    expect(first).toEqual(await keyedRows(without, penalties));
    expect(first).toHaveLength(1);
    expect(JSON.stringify(first)).toContain('1187');
    expect(await keyedRows(withEnded, 'listings')).toEqual(['']);
    expect(await keyedRows(without, 'listings')).toEqual(['']);
    for (const set of ['inherited-records', 'visit-results']) {
      expect(await keyedRows(withEnded, set)).toEqual(['']);
      expect(await keyedRows(without, set)).toEqual(['']);
    }
  });

  it('holds the ended records nonetheless, so that the comparison means something', async () => {
    const found = await withEnded.system.store.register.findByIdentifier({
      scheme: 'uscc',
      value: forgotten.code,
    });
    expect(found).toBeDefined();
    const entries = await withEnded.system.store.journal.entriesOf(found ?? '');
    expect(JSON.stringify(entries)).toContain('0032');
    const cases = await withEnded.system.store.register.allCases(10);
    // What was removed is over on its day; what is stayed stands on none.
    const listings = cases.filter(({ kind }) => kind === 'listing');
    expect(listings.map(({ effect }) => effect?.until).sort()).toEqual(['2026-11-10', undefined]);
    expect(cases).toHaveLength(4);
    const counts = await withEnded.system.store.classLines.count(planning);
    expect(counts.map(({ of, count }) => [of, count])).toEqual([
      ['subjects', 1],
      ['premises', 1],
    ]);
    expect(await without.system.store.classLines.count(planning)).toEqual([]);
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

/** Rows of the adverse file, as a reader with a key gets them; ids made comparable. */
async function keyedRows(world: World, dataset: string): Promise<readonly string[]> {
  const { casework } = world.system;
  const made = await casework.createReaderKey({ holder: 'private', purpose: 'research' });
  if (made.kind === 'refused') throw new Error(JSON.stringify(made));
  const answer = await world.get(`/api/v1/downloads/${dataset}/${dataset}.jsonl.gz`, {
    authorization: `Bearer ${made.key}`,
  });
  expect(answer.status).toBe(200);
  const text = gunzipSync(Buffer.from(await answer.arrayBuffer())).toString('utf8');
  return canonical(text, new Map()).trim().split('\n');
}

function strip(text: string): string {
  return text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id');
}

async function follow(world: World, path: string): Promise<string> {
  const answer = await world.get(path);
  const next = answer.headers.get('location');
  return next === null ? answer.text() : follow(world, next);
}
