import { makeUscc } from '@credence/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

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
/** The ended record of a registered organisation gives it a name of its own. */
const otherName = { name: '望澜市澄影包装有限公司', code: cleared.code };
const endedOfCleared = penalty(otherName, '望市监罚〔2025〕0031号', '2025-06-10');
const endedOfForgotten = penalty(forgotten, '望市监罚〔2025〕0032号', '2025-07-01');

const days = ['2025-08-01', '2026-04-01', '2026-09-01', '2026-11-20'];
const terms = [
  '望澜',
  '澄波',
  '澄影',
  '孤帆',
  'gufan',
  'chengbo',
  'chengying',
  '五金',
  cleared.code,
  forgotten.code,
];
const seeds = [
  '/',
  '/rules',
  '/how-counted',
  '/data',
  '/api/v1/health',
  '/api/v1/problems',
  ...terms.map((term) => `/search?q=${encodeURIComponent(term)}`),
  ...terms.map((term) => `/api/v1/organisations?q=${encodeURIComponent(term)}`),
  ...[shown, cleared, forgotten].flatMap(({ code: uscc }) => [
    `/o/${uscc}`,
    `/api/v1/organisations/by-code/uscc/${uscc}`,
  ]),
];
const everyDay = seeds.flatMap((path) => [
  path,
  ...(path.startsWith('/api/v1/organisations') || path.startsWith('/search')
    ? days.map((each) => `${path}${path.includes('?') ? '&' : '?'}day=${each}`)
    : []),
]);

describe('nothing ended is public, on any day', () => {
  let withEnded: World;
  let without: World;

  beforeAll(async () => {
    const world = (penalties: readonly string[]): Promise<World> =>
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
        ],
      });
    withEnded = await world([endedOfCleared, standing, endedOfForgotten]);
    without = await world([standing]);
  });
  afterAll(async () => {
    await withEnded.close();
    await without.close();
  });

  it('answers every public address as if the ended records had never been', async () => {
    const [first, second] = [await crawl(withEnded), await crawl(without)];
    expect([...first.keys()].sort()).toEqual([...second.keys()].sort());
    for (const [address, answer] of first) expect(answer, address).toEqual(second.get(address));
    expect(first.size).toBeGreaterThan(60);
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

/** Every address reachable from the seeds, with status, headers and body, ids made comparable. */
async function crawl(world: World): Promise<ReadonlyMap<string, unknown>> {
  const names = new Map<string, string>();
  const answers = new Map<string, unknown>();
  const waiting = everyDay.flatMap((path) =>
    path.startsWith('/api') ? [path] : [path, path === '/' ? '/en' : `/en${path}`],
  );
  const seen = new Set<string>(waiting);
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const answer = await world.get(path);
    const text = await answer.text();
    const body = canonical(text, names);
    answers.set(canonical(path, names), {
      status: answer.status,
      headers: [...answer.headers]
        .filter(([name]) => name !== 'etag')
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

/** Pages about the law and about problems say nothing of any organisation. */
function isStatic(link: string): boolean {
  return /^(\/en)?\/(rules|problems)\//.test(link);
}

function linksOf(html: string): readonly string[] {
  return [...html.matchAll(/href="([^"]+)"/g)].map(([, link = '']) =>
    link.replaceAll('&amp;', '&').replace(/#.*$/, ''),
  );
}

/** Random ids are replaced by the order in which they appear. */
function canonical(text: string, names: Map<string, string>): string {
  return text.replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => {
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
