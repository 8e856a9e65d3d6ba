import { instant } from '@credence/domain';
import type { StorePlace } from '@credence/store';

import { batchOf, command, newEntry, openTestStore, stagedRow } from '../support/stores.ts';

// Imports files and records decisions one after the other until it is killed. What it prints was
// acknowledged by the store: `batch <file> <batchId>` or `decision <key> <position>`.
export const rowsPerFile = 1_000;
export const codes = 150;

interface Order {
  readonly place: StorePlace;
  readonly agency: string;
  readonly subject: string;
  /** Number of the first file; the one before it may or may not have been recorded. */
  readonly from: number;
}

if (process.argv[2] !== undefined) {
  const order = JSON.parse(process.argv[2]) as Order;
  const store = await openTestStore(order.place, { clock: () => instant(Date.now()) });
  console.log('ready');
  for (let file = order.from; ; file += 1) {
    const staging = await store.staging.open();
    const rows = Array.from({ length: rowsPerFile }, (_, index) =>
      stagedRow(index + 2, {
        code: `K${(file * 37 + index) % codes}`,
        key: `${file}-${index}`,
        name: `望澜${(file * 37 + index) % codes}号`,
        visibleUntil: '2027-01-01',
        text: `file ${file}`,
      }),
    );
    await store.staging.stage(staging, rows);
    const accepted = await store.staging.accept(
      staging,
      command(),
      batchOf(order.agency, `file-${file}`),
    );
    console.log(`batch ${file} ${accepted.batchId}`);
    const outcome = await store.journal.record(
      command({ idempotencyKey: `decision-${file}` }),
      [newEntry({ text: `decision ${file}` }, { home: order.subject, stream: 'decisions' })],
      { outbox: [{ home: order.subject, topic: 'notice', body: file }] },
    );
    if (outcome.kind === 'recorded') {
      console.log(`decision decision-${file} ${outcome.receipt.position}`);
    }
  }
}
