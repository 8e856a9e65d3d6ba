import { problem, type Problem, refuse } from '@credence/domain';

import type { Principal } from '../access/principal.ts';
import type { ImportOutcome } from '../intake/import-outcome.ts';
import { importFile } from '../intake/import-file.ts';
import type { WaitingFile } from '../port/inbox.ts';
import type { SourceFile } from '../port/reader.ts';
import { agencyView, itemsOf, openDesk, type Desk } from './choices.ts';
import { keptReport } from './kept-report.ts';
import { watchLateness } from './late-decisions.ts';
import { receiptOfBatch } from './receipt-of-batch.ts';
import type {
  AcceptOrder,
  AcceptUploadOutcome,
  ReceiveUploadOutcome,
  SupplyItem,
  UploadOrder,
  UploadOutcome,
  UploadReference,
  UploadState,
  UploadView,
} from './supply.ts';
import type { SupplyParts } from './supply-parts.ts';
import { isUploadNote, type UploadNote } from './upload-note.ts';

/** Takes the bytes of an upload to where they wait. Nothing is read and nothing is stored yet. */
export async function receiveUpload(
  parts: SupplyParts,
  order: UploadOrder,
): Promise<ReceiveUploadOutcome> {
  const opened = await openDesk(parts, order.principal, 'intake.check');
  if (opened.kind === 'refused') return opened;
  const { desk } = opened;
  const items = itemsOf(desk.source, desk.answering.edition);
  const item = items.find((each) => each.item === order.item || each.importAs === order.item);
  if (item === undefined) {
    const accepted = items.map(({ importAs }) => importAs).join(', ') || '—';
    const { code: source } = desk.source;
    return refuse(problem('item-not-supplied', { source, accepted, item: order.item }));
  }
  const { mapping } = order;
  if (mapping !== undefined && !item.mappings.some(({ id }) => id === mapping)) {
    const accepted = item.mappings.map(({ id }) => id).join(', ') || '—';
    return refuse(problem('mapping-unknown', { mapping, accepted }));
  }
  const note: UploadNote = {
    agency: desk.source.code,
    item: item.item,
    ...(mapping === undefined ? {} : { mapping }),
    state: { kind: 'received' },
  };
  const { account } = desk;
  const outcome = await parts.inbox.receive({
    account,
    name: order.fileName,
    bytes: order.bytes,
    note,
  });
  if (outcome.kind === 'too-large') return refuse(tooLarge(outcome.limitBytes));
  return { kind: 'received', id: outcome.file.id };
}

export async function viewUpload(
  parts: SupplyParts,
  upload: UploadReference,
): Promise<UploadOutcome> {
  const found = await findUpload(parts, upload);
  return found.kind === 'found' ? { kind: 'found', view: viewOf(found) } : found;
}

/** Reads the whole file once and keeps what was found beside it. */
export async function checkUpload(
  parts: SupplyParts,
  upload: UploadReference & { readonly onProgress?: (rowsRead: number) => void },
): Promise<UploadOutcome> {
  const found = await findUpload(parts, upload);
  if (found.kind !== 'found') return found;
  if (found.note.state.kind !== 'received') return { kind: 'found', view: viewOf(found) };
  const state = await check(parts, found, upload.onProgress);
  if (state === undefined) return { kind: 'gone' };
  const note = { ...found.note, state };
  await parts.inbox.note(keyOf(found), note);
  return { kind: 'found', view: viewOf({ ...found, note }) };
}

/** The second step: the very bytes that were checked are read again and taken in. */
export async function acceptUpload(
  parts: SupplyParts,
  order: AcceptOrder,
): Promise<AcceptUploadOutcome> {
  const found = await findUpload(parts, order, 'intake.accept');
  if (found.kind !== 'found') return found;
  const { state } = found.note;
  if (state.kind === 'taken') return state;
  const reading = await open(parts, found);
  if (reading.kind !== 'opened') return reading;
  const { file } = reading;
  try {
    const outcome = await importFile(parts, {
      ...commandOf(found, file),
      acceptValid: order.take === 'valid',
      ...(order.serviceStatement === undefined ? {} : { serviceStatement: order.serviceStatement }),
      ...(order.onProgress === undefined ? {} : { onProgress: order.onProgress }),
    });
    return await settle(parts, found, outcome);
  } finally {
    await file.close?.();
  }
}

/** Removes an upload that nobody wants any more. */
export async function discardUpload(parts: SupplyParts, upload: UploadReference): Promise<void> {
  const found = await findUpload(parts, upload);
  if (found.kind === 'found') await parts.inbox.remove(keyOf(found));
}

interface FoundUpload {
  readonly kind: 'found';
  readonly desk: Desk;
  readonly principal: Principal;
  readonly file: WaitingFile;
  readonly note: UploadNote;
  readonly item: SupplyItem;
}

