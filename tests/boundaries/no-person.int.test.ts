import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { makeUscc } from '@credence/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { day, market, openWorld, type World } from '../support/world.ts';

const uscc = makeUscc({ department: '9', category: '1', region: '999999', body8: 'MA000011' });
const kept = '望市监罚〔2026〕2201号';
/** Invented people: none of these may be found anywhere after the import. */
const people = ['欧阳测试甲', '司徒测试乙', '11010519491231002X', '13800013800', '测试街九号'];

const penalties = [
  '行政相对人名称,行政相对人类别,行政相对人代码_1(统一社会信用代码),法定代表人,法定代表人证件号码,' +
    '行政处罚决定书文号,违法行为类型,违法事实,处罚依据,处罚类别,处罚内容,处罚决定日期,公示截止期,' +
    '处罚机关,处罚机关统一社会信用代码,数据来源单位,数据来源单位统一社会信用代码,送达日期,送达方式,联系电话',
  `望澜市远岫建材有限公司,法人及非法人组织,${uscc},欧阳测试甲,11010519491231002X,${kept},` +
    '无证经营,未取得许可销售,《行政许可法》第八十一条,罚款,罚款 5000 元,2026-09-01,2027-09-01,' +
    `望澜市市场监督管理局,${market},望澜市市场监督管理局,${market},2026-09-02,直接送达,13800013800`,
  '司徒测试乙,自然人,,,11010519491231002X,望市监罚〔2026〕2202号,占道经营,在测试街九号占道经营,' +
    '《行政处罚法》第九条,罚款,罚款 50 元,2026-09-01,2027-09-01,' +
    `望澜市市场监督管理局,${market},望澜市市场监督管理局,${market},2026-09-02,直接送达,`,
].join('\n');

describe('no person enters the register', () => {
  const parent = mkdtempSync(join(tmpdir(), 'credence-person-'));
  const folder = join(parent, 'data');
  let world: World;

  beforeAll(async () => {
    world = await openWorld({
      today: day('2026-11-20'),
      edition: 'cn-2026',
      folder,
      files: [{ name: 'penalties.csv', item: 'penalty', text: penalties }],
    });
  });
  afterAll(async () => {
    await world.close();
    rmSync(parent, { recursive: true, force: true });
  });

  it('counts what it left at the border, and says nothing of its values', () => {
    const [report] = world.reports;
    expect(report).toMatchObject({ recorded: 1, setAside: 1 });
    expect(report?.droppedColumns.map(({ column }) => column)).toEqual(
      expect.arrayContaining(['法定代表人', '法定代表人证件号码', '联系电话']),
    );
    const text = JSON.stringify(report);
    for (const person of people) expect(text).not.toContain(person);
  });

  it('leaves no trace of a person in any byte of the data folder', () => {
    const bytes = bytesOf(folder);
    // What was kept is found by the same search, so the search can find.
    expect(bytes.includes(Buffer.from(kept))).toBe(true);
    for (const person of people) {
      expect(bytes.includes(Buffer.from(person)), person).toBe(false);
    }
  });

  it('offers no field about a person in the API', async () => {
    const document = await (await world.get('/api/v1/openapi.json')).text();
    const names = [...document.matchAll(/"([A-Za-z_]+)":\s*\{/g)].map(([, name = '']) => name);
    const about = /person|representative|resident|phone|birth|gender|rank|score|grade|percentile/i;
    expect(names.length).toBeGreaterThan(50);
    expect(names.filter((name) => about.test(name))).toEqual([]);
  });

  it('finds nobody by a name', async () => {
    for (const person of people) {
      const answer = await world.get(`/api/v1/organisations?q=${encodeURIComponent(person)}`);
      const body = (await answer.json()) as { total?: number };
      expect(body.total ?? 0, person).toBe(0);
    }
  });

  it('tells of nobody who is named in an order about the spending of a unit', async () => {
    const { casework } = world.system;
    const found = await casework.viewSubject({ by: 'code', code: uscc });
    if (found.kind !== 'found') throw new Error(found.kind);
    const { subject, records } = found.view;
    const caseId = await orderSpending(world, records[0]?.id ?? '');
    const judge = office('法一', 'enforcement_judge');
    const own = await casework.viewCase(judge, caseId);
    expect(JSON.stringify(own)).toContain(named);
    // The person himself finds it, by a pass that only the process with the keys gives out.
    const fileOf = async (of: string) => {
      const admitted = await world.system.personKeys.admit(of);
      if (admitted.kind === 'refused') throw new Error(admitted.problem.code);
      const { pass } = admitted;
      return casework.viewPersonFile({ kind: 'person', name: '', pass });
    };
    expect(await fileOf(namedNumber)).toMatchObject({ view: { namings: [{ caseId }] } });
    expect(await fileOf('980101188501010028')).toMatchObject({ view: { namings: [] } });
    expect(bytesOf(folder).includes(Buffer.from(namedNumber))).toBe(false);
    await casework.publishDownloads();
    const answers = await everyPublicAnswer(world, subject.id);
    expect(answers.length).toBeGreaterThan(40);
    // The firm itself is found by the same reading, so the reading reads.
    expect(answers.filter(({ text }) => text.includes('远岫建材')).length).toBeGreaterThan(3);
    for (const secret of [named, caseId, orderNumber]) {
      const told = answers.filter(({ text }) => text.includes(secret));
      expect(
        told.map(({ path }) => path),
        secret,
      ).toEqual([]);
    }
  });
});

function bytesOf(folder: string): Buffer {
  return Buffer.concat(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name))),
  );
}

