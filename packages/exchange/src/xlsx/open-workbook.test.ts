import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { civilDate } from '@credence/domain';

import { openBytes, openedFile, readTables } from '../source/source-file.test-support.ts';
import { writeWorkbook, type Sheet } from '../table/write-workbook.ts';
import { packStored } from './pack-archive.ts';
import { unpackArchive } from './unpack-archive.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'credence-exchange-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function workbook(...sheets: readonly Sheet[]): Promise<Buffer> {
  const path = join(folder, 'book.xlsx');
  await writeWorkbook(path, sheets);
  return readFile(path);
}

const header = ['名称', '金额（万元）', '日期'];
const row = [
  '甲',
  { kind: 'number', text: '0.123456' },
  { kind: 'date', on: civilDate('2026-08-14') },
] as const;

/** A workbook with one part replaced: what spreadsheet programs never write and others do. */
async function tampered(path: string, change: (xml: string) => string): Promise<Buffer> {
  const parts = new Map(
    await unpackArchive(await workbook({ name: 'S', header, rows: [row] }), () => true),
  );
  parts.set(path, Buffer.from(change(parts.get(path)?.toString() ?? '')));
  return packStored(parts);
}

const sheetPart = 'xl/worksheets/sheet1.xml';

describe('a workbook', () => {
  it('gives each sheet with a header as a table, dates and numbers as text', async () => {
    const bytes = await workbook(
      { name: '说明', header: ['填报说明'], rows: [] },
      { name: '处罚', titles: ['行政处罚信息', ''], header, rows: [row, ['', '', ''], row] },
      { name: '处罚（二）', header, rows: [['乙', '1.50', '2026-01-02']] },
    );

    const file = await openedFile(bytes);

    expect(file).toMatchObject({ format: 'xlsx', encoding: 'none' });
    expect(await readTables(file)).toEqual([
      {
        sheet: '处罚',
        header,
        headerRow: 3,
        rows: [
          [4, '甲', '0.123456', '2026-08-14'],
          [6, '甲', '0.123456', '2026-08-14'],
        ],
      },
      { sheet: '处罚（二）', header, headerRow: 1, rows: [[2, '乙', '1.50', '2026-01-02']] },
    ]);
  });

  it('keeps spaces and line breaks inside cells', async () => {
    const bytes = await workbook({ name: 'S', header, rows: [[' 甲\n乙 ', '<&>"', '_x0041_']] });

    expect(await readTables(await openedFile(bytes))).toMatchObject([
      { rows: [[2, ' 甲\n乙 ', '<&>"', expect.any(String) as string]] },
    ]);
  });

  it('reads a date held as ISO text as the civil day it names, in every zone', async () => {
    const bytes = await tampered(sheetPart, (xml) =>
      xml.replace(/<c r="C2"[^>]*><v>[^<]*<\/v>/, '<c r="C2" t="d"><v>2026-08-14T00:00:00</v>'),
    );

    expect(await readTables(await openedFile(bytes))).toMatchObject([
      { rows: [[2, '甲', '0.123456', '2026-08-14']] },
    ]);
  });

  it.each([
    [
      'a cell in the far corner',
      (xml: string) => xml.replace('r="C2"', 'r="XFD1048576"'),
      'columns',
    ],
    [
      'a row number in another notation',
      (xml: string) => xml.replaceAll('<row r="2"', '<row').replaceAll('"A2"', '"A1e9"'),
      'a cell without address',
    ],
    [
      'a row beyond the last',
      (xml: string) => xml.replace('<row r="2"', '<row r="99999999"'),
      'row',
    ],
    [
      'an empty row far down',
      (xml: string) => xml.replace('</sheetData>', '<row r="9e8"/></sheetData>'),
      'row',
    ],
    [
      'an empty cell far down',
      (xml: string) => xml.replace('</row>', '<c r="D9999999"/></row>'),
      'rows',
    ],
    ['a damaged sheet', (xml: string) => xml.slice(0, xml.length / 2), ''],
    ['a cell without address', (xml: string) => xml.replace(' r="B2"', ''), ''],
    ['a shared text that is not there', (xml: string) => xml.replace('<v>3</v>', '<v>99</v>'), ''],
    ['a row before its predecessor', (xml: string) => xml.replace('<row r="2"', '<row r="1"'), ''],
  ])('is refused with %s', async (_, change, found) => {
    expect(await openBytes(await tampered(sheetPart, change))).toMatchObject({
      kind: 'refused',
      problem: 'file-unreadable',
      found: expect.stringContaining(found) as string,
    });
  });

  it('is refused as a bomb before it is inflated, whatever sizes it states', async () => {
    const zeros = Buffer.alloc(300 * 1024 * 1024);
    const bomb = packStored(
      new Map([
        ['xl/workbook.xml', Buffer.from('<workbook/>')],
        [sheetPart, deflateRawSync(zeros)],
      ]),
    );
    // The second part says "deflated" in its directory entry and states a harmless size.
    bomb.writeUInt16LE(8, bomb.lastIndexOf('PK\u0001\u0002') + 10);

    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await openBytes(bomb)).toMatchObject({
      problem: 'file-unreadable',
      found: 'more than 134217728 bytes after inflation',
    });
  });

  it('is refused where the archive is another kind of document', async () => {
    const document = packStored(new Map([['word/document.xml', Buffer.from('<w/>')]]));
    expect(await openBytes(document)).toMatchObject({
      problem: 'file-format-unknown',
      found: 'ZIP without xl/workbook.xml',
    });
  });

  it('is refused where no sheet has a table', async () => {
    expect(
      await openBytes(await workbook({ name: '说明', header: ['a', 'b'], rows: [] })),
    ).toMatchObject({
      problem: 'file-format-unknown',
      found: expect.stringContaining('说明') as string,
    });
  });
});
