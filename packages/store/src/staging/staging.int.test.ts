import { civilDate, instant } from '@credence/domain';
import { canonicalJson, Committed } from '@credence/proof';
import type { Store } from '@credence/store';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import {
  batchOf,
  command,
  importRows,
  newEntry,
  newUuid,
  openTestStore,
  stagedRow,
  testClock,
  testEngines,
  type TestEngine,
} from '../../../../tests/support/stores.ts';

const today = civilDate('2026-06-01');

describe.each(testEngines())('an import on %s', (_, start) => {
  let engine: TestEngine;
  let store: Store;
  const clock = testClock();
  const agency = newUuid();
  let position: number;
  let file = 0;
  const nextHash = (): string => `file-${(file += 1)}`;

  beforeAll(async () => {
    engine = await start();
    store = await openTestStore(await engine.newPlace(), { clock });
  });
  afterAll(async () => {
    await store.close();
    await engine.stop();
  });
  beforeEach(async () => {
    clock.now = instant(clock.now + 60_000);
    position = (await store.journal.head()).position;
  });

  const homeOf = async (code: string): Promise<string> =>
    (await store.register.findByIdentifier({ scheme: 'uscc', value: code })) ?? 'none';

  it('records every row in the order of the file and the batch last', async () => {
    const rows = [
      stagedRow(2, { code: 'A1', name: '望澜青禾', registered: true }),
      stagedRow(3, { code: 'A2', name: '望澜云帆', visibleUntil: '2026-06-02' }),
      stagedRow(4, { code: 'A1', key: 'second' }),
    ];
    const hash = nextHash();
    const accepted = await importRows(store, rows, { home: agency, hash });

    expect(accepted).toMatchObject({
      recorded: 3,
      receipt: { position: position + 4, recordedAt: clock(), replayed: false },
    });
    const home = await homeOf('A1');
    const entries = await store.journal.entriesOf(home);
    expect(entries.map((entry) => [entry.position - position, entry.id])).toEqual([
      [1, rows[0]?.entry.id],
      [3, rows[2]?.entry.id],
    ]);
    expect(entries[0]).toMatchObject({
      ...command({ purpose: 'intake' }),
      seq: 1,
      kind: 'record@1',
    });
    expect((await store.journal.entriesOf(agency)).at(-1)).toMatchObject({
      position: position + 4,
      kind: 'batch@1',
    });
    expect(await store.register.countSubjects(today)).toBe(2);
    expect(await store.register.countSubjects(civilDate('2026-06-02'))).toBe(1);
  });

  it('adds to a subject the register knows, by the identifier of the row alone', async () => {
    await importRows(store, [stagedRow(2, { code: 'B1', name: '一号' })], {
      home: agency,
      hash: nextHash(),
    });
    const further = [{ scheme: 'uscc', value: 'B1' }];
    await importRows(
      store,
      [stagedRow(2, { code: 'B1', name: '二号', key: 'k' }), stagedRow(3, { code: 'B2', further })],
      { home: agency, hash: nextHash() },
    );
    const [one, two] = [await homeOf('B1'), await homeOf('B2')];
    expect(await store.journal.entriesOf(one)).toHaveLength(2);
    expect(await store.journal.entriesOf(two)).toHaveLength(1);
    expect(one).not.toBe(two);
  });

  it('makes the same projections as the projector would', async () => {
    expect(await store.admin.rebuild()).toMatchObject({ equal: true, differences: [] });
  });

  it('tells known rows, rows said twice, and both kinds of contradiction', async () => {
    await importRows(
      store,
      [
        stagedRow(2, { code: 'C1', key: 'one', hash: 'a' }),
        stagedRow(3, { code: 'C1', key: 'two', hash: 'a' }),
      ],
      { home: agency, hash: nextHash() },
    );
    const staging = await store.staging.open();
    await store.staging.stage(staging, [
      stagedRow(2, { code: 'C1', key: 'one', hash: 'a' }),
      stagedRow(3, { code: 'C1', key: 'two', hash: 'b' }),
      stagedRow(4, { code: 'C9', key: 'new', hash: 'a' }),
      stagedRow(5, { code: 'C9', key: 'new', hash: 'a' }),
      stagedRow(6, { code: 'C9', key: 'new', hash: 'b' }),
      stagedRow(7, { code: 'C8', key: 'new', hash: 'b' }),
    ]);
    expect(await store.staging.inspect(staging)).toEqual({
      fresh: 2,
      known: 2,
      conflicts: [
        { row: 3, key: 'two', with: 'register' },
        { row: 6, key: 'new', with: 'file', otherRow: 4 },
      ],
      identity: [],
    });
    await expect(
      store.staging.accept(staging, command(), batchOf(agency, nextHash())),
    ).rejects.toMatchObject({ code: 'staging-in-conflict' });
    expect((await store.journal.head()).position).toBe(position + 3);

    await store.staging.drop(staging, [3, 6]);
    const accepted = await store.staging.accept(staging, command(), batchOf(agency, nextHash()));
    expect(accepted.recorded).toBe(2);
  });

  it('sees one record under two codes of one subject', async () => {
    await importRows(
      store,
      [
        stagedRow(2, {
          code: 'D1',
          further: [{ scheme: 'uscc', value: 'D2' }],
          key: 'k',
          hash: 'a',
        }),
      ],
      { home: agency, hash: nextHash() },
    );
    const staging = await store.staging.open();
    await store.staging.stage(staging, [
      stagedRow(2, { code: 'D2', key: 'k', hash: 'a' }),
      stagedRow(3, { code: 'D2', key: 'n', hash: 'a' }),
      stagedRow(4, { code: 'D1', key: 'n', hash: 'a' }),
    ]);
    expect(await store.staging.inspect(staging)).toMatchObject({
      fresh: 1,
      known: 2,
      conflicts: [],
    });
    await store.staging.discard(staging);
  });

  it('takes no file twice and answers with the first receipt', async () => {
    const hash = nextHash();
    const rows = [stagedRow(2, { code: 'E1' })];
    const first = await importRows(store, rows, { home: agency, hash });
    clock.now = instant(clock.now + 1000);
    const again = await importRows(store, [stagedRow(2, { code: 'E2' })], { home: agency, hash });

    expect(again).toEqual({
      batchId: first.batchId,
      recorded: 0,
      receipt: { ...first.receipt, replayed: true },
    });
    expect(await homeOf('E2')).toBe('none');
    const { row } = batchOf(agency, hash);
    expect(await store.staging.findBatch(row)).toEqual({ home: agency, batchId: first.batchId });
    expect(await store.staging.findBatch({ ...row, mapping: 'other' })).toBeUndefined();
  });

  it('answers a retry under the same key with the first receipt', async () => {
    const once = command({ idempotencyKey: newUuid() });
    const accept = async (code: string): ReturnType<Store['staging']['accept']> => {
      const staging = await store.staging.open();
      await store.staging.stage(staging, [stagedRow(2, { code })]);
      return store.staging.accept(staging, once, batchOf(agency, nextHash()));
    };
    const first = await accept('F1');
    expect(await accept('F2')).toMatchObject({
      recorded: 0,
      receipt: { position: first.receipt.position, replayed: true },
    });
  });

  it('opens one subject for a code that two files bring at the same time', async () => {
    const files = Array.from({ length: 4 }, (_v, index) =>
      importRows(
        store,
        Array.from({ length: 20 }, (_w, row) =>
          stagedRow(row + 2, { code: `G${row}`, key: `${index}` }),
        ),
        { home: newUuid(), hash: nextHash() },
      ),
    );
    const accepted = await Promise.all(files);
    expect(accepted.map(({ recorded }) => recorded)).toEqual([20, 20, 20, 20]);
    for (let row = 0; row < 20; row += 1) {
      expect(await store.journal.entriesOf(await homeOf(`G${row}`))).toHaveLength(4);
    }
  });

  it('lets a decision and an import on one subject both count', async () => {
    await importRows(store, [stagedRow(2, { code: 'H1' })], { home: agency, hash: nextHash() });
    const home = await homeOf('H1');
    await Promise.all([
      ...Array.from({ length: 5 }, (_v, index) =>
        store.journal.record(command(), [
          newEntry(
            { names: [`名${index}`], key: { item: 'i', key: `${index}`, hash: 'h' } },
            { home },
          ),
        ]),
      ),
      ...Array.from({ length: 5 }, (_v, index) =>
        importRows(store, [stagedRow(2, { code: 'H1', key: `f${index}`, name: `号${index}` })], {
          home: newUuid(),
          hash: nextHash(),
        }),
      ),
    ]);
    expect(await store.journal.entriesOf(home)).toHaveLength(11);
    expect((await store.admin.rebuild()).equal).toBe(true);
  });

  it('accepts a file with nothing new as a batch of its own', async () => {
    await importRows(store, [stagedRow(2, { code: 'I1', hash: 'a' })], {
      home: agency,
      hash: nextHash(),
    });
    const again = await importRows(store, [stagedRow(2, { code: 'I1', hash: 'a' })], {
      home: agency,
      hash: nextHash(),
    });
    expect(again).toMatchObject({ recorded: 0, receipt: { replayed: false } });
  });

  it('gives back every text as it was handed in, from however many loads', async () => {
    const texts = ['', ' ', '"', '\\', '{},', "'", 'NULL', '望'.repeat(90), '\u{20bb7}\n\t', 'ß'];
    const rows = Array.from({ length: 2_300 }, (_, index) => {
      const text = texts[index % texts.length] ?? '';
      const row = stagedRow(index + 2, {
        code: `Q${index}`,
        key: text,
        name: `${text}${index}`,
        text,
      });
      return index % 2 === 0 ? row : { ...row, names: [] };
    });
    const staging = await store.staging.open();
    await store.staging.stage(staging, rows);
    const wanted = [2, 3, 4, 11, 12, 1_002, 2_301];
    const read = await store.staging.read(staging, wanted);
    const handedIn = rows.filter(({ row }) => wanted.includes(row));
    expect(
      read.map(({ row, entry, names, recordKey }) => ({ row, entry, names, recordKey })),
    ).toEqual(
      handedIn.map(({ row, entry, names, recordKey }) => ({ row, entry, names, recordKey })),
    );
    expect(await store.staging.inspect(staging)).toMatchObject({ fresh: 2_300, conflicts: [] });
    await store.staging.discard(staging);
  });

  it('takes a text as committed to only from what made the commitment', async () => {
    const staging = await store.staging.open();
    const row = stagedRow(2, { code: 'R1' });
    const { salt, commitment } = row.entry;
    const committed = Committed.make(salt, canonicalJson(row.entry.payload));
    await store.staging.stage(staging, [{ ...row, committed }]);
    expect((await store.staging.read(staging, [2]))[0]?.entry).toEqual(row.entry);
    const other = canonicalJson({ other: true });
    // What another hand made, and what was made for another entry: the payload counts, as ever.
    const forged = { salt, commitment, canonical: other } as unknown as Committed;
    const foreign = Committed.make(salt, other);
    await store.staging.stage(staging, [
      { ...row, row: 3, committed: forged },
      { ...row, row: 4, committed: foreign },
    ]);
    const read = await store.staging.read(staging, [3, 4]);
    expect(read.map(({ entry }) => entry.payload)).toEqual([row.entry.payload, row.entry.payload]);
    await store.staging.discard(staging);
  });

  it('lets no row arrive of a file of which one was refused', async () => {
    const staging = await store.staging.open();
    const [good, bad] = [stagedRow(2, { code: 'S1' }), stagedRow(3, { code: 'S2' })];
    const wrong = { ...bad, entry: { ...bad.entry, payload: null } };
    await expect(store.staging.stage(staging, [good, wrong])).rejects.toThrow('commitment');
    await expect(store.staging.inspect(staging)).rejects.toThrow('commitment');
    await store.staging.discard(staging);
  });

  it('refuses a staging it does not know and a row that is not what was committed to', async () => {
    await expect(
      store.staging.accept(newUuid(), command(), batchOf(agency, nextHash())),
    ).rejects.toMatchObject({ code: 'staging-unknown' });
    const staging = await store.staging.open();
    const row = stagedRow(2, { code: 'J1' });
    await expect(
      store.staging.stage(staging, [{ ...row, entry: { ...row.entry, payload: null } }]),
    ).rejects.toMatchObject({ code: 'entry-refused' });
  });
});
