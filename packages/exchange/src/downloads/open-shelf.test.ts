import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import type { BulkColumn, BulkRow, DownloadManifest, DownloadShelf } from '@credence/casework';
import { civilDate } from '@credence/domain';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { openShelf } from './open-shelf.ts';
import { harmless } from './write-csv.ts';

const titled = { title: { zh: '列', en: 'Column' } };
const columns: readonly BulkColumn[] = [
  { name: 'name', type: 'text', ...titled },
  { name: 'kinds', type: 'codes', ...titled },
  { name: 'decided', type: 'date', ...titled },
  { name: 'count', type: 'integer', ...titled },
  { name: 'open', type: 'flag', ...titled },
  { name: 'fine', type: 'money', currency: 'CNY', places: 2, ...titled },
];
const full: BulkRow = {
  name: '望澜市晴川食品有限公司',
  kinds: ['fine', 'confiscation'],
  decided: '2026-08-14',
  count: 12,
  open: true,
  fine: 2_000_050,
};
const bare: BulkRow = { name: '甲' };
const after = 't1-mi7a0000-fum';

let folder: string;
let now: number;
let shelf: DownloadShelf;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'credence-shelf-'));
  now = Date.now();
  shelf = openShelf(folder, () => now);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function manifestOf(dataset: string, files: DownloadManifest['files']): DownloadManifest {
  return {
    form: 'credence-download@1',
    dataset,
    title: { zh: '数据', en: 'Data' },
    access: 'open',
    timepoint: '2026-11-20T02:00:00.000Z',
    after,
    day: civilDate('2026-11-20'),
    zone: 'Asia/Shanghai',
    edition: { code: 'town', hash: 'f'.repeat(64) },
    validUntil: civilDate('2026-12-21'),
    servedUntil: civilDate('2026-11-21'),
    rows: 2,
    columns,
    files,
    licence: { en: 'Free.' },
  };
}

/** Writes one cut and leaves it uncommitted. */
async function writeCut(rows: readonly BulkRow[], dataset = 'penalty') {
  const cut = await shelf.begin(after);
  const table = await cut.open(dataset, columns);
  for (const row of rows) await table.write(row);
  const manifest = manifestOf(dataset, await table.close());
  await cut.describe(manifest);
  return { cut, manifest };
}

async function bytesOf(file: string, dataset = 'penalty'): Promise<Buffer> {
  const pieces = await shelf.read({ after, dataset }, file);
  if (pieces === undefined) throw new Error(`${file} is not there.`);
  const read: Uint8Array[] = [];
  for await (const piece of pieces) read.push(piece);
  return Buffer.concat(read);
}

describe('files for download', () => {
  it('are nowhere before the whole cut is, and all there afterwards', async () => {
    const { cut, manifest } = await writeCut([full, bare]);
    expect(await shelf.list()).toEqual([]);
    expect(await shelf.read({ after, dataset: 'penalty' }, 'penalty.csv')).toBeUndefined();
    await cut.commit();
    expect(await shelf.list()).toEqual([manifest]);
    for (const { name, bytes, sha256 } of manifest.files) {
      const content = await bytesOf(name);
      expect(content.byteLength).toBe(bytes);
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
    }
  });

  it('leave nothing when a cut is given up', async () => {
    const { cut } = await writeCut([full]);
    await cut.discard();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('of a process that died are cleared away the next day, a running one is left alone', async () => {
    await writeCut([full]);
    const [left] = readdirSync(folder);
    await shelf.begin('t1-mi7a0001-fum');
    expect(readdirSync(folder)).toContain(left);
    const old = (now - 25 * 3_600_000) / 1000;
    utimesSync(join(folder, left ?? ''), old, old);
    await shelf.begin('t1-mi7a0002-fum');
    expect(readdirSync(folder)).not.toContain(left);
  });

  it('go data set by data set, and a file that is being read is read to its end', async () => {
    const { cut } = await writeCut([full, bare]);
    await cut.commit();
    const reading = await shelf.read({ after, dataset: 'penalty' }, 'penalty.csv');
    await shelf.remove({ after, dataset: 'penalty' });
    expect(await shelf.list()).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
    const pieces: Uint8Array[] = [];
    for await (const piece of reading ?? []) pieces.push(piece);
    expect(Buffer.concat(pieces).toString('utf8')).toContain('晴川');
  });

  it.each(['../keys/signing.pem', '/etc/passwd', '.hidden', 'a/b', 'a\\b', ''])(
    'are named plainly: "%s" is no file',
    async (file) => {
      await expect(shelf.read({ after, dataset: 'penalty' }, file)).rejects.toThrow(RangeError);
      await expect(shelf.read({ after: file, dataset: 'x' }, 'x.csv')).rejects.toThrow(RangeError);
    },
  );
});

describe('JSON Lines', () => {
  it('hold one object a line, money as a decimal, nothing for what is not stated', async () => {
    const { cut } = await writeCut([full, bare]);
    await cut.commit();
    const text = gunzipSync(await bytesOf('penalty.jsonl.gz')).toString('utf8');
    const lines = text.split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
      { ...full, fine: '20000.50' },
      bare,
    ]);
  });
});

