import type { ExportPayload } from '../entry/export-payload.ts';
import { startAnswer } from '../view/answer-clock.ts';
import type {
  ExportChoice,
  ExportLine,
  ExportOrder,
  ExportsOutcome,
  ExportState,
} from './export.ts';
import { exportLinesMax } from './export.ts';
import { countsOf, toSend } from './export-records.ts';
import { findStanding } from './find-standing.ts';
import type { SentRecord } from './fold-exports.ts';
import { openExport, type ExportParts } from './open-export.ts';

/** What an agency may report, and to whom. */
export async function listExportChoices(
  parts: ExportParts,
  order: { readonly principal: ExportOrder['principal']; readonly source: string },
): Promise<readonly ExportChoice[]> {
  const resource = { kind: 'export', agency: order.source } as const;
  const allowed = parts.access.decide(order.principal, 'export.write', resource, 'export');
  if (allowed.kind === 'refused') return [];
  const { edition } = await startAnswer(parts);
  return [...edition.items.values()].flatMap(({ item, importAs, title, fields }) => {
    const targets = edition.schemas.get(fields)?.targets ?? [];
    if (targets.length === 0) return [];
    return [
      {
        item,
        importAs,
        title,
        targets: targets.map(({ target, title: called }) => ({ target, title: called })),
      },
    ];
  });
}

/** Where every record of an agency stands with a platform. */
export async function viewExports(
  parts: ExportParts,
  order: Omit<ExportOrder, 'dryRun'>,
): Promise<ExportsOutcome> {
  const outcome = await openExport(parts, order, 'export.write');
  if (outcome.kind === 'refused') return outcome;
  const { open } = outcome;
  const { sent, exports } = open.state;
  const lines: ExportLine[] = [];
  const standing = new Set<string>();
  for await (const { home, recordId, record, hash } of findStanding(parts, open, order.source)) {
    standing.add(recordId);
    const before = sent.get(recordId);
    const as = toSend(before, hash);
    const state: ExportState =
      before === undefined || as !== undefined
        ? { kind: 'to-send', because: as === 'changed' ? 'changed' : 'new' }
        : stateOf(before);
    const { document, subject } = record;
    lines.push({
      home,
      recordId,
      ...(document === undefined ? {} : { documentNumber: document.number }),
      ...(subject.name === undefined ? {} : { subjectName: subject.name }),
      state,
    });
  }
  for (const record of sent.values()) {
    if (standing.has(record.recordId)) continue;
    const { home, recordId } = record;
    const state = record.as === 'withdrawal' ? stateOf(record) : { kind: 'to-withdraw' as const };
    lines.push({ home, recordId, state });
  }
  const counts = emptyCounts();
  for (const { state } of lines) counts[state.kind] += 1;
  return {
    kind: 'found',
    counts,
    lines: lines.sort((a, b) => urgencyOf(a) - urgencyOf(b)).slice(0, exportLinesMax),
    exports: exportsOf(exports),
  };
}

function stateOf({ as, on, answer }: SentRecord): ExportState {
  if (answer === undefined) return { kind: 'sent', on, as };
  switch (answer.result) {
    case 'accepted':
      return as === 'withdrawal'
        ? { kind: 'ended-there', on: answer.on }
        : { kind: 'accepted', on: answer.on };
    case 'returned':
      return { kind: 'returned', on: answer.on, reason: answer.reason ?? '' };
    case 'ended':
      return { kind: 'ended-there', on: answer.on };
  }
}

/** What somebody has to do first. */
const kindsInOrder: readonly ExportState['kind'][] = [
  'returned',
  'to-withdraw',
  'to-send',
  'sent',
  'accepted',
  'ended-there',
];

function urgencyOf({ state }: ExportLine): number {
  return kindsInOrder.indexOf(state.kind);
}

function emptyCounts(): Record<ExportState['kind'], number> {
  return {
    'to-send': 0,
    'to-withdraw': 0,
    sent: 0,
    accepted: 0,
    returned: 0,
    'ended-there': 0,
  };
}

/** The exports made so far, the newest first; one may lie in several entries. */
function exportsOf(
  entries: readonly ExportPayload[],
): Extract<ExportsOutcome, { kind: 'found' }>['exports'] {
  const byId = new Map<string, ExportPayload>();
  for (const made of entries) {
    const before = byId.get(made.exportId);
    const rows = [...(before?.rows ?? []), ...made.rows];
    byId.set(made.exportId, { ...made, rows });
  }
  return [...byId.values()]
    .map(({ exportId, on, rows }) => ({ exportId, on, counts: countsOf(rows) }))
    .reverse();
}