async function findUpload(
  parts: SupplyParts,
  { principal, id }: UploadReference,
  operation: 'intake.check' | 'intake.accept' = 'intake.check',
): Promise<FoundUpload | { readonly kind: 'gone' } | ReturnType<typeof refuse>> {
  const opened = await openDesk(parts, principal, operation);
  if (opened.kind === 'refused') return opened;
  const { desk } = opened;
  const file = await parts.inbox.find({ id, account: desk.account });
  const note = file?.note;
  if (file === undefined || !isUploadNote(note)) return { kind: 'gone' };
  const items = itemsOf(desk.source, desk.answering.edition);
  const item = items.find((each) => each.item === note.item);
  // An official who has moved to another agency since takes nothing along.
  if (item === undefined || note.agency !== desk.source.code) return { kind: 'gone' };
  return { kind: 'found', desk, principal, file, note, item };
}

async function check(
  parts: SupplyParts,
  found: FoundUpload,
  onProgress: ((rowsRead: number) => void) | undefined,
): Promise<UploadState | undefined> {
  const reading = await open(parts, found);
  if (reading.kind === 'gone') return undefined;
  if (reading.kind === 'refused') return { kind: 'unreadable', problem: reading.problem };
  const { file } = reading;
  const { staging, late } = watchLateness(parts.staging, found.desk.answering.clock.today);
  try {
    const outcome = await importFile(
      // Lateness is seen where rows pass, so they are prepared here and not in the workshop.
      { ...parts, staging, workshop: undefined },
      {
        ...commandOf(found, file),
        dryRun: true,
        ...(onProgress === undefined ? {} : { onProgress }),
      },
    );
    switch (outcome.kind) {
      case 'command-refused':
        return { kind: 'unreadable', problem: outcome.problem };
      case 'known-file':
        return { kind: 'known', report: outcome.report, batchId: outcome.batchId };
      default:
        return { kind: 'checked', report: outcome.report, late: late() };
    }
  } finally {
    await file.close?.();
  }
}

async function settle(
  parts: SupplyParts,
  found: FoundUpload,
  outcome: ImportOutcome,
): Promise<AcceptUploadOutcome> {
  switch (outcome.kind) {
    case 'command-refused':
      return refuse(outcome.problem);
    case 'checked':
    case 'refused': {
      // The register has changed since the check: the report as it is now takes the old one's place.
      const { report } = outcome;
      const late = found.note.state.kind === 'checked' ? found.note.state.late : noLate;
      const state: UploadState = { kind: 'checked', report, late };
      await parts.inbox.note(keyOf(found), { ...found.note, state });
      return { kind: 'not-taken', report };
    }
    case 'accepted':
    case 'known-file': {
      const { batchId, report } = outcome;
      await receiptOfBatch(parts, found.desk, {
        batchId,
        ...(outcome.kind === 'accepted' ? { report: keptReport(report) } : {}),
      });
      await parts.inbox.note(keyOf(found), { ...found.note, state: { kind: 'taken', batchId } });
      await parts.inbox.empty(keyOf(found));
      return { kind: 'taken', batchId };
    }
  }
}

const noLate = { total: 0, dated: 0, first: [] } as const;

type Reading =
  | { readonly kind: 'opened'; readonly file: SourceFile }
  | { readonly kind: 'gone' }
  | ReturnType<typeof refuse>;

async function open(parts: SupplyParts, found: FoundUpload): Promise<Reading> {
  const opened = await parts.inbox.open(keyOf(found));
  switch (opened.kind) {
    case 'opened':
      return opened;
    case 'refused':
      return refuse(unreadable(opened, found.file.name));
    default:
      return opened.kind === 'gone'
        ? { kind: 'gone' }
        : refuse(problem('upload-changed', { file: found.file.name }));
  }
}

function commandOf(found: FoundUpload, file: SourceFile) {
  const { desk, note, principal } = found;
  return {
    file,
    item: note.item,
    source: desk.source.code,
    ...(note.mapping === undefined ? {} : { mapping: note.mapping }),
    actor: desk.actor,
    principal,
  };
}

function keyOf({ file, desk }: Pick<FoundUpload, 'file' | 'desk'>) {
  return { id: file.id, account: desk.account };
}

function viewOf({ desk, file, note, item }: FoundUpload): UploadView {
  return {
    clock: desk.answering.clock,
    id: file.id,
    fileName: file.name,
    bytes: file.bytes,
    hash: file.hash,
    agency: agencyView(desk.source),
    item,
    ...(note.mapping === undefined ? {} : { mapping: note.mapping }),
    expiresAt: file.expiresAt,
    state: note.state,
  };
}

/** Why bytes cannot be read as a table, in the words of the closed list. */
export function unreadable(
  trouble: {
    readonly problem: Problem['code'];
    readonly found: string;
    readonly accepted: string;
  },
  file: string,
): Problem {
  const { found, accepted } = trouble;
  return { code: trouble.problem, params: { file, found, accepted } };
}

export function tooLarge(limitBytes: number): Problem {
  return problem('too-large', { max: `${String(Math.floor(limitBytes / 1_048_576))} MiB` });
}
