import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { PaperTray } from '@credence/casework';
import { instant } from '@credence/domain';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { openTray } from './open-tray.ts';

const account = 'wang';
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n%%EOF\n');
const minute = 60_000;

async function* pieces(bytes: Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) {
    yield await Promise.resolve(bytes.subarray(at, at + size));
  }
}

describe('files that wait for their act', () => {
  let folder = '';
  let now = 0;
  let ids = 0;
  let tray: PaperTray;

  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'credence-tray-')), 'papers');
    now = 0;
    tray = openTray({
      ...{ folder, limitBytes: 1_000, wholeBytes: 2_500, keepMs: minute },
      clock: () => instant(now),
      id: () => `id-${String((ids += 1))}`,
    });
  });
  afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }));

  const send = (bytes: Uint8Array, name = '收据.pdf') =>
    tray.receive({ account, name, bytes: pieces(bytes) });
  const kept = async (bytes: Uint8Array, name?: string) => {
    const outcome = await send(bytes, name);
    if (outcome.kind !== 'received') throw new Error(JSON.stringify(outcome));
    const read: Uint8Array[] = [];
    for await (const piece of tray.read({ id: outcome.paper.id, account })) read.push(piece);
    return { paper: outcome.paper, bytes: Buffer.concat(read) };
  };

  it('are kept as they came, under a digest taken here', async () => {
    const { paper, bytes } = await kept(pdf);
    expect(bytes).toEqual(pdf);
    expect(paper).toMatchObject({
      ...{ name: '收据.pdf', bytes: pdf.length, type: 'application/pdf' },
      sha256: createHash('sha256').update(pdf).digest('hex'),
    });
    expect(await tray.find({ id: paper.id, account })).toEqual(paper);
    expect(await tray.find({ id: paper.id, account: 'li' })).toBeUndefined();
  });

  it('are what their bytes say, whatever they are called', async () => {
    for (const [bytes, name, found] of [
      [Buffer.from('MZ\u0000\u0000'), '发票.pdf', 'EXE'],
      [Buffer.from('PK\u0003\u0004'), 'a.txt', 'ZIP, DOCX, XLSX'],
      [Buffer.from([1, 2, 3]), 'a.png', 'binary'],
      [Buffer.alloc(0), 'a.pdf', 'empty'],
      [Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 200, 1]), 'a.jpg', 'jpeg-damaged'],
      [Buffer.from('文字'.repeat(9) + '\u0000'), 'a.txt', 'binary'],
    ] as const) {
      expect(await send(bytes, name), name).toEqual({ kind: 'type-refused', found });
    }
    expect(await readdir(folder)).toEqual([]);
    const gb18030 = Buffer.from([0xca, 0xd5, 0xbe, 0xdd, 0x0d, 0x0a]);
    expect((await kept(gb18030, '收据.csv')).paper.type).toBe('text/plain');
  });

  it('have a name that misleads nobody', async () => {
    const text = Buffer.from('<script>');
    for (const [given, name] of [
      ['../../etc/x.html', 'x.html.txt'],
      ['C:\\temp\\明细.csv', '明细.csv'],
      ['gnp.\u202Etxt.exe\r\n', 'gnp.txt.exe.txt'],
      ['', 'file.txt'],
      [`${'长'.repeat(300)}.txt`, `${'长'.repeat(120)}.txt`],
    ] as const) {
      expect((await kept(text, given)).paper.name).toBe(name);
      now += 2 * minute;
    }
  });

  it('lose what a camera writes beside the picture, and what lies behind its end', async () => {
    const segment = (mark: number, body: string): Buffer => {
      const head = Buffer.from([0xff, mark, 0, body.length + 2]);
      return Buffer.concat([head, Buffer.from(body, 'latin1')]);
    };
    const begin = Buffer.from([0xff, 0xd8]);
    const coded = Buffer.from([1, 0xff, 0, 2, 0xff, 0xd3, 4, 0xff, 0xd9]);
    const [frame, scan] = [segment(0xc0, 'frame'), segment(0xda, 'scan')];
    const [table, place] = [segment(0xdb, 'tables'), segment(0xe1, 'Exif\0\0GPS 31.2')];
    const jpeg = [begin, place, table, segment(0xfe, 'remark'), frame, scan, coded];
    const photo = await kept(Buffer.concat([...jpeg, Buffer.from('hidden')]), 'a.jpg');
    expect(photo.bytes).toEqual(Buffer.concat([begin, table, frame, scan, coded]));

    const chunk = (name: string, body: string): Buffer => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(body.length);
      return Buffer.concat([length, Buffer.from(`${name}${body}CRC!`, 'latin1')]);
    };
    const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const [size, data, end] = [chunk('IHDR', 'size'), chunk('IDAT', 'data'), chunk('IEND', '')];
    const png = [mark, size, chunk('tEXt', 'Author'), chunk('eXIf', 'GPS'), data, end];
    const drawn = await kept(Buffer.concat([...png, Buffer.from('PK')]), 'a.png');
    expect(drawn.bytes).toEqual(Buffer.concat([mark, size, data, end]));
  });

  it('leave nothing behind where there is no room, by their size or the disk', async () => {
    expect(await send(Buffer.alloc(1_001, 'a'))).toEqual({ kind: 'too-large' });
    async function* full(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(pdf);
      throw Object.assign(new Error('no space'), { code: 'ENOSPC', syscall: 'write' });
    }
    const onFullDisk = await tray.receive({ account, name: 'a.pdf', bytes: full() });
    expect(onFullDisk).toEqual({ kind: 'no-room' });
    expect(await readdir(folder)).toEqual([]);
    for (const size of [900, 900]) await kept(Buffer.alloc(size, 'a'), 'a.txt');
    expect(await send(pdf)).toEqual({ kind: 'no-room' });
  });

  it('are gone when they expire, also those that a killed process left half received', async () => {
    const { paper } = await kept(pdf);
    // What is left of a process that ended while a file came in.
    await writeFile(join(folder, 'half.json'), JSON.stringify({ expiresAt: minute, bytes: 1_000 }));
    await writeFile(join(folder, 'half.bytes'), 'a');
    now = minute;
    expect(await tray.find({ id: paper.id, account })).toBeUndefined();
    const after = await kept(pdf);
    expect(await readdir(folder)).toHaveLength(2);
    await tray.remove({ id: after.paper.id, account });
    expect(await readdir(folder)).toEqual([]);
  });
});
