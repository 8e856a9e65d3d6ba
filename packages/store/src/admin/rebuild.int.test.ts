import { instant } from '@credence/domain';
import type { Store, StorePlace } from '@credence/store';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { openConnection } from '../../../../tests/support/connections.ts';
import { fakeProjector } from '../../../../tests/support/fake-projector.ts';
import {
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

describe.each(testEngines())('a rebuild on %s', (_, start) => {
  let engine: TestEngine;
  let place: StorePlace;
  let store: Store;
  const clock = testClock();

  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine.stop());
  beforeEach(async () => {
    place = await engine.newPlace();
    store = await openTestStore(place, { clock });
    await importRows(
      store,
      Array.from({ length: 30 }, (_v, index) =>
        stagedRow(index + 2, {
          code: `Z${index % 20}`,
          name: `望澜${index % 20}号`,
          registered: index % 3 === 0,
          visibleUntil: '2027-01-01',
        }),
      ),
      { home: newUuid(), hash: 'file' },
    );
    await store.journal.record(command(), [
      newEntry({ agency: { code: 'a', name: { en: 'A' } } }),
      newEntry({ edition: { code: 'e', hash: 'h' } }),
      newEntry({ registered: true }),
    ]);
  });
  afterEach(() => store.close());

  it('gives the very rows that stand in the tables', async () => {
    const report = await store.admin.rebuild();
    expect(report).toMatchObject({ homes: 24, equal: true, differences: [] });
    const rows = Object.fromEntries(report.tables.map(({ table, rows: count }) => [table, count]));
    expect(rows).toEqual({
      subject: 21,
      subject_identifier: 20,
      subject_name: 20,
      record_key: 30,
      agency: 1,
      edition: 1,
      batch: 1,
      record_line: 0,
      matter: 0,
      error_report: 0,
      rule_draft: 0,
      case_file: 0,
      account: 0,
    });
  });

  it('names every planted difference and puts it right', async () => {
    const home = await store.register.findByIdentifier({ scheme: 'uscc', value: 'Z3' });
    const stranger = newUuid();
    await store.close();
    const connection = await openConnection(place);
    await connection.transaction({ homes: 'all' }, async (session) => {
      await session.query('delete from subject_name where home = $1', [home ?? '']);
      await session.query('insert into subject (home, registered) values ($1, true)', [stranger]);
      await session.query("update record_key set content_hash = 'other' where key = 'doc-2'");
    });
    await connection.close();
    store = await openTestStore(place, { clock });

    const report = await store.admin.rebuild();
    expect(report.equal).toBe(false);
    expect(report.differences).toEqual([
      { table: 'subject', home: stranger, kind: 'surplus', key: [] },
      { table: 'subject_name', home, kind: 'missing', key: ['望澜3号'] },
      expect.objectContaining({ table: 'record_key', kind: 'missing', key: ['penalty', 'doc-2'] }),
      expect.objectContaining({ table: 'record_key', kind: 'surplus', key: ['penalty', 'doc-2'] }),
    ]);
    expect((await store.admin.rebuild()).equal).toBe(true);
  });

  it('is asked for when the projector has a new version, and switches to its rows', async () => {
    expect(await store.admin.projections()).toBe('current');
    await store.close();
    store = await openTestStore(place, {
      clock,
      projectionVersion: 2,
      projector: (entries) => ({ ...fakeProjector(entries), names: [] }),
    });
    expect(await store.admin.projections()).toBe('outdated');
    const report = await store.admin.rebuild();
    expect(report.tables.find(({ table }) => table === 'subject_name')).toEqual({
      table: 'subject_name',
      rows: 0,
      missing: 0,
      surplus: 20,
    });
    expect(await store.admin.projections()).toBe('current');
    expect((await store.admin.rebuild()).equal).toBe(true);
  });

  it('misses nothing that is recorded while it runs', async () => {
    await store.close();
    const late: { recorded: number } = { recorded: 0 };
    const open: Store = await openTestStore(place, {
      clock,
      projector: async (entries) => {
        // A stranger records in the middle of the walk over all homes.
        if (late.recorded === 0 && entries[0]?.kind === 'record@1') {
          late.recorded = 1;
          const { home } = entries[0];
          await open.journal.record(command(), [
            newEntry({ names: ['新名'], registered: true }, { home }),
            newEntry({ names: ['新户'], registered: true }),
          ]);
        }
        return fakeProjector(entries);
      },
    });
    store = open;
    clock.now = instant(clock.now + 1);
    expect((await store.admin.rebuild()).equal).toBe(true);
    expect((await store.admin.rebuild()).equal).toBe(true);
  });

  it('refuses a projector that writes into another home', async () => {
    await store.close();
    store = await openTestStore(place, {
      clock,
      projector: (entries) => ({
        ...fakeProjector(entries),
        agency: { home: newUuid(), code: 'x', name: { en: 'x' } },
      }),
    });
    await expect(store.admin.rebuild()).rejects.toMatchObject({ code: 'projection-refused' });
  });
});
