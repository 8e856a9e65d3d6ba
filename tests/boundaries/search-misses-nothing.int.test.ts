import {
  byRank,
  countedMatches,
  matchKeys,
  type HomeRows,
  type NameHits,
  type NameQuery,
  type NameRow,
} from '@credence/casework';
import { addDays, civilDate, createRandom, type CivilDate } from '@credence/domain';
import { createNameKeys } from '@credence/exchange';
import type { Store } from '@credence/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { newUuid, openTestStore, testEngines, type TestEngine } from '../support/stores.ts';

const today = civilDate('2026-06-01');
const nameKeys = createNameKeys();
const random = createRandom('search misses nothing');
const words =
  '上海 上海市 苏州 江苏省苏州市 昆山 华 兴 华兴 星 達 达 科技 机电 贸易 国际 （上海） （集团） 集团 有限公司 有限责任公司 浦东分公司'.split(
    ' ',
  );
const latinWords = 'Acme Étoile Shanghai Huaxing Technology Trading Intl Group Co. Ltd. LLC'.split(
  ' ',
);

const drawName = (): string =>
  random.chance(0.8)
    ? Array.from({ length: random.between(1, 5) }, () => random.pick(words)).join('')
    : Array.from({ length: random.between(1, 4) }, () => random.pick(latinWords)).join(' ');

/** Ends around today, so that every border of standing and ended is met. */
const drawEnd = (): CivilDate => addDays(today, random.between(-2, 3));

function drawSubject(): HomeRows {
  const home = newUuid();
  const registered = random.chance(0.5);
  const ends = Array.from({ length: random.between(1, 3) }, drawEnd);
  const names = new Map(
    ends.map((end, index): [string, NameRow] => {
      const name = drawName();
      const until = registered && index === 0 ? {} : { visibleUntil: end };
      return [name, { home, name, ...nameKeys.fold(name), ...until }];
    }),
  );
  const last = ends.reduce((a, b) => (a > b ? a : b));
  return {
    subject: { home, registered, ...(registered ? {} : { visibleUntil: last }) },
    identifiers: [],
    names: [...names.values()],
    recordKeys: [],
    batches: [],
  };
}

/** A look at every name, without any index. */
function lookAtAll(register: readonly HomeRows[], query: NameQuery, day: CivilDate): NameHits {
  const matches = register.flatMap(({ subject, names }) => {
    const isThere = subject?.registered === true || (subject?.visibleUntil ?? '') > day;
    if (!isThere) return [];
    const best = names
      .filter(({ visibleUntil }) => visibleUntil === undefined || visibleUntil > day)
      .flatMap((row) => {
        const match = matchKeys(row.name, row, query);
        return match === undefined ? [] : [{ home: row.home, ...match }];
      })
      .sort((a, b) => byRank(a, b) || (a.name < b.name ? -1 : 1))[0];
    return best === undefined ? [] : [best];
  });
  const counted = matches
    .sort((a, b) => byRank(a, b) || (a.home < b.home ? -1 : 1))
    .slice(0, countedMatches);
  return {
    hits: counted.map(({ home, name, match }) => ({ home, name, match })),
    total: counted.length,
    more: matches.length > counted.length,
  };
}

const queries = [
  ...'华 兴 上海 有限公司 科技 华兴科技 上海市华兴 苏州华兴机电 华兴（上海） 集团 分公司 浦东'.split(
    ' ',
  ),
  ...'华星科技 s h shanghai huaxing shanghaishihuaxing hxkj shhx kunshan acme etoile'.split(' '),
  ...['Shanghai Huaxing Technology', 'trading acme', 'Intl Trading Co Ltd', 'tech', 'co', '（', ''],
];

describe.each(testEngines())('a search on %s', (_, start) => {
  let engine: TestEngine;
  let store: Store;
  const register: HomeRows[] = [];

  beforeAll(async () => {
    engine = await start();
    store = await openTestStore(await engine.newPlace());
    for (let index = 0; index < 2_500; index += 1) register.push(drawSubject());
    await store.admin.fillRegister(
      new Map(register.map((rows) => [rows.subject?.home ?? '', rows])),
    );
    await store.admin.tidyUp();
  });
  afterAll(async () => {
    await store.close();
    await engine.stop();
  });

  const page = { limit: countedMatches, offset: 0 };

  it.each(queries)('for "%s" answers as a look at every name does', async (text) => {
    const query = nameKeys.foldQuery(text);
    const found = await store.register.searchNames(query, { today, ...page });
    expect(found).toEqual(lookAtAll(register, query, today));
  });

  it('for whole names, parts and beginnings answers as a look at every name does', async () => {
    for (let index = 0; index < 60; index += 1) {
      const letters = [...random.pick(random.pick(register).names).name];
      const from = random.chance(0.5) ? 0 : random.below(letters.length);
      const text = letters.slice(from, from + random.between(1, letters.length)).join('');
      const query = nameKeys.foldQuery(text);
      const found = await store.register.searchNames(query, { today, ...page });
      expect(found, text).toEqual(lookAtAll(register, query, today));
    }
  });

  it('finds every standing name by itself, and no ended one', async () => {
    for (const { names, subject } of register.slice(0, 60)) {
      for (const { name, visibleUntil, folded } of names) {
        const query = nameKeys.foldQuery(name);
        const { hits } = await store.register.searchNames(query, { today, ...page });
        const stands = visibleUntil === undefined || visibleUntil > today;
        const found = hits.some((hit) => hit.home === subject?.home && hit.name === name);
        if (!stands) expect(found, name).toBe(false);
        else if (folded !== '') {
          expect(
            hits.some(({ home }) => home === subject?.home),
            name,
          ).toBe(true);
        }
      }
    }
  });

  it('changes with the day as a look at every name does', async () => {
    for (const days of [-2, -1, 1, 2]) {
      const day = addDays(today, days);
      const query = nameKeys.foldQuery('华兴');
      const found = await store.register.searchNames(query, { today: day, ...page });
      expect(found).toEqual(lookAtAll(register, query, day));
    }
  });

  it('counts to a thousand and says that there are more; pages end there', async () => {
    const many = Array.from({ length: 8_600 }, (_, index): HomeRows => {
      const home = newUuid();
      const own = index.toString(26).padStart(4, 'x');
      const name = index % 2 === 0 ? `${own}华兴贸易` : `${own} Huaxing Trading Ltd`;
      const until = index % 7 === 0 ? { visibleUntil: drawEnd() } : {};
      const names = [{ home, name, ...nameKeys.fold(name), ...until }];
      const none = { identifiers: [], recordKeys: [], batches: [] };
      return { ...none, subject: { home, registered: index % 7 !== 0, ...until }, names };
    });
    await store.admin.fillRegister(new Map(many.map((rows) => [rows.subject?.home ?? '', rows])));
    register.push(...many);
    // So common that they are met on a walk along all names, anywhere and as a word.
    for (const text of ['兴贸易', '华兴贸易', 'huaxing tra', 'trading huaxing', 'xing']) {
      const query = nameKeys.foldQuery(text);
      const found = await store.register.searchNames(query, { today, ...page });
      expect(found, text).toEqual(lookAtAll(register, query, today));
      expect(found).toMatchObject({ total: countedMatches, more: true });
      const last = { today, limit: 20, offset: countedMatches - 5 };
      expect((await store.register.searchNames(query, last)).hits).toEqual(found.hits.slice(-5));
      const beyond = { today, limit: 20, offset: countedMatches };
      expect((await store.register.searchNames(query, beyond)).hits).toEqual([]);
    }
  });
});
