import { civilDayAt } from '@credence/domain';

import { CaseworkError } from '../casework-error.ts';
import { findBatchEntry, toBatches, type BatchEntry } from '../entry/batch-entry.ts';
import type { BatchPayload } from '../entry/house-payload.ts';
import type { KeptReport } from '../entry/supply-payload.ts';
import type { Entry } from '../port/journal.ts';
import type { Desk } from './choices.ts';
import { findReceipt, giveReceipt } from './receipt.ts';
import type { BatchAnswer } from './supply.ts';
import type { SupplyParts } from './supply-parts.ts';

/** The batches of an agency in the order they were taken in. */
export async function batchesOf(
  parts: Pick<SupplyParts, 'journal'>,
  home: string | undefined,
): Promise<readonly BatchEntry[]> {
  return home === undefined ? [] : toBatches(await parts.journal.entriesOf(home));
}

/**
 * The receipt of a batch of this desk's agency, given now where it has none yet: a batch of the
 * command line, or one whose process died between the batch and its receipt.
 */
export async function receiptOfBatch(
  parts: SupplyParts,
  desk: Desk,
  given: { readonly batchId: string; readonly report?: KeptReport },
): Promise<BatchAnswer> {
  const { batchId } = given;
  const known = await findReceipt(parts, batchId);
  if (known !== undefined) return known;
  // The agency's first batch may have brought its home just now.
  const rows = await parts.register.agencies();
  const home = rows.find(({ code }) => code === desk.source.code)?.home;
  const found = home === undefined ? undefined : await findBatchEntry(parts.journal, home, batchId);
  if (found === undefined) {
    throw new CaseworkError('store-conflict', `Batch ${batchId} has no entry of its agency.`);
  }
  const { entry, batch } = found;
  return giveReceipt(parts, {
    batch,
    source: desk.source.code,
    position: entry.position,
    recordedAt: entry.recordedAt,
    edition: editionOf(desk, entry),
    report: given.report ?? countsOnly(batch),
    actor: entry.actor,
  });
}

/** The law of the day a batch was taken in. */
function editionOf({ answering }: Desk, { recordedAt }: Entry) {
  const { rulebook, edition } = answering;
  const { code, hash } = rulebook.on(civilDayAt(recordedAt, edition.zone)) ?? edition;
  return { code, hash };
}

/** All that is known of the report of a batch whose report was not kept. */
function countsOnly({ counts }: BatchPayload): KeptReport {
  return {
    rowsRead: counts.read,
    expired: 0,
    understood: [],
    dropped: [],
    notUnderstood: [],
    ignored: [],
    problems: [],
    problemsTotal: 0,
    warnings: [],
  };
}
