import { commitmentOf } from '@credence/proof';

import type { ImportCommand, ImportOutcome } from './import-outcome.ts';
import { batchStream, findBatchEntry } from '../entry/batch-entry.ts';
import type { BatchPayload } from '../entry/house-payload.ts';
import type { ExplainedRow } from '../life/changes-in-file.ts';
import { enterFileChanges } from '../life/enter-file-changes.ts';
import { fileMatters } from '../matter/file-matters.ts';
import type { QuarantinedRow } from '../matter/settle-identity.ts';
import type { AcceptedBatch } from '../port/intake.ts';
import type { Command, NewEntry } from '../port/journal.ts';
import type { BatchRow } from '../port/register.ts';
import type { PreparationOrder } from '../port/row-workshop.ts';
import { addAgency } from '../promulgate/add-agency.ts';
import type { ImportReport } from './import-report.ts';
import { openHands } from './open-hands.ts';
import { readFile } from './read-file.ts';
import { ReportBuilder } from './report-builder.ts';
import { toRowPlace } from './row-place.ts';
import { settleFindings, type SettledFindings } from './settle-findings.ts';
import { settleOrder, type ImportOrder, type IntakeParts } from './settle-order.ts';

/**
 * Takes in one file: all of it or nothing, unless the official accepts the valid rows in an explicit
 * second step. Rows are read and checked once and wait in staging; accepting them is one step of the
 * store. A file that was taken in before is known and changes nothing.
 */
export async function importFile(
  parts: IntakeParts,
  command: ImportCommand,
): Promise<ImportOutcome> {
  const settled = await settleOrder(parts, command);
  if (settled.kind === 'refused') return { kind: 'command-refused', problem: settled.problem };
  const { order } = settled;
  const known = await findKnownFile(parts, command, order);
  if (known !== undefined) return known;

  const staging = await parts.staging.open();
  const batchId = parts.uuid();
  const report = new ReportBuilder(headingOf(command, order));
  let accepted = false;
  try {
    const hands = openHands(parts, preparationOrder(command, order, batchId), {
      ...{ staging, rulebook: order.rulebook, bytes: command.file.bytes },
    });
    try {
      await readFile(command.file, { order, report, hands, onProgress: command.onProgress });
    } finally {
      await hands.close();
    }
    const outcome = await decide(parts, command, {
      ...{ order, report, staging, batchId },
      explained: [],
    });
    accepted = outcome.kind === 'accepted' || outcome.kind === 'known-file';
    return outcome;
  } finally {
    if (!accepted) await parts.staging.discard(staging);
  }
}

function preparationOrder(
  { migration, serviceStatement }: ImportCommand,
  { rulebook, edition, item, today, provider }: ImportOrder,
  batchId: string,
): PreparationOrder {
  return {
    editions: rulebook.editions,
    edition: edition.code,
    item: item.item,
    ...{ today, provider, batchId },
    backlog: migration !== undefined,
    ...(serviceStatement === undefined ? {} : { serviceStatement }),
  };
}

interface Staged {
  readonly order: ImportOrder;
  readonly report: ReportBuilder;
  readonly staging: string;
  readonly batchId: string;
  /** Rows that an earlier attempt took out of the staging, since they are no records. */
  readonly explained: ExplainedRow[];
}

/** Another import may be accepted between the look at the register and the step that records. */
const attemptsMax = 3;

async function decide(
  parts: IntakeParts,
  command: ImportCommand,
  staged: Staged,
): Promise<ImportOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await decideOnce(parts, command, staged);
    } catch (error) {
      const overtaken = error instanceof Error && 'code' in error && error.code === overtakenCode;
      if (!overtaken || attempt === attemptsMax) throw error;
    }
  }
}

/** What `Staging.accept` throws when the register has changed since it was inspected. */
const overtakenCode = 'staging-in-conflict';

async function decideOnce(
  parts: IntakeParts,
  command: ImportCommand,
  staged: Staged,
): Promise<ImportOutcome> {
  const { report, staging, order } = staged;
  const found = await settleFindings(parts, order, staging);
  const { fresh, known, problems, review, explained } = found;
  report.setFindings(
    [...problems].map(([row, occurred]) => ({
      staged: row,
      problem: occurred((other) => toRowPlace(other, report.tables).row),
    })),
    review.length,
  );
  reportChanges(staged, explained);
  const preview = () => report.build({ recorded: 0, fresh, known });
  if (command.dryRun === true) return { kind: 'checked', report: preview() };
  if (report.problemsTotal === 0) return accept(parts, command, staged, found);
  if (command.acceptValid !== true || fresh + review.length + explained.length === 0) {
    return { kind: 'refused', report: preview() };
  }
  if (problems.size === 0) return accept(parts, command, staged, found);
  await sendToReview(parts, command, staged, review);
  await parts.staging.drop(staging, [...problems.keys()]);
  const left = await parts.staging.inspect(staging);
  return accept(parts, command, staged, {
    fresh: left.fresh,
    known: left.known + explained.filter(({ kind }) => kind === 'known').length,
    explained,
  });
}

/** What waits in an earlier attempt's tally is told again: it is the same file. */
function reportChanges({ report, explained: before }: Staged, now: readonly ExplainedRow[]): void {
  const stating = [...before, ...now].filter((each) => each.kind === 'changes');
  report.setChanges(
    stating.length,
    stating.flatMap(({ row, changes }) => changes.map((change) => ({ ...change, staged: row }))),
  );
}

