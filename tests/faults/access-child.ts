import { instant } from '@credence/domain';
import type { StorePlace } from '@credence/store';

import { clerk, openTestStore } from '../support/stores.ts';

// Reads closed homes one after the other until it is killed. What it prints was served:
// `served <home> <number>`.
interface Order {
  readonly place: StorePlace;
  readonly homes: readonly string[];
  /** Number of the first read. */
  readonly from: number;
}

if (process.argv[2] !== undefined) {
  const order = JSON.parse(process.argv[2]) as Order;
  const store = await openTestStore(order.place, { clock: () => instant(Date.now()) });
  console.log('ready');
  const budget = { since: instant(0), perReader: 1_000, perAgency: 1_000 };
  for (let number = order.from; ; number += 1) {
    const home = order.homes[number % order.homes.length] ?? '';
    const access = { reader: clerk, purpose: 'supervision', fields: [`read ${number}`] };
    // Both ways of reading what is closed, in turn.
    const entries =
      number % 2 === 0
        ? await store.journal.readWithAccess(access, home)
        : await store.journal.readWithinBudget(access, home, budget).then((read) => {
            if (read.kind === 'spent') throw new Error('The budget of the test was spent.');
            return read.entries;
          });
    if (entries.length === 0) throw new Error(`Nothing was read of ${home}.`);
    console.log(`served ${home} ${number}`);
  }
}
