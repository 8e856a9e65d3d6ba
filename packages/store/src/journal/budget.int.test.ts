import { instant } from '@credence/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  clerk,
  newUuid,
  openTestStore,
  testClock,
  testEngines,
  type TestEngine,
} from '../../../../tests/support/stores.ts';
import type { Store } from '../store.ts';

describe.each(testEngines())('the budget of closed reads on %s', (_, start) => {
  let engine: TestEngine;
  let store: Store;
  const clock = testClock();

  beforeAll(async () => {
    engine = await start();
    store = await openTestStore(await engine.newPlace(), { clock });
  });
  afterAll(async () => {
    await store.close();
    await engine.stop();
  });

  const since = instant(clock.now - 1);
  const budget = { since, perReader: 3, perAgency: 5 };
  const reader = (official: string, agency = 'office') => ({ ...clerk, official, agency });
  const read = (who: ReturnType<typeof reader>, home: string) =>
    store.journal.readWithinBudget(
      { reader: who, purpose: 'supervision', fields: [] },
      home,
      budget,
    );

  it('counts different homes, not looks, and writes nothing once it is spent', async () => {
    const who = reader('one', 'first');
    const homes = [newUuid(), newUuid(), newUuid()];
    for (const home of [...homes, ...homes]) expect((await read(who, home)).kind).toBe('read');
    const more = newUuid();
    expect(await read(who, more)).toEqual({ kind: 'spent', by: 'reader', limit: 3 });
    expect(await store.journal.accessesTo(more)).toEqual([]);
    // What was read before may be read again.
    expect((await read(who, homes[0] ?? '')).kind).toBe('read');
  });

  it('leaves out what a case led to, which is no look around', async () => {
    const who = reader('one', 'eleventh');
    const access = { reader: who, purpose: 'supervision', fields: ['case', 'letter:notice'] };
    for (let turn = 0; turn < 4; turn += 1) await store.journal.readWithAccess(access, newUuid());
    for (let turn = 0; turn < 3; turn += 1) expect((await read(who, newUuid())).kind).toBe('read');
    expect((await read(who, newUuid())).kind).toBe('spent');
  });

  it('is shared by the accounts of one agency, and by nobody else', async () => {
    const kinds: string[] = [];
    for (let turn = 0; turn < 9; turn += 1) {
      kinds.push((await read(reader(`colluder ${turn % 3}`, 'second'), newUuid())).kind);
    }
    expect(kinds.filter((kind) => kind === 'read')).toHaveLength(5);
    expect((await read(reader('someone', 'third'), newUuid())).kind).toBe('read');
  });

  it('lets no more through when all ask at once', async () => {
    const asked = Array.from({ length: 20 }, (_each, index) =>
      read(reader(`account ${index % 3}`, 'fourth'), newUuid()),
    );
    const answers = await Promise.all(asked);
    expect(answers.filter(({ kind }) => kind === 'read')).toHaveLength(5);
  });

  it('begins anew with the next day', async () => {
    const who = reader('one', 'fifth');
    for (let turn = 0; turn < 3; turn += 1) await read(who, newUuid());
    expect((await read(who, newUuid())).kind).toBe('spent');
    const access = { reader: who, purpose: 'supervision', fields: [] };
    const tomorrow = { ...budget, since: instant(clock.now + 1) };
    expect((await store.journal.readWithinBudget(access, newUuid(), tomorrow)).kind).toBe('read');
  });

  it('lets a page of homes through whole or not at all', async () => {
    const who = reader('pages', 'office of pages');
    const access = { reader: who, purpose: 'rule-change', fields: ['impact'] };
    const homes = [newUuid(), newUuid()];
    const first = await store.journal.readManyWithinBudget(access, homes, budget);
    expect(first.kind === 'read' ? [...first.homes.keys()] : first).toEqual(homes);
    const [one = ''] = homes;
    const more = [one, newUuid(), newUuid()];
    // One of them was read before; the other two would be four.
    expect(await store.journal.readManyWithinBudget(access, more, budget)).toEqual({
      ...{ kind: 'spent', by: 'reader', limit: 3 },
    });
    for (const home of more.slice(1)) expect(await store.journal.accessesTo(home)).toEqual([]);
    expect(await store.journal.accessesTo(one)).toHaveLength(1);
    const last = await store.journal.readManyWithinBudget(access, more.slice(0, 2), budget);
    expect(last.kind).toBe('read');
  });

  it('knows whose homes a reader looked at, each once, the latest first', async () => {
    const who = reader('watched', 'ninth');
    const [one, two] = [newUuid(), newUuid()];
    const first = clock.now;
    await read(who, one);
    clock.now = instant(clock.now + 1_000);
    await read(who, two);
    clock.now = instant(clock.now + 1_000);
    await read(who, one);
    await read(reader('another', 'ninth'), newUuid());
    const known = { official: 'watched', agency: 'ninth' };
    const from = (after: number, until: number) => ({
      ...{ firstAt: first + after, lastAt: first + until },
    });
    expect(await store.journal.homesReadBy(known, 10)).toEqual([
      { home: one, records: from(0, 2_000) },
      { home: two, records: from(1_000, 1_000) },
    ]);
    clock.now = instant(clock.now + 1_000);
    await store.journal.readWithAccess({ reader: who, purpose: 'own', fields: ['case'] }, one);
    const looks = { home: one, records: from(0, 2_000), cases: from(3_000, 3_000) };
    expect(await store.journal.readersOf([one])).toEqual([{ reader: who, ...looks }]);
    expect(await store.journal.readersOf([newUuid()])).toEqual([]);
    expect(await store.journal.homesReadBy(known, 1)).toHaveLength(1);
    expect(await store.journal.homesReadBy({ ...known, agency: 'tenth' }, 10)).toEqual([]);
  });

  it('lists who looked in parts, latest first, within the time asked about', async () => {
    const home = newUuid();
    const from = clock.now;
    for (let turn = 0; turn < 5; turn += 1) {
      clock.now = instant(from + turn * 1_000);
      await store.journal.readWithAccess(
        { reader: reader(`reader ${turn}`), purpose: 'own', fields: ['records'] },
        home,
      );
    }
    const all = await store.journal.findAccesses(home, { offset: 0, limit: 10 });
    expect(all.total).toBe(5);
    expect(all.first).toBe(from);
    expect(all.accesses.map(({ reader: { official } }) => official)).toEqual(
      [4, 3, 2, 1, 0].map((turn) => `reader ${turn}`),
    );
    const page = await store.journal.findAccesses(home, { offset: 1, limit: 2 });
    expect(page.accesses.map(({ at }) => at)).toEqual([from + 3_000, from + 2_000]);
    const some = await store.journal.findAccesses(home, {
      ...{ from: instant(from + 1_000), until: instant(from + 3_000), offset: 0, limit: 10 },
    });
    expect(some.total).toBe(2);
    const holder = { ...reader('holder'), agency: '' };
    await store.journal.readWithAccess(
      { reader: holder, purpose: 'own', fields: ['report'] },
      home,
    );
    const offices = await store.journal.findAccesses(home, { offices: true, offset: 0, limit: 10 });
    expect([offices.total, offices.accesses.length]).toEqual([5, 5]);
    expect((await store.journal.findAccesses(home, { offset: 0, limit: 10 })).total).toBe(6);
    clock.now = from;
  });
});

describe.each(testEngines())('sessions on %s', (_, start) => {
  it('are found by their hash, until they are closed or forgotten', async () => {
    const engine = await start();
    const store = await openTestStore(await engine.newPlace());
    const { sessions } = store;
    const who = { issuer: 'https://id.example', subject: 'wen' };
    const at = (ms: number) => instant(1_780_000_000_000 + ms);
    await sessions.open('a', { who, openedAt: at(0), seenAt: at(0) });
    await sessions.open('b', { who, openedAt: at(5), seenAt: at(5) });
    await sessions.touch('a', at(10));
    expect(await sessions.find('a')).toEqual({ who, openedAt: at(0), seenAt: at(10) });
    await sessions.forget({ seenBefore: at(6), openedBefore: at(0) });
    expect(await sessions.find('b')).toBeUndefined();
    await sessions.close('a');
    expect(await sessions.find('a')).toBeUndefined();
    await store.close();
    await engine.stop();
  });
});
