import { problem } from '@credence/domain';

import type { StagedRow } from '../port/intake.ts';
import type { SourceFile, SourceRow, SourceTable } from '../port/reader.ts';
import { isSourceFault } from '../port/source-fault.ts';
import type { Layout } from './match-header.ts';
import { matchHeader } from './match-header.ts';
import { holdsPersonData } from './person-scan.ts';
import { readRow } from './read-row.ts';
import type { ReportBuilder, UnreadColumn } from './report-builder.ts';
import { toStagedNumber } from './row-place.ts';
import type { ImportOrder } from './settle-order.ts';
import { stageRecord, type StageContext } from './stage-record.ts';

/**
 * Rows that go to staging at a time: few enough that what is alive at once stays small, since a
 * collector moves whatever outlives a chunk.
 */
const rowsPerChunk = 32;

/** Rows between two signs of progress. */
const rowsPerSign = 1_000;

export interface FileReading {
  readonly order: ImportOrder;
  readonly context: StageContext;
  readonly report: ReportBuilder;
  readonly stage: (rows: readonly StagedRow[]) => Promise<void>;
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
  const { order, report } = reading;
  const layout = matchHeader(source.header, order.schema, order.mapping);
  const unread = report.addTable(source.sheet, layout);
  const context: TableReading = { ...reading, layout, unread, table, width: source.header.length };
  const readable = layout.problems.length === 0;
  let waiting: StagedRow[] = [];
  let underway: Promise<void> = Promise.resolve();
  let rows = 0;
  for await (const row of source.rows) {
    rows += 1;
    report.count('rowsRead');
    if (report.rowsRead % rowsPerSign === 0) reading.onProgress?.(report.rowsRead);
    if (!readable) {
      report.count('refused');
      continue;
    }
    const staged = readOne(row, context);
    if (staged === undefined) continue;
    waiting.push(staged);
    if (waiting.length < rowsPerChunk) continue;
    // While one chunk goes to staging the next one is read; a third would only fill the memory.
    await underway;
    underway = handedOn(reading.stage(waiting));
    waiting = [];
  }
  await underway;
  if (waiting.length > 0) await reading.stage(waiting);
  // A sheet without rows, such as a cover page, needs no header that is understood.
  if (!readable && rows > 0) addHeaderProblems(source, context);
}

/** Its failure is met where it is awaited, not before. */
function handedOn(stage: Promise<void>): Promise<void> {
  stage.catch(() => undefined);
  return stage;
}

interface TableReading extends FileReading {
  readonly layout: Layout;
  readonly unread: readonly UnreadColumn[];
  readonly table: number;
  readonly width: number;
}

function readOne(row: SourceRow, reading: TableReading): StagedRow | undefined {
  const { report, table, layout, order, context } = reading;
  const staged = toStagedNumber({ table, row: row.row });
  if (row.cells.length > reading.width) {
    const counts = { expected: reading.width, found: row.cells.length };
    report.count('refused');
    report.addProblem({ staged, problem: problem('row-malformed', counts) });
    return undefined;
  }
  seeUnread(row.cells, reading.unread);
  const outcome = readRow(row.cells, layout, order.rows);
  switch (outcome.kind) {
    case 'set-aside':
      report.count('setAside');
      return undefined;
    case 'refused':
      report.count('refused');
      for (const found of outcome.problems) report.addProblem({ staged, ...found });
      return undefined;
    case 'valid':
      break;
  }
  const result = stageRecord(outcome.content, { row: row.row, staged }, context);
  if (result.kind === 'expired') {
    report.count('expired');
    return undefined;
  }
  if (outcome.masked.length > 0) report.warn('person-data-masked');
  if (outcome.regionUnknown) report.warn('region-unknown');
  if (result.sealed) report.warn('sealed');
  if (outcome.content.service.kind === 'not-shown') report.warn('service-not-shown');
  return result.row;
}

function seeUnread(cells: readonly string[], unread: readonly UnreadColumn[]): void {
  for (const column of unread) {
    const text = cells[column.index]?.trim() ?? '';
    if (text !== '') column.see(holdsPersonData(text));
  }
}

function addHeaderProblems(
  source: SourceTable,
  { layout, report, order, table }: TableReading,
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
