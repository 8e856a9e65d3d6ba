import type { Localised } from '@credence/domain';

import type { Principal } from '../access/principal.ts';
import { findBatchEntry, type BatchEntry } from '../entry/batch-entry.ts';
import { agencyView, openDesk, type Desk } from './choices.ts';
import { batchesOf, receiptOfBatch } from './receipt-of-batch.ts';
import { batchesPerPage, type BatchesView, type BatchLine, type BatchView } from './supply.ts';
import type { SupplyRefused } from './supply.ts';
import type { SupplyParts } from './supply-parts.ts';

/** What an agency has supplied, newest first. */
export async function listBatches(
  parts: SupplyParts,
  order: { readonly principal: Principal; readonly page: number },
): Promise<{ readonly kind: 'found'; readonly view: BatchesView } | SupplyRefused> {
  const opened = await openDesk(parts, order.principal, 'intake.read');
  if (opened.kind === 'refused') return opened;
  const { desk } = opened;
  const all = await batchesOf(parts, desk.source.home);
  const from = (order.page - 1) * batchesPerPage;
  const batches = all
    .toReversed()
    .slice(from, from + batchesPerPage)
    .map((found) => lineOf(found, desk));
  const { clock } = desk.answering;
  const agency = agencyView(desk.source);
  return { kind: 'found', view: { clock, agency, batches, total: all.length, page: order.page } };
}

/** One batch of this agency with its receipt; another agency's is not found. */
export async function viewBatch(
  parts: SupplyParts,
  order: { readonly principal: Principal; readonly batchId: string },
): Promise<
  | { readonly kind: 'found'; readonly view: BatchView }
  | { readonly kind: 'not-found' }
  | SupplyRefused
> {
  const opened = await openDesk(parts, order.principal, 'intake.read');
  if (opened.kind === 'refused') return opened;
  const { desk } = opened;
  const { batchId } = order;
  const { home } = desk.source;
  const found = home === undefined ? undefined : await findBatchEntry(parts.journal, home, batchId);
  if (found === undefined) return { kind: 'not-found' };
  const answer = await receiptOfBatch(parts, desk, { batchId });
  const { clock } = desk.answering;
  return {
    kind: 'found',
    view: {
      clock,
      agency: agencyView(desk.source),
      itemTitle: titleOf(desk, found.batch.item),
      ...answer,
    },
  };
}

function lineOf({ entry, batch }: BatchEntry, desk: Desk): BatchLine {
  const { batchId, item, fileName, counts } = batch;
  return {
    batchId,
    item,
    itemTitle: titleOf(desk, item),
    fileName,
    recordedAt: entry.recordedAt,
    official: entry.actor.official,
    counts,
  };
}

/** Today's name of an item; an item that the law has given up keeps its code. */
function titleOf({ answering }: Desk, item: string): Localised {
  return answering.edition.items.get(item)?.title ?? { zh: item, en: item };
}
