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
    const bytes = Buffer.concat(
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(join(entry.parentPath, entry.name))),
    );
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
});
