import { fork } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { civilDate } from '@credence/domain';
import { writeTable } from '@credence/exchange';
import { editionToJson } from '@credence/rulebook';
import { measureBareCopy } from '@credence/store';

import type { BenchParts } from '../command/bench.ts';
import { checkFolder } from '../check-folder.ts';
import { shippedRulebooks } from '../rulebook-folder.ts';
import { openSystem, type System } from '../system.ts';
import { CommandRefusal, exits, line } from '../terminal.ts';
import type { ImportAnswer, Imported, ImportOrder } from './import-child.ts';
import { penaltyColumns, penaltyKey, penaltyRows } from './penalty-file.ts';

/** The figure to reach, and memory however long the file is. */
const ratioMin = 0.05;
const peakMegabytesMax = 512;

const today = civilDate('2026-08-01');
const agency = '11999999MB0000019T';

interface ImportBenchOptions {
  readonly rows: string;
  readonly subjects?: string;
  readonly url?: string;
  readonly ownerUrl?: string;
  readonly format: string;
}

export interface ImportFigures {
  readonly engine: string;
  readonly rows: number;
  readonly subjects: number;
  readonly fileBytes: number;
  readonly importSeconds: number;
  readonly importRowsPerSecond: number;
  /** Of the importing process on all its threads while it imported; the server's is its own. */
  readonly importCpuSeconds: number;
  /** Absent on the embedded database, where nobody would copy. */
  readonly copySeconds?: number;
  /** Each measurement; `copySeconds` is their median. */
  readonly copies?: readonly number[];
  readonly copyRowsPerSecond?: number;
  readonly ratio?: number;
  /** Of the importing process since its start; the server's is its own. */
  readonly peakMegabytes: number;
  readonly reached: boolean;
}

/** `credence bench import`: a file of penalties through every check, against a bare COPY of it. */
export function addImportBench({ bench, context, exit }: BenchParts): void {
  bench
    .command('import')
    .description('import penalties, against a bare COPY of the same rows on the same server')
    .option('--rows <number>', 'rows of the file', '200000')
    .option('--subjects <number>', 'organisations they are about; absent: half as many')
    .option('--url <address>', 'an empty database of a PostgreSQL server; absent: embedded')
    .option('--owner-url <address>', 'its owner, who migrates and holds the bare table')
    .option('--format <format>', 'text or json', 'text')
    .action(async (options: ImportBenchOptions) => {
      const figures = await measureImport(options);
      const { terminal } = context;
      if (options.format === 'json') line(terminal, JSON.stringify(figures, null, 2));
      else for (const [name, value] of Object.entries(figures)) line(terminal, `${name}: ${value}`);
      exit.with(figures.reached ? exits.done : exits.refused);
    });
}

async function measureImport(options: ImportBenchOptions): Promise<ImportFigures> {
  const rows = wholeNumber('--rows', options.rows);
  const subjects =
    options.subjects === undefined
      ? Math.ceil(rows / 2)
      : wholeNumber('--subjects', options.subjects);
  const { url, ownerUrl } = options;
  if (url !== undefined && ownerUrl === undefined) {
    throw new CommandRefusal('--url needs --owner-url beside it.', exits.wrongUse);
  }
  const folder = mkdtempSync(join(tmpdir(), 'credence-bench-'));
  try {
    const path = join(folder, 'penalties.csv');
    const order = { rows, subjects, seed: 1, until: today };
    await writeTable(path, {
      header: penaltyColumns,
      rows: penaltyRows(order),
      format: 'csv',
      encoding: 'utf-8',
    });
    const place = url === undefined ? {} : { databaseUrl: url, ownerUrl: ownerUrl ?? '' };
    const environment = { port: 1, dataFolder: folder, today, ...place };
    const system = await openSystem(environment);
    try {
      await prepare(system);
    } finally {
      await system.close();
    }
    const copies: number[] = [];
    if (ownerUrl !== undefined) copies.push(await timeCopy(ownerUrl, path));
    const imported = await timeImport({ environment, path, rows, source: agency });
    for (let after = 0; ownerUrl !== undefined && after < copiesAfter; after += 1) {
      copies.push(await timeCopy(ownerUrl, path));
    }
    return toFigures({ rows, subjects, path, imported, copies });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One COPY is before the import and these are behind it: a server does not keep one pace. */
const copiesAfter = 2;

/** Seconds of a bare COPY of the file. */
async function timeCopy(ownerUrl: string, path: string): Promise<number> {
  const { ms } = await measureBareCopy({
    ownerUrl,
    columns: penaltyColumns,
    key: penaltyKey,
    bytes: () => createReadStream(path, { highWaterMark: 256 * 1024 }),
    runMs: () => performance.now(),
  });
  return ms / 1000;
}

/** Promulgates the law and names the supplier, in a register that must be empty. */
async function prepare({ store, casework }: System): Promise<void> {
  if ((await store.journal.head()).position > 0) {
    throw new CommandRefusal('This database holds entries; a benchmark needs an empty one.');
  }
  const { editions } = checkFolder(shippedRulebooks);
  for (const edition of editions.filter(({ code }) => code.startsWith('cn-'))) {
    await casework.promulgate(editionToJson(edition), [
      { official: '李明', role: 'legal_officer', on: today },
      { official: '王芳', role: 'head_of_authority', on: today },
    ]);
  }
  await casework.addAgency({
    code: agency,
    name: { zh: '望澜市市场监督管理局', en: 'Wanglan Market Regulation Bureau' },
    supplies: ['administrative_penalty'],
    actor: { official: 'bench', agency, role: 'data_officer' },
  });
}

/** The import in a process of its own, with whose memory nothing else is mixed. */
function timeImport(order: ImportOrder): Promise<Imported> {
  const isSource = import.meta.url.endsWith('.ts');
  const child = fork(
    new URL(isSource ? './import-child.ts' : './import-child.js', import.meta.url),
  );
  return new Promise((resolve, reject) => {
    child.once('message', (answer: ImportAnswer) => {
      if (answer.kind === 'imported') resolve(answer.imported);
      else reject(new Error(answer.found));
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      reject(new Error(`The importing process ended with ${code}.`));
    });
    child.send(order);
  });
}

function toFigures(measured: {
  readonly rows: number;
  readonly subjects: number;
  readonly path: string;
  readonly imported: Imported;
  /** None on the embedded database. */
  readonly copies: readonly number[];
}): ImportFigures {
  const { rows, subjects, path, imported, copies } = measured;
  const { seconds: importSeconds, cpuSeconds: importCpuSeconds, peakMegabytes } = imported;
  const copySeconds = [...copies].sort((a, b) => a - b)[Math.floor(copies.length / 2)];
  const ratio = copySeconds === undefined ? undefined : copySeconds / importSeconds;
  return {
    engine: copySeconds === undefined ? 'pglite' : 'postgresql',
    rows,
    subjects,
    fileBytes: statSync(path).size,
    importSeconds,
    importRowsPerSecond: Math.round(rows / importSeconds),
    importCpuSeconds,
    ...(copySeconds === undefined
      ? {}
      : { copySeconds, copies, copyRowsPerSecond: Math.round(rows / copySeconds) }),
    ...(ratio === undefined ? {} : { ratio }),
    peakMegabytes,
    reached: (ratio === undefined || ratio >= ratioMin) && peakMegabytes <= peakMegabytesMax,
  };
}

function wholeNumber(option: string, text: string): number {
  if (/^[1-9]\d{0,7}$/.test(text)) return Number(text);
  throw new CommandRefusal(`${option} is "${text}"; a whole number is accepted.`, exits.wrongUse);
}
