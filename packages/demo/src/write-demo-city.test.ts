import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { checkUscc, civilDate } from '@credence/domain';
import { openSourceFile } from '@credence/exchange';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { inventedNumber } from './file/invented-people.ts';
import { getRole } from './storybook/cast.ts';
import { writeDemoCity, type DemoManifest } from './write-demo-city.ts';

const today = civilDate('2026-11-20');
const SIZE = 800;

let folder = '';
let manifest: DemoManifest;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'credence-demo-'));
  manifest = await writeDemoCity({ folder, organisations: SIZE, seed: 7, today });
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

interface ReadFile {
  readonly headers: readonly string[];
  /** Cells by header. */
  readonly rows: readonly Readonly<Record<string, string>>[];
}

async function read(path: string, from = folder): Promise<ReadFile> {
  const outcome = await openSourceFile(join(from, path));
  if (outcome.kind === 'refused') throw new Error(`${path}: ${outcome.found}`);
  const headers: string[] = [];
  const rows: Record<string, string>[] = [];
  for await (const table of outcome.file.tables) {
    headers.push(...table.header);
    for await (const { cells } of table.rows) {
      rows.push(Object.fromEntries(table.header.map((header, at) => [header, cells[at] ?? ''])));
    }
  }
  return { headers, rows };
}

async function hashes(order: { seed: number; organisations: number }): Promise<string> {
  const other = await mkdtemp(join(tmpdir(), 'credence-demo-'));
  const written = await writeDemoCity({ folder: other, today, ...order });
  const broken = await readFile(join(other, 'broken/manifest.json'), 'utf8');
  const mixed = await readFile(join(other, 'broken/mixed-encodings.csv'), 'base64');
  await rm(other, { recursive: true });
  return JSON.stringify([written, broken, mixed]);
}

describe('writeDemoCity', () => {
  it('writes the same bytes for the same order, and others for another seed', async () => {
    const order = { seed: 3, organisations: 300 };

    expect(await hashes(order)).toBe(await hashes(order));
    expect(await hashes({ ...order, seed: 4 })).not.toBe(await hashes(order));
  });

  it('lists its files in the order of import, with what an import finds in them', async () => {
    const items = manifest.files.map(({ item }) => item);
    expect([...new Set(items)]).toEqual([
      ...['registration', 'licence', 'penalty', 'inspection', 'judgment_defaulter'],
    ]);

    for (const file of manifest.files) {
      const { headers, rows } = await read(file.path);
      const people = rows.filter((row) => Object.values(row).includes('自然人'));
      const alike = rows.length - new Set(rows.map((row) => JSON.stringify(row))).size;
      expect({
        rows: rows.length,
        personRows: people.length,
        duplicates: alike,
        personColumns: file.personColumns.filter((header) => headers.includes(header)),
      }).toEqual({
        rows: file.rows,
        personRows: file.personRows,
        duplicates: file.duplicates,
        personColumns: file.personColumns,
      });
    }
  });

  it('registers as many as ordered, and never fewer than the storybook has', async () => {
    expect(manifest.organisations).toBe(SIZE);
    const other = await mkdtemp(join(tmpdir(), 'credence-demo-'));
    const small = await writeDemoCity({ folder: other, organisations: 1, seed: 1, today });
    await rm(other, { recursive: true });
    expect(small.organisations).toBeGreaterThan(30);
    expect(small.files.length).toBeGreaterThan(15);
  });

  it('gives every organisation a valid code of the reserved division, once', async () => {
    const codes: string[] = [];
    for (const { path, item } of manifest.files) {
      if (item !== 'registration') continue;
      const { headers, rows } = await read(path);
      const header = headers.find((each) => /统一社会信用代码|SHXYM/.test(each)) ?? '';
      codes.push(...rows.map((row) => row[header] ?? ''));
    }

    expect(new Set(codes).size).toBe(SIZE);
    for (const code of codes) {
      expect(checkUscc(code).kind).toBe('valid');
      expect(code.slice(2, 8)).toBe('999999');
    }
  });

  it('puts nothing but plain inventions into the columns about people', async () => {
    const plain = new RegExp(
      `^(|${inventedNumber}|0000-00000000|居民身份证|[虚拟假设样例示范]某\\d+(、[虚拟假设样例示范]某\\d+)?)$`,
    );
    for (const { path, personColumns } of manifest.files) {
      const { rows } = await read(path);
      const cells = rows.flatMap((row) => personColumns.map((header) => row[header] ?? ''));
      expect(cells.filter((cell) => !plain.test(cell))).toEqual([]);
    }
  });

  it.each([
    [1, 1],
    [7, SIZE],
    [99, 120],
  ])('shows the tour its fine under seed %i with %i organisations', async (seed, organisations) => {
    const other = await mkdtemp(join(tmpdir(), 'credence-demo-'));
    await writeDemoCity({ folder: other, organisations, seed, today });
    const { rows } = await read('penalties-market.xlsx', other);
    await rm(other, { recursive: true });

    const fine = rows.find((row) => row['行政处罚决定书文号'] === '望市监罚〔2026〕1187号');
    expect(fine).toMatchObject({
      行政相对人名称: getRole('lanjiang').name,
      '行政相对人代码_1（统一社会信用代码）': '91999999MA3K7T2X0J',
      违法行为类型: '使用未经定期检验的起重机械',
      '罚款金额（万元）': '2',
      处罚决定日期: '2026-08-14',
      送达日期: '2026-08-14',
      适用程序: '普通程序',
    });
  });

  it('tells how many organisations are done, up to all of them', async () => {
    const told: number[] = [];
    const other = await mkdtemp(join(tmpdir(), 'credence-demo-'));
    const onProgress = (organisations: number) => told.push(organisations);
    await writeDemoCity({ folder: other, organisations: 2_500, seed: 1, today, onProgress });
    await rm(other, { recursive: true });

    expect(told).toEqual([1_000, 2_000, 2_500]);
  });
});
