import { problem } from '@credence/domain';

import type { SourceFile, SourceTable } from '../port/reader.ts';
import { isSourceFault } from '../port/source-fault.ts';
import { createChunkBelt } from './chunk-belt.ts';
import type { Layout } from './match-header.ts';
import { matchHeader } from './match-header.ts';
import type { Hands } from './open-hands.ts';
import type { ReportBuilder } from './report-builder.ts';
import { toStagedNumber } from './row-place.ts';
import type { ImportOrder } from './settle-order.ts';

/** Rows between two signs of progress. */
const rowsPerSign = 1_000;

export interface FileReading {
  readonly order: Pick<ImportOrder, 'schema' | 'mapping'>;
  readonly report: ReportBuilder;
  readonly hands: Hands;
  readonly onProgress: ((rowsRead: number) => void) | undefined;
}

/**
 * Reads every table of a file once: valid rows go to staging in chunks, everything else into the
 * report. A file that breaks off is a problem like any other.
 */
export async function readFile(file: SourceFile, reading: FileReading): Promise<void> {
  const { report } = reading;
  let table = 0;
  try {
    for await (const source of file.tables) {
      await readTable(source, table, reading);
      table += 1;
    }
    if (report.rowsRead === 0 && report.problemsTotal === 0) {
      report.addProblem({ staged: 1, problem: problem('file-empty', { file: file.name }) });
    }
  } catch (error) {
    if (!isSourceFault(error)) throw error;
    const { trouble } = error;
    const { found, accepted } = trouble;
    const staged = toStagedNumber({ table, row: trouble.row ?? 1 });
    const params = { file: file.name, found, accepted };
    report.addProblem({ staged, problem: { code: trouble.problem, params }, accepted });
  }
  reading.onProgress?.(report.rowsRead);
}

async function readTable(source: SourceTable, table: number, reading: FileReading): Promise<void> {
  const { order, report, hands } = reading;
  const layout = matchHeader(source.header, order.schema, order.mapping);
  const watched = report.addTable(source.sheet, layout);
  if (layout.problems.length > 0) {
    const rows = await countRows(source, reading);
    report.count('refused', rows);
    // A sheet without rows, such as a cover page, needs no header that is understood.
    if (rows > 0) addHeaderProblems(source, { ...reading, layout, table });
    return;
  }
  const { read, fixed } = layout;
  const unread = watched.map(({ index }) => index);
  const tableOrder = { table, width: source.header.length, layout: { read, fixed }, unread };
  const belt = createChunkBelt(hands, tableOrder, (tally) => report.addTally(tally, watched));
  try {
    for await (const row of source.rows) {
      countRow(reading);
      const full = belt.put(row);
      if (full !== undefined) await full;
    }
  } catch (error) {
    // Rows before the place where a file breaks off are rows like any other.
    if (isSourceFault(error)) await belt.finish();
    throw error;
  }
  await belt.finish();
}

function countRow({ report, onProgress }: FileReading): void {
  report.count('rowsRead');
  if (report.rowsRead % rowsPerSign === 0) onProgress?.(report.rowsRead);
}

async function countRows(source: SourceTable, reading: FileReading): Promise<number> {
  let rows = 0;
  const each = source.rows[Symbol.asyncIterator]();
  for (let next = await each.next(); next.done !== true; next = await each.next()) {
    countRow(reading);
    rows += 1;
  }
  return rows;
}

function addHeaderProblems(
  source: SourceTable,
  {
    layout,
    report,
    order,
    table,
  }: Pick<FileReading, 'order' | 'report'> & {
    readonly layout: Layout;
    readonly table: number;
  },
): void {
  const staged = toStagedNumber({ table, row: source.headerRow });
  if (layout.read.length === 0) {
    const found = source.header.filter((text) => text.trim() !== '').join(', ') || '—';
    const accepted = order.schema.columns.map(({ column }) => column).join(', ');
    report.addProblem({ staged, problem: problem('header-not-understood', { found, accepted }) });
    return;
  }
  for (const { header, problem: occurred, accepted } of layout.problems) {
    const column = header === undefined ? {} : { column: header };
    report.addProblem({ staged, ...column, problem: occurred, accepted });
  }
}
