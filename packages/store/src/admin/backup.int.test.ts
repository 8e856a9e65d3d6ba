import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

import { civilDate, instant } from '@credence/domain';
import type { Store } from '@credence/store';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import {
  clerk,
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

const before = civilDate('2026-05-31');
const due = civilDate('2026-06-01');

describe.each(testEngines())('backup and restore on %s', (_, start) => {
  let engine: TestEngine;
  let store: Store;
  let home: string;
  const clock = testClock();
  const opened: Store[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'credence-backup-'));
  const file = (name: string): string => join(folder, `${engine.name}-${name}`);

  beforeAll(async () => {
    engine = await start();
  });
  afterAll(async () => {
    await engine.stop();
    rmSync(folder, { recursive: true });
  });
  beforeEach(async () => {
    store = await open();
    await store.journal.record(command(), [newEntry({ edition: { code: 'e', hash: 'h' } })]);
    await importRows(
      store,
      Array.from({ length: 25 }, (_v, index) =>
        stagedRow(index + 2, {
          code: `Y${index % 5}`,
          name: `望澜${index}`,
          registered: true,
          ...(index === 7 ? { eraseOn: due, text: 'SECRET' } : {}),
        }),
      ),
      { home: newUuid(), hash: 'file' },
    );
    home = (await store.register.findByIdentifier({ scheme: 'uscc', value: 'Y2' })) ?? '';
    await store.journal.readWithAccess({ reader: clerk, purpose: 'audit', fields: ['a'] }, home);
    const stream = (await store.journal.entriesOf(home)).find(({ payload }) =>
      JSON.stringify(payload).includes('SECRET'),
    )?.stream;
    await store.journal.record(command({ idempotencyKey: 'once' }), [newEntry({}, { home })], {
      outbox: [{ home, topic: 'notice', body: 'SECRET', stream: stream ?? '' }],
    });
  });
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close();
  });

  async function open(): Promise<Store> {
    const made = await openTestStore(await engine.newPlace(), { clock });
    opened.push(made);
    return made;
  }

  const linesOf = (path: string): readonly string[] =>
    gunzipSync(readFileSync(path)).toString('utf8').trimEnd().split('\n');

  it('brings everything back as it was: places, times, access, keys and projections', async () => {
    const path = file('whole');
    const report = await store.admin.backup(path);
    expect(report).toMatchObject({ path, position: 28 });
    expect(statSync(path).mode & 0o777).toBe(0o600);

    clock.now = instant(clock.now + 1_000_000);
    const other = await open();
    const restored = await other.admin.restore({ path, today: before });
    expect(restored).toMatchObject({ position: 28, entries: 28, erasedNow: 0 });
    expect(await other.journal.head()).toEqual(await store.journal.head());
    expect(await other.journal.entriesOf(home)).toEqual(await store.journal.entriesOf(home));
    expect(await other.journal.accessesTo(home)).toEqual(await store.journal.accessesTo(home));
    expect(await other.admin.projections()).toBe('current');
    expect((await other.admin.rebuild()).equal).toBe(true);
    expect(await other.register.editions()).toHaveLength(1);

    const again = await other.journal.record(command({ idempotencyKey: 'once' }), [
      newEntry({}, { home }),
    ]);
    expect(again).toMatchObject({ receipt: { replayed: true } });
    await other.journal.record(command(), [newEntry({}, { home })]);
    expect((await other.journal.head()).position).toBe(29);
  });

  it('gives the same lines whichever engine reads them back', async () => {
    const [first, second] = [file('first'), file('second')];
    await store.admin.backup(first);
    // The first form of a backup, which knew of no files, is read like one of today.
    const old = file('first-form');
    const lines = linesOf(first);
    writeFileSync(old, formOf(lines, 1));
    expect(linesOf(old)[0]).toContain('"format":1,');
    const other = await open();
    await other.admin.restore({ path: old, today: before });
    await other.admin.backup(second);
    expect(linesOf(second)).toEqual(lines);
  });

  /** The same backup in another form, whole in itself. */
  function formOf(lines: readonly string[], format: number): Buffer {
    const [head = '', ...rest] = lines.slice(0, -1);
    const own = [head.replace(/"format":\d+/, `"format":${String(format)}`), ...rest];
    const sha256 = createHash('sha256')
      .update(`${own.join('\n')}\n`)
      .digest('hex');
    const end = JSON.stringify({ kind: 'end', lines: rest.length, sha256 });
    return gzipSync(`${[...own, end].join('\n')}\n`);
  }

  it('never brings back a payload whose day has come since the backup', async () => {
    const path = file('old');
    await store.admin.backup(path);
    expect(gunzipSync(readFileSync(path)).toString('utf8')).toContain('SECRET');
    const other = await open();
    const report = await other.admin.restore({ path, today: due });
    expect(report).toMatchObject({ entries: 28, erasedNow: 1 });
    await expectNoSecret(other);
    const entries = await other.journal.entriesOf(home);
    expect(entries.at(-1)).toMatchObject({ kind: 'erasure@1', position: 29 });
    expect((await other.admin.rebuild()).equal).toBe(true);
    expect(await other.admin.eraseDue(due)).toBe(0);
  });

  it('replays erasures made after the backup, from a list or from a later backup', async () => {
    const old = file('older');
    await store.admin.backup(old);
    await store.admin.eraseDue(due);
    const [list, later] = [file('list'), file('later')];
    await store.admin.exportErasures(list);
    await store.admin.backup(later);
    for (const erasures of [[list], [later]]) {
      const other = await open();
      // The day alone would not erase it yet.
      const report = await other.admin.restore({ path: old, today: before, erasures });
      expect(report.erasedNow).toBe(1);
      await expectNoSecret(other);
    }
    const last = await open();
    expect(await last.admin.restore({ path: later, today: before })).toMatchObject({
      erasedNow: 0,
    });
    await expectNoSecret(last);
  });

  async function expectNoSecret(restored: Store): Promise<void> {
    const path = file('check');
    await restored.admin.backup(path);
    expect(gunzipSync(readFileSync(path)).toString('utf8')).not.toContain('SECRET');
  }

  it('refuses a damaged file and leaves the store empty', async () => {
    const path = file('good');
    await store.admin.backup(path);
    const lines = linesOf(path);
    const damaged: Readonly<Record<string, readonly string[] | Buffer>> = {
      'a line left out': lines.filter((_line, index) => index !== 5),
      'a line changed': lines.map((line) => line.replace('example-law#art-1', 'example-law#art-2')),
      'its end cut off': lines.slice(0, -1),
      'something after its end': [...lines, lines[1] ?? ''],
      'of a form to come': formOf(lines, 3),
      'not ours': ['{"kind":"other"}'],
      'not JSON': ['hello'],
      'not compressed': Buffer.from('hello'),
      'cut short': readFileSync(path).subarray(0, 900),
    };
    const other = await open();
    for (const [what, content] of Object.entries(damaged)) {
      const bad = file('bad');
      writeFileSync(bad, Buffer.isBuffer(content) ? content : gzipSync(`${content.join('\n')}\n`));
      await expect(other.admin.restore({ path: bad, today: before }), what).rejects.toMatchObject({
        code: 'backup-damaged',
      });
      expect((await other.journal.head()).position).toBe(0);
    }
    await expect(
      other.admin.restore({ path: file('missing'), today: before }),
    ).rejects.toMatchObject({ code: 'backup-damaged' });
    await other.admin.restore({ path, today: before });
  });

  it('refuses to restore over entries, and a list of erasures as a backup', async () => {
    const [path, list] = [file('again'), file('only-list')];
    await store.admin.backup(path);
    await store.admin.exportErasures(list);
    await expect(store.admin.restore({ path, today: before })).rejects.toMatchObject({
      code: 'store-not-empty',
    });
    const other = await open();
    await expect(other.admin.restore({ path: list, today: before })).rejects.toMatchObject({
      code: 'backup-damaged',
    });
  });
});
