import { problem } from '@credence/domain';
import { commitmentOf } from '@credence/proof';

import type { ExportPayload } from '../entry/export-payload.ts';
import type { Command, NewEntry } from '../port/journal.ts';
import type { ExportedAs, ExportedRow, ExportFile, ExportOrder, ExportOutcome } from './export.ts';
import { findStanding, hashOf, withdrawnCells } from './find-standing.ts';
import { exportStream, type SentRecord } from './fold-exports.ts';
import { openExport, type ExportParts, type OpenExport } from './open-export.ts';
import { headerOf, rowOf } from './write-cells.ts';

/** Rows that one entry names. */
const rowsPerEntry = 2_000;

/**
 * Makes the file for a platform: what is new, what has changed since it was sent, and the withdrawal
 * of what has ended here since. What was returned is sent again once it has changed. The file is
 * noted in the journal with the answer, so that the next one carries only what is new then.
 */
export async function exportRecords(
  parts: ExportParts,
  order: ExportOrder,
): Promise<ExportOutcome> {
  const outcome = await openExport(parts, order, 'export.write');
  if (outcome.kind === 'refused') return outcome;
  const { open } = outcome;
  const found = await gather(parts, open, order.source);
  const { home } = open;
  const file = (exportId: string): ExportFile => ({
    exportId,
    header: headerOf(open.sheet),
    rows: found.rows,
    counts: countsOf(found.rows),
  });
  if (order.dryRun === true || found.rows.length === 0 || home === undefined) {
    return { kind: 'previewed', file: file('') };
  }
  const exportId = parts.uuid();
  const { target } = order;
  const { seq } = open.state;
  const recorded = await parts.journal.record(
    commandOf(open),
    entriesOf(parts, { home, target, exportId, found, open }),
    { expect: [{ home, stream: exportStream(target), seq }] },
  );
  if (recorded.kind === 'conflict') {
    return { kind: 'refused', problem: problem('export-overtaken', { target }) };
  }
  return { kind: 'exported', file: file(exportId), receipt: recorded.receipt };
}

interface Gathered {
  readonly rows: readonly ExportedRow[];
  readonly hashes: ReadonlyMap<string, string>;
}

async function gather(parts: ExportParts, open: OpenExport, source: string): Promise<Gathered> {
  const { sheet, state } = open;
  const rows: ExportedRow[] = [];
  const hashes = new Map<string, string>();
  const standing = new Set<string>();
  for await (const { home, recordId, cells, hash } of findStanding(parts, open, source)) {
    standing.add(recordId);
    const as = toSend(state.sent.get(recordId), hash);
    if (as === undefined) continue;
    hashes.set(recordId, hash);
    rows.push({ home, recordId, as, cells: rowOf(sheet, { recordId, as }, cells) });
  }
  const ended = [...state.sent.values()].filter(
    ({ recordId, as }) => as !== 'withdrawal' && !standing.has(recordId),
  );
  const texts = await withdrawnCells(parts, open, ended);
  for (const { home, recordId } of ended) {
    const cells = texts.get(recordId) ?? [];
    hashes.set(recordId, hashOf(cells));
    const as = 'withdrawal';
    rows.push({ home, recordId, as, cells: rowOf(sheet, { recordId, as }, cells) });
  }
  return { rows, hashes };
}

/** Whether a record that stands is to be sent, and as what. */
export function toSend(sent: SentRecord | undefined, hash: string): ExportedAs | undefined {
  if (sent === undefined || sent.as === 'withdrawal') return 'new';
  return sent.hash === hash ? undefined : 'changed';
}

function entriesOf(
  parts: ExportParts,
  made: {
    readonly home: string;
    readonly target: string;
    readonly exportId: string;
    readonly found: Gathered;
    readonly open: OpenExport;
  },
): readonly NewEntry[] {
  const { home, target, exportId, found, open } = made;
  const entries: NewEntry[] = [];
  for (let from = 0; from < found.rows.length; from += rowsPerEntry) {
    const payload: ExportPayload = {
      ...{ exportId, target, item: open.item.item, on: open.today },
      rows: found.rows.slice(from, from + rowsPerEntry).map((row) => ({
        home: row.home,
        recordId: row.recordId,
        as: row.as,
        hash: found.hashes.get(row.recordId) ?? '',
      })),
    };
    const salt = parts.salt();
    const commitment = commitmentOf(salt, payload);
    const stream = exportStream(target);
    const id = parts.uuid();
    entries.push({ id, home, stream, kind: 'export@1', payload, salt, commitment });
  }
  return entries;
}

export function commandOf({ actor, item }: OpenExport): Command {
  const basis = item.basis.map(({ source, at }) => `${source}#${at}`);
  return { actor, purpose: 'export', basis };
}

export function countsOf(rows: readonly { readonly as: ExportedAs }[]): ExportFile['counts'] {
  const counts = { new: 0, changed: 0, withdrawal: 0 };
  for (const { as } of rows) counts[as] += 1;
  return counts;
}
