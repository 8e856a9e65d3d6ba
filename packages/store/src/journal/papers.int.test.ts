import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

import type { NewPaper, PaperShelf } from '@credence/casework';
import { civilDate } from '@credence/domain';
import type { Store, StorePlace } from '@credence/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openConnection } from '../../../../tests/support/connections.ts';
import {
  command,
  newEntry,
  newUuid,
  openTestStore,
  testEngines,
  type TestEngine,
} from '../../../../tests/support/stores.ts';

const due = civilDate('2026-06-01');
const before = civilDate('2026-05-31');
const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function* inPieces(bytes: Uint8Array, size = 50_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) {
    yield await Promise.resolve(bytes.subarray(at, at + size));
  }
}

/** The digest of what is given back. */
async function wholeOf(shelf: PaperShelf, home: string, sha256: string) {
  const bytes = await shelf.open(home, sha256);
  if (bytes === undefined) return undefined;
  const hash = createHash('sha256');
  for await (const piece of bytes) hash.update(piece);
  return hash.digest('hex');
}

describe.each(testEngines())('files of acts on %s', { timeout: 60_000 }, (_, start) => {
  let engine: TestEngine;
  let place: StorePlace;
  let store: Store;
  const opened: Store[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'credence-papers-'));
  const home = newUuid();
  /** More than two pieces, each byte its own place. */
  const scan = Buffer.from(
    Uint8Array.from({ length: 500_000 }, (_v, at) => (at * 7 + at / 251) % 256),
  );
  const note = Buffer.from('收据一份');

  const attach = async (
    files: readonly Buffer[],
    given: { readonly eraseOn?: typeof due; readonly claimed?: string } = {},
  ) => {
    const entry = newEntry(
      { text: 'act' },
      { home, ...(given.eraseOn === undefined ? {} : { eraseOn: given.eraseOn }) },
    );
    const papers = files.map((file): NewPaper => ({
      ...{ home, entryId: entry.id, bytes: file.length },
      sha256: given.claimed ?? digestOf(file),
      read: () => inPieces(file),
    }));
    await store.journal.record(command(), [entry], { papers });
  };
  const open = async (): Promise<Store> => {
    place = await engine.newPlace();
    const made = await openTestStore(place);
    opened.push(made);
    return made;
  };

  beforeAll(async () => {
    engine = await start();
    store = await open();
  }, 60_000);
  afterAll(async () => {
    for (const one of opened) await one.close();
    await engine.stop();
    rmSync(folder, { recursive: true });
  });

  it('are kept with their entry and given back byte for byte, to nobody in another home', async () => {
    await attach([scan, note], { eraseOn: due });
    await attach([note, note]);
    expect(await wholeOf(store.papers, home, digestOf(scan))).toBe(digestOf(scan));
    expect(await wholeOf(store.papers, home, digestOf(note))).toBe(digestOf(note));
    expect(await wholeOf(store.papers, newUuid(), digestOf(note))).toBeUndefined();
    expect(await wholeOf(store.papers, 'nobody', digestOf(note))).toBeUndefined();
  });

  it('leave neither bytes nor act behind where they break off or are not what is said', async () => {
    const { position } = await store.journal.head();
    const other = digestOf(Buffer.from('another file'));
    await expect(attach([note], { claimed: other })).rejects.toThrow(other);
    const entry = newEntry({}, { home });
    const broken: NewPaper = {
      ...{ home, entryId: entry.id, bytes: 9, sha256: other },
      async *read() {
        yield* inPieces(scan);
        throw new Error('EIO');
      },
    };
    await expect(store.journal.record(command(), [entry], { papers: [broken] })).rejects.toThrow(
      'EIO',
    );
    expect((await store.journal.head()).position).toBe(position);
    expect(await wholeOf(store.papers, home, other)).toBeUndefined();
  });

  it('belong to an entry, and only the eraser takes them away, once it is gone', async () => {
    // The embedded database has one owner; a fresh one is as good.
    const isOwned = engine.name === 'pglite';
    const connection = await openConnection(isOwned ? await engine.newPlace() : place);
    const scope = { homes: 'all' } as const;
    const values = `('${home}', '${home}', '${digestOf(note)}', 1)`;
    for (const [as, sql, refusal] of [
      ['app', `insert into attachment values ${values}`, 'row-level security'],
      ['app', 'delete from attachment', 'permission denied'],
      ['app', "update attachment_piece set bytes = ''", 'permission denied'],
      ['eraser', `insert into attachment values ${values}`, 'permission denied'],
    ] as const) {
      await expect(
        connection.transaction({ ...scope, as }, (session) => session.exec(sql)),
      ).rejects.toThrow(refusal);
    }
    await connection.close();
  });

  it('come back from a backup, and not where their day has come since', async () => {
    const path = join(folder, `${engine.name}-whole`);
    await store.admin.backup(path);
    const other = await open();
    await other.admin.restore({ path, today: before });
    expect(await wholeOf(other.papers, home, digestOf(scan))).toBe(digestOf(scan));
    const later = await open();
    await later.admin.restore({ path, today: due });
    expect(await wholeOf(later.papers, home, digestOf(scan))).toBeUndefined();
    // Another act names it too.
    expect(await wholeOf(later.papers, home, digestOf(note))).toBe(digestOf(note));
  });

  it('are proved before a backup is brought back', async () => {
    const path = join(folder, `${engine.name}-whole`);
    const lines = gunzipSync(readFileSync(path)).toString('utf8').trimEnd().split('\n');
    const damaged = (change: (line: string) => string | undefined): string => {
      const body = lines.slice(0, -1).flatMap((line) => change(line) ?? []);
      const text = body.map((line) => `${line}\n`).join('');
      const end = { kind: 'end', lines: body.length - 1, sha256: digestOf(Buffer.from(text)) };
      const made = join(folder, `${engine.name}-damaged`);
      writeFileSync(made, gzipSync(`${text}${JSON.stringify(end)}\n`));
      return made;
    };
    const isPiece = (line: string): boolean => line.startsWith('{"kind":"piece"');
    expect(lines.filter(isPiece)).toHaveLength(4);
    const changed = (line: string): string =>
      isPiece(line) ? line.replace('"bytes":"', '"bytes":"AAAA') : line;
    const empty = await open();
    await expect(empty.admin.restore({ path: damaged(changed), today: before })).rejects.toThrow(
      'holds a file that is not',
    );
    await expect(
      empty.admin.restore({
        path: damaged((line) => (isPiece(line) ? undefined : line)),
        today: before,
      }),
    ).rejects.toThrow('lacks 2 files');
  });

  it('are erased with the last entry that names them', async () => {
    await store.admin.eraseDue(due);
    expect(await wholeOf(store.papers, home, digestOf(scan))).toBeUndefined();
    expect(await wholeOf(store.papers, home, digestOf(note))).toBe(digestOf(note));
    const path = join(folder, `${engine.name}-after`);
    await store.admin.backup(path);
    expect(gunzipSync(readFileSync(path)).toString('utf8')).not.toContain(digestOf(scan));
  });
});
