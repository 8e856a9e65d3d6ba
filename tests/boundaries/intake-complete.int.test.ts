import type { ImportCommand, ImportOutcome } from '@credence/casework';
import { openSourceFile } from '@credence/exchange';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { codeOf, penaltyCsv, penaltyJsonl, type PenaltyFacts } from '../support/penalties.ts';
import { day, market, openWorld, type World } from '../support/world.ts';

const today = day('2026-11-20');
const actor = { official: 'data officer', agency: market, role: 'data_officer' };

async function take(
  world: World,
  text: string,
  rest: Partial<ImportCommand> = {},
): Promise<ImportOutcome> {
  const opened = await openSourceFile({ name: 'penalties', bytes: Buffer.from(text) });
  if (opened.kind === 'refused') throw new Error(opened.found);
  return world.system.casework.importFile({
    ...{ file: opened.file, item: 'penalty', source: market, actor },
    ...rest,
  });
}

const row = (number: number, rest: Partial<PenaltyFacts> = {}): PenaltyFacts => ({
  name: `望澜市青禾第${number}机电有限公司`,
  number,
  document: `望市监罚〔2026〕${number}号`,
  ...rest,
});

describe('rows that contradict the register', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ today, edition: 'cn-2026', files: [] });
    await take(world, penaltyCsv([row(1), row(2)]));
  }, 60_000);
  afterAll(() => world.close());

  const matters = async () =>
    (await world.system.store.register.agencies()).length > 0
      ? (await world.system.store.journal.head()).position
      : 0;

  it('are refused with the file, and wait at a desk once the others are accepted', async () => {
    const file = penaltyCsv([
      row(3),
      row(1, { fine: '3.000000' }),
      row(2, { name: '望澜市远山食品有限公司', document: '望市监罚〔2026〕22号' }),
      row(4, { name: row(1).name, document: '望市监罚〔2026〕44号' }),
    ]);
    const refused = await take(world, file);
    expect(refused).toMatchObject({
      kind: 'refused',
      report: {
        fresh: 1,
        refused: 3,
        toReview: 3,
        problemsByCode: {
          'record-conflict': 1,
          'name-contradicts-code': 1,
          'code-contradicts-name': 1,
        },
      },
    });
    const accepted = await take(world, file, { acceptValid: true });
    expect(accepted).toMatchObject({
      kind: 'accepted',
      report: { recorded: 1, refused: 3, toReview: 3 },
    });
    const found = await world.system.store.register.findByIdentifier({
      scheme: 'uscc',
      value: codeOf(2),
    });
    const entries = await world.system.store.journal.entriesOf(found ?? '');
    expect(entries.filter(({ kind }) => kind === 'matter-opened@1')).toHaveLength(1);
    expect(JSON.stringify(entries)).toContain('远山');
    const page = await (await world.get(`/o/${codeOf(2)}`)).text();
    expect(page).not.toContain('远山');
  }, 60_000);

  it('are filed once, however often the file is tried', async () => {
    const file = penaltyCsv([row(1, { fine: '4.000000' })]);
    const first = await take(world, file, { acceptValid: true });
    expect(first).toMatchObject({ kind: 'accepted', report: { recorded: 0, toReview: 1 } });
    const before = await matters();
    const second = await take(world, file, { acceptValid: true });
    expect(second.kind).toBe('known-file');
    expect(await matters()).toBe(before);
  }, 60_000);

  it('contradict each other within one file: then nobody is right', async () => {
    const outcome = await take(
      world,
      penaltyCsv([
        row(31, { name: '望澜市盛泰建材有限公司', document: '甲1号' }),
        row(31, { name: '望澜市云帆物流有限公司', document: '甲2号' }),
        row(31, { name: '望澜市盛泰建材有限公司', document: '甲3号' }),
        row(32),
      ]),
      { acceptValid: true },
    );
    expect(outcome).toMatchObject({
      kind: 'accepted',
      report: {
        recorded: 1,
        refused: 3,
        toReview: 0,
        problemsByCode: { 'identity-contradiction-in-file': 3 },
      },
    });
  }, 60_000);

  it('leaves projections equal to what a rebuild makes', async () => {
    expect(await world.system.store.admin.rebuild()).toMatchObject({ equal: true });
  }, 60_000);
});

