import { createInterface } from 'node:readline';

import { instant } from '@credence/domain';
import { openStore, type StorePlace } from '@credence/store';

import type { newEntry } from '../support/stores.ts';

// Loads everything, waits for its order on standard input, and stores an act with a file. It is killed
// by itself once every byte of the file has been read, before anything says that the act is there.
interface Order {
  readonly place: StorePlace;
  readonly entry: ReturnType<typeof newEntry>;
  readonly sha256: string;
  readonly bytes: number;
}

const nobody = { identifiers: [], names: [], recordKeys: [], batches: [] };
const actor = { official: 'Lin Wei', agency: 'wl-market', role: 'clerk' };

async function storeAndDie({ place, entry, sha256, bytes }: Order): Promise<void> {
  const clock = () => instant(Date.now());
  const store = await openStore({ projector: () => nobody, clock, ...place });
  async function* read(): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(Buffer.alloc(bytes, 'a'));
    console.log('bytes');
    process.kill(process.pid, 'SIGKILL');
    // Nothing comes after it, whenever the signal arrives.
    await new Promise(() => undefined);
  }
  const paper = { home: entry.home, entryId: entry.id, sha256, bytes, read };
  await store.journal.record({ actor, purpose: 'supervision', basis: [] }, [entry], {
    papers: [paper],
  });
}

for await (const line of createInterface({ input: process.stdin })) {
  await storeAndDie(JSON.parse(line) as Order);
}
