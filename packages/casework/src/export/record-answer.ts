import { problem, type Problem } from '@credence/domain';
import { commitmentOf } from '@credence/proof';
import type { ReportTarget } from '@credence/rulebook';

import type { ExportAnswerPayload } from '../entry/export-payload.ts';
import { headerKey } from '../intake/header-key.ts';
import { maskPersonData } from '../intake/person-scan.ts';
import type { SourceTable } from '../port/reader.ts';
import { isSourceFault } from '../port/source-fault.ts';
import type { ExportAnswerOrder, ExportAnswerOutcome } from './export.ts';
import { commandOf } from './export-records.ts';
import { exportStream, type ExportsState } from './fold-exports.ts';
import { openExport, type ExportParts } from './open-export.ts';

type AnswerRow = ExportAnswerPayload['rows'][number];
type AnswerProblem = { readonly row?: number; readonly problem: Problem };

/** Problems that one refusal lists; the rest of such a file is no better. */
const problemsMax = 200;
/** Answers that one entry holds. */
const rowsPerEntry = 2_000;

/**
 * Takes the file a platform sent back, whole or not at all: each row names a record by the id under
 * which it was sent, and says what became of it.
 */
export async function recordExportAnswer(
  parts: ExportParts,
  order: ExportAnswerOrder,
): Promise<ExportAnswerOutcome> {
  const outcome = await openExport(parts, order, 'export.record-answer');
  if (outcome.kind === 'refused')
    return { kind: 'refused', problems: [{ problem: outcome.problem }] };
  const { open } = outcome;
  const { hash: fileHash } = order.file;
  if (open.state.answers.has(fileHash)) return { kind: 'known' };
  const { rows, problems } = await readAnswer(order, open.sheet.target, open.state);
  if (problems.length > 0) return { kind: 'refused', problems };
  const { home } = open;
  if (rows.length === 0 || home === undefined) {
    const empty = problem('file-empty', { file: order.file.name });
    return { kind: 'refused', problems: [{ problem: empty }] };
  }
  const stream = exportStream(order.target);
  const entries = chunksOf(rows).map((some) => {
    const head = { target: order.target, item: open.item.item, fileHash, on: open.today };
    const payload: ExportAnswerPayload = { ...head, rows: some };
    const salt = parts.salt();
    const commitment = commitmentOf(salt, payload);
    return { id: parts.uuid(), home, stream, kind: 'export-answer@1', payload, salt, commitment };
  });
  const { seq } = open.state;
  const recorded = await parts.journal.record(commandOf(open), entries, {
    expect: [{ home, stream, seq }],
  });
  if (recorded.kind === 'conflict') {
    const overtaken = problem('export-overtaken', { target: order.target });
    return { kind: 'refused', problems: [{ problem: overtaken }] };
  }
  const counts = { accepted: 0, returned: 0, ended: 0 };
  for (const { result } of rows) counts[result] += 1;
  return { kind: 'recorded', counts, receipt: recorded.receipt };
}

function chunksOf(rows: readonly AnswerRow[]): readonly (readonly AnswerRow[])[] {
  const count = Math.ceil(rows.length / rowsPerEntry);
  return Array.from({ length: count }, (_, index) =>
    rows.slice(index * rowsPerEntry, (index + 1) * rowsPerEntry),
  );
}

interface Answer {
  readonly rows: readonly AnswerRow[];
  readonly problems: readonly AnswerProblem[];
}

async function readAnswer(
  { file, target: name }: ExportAnswerOrder,
  target: ReportTarget,
  state: ExportsState,
): Promise<Answer> {
  const rows = new Map<string, AnswerRow>();
  const problems: AnswerProblem[] = [];
  try {
    for await (const table of file.tables) {
      const columns = columnsOf(table, target);
      if ('problem' in columns) {
        problems.push({ row: table.headerRow, problem: columns.problem });
        continue;
      }
      for await (const { row, cells } of table.rows) {
        const read = readRow(cells, columns, { target, state, name });
        if ('problem' in read) problems.push({ row, problem: read.problem });
        else rows.set(read.recordId, read);
        if (problems.length === problemsMax) return { rows: [], problems };
      }
    }
  } catch (error) {
    if (!isSourceFault(error)) throw error;
    const { problem: code, found, accepted, row } = error.trouble;
    const occurred = { code, params: { file: file.name, found, accepted } };
    problems.push({ ...(row === undefined ? {} : { row }), problem: occurred });
  }
  return { rows: [...rows.values()], problems };
}

interface Columns {
  readonly reference: number;
  readonly result: number;
  readonly reason: number;
}

function columnsOf(
  { header }: SourceTable,
  { reference, answer }: ReportTarget,
): Columns | { readonly problem: Problem } {
  const keys = header.map(headerKey);
  const at = (text: string): number => keys.indexOf(headerKey(text));
  const columns = {
    reference: at(reference),
    result: at(answer.header),
    reason: at(answer.reason),
  };
  if (columns.reference >= 0 && columns.result >= 0) return columns;
  const found = header.join(', ');
  const { header: result } = answer;
  return { problem: problem('export-answer-unreadable', { reference, result, found }) };
}

function readRow(
  cells: readonly string[],
  columns: Columns,
  known: { readonly target: ReportTarget; readonly state: ExportsState; readonly name: string },
): AnswerRow | { readonly problem: Problem } {
  const text = (index: number): string => cells[index]?.trim() ?? '';
  const recordId = text(columns.reference);
  if (!known.state.sent.has(recordId)) {
    const value = maskPersonData(recordId).text;
    return { problem: problem('export-record-unknown', { target: known.name, value }) };
  }
  const { answer } = known.target;
  const said = text(columns.result);
  const result = (['accepted', 'returned', 'ended'] as const).find((one) =>
    answer[one].includes(said),
  );
  if (result === undefined) {
    const accepted = [...answer.accepted, ...answer.returned, ...answer.ended].join(', ');
    const value = maskPersonData(said).text;
    return { problem: problem('export-result-unknown', { value, accepted }) };
  }
  // Free text of another authority: numbers of people do not come in by this door either.
  const reason = maskPersonData(text(columns.reason)).text;
  return { recordId, result, ...(reason === '' ? {} : { reason }) };
}
