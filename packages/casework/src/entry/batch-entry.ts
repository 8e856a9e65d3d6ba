import type { Entry, Journal } from '../port/journal.ts';
import { isBatch, type BatchPayload } from './house-payload.ts';

/** The entry of a batch with what it says. */
export interface BatchEntry {
  readonly entry: Entry;
  readonly batch: BatchPayload;
}

/** Every batch has a stream of its own, so that to find one costs the same however many there are. */
export function batchStream(batchId: string): string {
  return `batch/${batchId}`;
}

/** Where batches stood one after the other before each had its own. */
const sharedStream = 'batches';

/** The batch of an agency by its id. */
export async function findBatchEntry(
  journal: Pick<Journal, 'entriesOf'>,
  home: string,
  batchId: string,
): Promise<BatchEntry | undefined> {
  for (const stream of [batchStream(batchId), sharedStream]) {
    const found = toBatches(await journal.entriesOf(home, { stream }));
    const one = found.find(({ batch }) => batch.batchId === batchId);
    if (one !== undefined) return one;
  }
  return undefined;
}

/** The batches among the entries of an agency, in their order. */
export function toBatches(entries: readonly Entry[]): readonly BatchEntry[] {
  return entries.flatMap((entry) => {
    const { kind, payload } = entry;
    return kind === 'batch@1' && isBatch(payload) ? [{ entry, batch: payload }] : [];
  });
}
