import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createDeflateRaw } from 'node:zlib';

import { createRandom, describeProblem, type Random } from '@credence/domain';
import { openSourceFile, writeWorkbook } from '@credence/exchange';
import iconv from 'iconv-lite';

import {
  createTown,
  penaltyHeader,
  penaltyRow,
  type Town,
} from '../../packages/casework/src/town.test-support.ts';
import { expectTwoWaysEqual } from './two-ways.ts';

// Run as a process of its own, so that its memory is the import's alone:
// import-fuzz-child.ts SEED FIRST TEXT_FILES WORKBOOKS
const [seed = 1, first = 0, textFiles = 100, workbooks = 10] = process.argv.slice(2).map(Number);

const counts = { accepted: 0, problems: 0, refused: 0, compared: 0 };
let bytesRead = 0;
let slowestMsPerMegabyte = 0;

const header = [...penaltyHeader, '法定代表人', '备注'];

function goodRows(random: Random): readonly (readonly string[])[] {
  return Array.from({ length: random.below(8) }, (_, index) => [
    ...penaltyRow(random.below(50) * 10 + index),
    '某某',
    random.pick(['', '一,二', '"', '备\n注']),
  ]);
}

const splinters = [
  '"',
  '""',
  '\n',
  '\r\n',
  ',',
  ';',
  '\t',
  '\ufeff',
  '\0',
  '{',
  '}',
  '[',
  ':',
  '\\',
];
const words = [
  'null',
  '\\ud800',
  '{"A":',
  '[[[[',
  '1e999',
  '99999999999999999999',
  '２０２６年',
  '〔',
];

function mutate(bytes: Buffer, random: Random): Buffer {
  let mutated = bytes;
  for (let left = random.between(0, 6); left > 0; left -= 1) {
    const at = random.below(mutated.length + 1);
    const [head, tail] = [mutated.subarray(0, at), mutated.subarray(at)];
    const kind = random.below(8);
    if (kind === 0) mutated = Buffer.concat([head, tail.subarray(random.below(12))]);
    else if (kind === 1) mutated = Buffer.concat([head, random.bytes(random.below(4)), tail]);
    else if (kind === 2) mutated = Buffer.concat([head, Buffer.from(random.pick(splinters)), tail]);
    else if (kind === 3) mutated = Buffer.concat([head, Buffer.from(random.pick(words)), tail]);
    else if (kind === 4) mutated = Buffer.concat([head, iconv.encode('望澜', 'gb18030'), tail]);
    else if (kind === 5) mutated = Buffer.concat([head, head.subarray(-60), tail]);
    else if (kind === 6) mutated = Buffer.concat([tail, head]);
    else if (random.chance(0.3)) mutated = Buffer.from(head);
  }
  return mutated;
}

function csv(random: Random): Buffer {
  const delimiter = random.pick([',', '\t', ';']);
  const quote = (cell: string): string =>
    /["\n,;\t]/.test(cell) || random.chance(0.1) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const lines = [header, ...goodRows(random)].map((cells) => cells.map(quote).join(delimiter));
  const text = lines.join(random.pick(['\n', '\r\n', '\r']));
  const encoding = random.pick(['utf8', 'utf8', 'gb18030', 'utf16le', 'big5', 'shift_jis']);
  return iconv.encode(text, encoding);
}

function jsonl(random: Random): Buffer {
  const lines = goodRows(random).map((cells) =>
    JSON.stringify(Object.fromEntries(header.map((name, index) => [name, cells[index]]))),
  );
  const text = lines.join(random.pick(['\n', '\r\n', '\n\n']));
  return random.chance(0.1) ? iconv.encode(text, 'gb18030') : Buffer.from(text);
}

/** What no mutation would hit upon: bombs, a million columns, lines without end, deep nesting. */
async function* extremes(): AsyncGenerator<Buffer> {
  yield Buffer.from(`${header.join(',')}\n${'x,'.repeat(1_000_000)}\n`);
  yield Buffer.from(`${'x,'.repeat(1_000_000)}\n`);
  yield Buffer.from(`${header.join(',')}\n${'x'.repeat(20_000_000)}`);
  yield Buffer.from(`{"A":${'['.repeat(1_000_000)}`);
  yield Buffer.from(`{${Array.from({ length: 200_000 }, (_, i) => `"k${i}":1`).join(',')}}`);
  yield Buffer.from(`{"A":"${'x'.repeat(20_000_000)}"}`);
  yield await zipBomb();
}

/** Packed piece by piece: what is measured is the memory of the import, not that of its test. */
function packedZeros(megabytes: number): Promise<Buffer> {
  const piece = Buffer.alloc(1024 * 1024);
  const pieces = Array.from({ length: megabytes }, () => piece);
  return buffer(Readable.from(pieces).pipe(createDeflateRaw({ level: 9 })));
}

/** One part of a workbook that says nothing of its two hundred megabytes of zeros. */
async function zipBomb(): Promise<Buffer> {
  const name = Buffer.from('xl/worksheets/sheet1.xml');
  const packed = await packedZeros(200);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(10, 22);
  local.writeUInt16LE(name.length, 26);
  const listed = Buffer.alloc(46);
  listed.writeUInt32LE(0x02014b50, 0);
  listed.writeUInt16LE(8, 10);
  listed.writeUInt32LE(packed.length, 20);
  listed.writeUInt32LE(10, 24);
  listed.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, listed, name, end]);
}

