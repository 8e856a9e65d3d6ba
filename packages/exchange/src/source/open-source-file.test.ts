import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openSourceFile } from './open-source-file.ts';
import { openBytes, readTables } from './source-file.test-support.ts';

const text = 'A,B,C\n1,2,3\n';
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'credence-exchange-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('openSourceFile', () => {
  it('gives name, size and SHA-256 of the bytes as they are', async () => {
    const path = join(folder, 'a.xlsx');
    await writeFile(path, text);

    const outcome = await openSourceFile(path);

    expect(outcome).toMatchObject({
      kind: 'opened',
      file: {
        name: 'a.xlsx',
        format: 'csv',
        bytes: text.length,
        hash: createHash('sha256').update(text).digest('hex'),
      },
    });
  });

  it.each([
    ['nothing at all', Buffer.alloc(0), 'file-empty'],
    ['blank lines only', Buffer.from('\ufeff \r\n\r\n'), 'file-empty'],
    ['a legacy workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0]), 'file-format-unknown'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'file-format-unknown'],
    ['a web page', Buffer.from('<html><table>'), 'file-format-unknown'],
    ['zero bytes', Buffer.from('A,B,C\n1,\0,3\n'), 'file-format-unknown'],
    ['UTF-16', Buffer.from('\ufeffA\tB\tC\n', 'utf16le'), 'file-encoding-unknown'],
    ['a zip archive cut off', Buffer.from('PK\u0003\u0004.......'), 'file-unreadable'],
  ])('refuses %s by its content, saying what is accepted', async (_, bytes, problem) => {
    expect(await openBytes(bytes)).toMatchObject({
      kind: 'refused',
      problem,
      found: expect.any(String) as string,
      accepted: expect.any(String) as string,
    });
  });

  it('refuses a path that holds no file', async () => {
    expect(await openSourceFile(join(folder, 'absent.csv'))).toMatchObject({
      problem: 'file-unreadable',
      found: 'ENOENT',
    });
    expect(await openSourceFile(folder)).toMatchObject({ found: 'EISDIR' });
  });

  it('sets an upload aside until it is closed', async () => {
    const before = await spooled();
    const outcome = await openSourceFile({ name: 'up.csv', bytes: piecewise(text) });
    if (outcome.kind === 'refused') throw new Error(outcome.found);

    expect(await readTables(outcome.file)).toMatchObject([{ rows: [[2, '1', '2', '3']] }]);
    expect((await spooled()) - before).toBe(1);
    await outcome.file.close?.();
    await outcome.file.close?.();
    expect(await spooled()).toBe(before);
  });

  it('leaves nothing behind of an upload it refuses', async () => {
    const before = await spooled();
    await openSourceFile({ name: 'up.csv', bytes: piecewise('no table') });
    expect(await spooled()).toBe(before);
  });

  it.each([
    ['other cells', text.replace('3', '4')],
    ['another encoding', iconv.encode('甲,乙,丙\n', 'gb18030')],
  ])('notices that a file changed between the hash and the rows: %s', async (_, later) => {
    const path = join(folder, 'changing.csv');
    await writeFile(path, text);
    const outcome = await openSourceFile(path);
    await writeFile(path, later);
    if (outcome.kind === 'refused') throw new Error(outcome.found);

    await expect(readTables(outcome.file)).rejects.toMatchObject({
      trouble: { found: 'the file changed while it was read' },
    });
  });
});

async function* piecewise(content: string): AsyncGenerator<Uint8Array> {
  for (const byte of Buffer.from(content)) yield await Promise.resolve(Uint8Array.of(byte));
}

async function spooled(): Promise<number> {
  const entries = await readdir(tmpdir());
  return entries.filter((name) => name.startsWith('credence-upload-')).length;
}
