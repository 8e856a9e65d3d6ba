import type { CivilDate } from '@credence/domain';

import { CaseworkError } from '../casework-error.ts';
import {
  isExport,
  isExportAnswer,
  type ExportAnswerPayload,
  type ExportPayload,
} from '../entry/export-payload.ts';
import type { Entry } from '../port/journal.ts';
import type { ExportedAs, ExportTarget } from './export.ts';

/** One record at one platform, as the entries tell it. */
export interface SentRecord {
  readonly home: string;
  readonly recordId: string;
  readonly as: ExportedAs;
  /** Of the cells that were sent last. */
  readonly hash: string;
  readonly on: CivilDate;
  /** What the platform said to what was sent last. */
  readonly answer?: {
    readonly result: ExportAnswerPayload['rows'][number]['result'];
    readonly on: CivilDate;
    readonly reason?: string;
  };
}

export interface ExportsState {
  readonly sent: ReadonlyMap<string, SentRecord>;
  readonly exports: readonly ExportPayload[];
  /** Hashes of the answers that were taken. */
  readonly answers: ReadonlySet<string>;
  /** Length of the stream, so that two exports cannot both send the same. */
  readonly seq: number;
}

export function exportStream(target: ExportTarget): string {
  return `export/${target}`;
}

/**
 * What stands at a platform, of one item. An answer is about what was sent last before it: what is
 * sent again waits for an answer again.
 *
 * @throws CaseworkError `payload-unreadable` for a payload that this version cannot read
 */
export function foldExports(
  entries: readonly Entry[],
  of: { readonly target: ExportTarget; readonly item: string },
): ExportsState {
  const sent = new Map<string, SentRecord>();
  const exports: ExportPayload[] = [];
  const answers = new Set<string>();
  let seq = 0;
  for (const entry of entries) {
    if (entry.stream !== exportStream(of.target)) continue;
    ({ seq } = entry);
    if (entry.payload === undefined) continue;
    if (entry.kind.startsWith('export-answer@')) {
      const answer = read(entry, 'export-answer@1', isExportAnswer);
      if (answer.item === of.item) takeAnswer(answer, { sent, answers });
    } else if (entry.kind.startsWith('export@')) {
      const made = read(entry, 'export@1', isExport);
      if (made.item !== of.item) continue;
      exports.push(made);
      for (const row of made.rows) sent.set(row.recordId, { ...row, on: made.on });
    }
  }
  return { sent, exports, answers, seq };
}

function takeAnswer(
  { fileHash, on, rows }: ExportAnswerPayload,
  state: { readonly sent: Map<string, SentRecord>; readonly answers: Set<string> },
): void {
  state.answers.add(fileHash);
  for (const { recordId, result, reason } of rows) {
    const record = state.sent.get(recordId);
    if (record === undefined) continue;
    const answer = { result, on, ...(reason === undefined ? {} : { reason }) };
    state.sent.set(recordId, { ...record, answer });
  }
}

function read<Payload>(
  entry: Entry,
  kind: string,
  is: (payload: unknown) => payload is Payload,
): Payload {
  const { payload } = entry;
  if (entry.kind === kind && is(payload)) return payload;
  const place = `${entry.kind} at position ${entry.position}`;
  throw new CaseworkError('payload-unreadable', `Entry ${entry.id}, ${place}, cannot be read.`);
}
