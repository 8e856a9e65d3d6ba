import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';

import { openBytes, openedFile, readTables, rowsOf } from '../source/source-file.test-support.ts';

describe('a CSV file', () => {
  it('is read with the physical line on which each row begins', async () => {
    const text = 'A,B,C\r\n1,"two\r\nlines",3\r\n\r\n4,5,6\r\n,,\r\n7,8,9';

    expect(await rowsOf(text)).toEqual([
      [2, '1', 'two\nlines', '3'],
      [5, '4', '5', '6'],
      [7, '7', '8', '9'],
    ]);
  });

  it.each([
    ['line feeds', '\n'],
    ['carriage returns and line feeds', '\r\n'],
    ['carriage returns', '\r'],
  ])('may end its lines with %s', async (_, end) => {
    expect(await rowsOf(['A,B,C', '1,2,3', '', '4,5,6'].join(end))).toEqual([
      [2, '1', '2', '3'],
      [4, '4', '5', '6'],
    ]);
  });

  it.each([
    [',', '名称,代码,日期\n甲;乙,1\t2,3\n丙,4,5\n'],
    ['\t', '名称\t代码\t日期\n甲,乙,丙,丁\t1\t3\n丙,丁\t4\t5\n'],
    [';', '名称;代码;日期\n甲,乙;1;3\n丙,丁;4;5\n'],
  ])('has its delimiter found: %j', async (_, text) => {
    const rows = await rowsOf(text);

    expect(rows.map((row) => row.length)).toEqual([4, 4]);
    expect(rows[1]?.slice(2)).toEqual(['4', '5']);
  });

  it('has title rows above its header, which has at least three cells with text', async () => {
    const text = '行政处罚信息\n填报单位：某局,,\n\n名称,代码,日期,,\n甲,1,2\n';

    const [table] = await readTables(await openedFile(text));

    expect(table).toEqual({
      header: ['名称', '代码', '日期'],
      headerRow: 4,
      rows: [[5, '甲', '1', '2']],
    });
  });

  it('fills short rows and keeps text beyond the last column to be noticed', async () => {
    expect(await rowsOf('A,B,C\n1\n1,2,3,,\n1,2,3,4\n')).toEqual([
      [2, '1', '', ''],
      [3, '1', '2', '3'],
      [4, '1', '2', '3', '4'],
    ]);
  });

  it('has the same rows and lines before, at and behind its first quote', async () => {
    const lines = Array.from({ length: 9_000 }, (_, index) => `甲${index},${'长'.repeat(40)},`);
    lines[40] = '';
    const plain = lines.join('\n');
    const expected = lines.flatMap((line, index) =>
      line === '' ? [] : [[index + 2, ...line.split(',')]],
    );

    expect(await rowsOf(`A,B,C\n${plain}`)).toEqual(expected);
    expect(await rowsOf(`A,B,"C"\n${plain}`)).toEqual(expected);
    // The quote comes after several chunks, in the middle of one.
    const quoted = plain.replace('甲7000,', '"甲7000",');
    expect(await rowsOf(`A,B,C\n${quoted}\n`)).toEqual(expected);
    expect(await rowsOf(`A,B,C\n${plain.replace('甲7000,', '"甲\n7000",')}`)).toEqual(
      expected.map(([row, name, ...cells]) =>
        name === '甲7000'
          ? [row, '甲\n7000', ...cells]
          : [Number(row) + (Number(row) > 7_002 ? 1 : 0), name, ...cells],
      ),
    );
  });

  it('keeps a stray quote inside a cell as text', async () => {
    expect(await rowsOf('A,B,C\n1,5"6,say ""so""\n"x ""y""",2,3\n')).toEqual([
      [2, '1', '5"6', 'say ""so""'],
      [3, 'x "y"', '2', '3'],
    ]);
  });

  it('breaks off at a quote never closed, and never in silence', async () => {
    const trouble = { problem: 'file-unreadable', found: 'a quote (") never closed', row: 3 };
    const read: string[] = [];
    const short = await openedFile('A,B,C\n1,2,3\n4,"5,6\n7,8,9\n');
    const readShort = async () => {
      for await (const { rows } of short.tables) {
        for await (const { cells } of rows) read.push(cells.join());
      }
    };

    await expect(readShort()).rejects.toMatchObject({ name: 'SourceFault', trouble });
    expect(read).toEqual(['1,2,3']);
    const long = await openedFile(`A,B,C\n${'1,2,3\n'.repeat(200_000)}4,"5,6\n7,8,9\n`);
    await expect(readTables(long)).rejects.toMatchObject({
      name: 'SourceFault',
      trouble: { ...trouble, row: 200_002 },
    });
  });

  it('may be read twice from the start', async () => {
    const file = await openedFile('A,B,C\n1,2,3\n');

    expect(await readTables(file)).toEqual(await readTables(file));
  });

  it('is refused where a row has a million columns', async () => {
    const wide = `${'x,'.repeat(1_000_000)}\n`;
    const narrowHeader = await openedFile(`A,B,C\n${wide}`);

    expect(await openBytes(wide)).toMatchObject({ kind: 'refused', problem: 'file-unreadable' });
    await expect(readTables(narrowHeader)).rejects.toMatchObject({ name: 'SourceFault' });
    await expect(rowsOf(`A,B,C\n${'x,'.repeat(2_000)}\n`)).rejects.toMatchObject({
      trouble: { found: '2001 columns', row: 2 },
    });
  });

  it('is refused when it has text but no header, naming how it begins', async () => {
    expect(await openBytes('一段文字\n又一段\n')).toMatchObject({
      kind: 'refused',
      problem: 'file-format-unknown',
      found: expect.stringContaining('一段文字') as string,
    });
  });
});

describe('the encoding of a CSV file', () => {
  const text = '名称,代码,日期\n望澜市澜江机电设备制造有限公司,1,2026-01-02\n';

  it.each([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with BOM', Buffer.from(`\ufeff${text}`), 'utf-8'],
    ['GB18030', iconv.encode(text, 'gb18030'), 'gb18030'],
  ])('%s is found by the bytes', async (_, bytes, encoding) => {
    const file = await openedFile(bytes);

    expect(file.encoding).toBe(encoding);
    expect(await readTables(file)).toEqual([
      {
        header: ['名称', '代码', '日期'],
        headerRow: 1,
        rows: [[2, '望澜市澜江机电设备制造有限公司', '1', '2026-01-02']],
      },
    ]);
  });

  it('is refused where lines are UTF-8 and GB18030 by turns, with both named', async () => {
    const [header = '', row = ''] = text.split('\n');
    const glued = Buffer.concat([
      iconv.encode(`${header}\n${row}\n`, 'gb18030'),
      Buffer.from(`${row}\n`),
    ]);

    expect(await openBytes(glued)).toEqual({
      kind: 'refused',
      problem: 'file-encoding-unknown',
      found: 'line 3 UTF-8, line 1 GB18030',
      accepted: 'UTF-8, GB18030',
      row: 3,
    });
  });

  it('is refused where it is neither', async () => {
    const bytes = Buffer.concat([Buffer.from('A,B,C\n1,2,3\n4,'), Buffer.from([0xff, 0xfe, 0xff])]);

    expect(await openBytes(bytes)).toMatchObject({
      problem: 'file-encoding-unknown',
      found: 'line 3: neither UTF-8 nor GB18030',
      row: 3,
    });
  });
});