describe('CSV', () => {
  it('opens in a spreadsheet: marked UTF-8, CRLF, days and decimals as text', async () => {
    const { cut } = await writeCut([full, bare]);
    await cut.commit();
    const text = (await bytesOf('penalty.csv')).toString('utf8');
    expect(text).toBe(
      '\uFEFFname,kinds,decided,count,open,fine\r\n' +
        '望澜市晴川食品有限公司,fine;confiscation,2026-08-14,12,true,20000.50\r\n' +
        '甲,,,,,\r\n',
    );
  });

  it('holds no formula, whatever a name begins with, and loses no text', async () => {
    const starts = ['=', '+', '-', '@', '\t', '\r', '＝', ' =', '\n='];
    const text = fc
      .tuple(fc.constantFrom(...starts, ''), fc.string())
      .map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (names) => {
        const { cut } = await writeCut(names.map((name) => ({ name })));
        await cut.commit();
        const rows = parse((await bytesOf('penalty.csv')).toString('utf8'), {
          bom: true,
          columns: true,
          record_delimiter: '\r\n',
        }) as unknown as readonly { readonly name: string }[];
        expect(rows.map(({ name }) => name)).toEqual(names.map(harmless));
        for (const { name } of rows) expect(name).not.toMatch(/^[\s]*[=+\-@＝＋－＠]/u);
        await shelf.remove({ after, dataset: 'penalty' });
      }),
      { numRuns: 30 },
    );
  });
});

describe('Parquet', () => {
  it('is typed: days, exact decimals, integers, flags, and nothing for what is not stated', async () => {
    const { cut } = await writeCut([full, bare]);
    await cut.commit();
    const { buffer, byteOffset, byteLength } = await bytesOf('penalty.parquet');
    const file = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
    const { schema, num_rows: rows } = parquetMetadata(file);
    expect(rows).toBe(2n);
    const types = schema.slice(1).map(({ name, type, converted_type: kind, scale }) => {
      return [name, type, kind, scale];
    });
    expect(types).toEqual([
      ['name', 'BYTE_ARRAY', 'UTF8', undefined],
      ['kinds', 'BYTE_ARRAY', 'UTF8', undefined],
      ['decided', 'INT32', 'DATE', undefined],
      ['count', 'INT64', undefined, undefined],
      ['open', 'BOOLEAN', undefined, undefined],
      ['fine', 'INT64', 'DECIMAL', 2],
    ]);
    const read = await parquetReadObjects({ file });
    expect(read[0]).toMatchObject({
      name: full['name'],
      kinds: 'fine;confiscation',
      decided: new Date('2026-08-14T00:00:00Z'),
      count: 12n,
      open: true,
      fine: 20_000.5,
    });
    expect(read[1]?.['name']).toBe('甲');
    expect(read[1]?.['decided'] ?? undefined).toBeUndefined();
  });

  it('is readable without a row, and with more than one group of rows', async () => {
    for (const count of [0, 10_001]) {
      const rows = Array.from({ length: count }, (_, index) => ({ name: `n${String(index)}` }));
      const { cut } = await writeCut(rows);
      await cut.commit();
      const { buffer, byteOffset, byteLength } = await bytesOf('penalty.parquet');
      const file = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
      expect(parquetMetadata(file).num_rows).toBe(BigInt(count));
      const read = await parquetReadObjects({ file, columns: ['name'] });
      expect(read.map(({ name }): unknown => name)).toEqual(rows.map(({ name }) => name));
      await shelf.remove({ after, dataset: 'penalty' });
    }
  });
});

describe('the names of files', () => {
  it('are read from the disk as they were written', async () => {
    const { cut, manifest } = await writeCut([bare]);
    await cut.commit();
    const [folderName] = readdirSync(folder);
    const text = readFileSync(join(folder, folderName ?? '', 'penalty.manifest.json'), 'utf8');
    expect(JSON.parse(text)).toEqual(manifest);
  });
});
