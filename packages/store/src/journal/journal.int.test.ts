import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { instant } from '@credence/domain';
import type { Store } from '@credence/store';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import {
  clerk,
  command,
  newEntry,
  newUuid,
  openTestStore,
  testClock,
  testEngines,
  type TestClock,
  type TestEngine,
} from '../../../../tests/support/stores.ts';

describe.each(testEngines())('the journal on %s', (_, start) => {
  let engine: TestEngine;
  let store: Store;

  const clock: TestClock = testClock();
  /** Where the journal stood when the test began. */
  let base: number;

  beforeAll(async () => {
    engine = await start();
    store = await openTestStore(await engine.newPlace(), { clock });
  });
  afterAll(async () => {
    await store.close();
    await engine.stop();
  });
  beforeEach(async () => {
    clock.now = instant(clock.now + 7 * 86_400_000);
    base = (await store.journal.head()).position;
  });

  it('begins empty, at position 0', async () => {
    expect(await store.journal.head()).toEqual({ position: 0, recordedAt: 0 });
    expect(await store.journal.entriesOf(newUuid())).toEqual([]);
    expect(await store.journal.entriesOf('nobody')).toEqual([]);
    expect(await store.journal.positionAt(clock())).toBe(0);
  });

  it('gives back one stream of a home alone, also as it was at a position', async () => {
    const home = newUuid();
    const [one, two] = [
      newEntry({ text: '1' }, { home, stream: 'a' }),
      newEntry({ text: '2' }, { home, stream: 'b' }),
    ];
    const third = newEntry({ text: '3' }, { home, stream: 'a' });
    await store.journal.record(command(), [one, two, third]);
    const idsOf = async (options: {
      readonly stream?: string;
      readonly streams?: string;
      readonly knownAt?: number;
    }) => (await store.journal.entriesOf(home, options)).map(({ id }) => id);

    expect(await idsOf({ stream: 'a' })).toEqual([one.id, third.id]);
    expect(await idsOf({ streams: 'a' })).toEqual([one.id, third.id]);
    expect(await idsOf({ streams: '' })).toHaveLength(3);
    expect(await idsOf({ stream: 'a', knownAt: base + 2 })).toEqual([one.id]);
    expect(await idsOf({ stream: 'b' })).toEqual([two.id]);
    expect(await idsOf({ stream: 'c' })).toEqual([]);
  });

  it('gives back every entry as it was recorded, in the order of the journal', async () => {
    const home = newUuid();
    const first = newEntry({ text: 'first 望澜 \u0000 "quoted" \\' }, { home, stream: 'a' });
    const second = newEntry({ text: 'second' }, { home, stream: 'a', supersedes: first.id });
    const outcome = await store.journal.record(command(), [first, second]);

    expect(outcome).toEqual({
      kind: 'recorded',
      receipt: { position: base + 2, recordedAt: clock(), replayed: false },
    });
    const { id, stream, kind, payload, commitment } = first;
    const shown = { id, home, stream, kind, payload, commitment };
    expect(await store.journal.entriesOf(home)).toEqual([
      { ...shown, ...command(), seq: 1, position: base + 1, recordedAt: clock() },
      expect.objectContaining({ id: second.id, seq: 2, position: base + 2, supersedes: first.id }),
    ]);
    expect(await store.journal.entriesOf(home, { knownAt: base + 1 })).toHaveLength(1);
  });

  it('reads several homes at once and names those without entries', async () => {
    const [one, two, none] = [newUuid(), newUuid(), newUuid()];
    await store.journal.record(command(), [
      newEntry({}, { home: one }),
      newEntry({}, { home: two }),
    ]);
    const found = await store.journal.entriesOfMany([one, two, none, 'nobody']);
    expect([...found].map(([home, entries]) => [home, entries.length])).toEqual(
      expect.arrayContaining([
        [one, 1],
        [two, 1],
        [none, 0],
      ]),
    );
  });

  it('answers a retry with the first receipt and appends nothing', async () => {
    const home = newUuid();
    const once = command({ idempotencyKey: 'key-1' });
    const entries = [newEntry({}, { home, stream: 's' }), newEntry({}, { home, stream: 's' })];
    const first = await store.journal.record(once, entries);
    clock.now = instant(clock.now + 5000);
    const again = await store.journal.record(once, [newEntry({}, { home, stream: 's' })]);

    expect(again).toEqual({
      kind: 'recorded',
      receipt: { position: base + 2, recordedAt: instant(clock.now - 5000), replayed: true },
    });
    expect(first).toMatchObject({ receipt: { position: base + 2, replayed: false } });
    expect((await store.journal.head()).position).toBe(base + 2);
  });

  it('keeps the same key apart in different homes', async () => {
    const once = command({ idempotencyKey: 'key-1' });
    await store.journal.record(once, [newEntry({})]);
    const other = await store.journal.record(once, [newEntry({})]);
    expect(other).toMatchObject({ receipt: { position: base + 2, replayed: false } });
  });

  it('has exactly one effect when the same key is sent many times at once', async () => {
    const home = newUuid();
    const once = command({ idempotencyKey: 'key-1' });
    const tries = Array.from({ length: 8 }, () =>
      store.journal.record(once, [newEntry({}, { home, stream: 's' })]),
    );
    const outcomes = await Promise.all(tries);
    const fresh = outcomes.filter(
      (outcome) => outcome.kind === 'recorded' && !outcome.receipt.replayed,
    );
    expect(outcomes.every(({ kind }) => kind === 'recorded')).toBe(true);
    expect(fresh).toHaveLength(1);
    expect(await store.journal.entriesOf(home)).toHaveLength(1);
  });

  it('lets one of two deciders on the same state win and tells the other', async () => {
    const place = { home: newUuid(), stream: 'case-1' };
    await store.journal.record(command(), [newEntry({}, place)]);
    const decide = (): ReturnType<Store['journal']['record']> =>
      store.journal.record(command(), [newEntry({}, place)], { expect: [{ ...place, seq: 1 }] });
    const outcomes = await Promise.all([decide(), decide()]);

    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['conflict', 'recorded']);
    expect(outcomes).toContainEqual({ kind: 'conflict', ...place });
    expect(await store.journal.entriesOf(place.home)).toHaveLength(2);
  });

  it('appends all of many writers on one stream, without gaps', async () => {
    const place = { home: newUuid(), stream: 'busy' };
    await Promise.all(
      Array.from({ length: 20 }, () => store.journal.record(command(), [newEntry({}, place)])),
    );
    const entries = await store.journal.entriesOf(place.home);
    expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_v, i) => i + 1));
    expect(entries.map(({ position }) => position - base)).toEqual(entries.map(({ seq }) => seq));
  });

  it('projects a home completely when two commands write different streams of it', async () => {
    const home = newUuid();
    await Promise.all(
      ['甲公司', '乙公司', '丙公司', '丁公司'].map((name, index) =>
        store.journal.record(command(), [
          newEntry(
            { names: [name], key: { item: 'i', key: `${index}`, hash: 'h' }, registered: true },
            { home },
          ),
        ]),
      ),
    );
    expect((await store.admin.rebuild()).equal).toBe(true);
  });

  it('never lets the time of recording go back, whatever the clock does', async () => {
    const home = newUuid();
    for (const step of [0, -3_600_000, 5, -1, 90_000, -86_400_000]) {
      clock.now = instant(clock.now + step);
      await store.journal.record(command(), [newEntry({}, { home })]);
    }
    const times = (await store.journal.entriesOf(home)).map(({ recordedAt }) => recordedAt);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it('knows the last position at a moment, to the millisecond', async () => {
    const at = clock.now;
    await store.journal.record(command(), [newEntry({}), newEntry({})]);
    clock.now = instant(at + 10);
    await store.journal.record(command(), [newEntry({})]);
    expect(await store.journal.positionAt(instant(at - 1))).toBe(base);
    expect(await store.journal.positionAt(at)).toBe(base + 2);
    expect(await store.journal.positionAt(instant(at + 9))).toBe(base + 2);
    expect(await store.journal.positionAt(instant(at + 10))).toBe(base + 3);
  });

  it('never changes an answer about a moment, even under an older clock', async () => {
    const at = clock.now;
    await store.journal.record(command(), [newEntry({})]);
    expect(await store.journal.positionAt(at)).toBe(base + 1);
    await store.journal.record(command(), [newEntry({})]);
    clock.now = instant(at - 60_000);
    await store.journal.record(command(), [newEntry({})]);
    expect(await store.journal.positionAt(at)).toBe(base + 1);
    expect((await store.journal.head()).position).toBe(base + 3);
  });

  it('refuses a payload that is not the one committed to, and stores nothing', async () => {
    const entry = { ...newEntry({ text: 'true' }), payload: { text: 'other' } };
    await expect(store.journal.record(command(), [entry])).rejects.toMatchObject({
      code: 'entry-refused',
    });
    await expect(store.journal.record(command(), [])).rejects.toMatchObject({
      code: 'entry-refused',
    });
    expect((await store.journal.head()).position).toBe(base);
  });

  it('stores entries, projections, messages and access together or not at all', async () => {
    const home = newUuid();
    const entry = newEntry({ names: ['望澜'], registered: true }, { home });
    const tooLong = newEntry({ names: ['x\u0000y'], registered: true }, { home });
    const options = {
      outbox: [{ home, topic: 'notice', body: { to: 'someone' } }],
      access: [{ home, reader: clerk, purpose: 'decision', fields: ['name'] }],
    };
    await expect(store.journal.record(command(), [entry, tooLong], options)).rejects.toThrow();
    expect(await store.journal.entriesOf(home)).toEqual([]);
    expect(await store.journal.accessesTo(home)).toEqual([]);
    expect(await countMessages(home)).toBe(0);
    expect((await store.journal.head()).position).toBe(base);

    await store.journal.record(command(), [entry], options);
    expect(await store.journal.entriesOf(home)).toHaveLength(1);
    expect(await store.journal.accessesTo(home)).toHaveLength(1);
    expect(await countMessages(home)).toBe(1);
  });

  /** Messages have no reader yet; a backup shows them. */
  async function countMessages(home: string): Promise<number> {
    const path = join(mkdtempSync(join(tmpdir(), 'credence-messages-')), 'backup.gz');
    await store.admin.backup(path);
    const lines = gunzipSync(readFileSync(path)).toString('utf8').split('\n');
    rmSync(dirname(path), { recursive: true });
    return lines.filter((line) => line.startsWith(`{"kind":"message","home":"${home}"`)).length;
  }

  it('writes who looked with every read, and shows it to whoever asks', async () => {
    const home = newUuid();
    await store.journal.record(command(), [newEntry({}, { home })]);
    const access = { reader: clerk, purpose: 'inspection', fields: ['name', 'fine'] };
    expect(await store.journal.readWithAccess(access, home)).toHaveLength(1);
    expect(await store.journal.accessesTo(home)).toEqual([{ ...access, at: clock() }]);
    expect(await store.journal.accessesTo(newUuid())).toEqual([]);
  });

  it('lets the projector read the store while a command runs', async () => {
    const place = await engine.newPlace();
    const late: { store?: Store } = {};
    const seen: number[] = [];
    late.store = await openTestStore(place, {
      projector: async () => {
        const editions = await late.store?.register.editions();
        const head = await late.store?.journal.entriesOf(newUuid());
        seen.push((editions?.length ?? -1) + (head?.length ?? -1));
        return { identifiers: [], names: [], recordKeys: [], batches: [] };
      },
    });
    await late.store.journal.record(command(), [newEntry({})]);
    await late.store.close();
    expect(seen).toEqual([0]);
  });
});
