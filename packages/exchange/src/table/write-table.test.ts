import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openSourceFile } from '../source/open-source-file.ts';
import { readTables } from '../source/source-file.test-support.ts';
import { writeTable, type TableOptions } from './write-table.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'credence-exchange-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const header = ['名称', '代码', '备注'];
const rows = [
  ['望澜市“临港”公司', '00123', '一行,\n两行 "引号"'],
  ['𠮷野家', '', ' 空格 '],
];

const forms: readonly (readonly [string, TableOptions])[] = [
  ['plain UTF-8', { format: 'csv', encoding: 'utf-8' }],
  ['UTF-8 with BOM', { format: 'csv', encoding: 'utf-8-bom' }],
  ['GB18030', { format: 'csv', encoding: 'gb18030' }],
  ['XLSX', { format: 'xlsx' }],
];

describe.each(forms)('a table written as %s', (_, form) => {
  it('reads back the same', async () => {
    const path = join(folder, 'table');
    await writeTable(path, { header, rows, ...form });

    const outcome = await openSourceFile(path);

    if (outcome.kind === 'refused') throw new Error(outcome.found);
    const [table] = await readTables(outcome.file);
    expect(table).toMatchObject({
      header,
      rows: rows.map((row) => expect.arrayContaining(row) as string[]),
    });
  });

  it('has the same bytes whenever it is written', async () => {
    const [one, other] = [join(folder, 'one'), join(folder, 'other')];
    await writeTable(one, { header, rows, ...form });
    // A zip archive keeps times to two seconds.
    await new Promise((resolve) => setTimeout(resolve, form.format === 'xlsx' ? 2_100 : 0));
    await writeTable(other, { header, rows, ...form });

    expect((await readFile(one)).equals(await readFile(other))).toBe(true);
  });
});
