import { createInterface } from 'node:readline';

import { instant } from '@credence/domain';
import { openStore, type StorePlace } from '@credence/store';

// Loads everything, waits for its order on standard input, then reads closed homes one after the
// other until it is killed. What it prints was served: `served <home> <number>`. It imports packages
// only, so that it also runs as plain JavaScript.
interface Order {
  readonly place: StorePlace;
  readonly homes: readonly string[];
  /** Number of the first read. */
  readonly from: number;
}

const reader = { official: 'Lin Wei', agency: 'wl-market', role: 'clerk' };
const nobody = { identifiers: [], names: [], recordKeys: [], batches: [] };

async function readUntilKilled(order: Order): Promise<never> {
  const clock = () => instant(Date.now());
  const store = await openStore({ projector: () => nobody, clock, ...order.place });
  const budget = { since: instant(0), perReader: 1_000, perAgency: 1_000 };
  for (let number = order.from; ; number += 1) {
    const home = order.homes[number % order.homes.length] ?? '';
    const access = { reader, purpose: 'supervision', fields: [`read ${number}`] };
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

for await (const line of createInterface({ input: process.stdin })) {
  await readUntilKilled(JSON.parse(line) as Order);
}