async function takeOne(town: Town, bytes: Buffer): Promise<void> {
  const began = performance.now();
  const opened = await openSourceFile({ name: 'fuzz', bytes });
  if (opened.kind === 'refused') {
    const { problem: code, found, accepted } = opened;
    if (found === '' || accepted === '') throw new Error('A refusal says nothing.');
    describeProblem({ code, params: { file: 'fuzz', found, accepted } }, 'zh');
    counts.refused += 1;
  } else {
    const outcome = await town.import(opened.file, { dryRun: true });
    if (outcome.kind !== 'checked') throw new Error(`It ended as ${outcome.kind}.`);
    const { problems, problemsTotal, rowsRead, refused } = outcome.report;
    for (const { row, problem } of problems) {
      if (!Number.isSafeInteger(row) || row < 1) throw new Error('A problem has no row.');
      const { title, detail } = describeProblem(problem, 'en');
      if (title === '' || detail === '') throw new Error('A problem says nothing.');
    }
    if (refused > rowsRead) throw new Error('More rows are refused than were read.');
    counts[problemsTotal === 0 ? 'accepted' : 'problems'] += 1;
  }
  const megabytes = bytes.length / 1_000_000;
  bytesRead += bytes.length;
  if (megabytes > 1) {
    slowestMsPerMegabyte = Math.max(slowestMsPerMegabyte, (performance.now() - began) / megabytes);
  }
}

/** Every so many files are prepared in both ways, which must end with the same. */
const filesPerComparison = 5;

async function compareWays(town: Town, bytes: Buffer): Promise<void> {
  const open = () => openSourceFile({ name: 'fuzz', bytes });
  if ((await open()).kind === 'refused') return;
  await expectTwoWaysEqual(town, async () => {
    const opened = await open();
    if (opened.kind === 'refused') throw new Error(opened.found);
    return opened.file;
  });
  counts.compared += 1;
}

async function workbookOf(random: Random, folder: string): Promise<Buffer> {
  const path = join(folder, 'book.xlsx');
  await writeWorkbook(path, [
    { name: '处罚', titles: ['表'], header, rows: goodRows(random) },
    { name: '二', header, rows: goodRows(random) },
  ]);
  return readFileSync(path);
}

const folder = await mkdtemp(join(tmpdir(), 'credence-import-fuzz-'));
try {
  const town = await createTown();
  for (let index = first; index < first + textFiles; index += 1) {
    const random = createRandom(seed, 'import fuzz', index);
    const bytes = mutate(random.chance(0.5) ? csv(random) : jsonl(random), random);
    await takeOne(town, bytes).catch((cause: unknown) => {
      throw new Error(`Text file ${index} of seed ${seed}`, { cause });
    });
    if (index % filesPerComparison === 0) await compareWays(town, bytes);
  }
  for (let index = first; index < first + workbooks; index += 1) {
    const random = createRandom(seed, 'import fuzz workbook', index);
    const bytes = mutate(await workbookOf(random, folder), random);
    await takeOne(town, bytes).catch((cause: unknown) => {
      throw new Error(`Workbook ${index} of seed ${seed}`, { cause });
    });
    if (index % filesPerComparison === 0) await compareWays(town, bytes);
  }
  for await (const bytes of extremes()) await takeOne(town, bytes);
  // Nothing was stored by any of them.
  const stored = town.store.entries.filter(({ kind }) => kind === 'record@1').length;
  const peakMegabytes = Math.ceil(process.resourceUsage().maxRSS / 1024);
  const figures = { ...counts, stored, bytesRead, peakMegabytes, slowestMsPerMegabyte };
  process.stdout.write(JSON.stringify(figures));
} finally {
  await rm(folder, { recursive: true, force: true });
}
