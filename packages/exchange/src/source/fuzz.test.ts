import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createRandom, type Random } from '@credence/domain';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { SourceFaultError } from '../source-fault.ts';
import { writeWorkbook } from '../table/write-workbook.ts';
import { packStored } from '../xlsx/pack-archive.ts';
import { unpackArchive } from '../xlsx/unpack-archive.ts';
import { openBytes, readTables } from './source-file.test-support.ts';

const SEED = 20260814;
const CSV_FILES = 5_000;
const WORKBOOKS = 200;

const header = ['行政相对人名称', '统一社会信用代码', '罚款金额（万元）', '处罚决定日期', '备注'];
const row = [
  '望澜市澜江机电设备制造有限公司',
  '91999999MA00000000',
  '2.500000',
  '2026-08-14',
  '“一”,二',
];

type Outcome = 'opened' | 'refused' | 'fault';

/** Anything but a table, a refusal that says what is accepted, or a fault is a crash. */
async function readAll(bytes: Uint8Array): Promise<Outcome> {
  const outcome = await openBytes(bytes);
  if (outcome.kind === 'refused') {
    if (outcome.found === '' || outcome.accepted === '') throw new Error('A refusal says nothing.');
    return 'refused';
  }
  try {
    const tables = await readTables(outcome.file);
    for (const { header: columns, rows } of tables) {
      if (rows.some(([, ...cells]) => cells.length < columns.length)) throw new Error('Short row.');
    }
    return 'opened';
  } catch (error) {
    if (error instanceof SourceFaultError) return 'fault';
    throw error;
  }
}

async function outcomesOf(
  count: number,
  make: (random: Random) => Uint8Array | Promise<Uint8Array>,
): Promise<Record<Outcome, number>> {
  const counts = { opened: 0, refused: 0, fault: 0 };
  for (let index = 0; index < count; index += 1) {
    try {
      counts[await readAll(await make(createRandom(SEED, 'fuzz', index)))] += 1;
    } catch (cause) {
      throw new Error(`File ${index} of seed ${SEED} crashed the reader.`, { cause });
    }
  }
  return counts;
}

const splinters = [
  '"',
  '""',
  '\n',
  '\r',
  '\r\n',
  ',',
  ';',
  '\t',
  '\ufeff',
  '\0',
  '<',
  'PK',
  '〔',
  '',
];

function mutate(bytes: Buffer, random: Random): Buffer {
  let mutated = bytes;
  for (let left = random.between(1, 6); left > 0; left -= 1) {
    const at = random.below(mutated.length + 1);
    const head = mutated.subarray(0, at);
    const tail = mutated.subarray(at);
    const kind = random.below(6);
    if (kind === 0) mutated = Buffer.concat([head, tail.subarray(random.below(8))]);
    else if (kind === 1) mutated = Buffer.concat([head, random.bytes(random.below(4)), tail]);
    else if (kind === 2) mutated = Buffer.concat([head, Buffer.from(random.pick(splinters)), tail]);
    else if (kind === 3) mutated = Buffer.concat([head, iconv.encode('望澜', 'gb18030'), tail]);
    else if (kind === 4) mutated = Buffer.concat([head, head.subarray(-40), tail]);
    else if (random.chance(0.3)) mutated = Buffer.from(head);
  }
  return mutated;
}

function mutatedCsv(random: Random): Uint8Array {
  const delimiter = random.pick([',', '\t', ';']);
  const rows = [header, ...Array.from({ length: random.below(12) }, () => row)];
  const end = random.pick(['\n', '\r\n', '\r']);
  const quote = (cell: string) => (random.chance(0.3) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const text = rows.map((cells) => cells.map(quote).join(delimiter)).join(end);
  const bytes = random.chance(0.5) ? iconv.encode(text, 'gb18030') : Buffer.from(text);
  return mutate(bytes, random);
}

let folder = '';
let workbook: Buffer = Buffer.alloc(0);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'credence-fuzz-'));
  const path = join(folder, 'book.xlsx');
  await writeWorkbook(path, [
    { name: '处罚', titles: ['表'], header, rows: [row, row, row] },
    { name: '二', header, rows: [row] },
  ]);
  workbook = await readFile(path);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const addresses = ['A1', 'XFD9', 'ZZZZZZ1', 'A99999999', 'B2', '2B', ''];

/** Half of the workbooks are broken as archives, half hold broken parts in a sound archive. */
async function mutatedWorkbook(random: Random): Promise<Uint8Array> {
  if (random.chance(0.4)) return mutate(workbook, random);
  const parts = new Map(await unpackArchive(workbook, () => true));
  const path = random.pick([...parts.keys()]);
  const xml = parts.get(path) ?? Buffer.alloc(0);
  if (random.chance(0.15)) parts.delete(path);
  else if (random.chance(0.5)) parts.set(path, mutate(xml, random));
  else {
    const text = xml
      .toString('utf8')
      .replace(/ r="[A-Z]+\d+"/g, (address) =>
        random.chance(0.2) ? ` r="${random.pick(addresses)}"` : address,
      );
    parts.set(path, Buffer.from(text));
  }
  return packStored(parts);
}

describe('openSourceFile under fuzz', () => {
  it(`answers ${CSV_FILES} mutated CSV files with a table or a clear refusal`, async () => {
    const counts = await outcomesOf(CSV_FILES, mutatedCsv);

    // All three ends must occur, or the mutations test nothing.
    expect(counts.opened).toBeGreaterThan(CSV_FILES / 10);
    expect(counts.refused).toBeGreaterThan(CSV_FILES / 10);
  }, 120_000);

  it(`answers ${WORKBOOKS} mutated workbooks with a table or a clear refusal`, async () => {
    const counts = await outcomesOf(WORKBOOKS, mutatedWorkbook);

    expect(counts.opened).toBeGreaterThan(WORKBOOKS / 10);
    expect(counts.refused).toBeGreaterThan(WORKBOOKS / 10);
  }, 120_000);
});
