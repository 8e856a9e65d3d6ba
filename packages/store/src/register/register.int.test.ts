import type { NameHit, NameHits, NameWay } from '@credence/casework';
import { civilDate, createRandom } from '@credence/domain';
import type { Store } from '@credence/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  command,
  importRows,
  newEntry,
  newUuid,
  openTestStore,
  queryOf,
  stagedRow,
  testEngines,
  type TestEngine,
} from '../../../../tests/support/stores.ts';

const today = civilDate('2026-06-01');
describe.each(testEngines())('the register on %s', (_, start) => {
  let engine: TestEngine;
  let store: Store;
  const random = createRandom('register');
  const characters = Array.from("望澜青禾云帆盛泰宏远𠀀嘉ab%_\\'");
  const names = Array.from({ length: 600 }, (_v, index) => {
    const length = random.between(1, 6);
    const name = Array.from({ length }, () => random.pick(characters)).join('');
    return { code: `R${index}`, name, visible: random.chance(0.8) };
  });

  beforeAll(async () => {
    engine = await start();
    store = await openTestStore(await engine.newPlace());
    const rows = names.map(({ code, name, visible }, index) =>
      stagedRow(index + 2, { code, name, ...(visible ? { registered: true } : {}) }),
    );
    await importRows(store, rows, { home: newUuid(), hash: 'names' });
  });
  afterAll(async () => {
    await store.close();
    await engine.stop();
  });

  const search = async (text: string, page = { limit: 1000, offset: 0 }): Promise<NameHits> =>
    store.register.searchNames(queryOf(text), { today, ...page });

  it('finds the visible names that contain the query, just as a plain filter does', async () => {
    const queries = Array.from({ length: 80 }, () => {
      const { name } = random.pick(names);
      const letters = [...name];
      const from = random.below(letters.length);
      return letters.slice(from, from + random.between(2, 4)).join('');
    }).filter((query) => [...query].length >= 2);
    for (const query of queries) {
      const expected = names.filter(({ name, visible }) => visible && name.includes(query));
      const found = await search(query);
      expect(found.hits.map(({ name }) => name).sort(), query).toEqual(
        expected.map(({ name }) => name).sort(),
      );
      expect(found.total).toBe(expected.length);
    }
  });

  it('takes a single character as the beginning of a name, whatever its plane', async () => {
    for (const character of characters) {
      const expected = names.filter(({ name, visible }) => visible && name.startsWith(character));
      const { hits } = await search(character);
      const ofNames = hits.filter(({ match }) => match === 'name').map(({ name }) => name);
      expect(ofNames.sort(), character).toEqual(expected.map(({ name }) => name).sort());
    }
  });

  it('puts the exact name first, then prefixes, then the rest, each by name', async () => {
    const ranked = ['青禾', '青禾农业', '青禾贸易', '大青禾'];
    const rows = [...ranked]
      .reverse()
      .map((name, index) => stagedRow(index + 2, { code: `S${index}`, name, registered: true }));
    await importRows(store, rows, { home: newUuid(), hash: 'ranked' });
    const { hits } = await search('青禾');
    const found = hits.map(({ name }) => name);
    expect(found[0]).toBe('青禾');
    expect(found.filter((name) => ranked.includes(name))).toEqual(ranked);
    const rank = (name: string): number => (name === '青禾' ? 0 : name.startsWith('青禾') ? 1 : 2);
    expect(found.map(rank)).toEqual(found.map(rank).sort((a, b) => a - b));
  });

  it('pages without losing or repeating one, and keeps the total on an empty page', async () => {
    const whole = await search('青禾');
    const pages: NameHit[] = [];
    for (let offset = 0; offset < whole.total; offset += 3) {
      pages.push(...(await search('青禾', { limit: 3, offset })).hits);
    }
    expect(pages).toEqual(whole.hits);
    expect(await search('青禾', { limit: 3, offset: 9999 })).toEqual({ ...whole, hits: [] });
  });

  it('finds Latin names by their beginning and by their initials, after names', async () => {
    const rows = [
      stagedRow(2, { code: 'L1', name: 'Wang Lan Trade', registered: true }),
      stagedRow(3, { code: 'L2', name: 'Wanglan', registered: true }),
    ];
    await importRows(store, rows, { home: newUuid(), hash: 'latin' });
    const byName = await search('wangl');
    expect(byName.hits.map(({ name, match }) => [name, match])).toEqual([
      ['Wanglan', 'name'],
      ['Wang Lan Trade', 'name'],
    ]);
    const byInitials = await search('wlt');
    expect(byInitials.hits.map(({ match }) => match)).toEqual(['initials']);
  });

  it('answers a query of nothing with nothing', async () => {
    const page = { today, limit: 10, offset: 0 };
    expect(await store.register.searchNames({ ways: [] }, page)).toEqual({
      hits: [],
      total: 0,
      more: false,
    });
  });

  it('asks of a beginning also for what stands behind it, one text of every group', async () => {
    const names = ['禾苗农业机械', '禾苗机械农具', '禾苗贸易', '机械禾苗农业'];
    const rows = names.map((name, index) =>
      stagedRow(index + 2, { code: `B${index}`, name, registered: true }),
    );
    await importRows(store, rows, { home: newUuid(), hash: 'behind' });
    const find = async (...behind: readonly (readonly string[])[]) => {
      const begun = { match: 'name', how: 'prefix', key: 'folded', behind } as const;
      const ways: readonly NameWay[] = [
        { match: 'name', how: 'equal', key: 'folded', texts: ['禾苗全名'] },
        { ...begun, text: '禾苗机械' },
        { ...begun, text: '禾苗' },
      ];
      const page = { today, limit: 10, offset: 0 };
      const { hits } = await store.register.searchNames({ ways }, page);
      return hits.map(({ name }) => name);
    };
    // The longer beginning has used up 机械, so its name comes with the shorter one.
    expect(await find(['机械'], ['农业', '农具'])).toEqual([names[0], names[1]]);
    expect(await find(['农具', '农业'])).toEqual([names[1], names[0]]);
    expect(await find(['禾苗'])).toEqual([]);
  });

  it('lists a subject once, under the name that matches best', async () => {
    const home = newUuid();
    await store.journal.record(command(), [
      newEntry({ names: ['旧名华兴', '华兴'], registered: true }, { home }),
    ]);
    const { hits } = await search('华兴');
    expect(hits).toEqual([{ home, name: '华兴', match: 'name' }]);
  });

  it('shows an unregistered subject until the day its last record ends, not on it', async () => {
    await importRows(
      store,
      [stagedRow(2, { code: 'V1', name: '过客公司', visibleUntil: '2026-06-02' })],
      { home: newUuid(), hash: 'visible' },
    );
    expect((await search('过客')).total).toBe(1);
    const after = { today: civilDate('2026-06-02'), limit: 10, offset: 0 };
    expect(await store.register.searchNames(queryOf('过客'), after)).toEqual({
      hits: [],
      total: 0,
      more: false,
    });
  });

  it('finds subjects by identifiers, many at once, and not by another scheme', async () => {
    const found = await store.register.findByIdentifiers([
      { scheme: 'uscc', value: 'R1' },
      { scheme: 'uscc', value: 'R2' },
      { scheme: 'uscc', value: 'missing' },
      { scheme: 'lei', value: 'R1' },
    ]);
    expect([...found.keys()].sort()).toEqual(['uscc:R1', 'uscc:R2']);
    expect(await store.register.findByIdentifier({ scheme: 'lei', value: 'R1' })).toBeUndefined();
  });

  it('counts each subject once under a list, from its first day until its end', async () => {
    const [one, two] = [newUuid(), newUuid()];
    const on = (from: string, until?: string) => ({
      listed: {
        ...{ card: 'serious', from: civilDate(from) },
        ...(until === undefined ? {} : { until: civilDate(until) }),
      },
    });
    await store.journal.record(command(), [
      newEntry(on('2026-01-10', '2026-06-01'), { home: one, stream: 'case/a' }),
      newEntry(on('2026-03-01'), { home: one, stream: 'case/b' }),
      newEntry(on('2026-05-01', '2026-06-01'), { home: two, stream: 'case/c' }),
    ]);
    const countOn = async (day: string) =>
      (await store.register.countEffects(civilDate(day))).map(({ kind, card, subjects }) => [
        ...[kind, card, subjects],
      ]);
    expect(await countOn('2026-01-09')).toEqual([]);
    expect(await countOn('2026-03-01')).toEqual([['list', 'serious', 1]]);
    expect(await countOn('2026-05-31')).toEqual([['list', 'serious', 2]]);
    expect(await countOn('2026-06-01')).toEqual([['list', 'serious', 1]]);
    const days = (day: string, today = day) => ({ day: civilDate(day), today: civilDate(today) });
    expect(await store.register.countListed(days('2026-05-31'))).toEqual([
      { card: 'serious', entries: 3, subjects: 2 },
    ]);
    // What has ended today stood on no other day either.
    expect(await store.register.countListed(days('2026-05-31', '2026-06-01'))).toEqual([
      { card: 'serious', entries: 1, subjects: 1 },
    ]);
    const counted = (trait: 'source' | 'region' | 'month') =>
      store.register.crossCountListed(days('2026-05-31'), trait);
    expect(await counted('month')).toEqual(
      ['2026-01', '2026-03', '2026-05'].map((row) => ({ row, column: 'serious', records: 1 })),
    );
    expect(await counted('source')).toEqual([{ row: 'wl-market', column: 'serious', records: 3 }]);
    expect(await counted('region')).toEqual([{ column: 'serious', records: 3 }]);
    const page = { order: 'decided', limit: 2, offset: 0 } as const;
    const asked = { card: 'serious', ...days('2026-05-31') };
    const first = await store.register.listListed(asked, page);
    expect(first).toEqual({
      entries: [
        { home: two, caseId: 'case/c' },
        { home: one, caseId: 'case/b' },
      ],
      total: 3,
    });
    const rest = { order: 'name', limit: 2, offset: 2 } as const;
    expect((await store.register.listListed(asked, rest)).entries).toHaveLength(1);
    const none = { ...asked, agency: 'nobody', region: '999999', from: civilDate('2026-02-01') };
    expect((await store.register.listListed(none, page)).total).toBe(0);
    const late = { ...asked, from: civilDate('2026-02-01'), until: civilDate('2026-03-01') };
    expect((await store.register.listListed(late, page)).entries).toEqual([
      { home: one, caseId: 'case/b' },
    ]);
    const gone = { card: 'serious', ...days('2026-05-31', '2026-06-01') };
    expect((await store.register.listListed(gone, page)).total).toBe(1);
    const { effect } = (await store.register.findCase('case/c')) ?? {};
    expect(effect).toEqual({ card: 'serious', from: '2026-05-01', until: '2026-06-01' });
  });

  it('lists agencies and editions as their entries say', async () => {
    const [agency, edition] = [newUuid(), newUuid()];
    await store.journal.record(command(), [
      newEntry(
        { agency: { code: 'wl-market', name: { en: 'Market supervision' } } },
        { home: agency },
      ),
      newEntry({ edition: { code: 'cn-2026', hash: 'ff' } }, { home: edition }),
    ]);
    expect(await store.register.agencies()).toEqual([
      { home: agency, code: 'wl-market', name: { en: 'Market supervision' } },
    ]);
    expect(await store.register.editions()).toEqual([
      { home: edition, code: 'cn-2026', hash: 'ff' },
    ]);
  });
});