/** Changes go in before the rest: after a crash in between they are known when it is read again. */
async function takeChanges(
  parts: IntakeParts,
  { actor }: ImportCommand,
  { order, staging, batchId, explained: taken }: Staged,
  explained: readonly ExplainedRow[],
): Promise<void> {
  if (explained.length === 0) return;
  const { today, source } = order;
  await enterFileChanges(parts, { actor, source: source.code, batchId, today }, explained);
  await parts.staging.drop(
    staging,
    explained.map(({ row }) => row),
  );
  taken.push(...explained);
}

/** Filed before the rest is recorded: a crash in between leaves them on a desk, never nowhere. */
async function sendToReview(
  parts: IntakeParts,
  { file, actor }: ImportCommand,
  { order, batchId }: Staged,
  review: readonly QuarantinedRow[],
): Promise<void> {
  if (review.length === 0) return;
  const { name, hash } = file;
  const filing = { actor, file: { name, hash }, source: order.source.code, batchId };
  await fileMatters(parts, { ...filing, today: order.today }, review);
}

async function accept(
  parts: IntakeParts,
  command: ImportCommand,
  staged: Staged,
  findings: Pick<SettledFindings, 'fresh' | 'known' | 'explained'>,
): Promise<ImportOutcome> {
  const { order, report, staging, batchId } = staged;
  const home = order.source.home ?? (await openHome(parts, command, order));
  const { fresh, known } = findings;
  await takeChanges(parts, command, staged, findings.explained);
  const payload: BatchPayload = {
    batchId,
    item: order.item.item,
    fileHash: command.file.hash,
    fileName: command.file.name,
    mapping: order.mappingKey,
    counts: countsOf(report.build({ recorded: fresh, fresh, known }), report.droppedCells),
    ...(command.serviceStatement === undefined
      ? {}
      : { serviceStatement: command.serviceStatement }),
    ...(command.migration === undefined ? {} : { migration: command.migration }),
  };
  const batch: AcceptedBatch = await parts.staging.accept(staging, commandOf(command, order), {
    entry: batchEntry(parts, home, payload),
    row: { home, ...batchKey(command, order), batchId },
  });
  if (batch.receipt.replayed) {
    // Another process took the same file in while this one was reading it.
    const again = await findKnownFile(parts, command, order);
    if (again !== undefined) return again;
  }
  const { receipt, recorded } = batch;
  return { kind: 'accepted', report: report.build({ recorded, fresh, known }), receipt, batchId };
}

/** The agency is named by the edition and has no entry yet; its first batch brings it. */
async function openHome(
  parts: IntakeParts,
  command: ImportCommand,
  { source }: ImportOrder,
): Promise<string> {
  const { code, name, supplies } = source;
  const added = await addAgency(parts, { code, name, supplies, actor: command.actor });
  if (added.kind === 'refused') throw new RangeError(`Agency ${code} was refused.`);
  return added.home;
}

function batchEntry(parts: IntakeParts, home: string, payload: BatchPayload): NewEntry {
  const salt = parts.salt();
  return {
    id: parts.uuid(),
    home,
    stream: batchStream(payload.batchId),
    kind: 'batch@1',
    payload,
    salt,
    commitment: commitmentOf(salt, payload),
  };
}

function commandOf({ actor }: ImportCommand, { item }: ImportOrder): Command {
  return { actor, purpose: 'intake', basis: item.basis.map(({ source, at }) => `${source}#${at}`) };
}

function countsOf(report: ImportReport, droppedCells: number): BatchPayload['counts'] {
  const { rowsRead: read, recorded, known, setAside, refused, toReview, changed } = report;
  return {
    ...{ read, recorded, known, setAside, droppedCells, refused },
    ...(toReview === 0 ? {} : { toReview }),
    ...(changed === 0 ? {} : { changed }),
  };
}

function batchKey(command: ImportCommand, order: ImportOrder): Omit<BatchRow, 'home' | 'batchId'> {
  return {
    fileHash: command.file.hash,
    source: order.source.code,
    item: order.item.item,
    mapping: order.mappingKey,
  };
}

function headingOf(
  command: ImportCommand,
  order: ImportOrder,
): Pick<ImportReport, 'fileName' | 'hash' | 'item' | 'source' | 'mapping'> {
  const { fileHash: hash, source, item, mapping } = batchKey(command, order);
  return { fileName: command.file.name, hash, item, source, mapping };
}

/** The first answer again, for a file that the register has taken in already. */
async function findKnownFile(
  parts: IntakeParts,
  command: ImportCommand,
  order: ImportOrder,
): Promise<ImportOutcome | undefined> {
  const batch = await parts.staging.findBatch(batchKey(command, order));
  if (batch === undefined) return undefined;
  const { home, batchId } = batch;
  const found = await findBatchEntry(parts.journal, home, batchId);
  if (found === undefined) return undefined;
  const { position, recordedAt } = found.entry;
  const {
    read,
    recorded,
    known,
    setAside,
    refused,
    toReview = 0,
    changed = 0,
  } = found.batch.counts;
  const report = new ReportBuilder(headingOf(command, order));
  report.count('rowsRead', read);
  report.count('setAside', setAside);
  report.count('refused', refused);
  report.count('toReview', toReview);
  const receipt = { position, recordedAt, replayed: true };
  const built = report.build({ recorded: 0, fresh: 0, known: recorded + known + changed });
  return { kind: 'known-file', report: built, receipt, batchId };
}