describe('a complete intake', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ today, edition: 'cn-2026', files: [] });
  }, 120_000);
  afterAll(() => world.close());

  it('takes JSON Lines like a table with the same columns', async () => {
    const rows = [row(1), row(2, { kind: 'sole_trader', name: '望澜市澜东区小满面馆' })];
    expect(await take(world, penaltyJsonl(rows))).toMatchObject({
      kind: 'accepted',
      report: { recorded: 2 },
    });
    expect(await take(world, penaltyCsv(rows))).toMatchObject({
      report: { recorded: 0, known: 2 },
    });
  }, 60_000);

  it('checks backlog like anything else, and its lateness is nobody’s', async () => {
    const migration = ['王一', '李二'] as const;
    const outcome = await take(world, penaltyCsv([row(3)]), { migration });
    expect(outcome).toMatchObject({ kind: 'accepted', report: { recorded: 1 } });
    expect(await take(world, penaltyCsv([row(4, { fine: 'x' })]), { migration })).toMatchObject({
      kind: 'refused',
    });
    expect(await take(world, penaltyCsv([row(5)]), { migration: ['王一', '王一'] })).toMatchObject({
      kind: 'command-refused',
      problem: { code: 'statement-incomplete' },
    });
    const { lines } = await world.system.store.register.lines.list(
      { day: today, today, source: market },
      { order: 'decided', limit: 10, offset: 0 },
    );
    expect(lines.map(({ backlog }) => backlog).sort()).toEqual([false, false, true]);
    expect((await world.system.store.admin.rebuild()).equal).toBe(true);
  }, 60_000);

  it('keeps what the law keeps from the public, and no public answer says it', async () => {
    const hidden = [
      row(61, { name: '望澜市寒露贸易有限公司', document: '密1号', procedure: '简易程序' }),
      row(62, { name: '望澜市霜降贸易有限公司', document: '密2号', kinds: '警告', fine: '' }),
      row(63, { name: '望澜市立冬贸易有限公司', document: '密3号', kinds: '行政拘留', fine: '' }),
      row(64, { name: '望澜市小雪贸易有限公司', document: '密4号', publicSecurity: '是' }),
    ];
    const open = row(65, { name: '望澜市谷雨贸易有限公司', document: '密5号' });
    const taken = await take(world, penaltyCsv([...hidden, open]));
    expect(taken).toMatchObject({ kind: 'accepted', report: { recorded: 5 } });

    const seen = await Promise.all([...hidden, open].map((facts) => isSaid(world, facts)));
    // The one that may be shown is found by the same questions: they ask in the right places.
    expect(seen).toEqual([
      [],
      [],
      [],
      [],
      expect.arrayContaining(['/lists/administrative_penalty']),
    ]);
    for (const { number } of hidden) {
      const identifier = { scheme: 'uscc', value: codeOf(number) };
      const home = await world.system.store.register.findByIdentifier(identifier);
      expect(await world.system.store.journal.entriesOf(home ?? '')).toHaveLength(1);
    }
  }, 120_000);
});

/** Public addresses whose answer says the name or the document, searches for them included. */
async function isSaid(world: World, { name, number, document }: PenaltyFacts): Promise<string[]> {
  const core = name.slice(3, 5);
  const searches = [core, name, document, codeOf(number)].flatMap((term) => [
    `/search?q=${encodeURIComponent(term)}`,
    `/api/v1/organisations?q=${encodeURIComponent(term)}`,
  ]);
  const others = [
    `/o/${codeOf(number)}`,
    `/api/v1/organisations/by-code/uscc/${codeOf(number)}`,
    '/lists/administrative_penalty',
    '/api/v1/lists/administrative_penalty',
    '/lists/administrative_penalty/feed.atom',
    '/statistics',
    `/agencies/${market}`,
    `/api/v1/agencies/${market}`,
  ];
  const said: string[] = [];
  for (const address of [...searches, ...others]) {
    const text = await (await world.get(address)).text();
    // A search repeats what was asked: that is the reader's word, so a link to a subject tells.
    const found = searches.includes(address)
      ? /\/organisations\/[0-9a-f]{8}-|"id":"[0-9a-f]{8}-/.test(text)
      : text.includes(core) || text.includes(document);
    if (found) said.push(address);
  }
  return said;
}