const named = '诸葛测试丙';
const namedNumber = '98010118850101001X';
const orderNumber = '（2026）望执限1号';
const office = (name: string, role: string) =>
  ({ kind: 'operator', name, agency: 'court', role }) as const;

/** An order in which one person is named, as far as its notice. */
async function orderSpending({ system }: World, recordId: string): Promise<string> {
  const { casework } = system;
  const judge = office('法一', 'enforcement_judge');
  const factors = ['passive_non_performance', 'evasion', 'capacity'];
  const matter = {
    ...{ case: 'spending', measure: 'spending_restriction', recordId },
    ...{ document: { number: orderNumber }, basis: ['spc-spending-2015#art-1'] },
    ...{ reason: '未按执行通知书履行。', evidence: ['执行通知书'] },
    weighed: factors.map((factor) => ({ factor, text: '已审查' })),
    forbids: ['air_rail_sea'],
    persons: [{ name: named, capacity: 'legal_representative', residentNumber: namedNumber }],
  };
  const opened = await casework.openCase({
    principal: judge,
    subject: { by: 'code', code: uscc },
    content: { desks: { own: 'court', review: 'higher_court' }, matter },
  });
  if (opened.kind !== 'recorded') throw new Error(JSON.stringify(opened));
  const told = ['facts', 'evidence', 'article', 'measures', 'term', 'exit', 'remedies'];
  const noticed = await casework.actInCase({
    ...{ principal: judge, caseId: opened.caseId, act: 'noticed' },
    content: { document: { number: orderNumber }, told, measures: [], reason: '拟限制消费' },
  });
  if (noticed.kind !== 'recorded') throw new Error(JSON.stringify(noticed));
  return opened.caseId;
}

interface Answer {
  readonly path: string;
  readonly text: string;
}

/** Pages, interfaces, feeds and files that anybody can have, read whole. */
async function everyPublicAnswer(world: World, id: string): Promise<readonly Answer[]> {
  const api = (await (await world.get('/api/v1/openapi.json')).json()) as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  };
  const ofApi = Object.entries(api.paths)
    .filter(([, methods]) => 'get' in methods)
    .map(([path]) => path.replace(/\{[^}]+\}/g, id));
  // A search for the name itself repeats what was asked; that it finds nobody is asked above.
  const searched = [uscc, '远岫'].map((q) => `/search?q=${encodeURIComponent(q)}`);
  const start = ['/', `/o/${uscc}`, '/lists', '/agencies', '/statistics', '/rules', '/data'];
  const waiting = [...ofApi, ...searched, ...start, ...start.map((path) => `/en${path}`)];
  const answers = new Map<string, Answer>();
  // Every address that an answer names is read as well, up to so many.
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (answers.has(path) || answers.size > 250) continue;
    const answer = await world.get(path);
    const text = await answer.text();
    answers.set(path, { path, text });
    const to = answer.headers.get('location');
    const links = [...text.matchAll(/href="(\/[^"#]*)"/g)].map(([, link = '']) => link);
    waiting.push(
      ...links.map((link) => link.replaceAll('&amp;', '&')),
      ...(to === null ? [] : [to]),
    );
  }
  return [...answers.values()];
}
