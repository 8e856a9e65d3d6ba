import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openStore, type Store } from '@credence/store';

import { wallClock } from '../system.ts';
import { CommandRefusal } from '../terminal.ts';

/** Where a benchmark measures: a server, or the embedded database in a folder of its own. */
export interface BenchPlace {
  readonly url?: string;
  readonly ownerUrl?: string;
}

/** Opens an empty store, lets the work measure in it and leaves no folder behind. */
export async function withEmptyStore<T>(
  place: BenchPlace,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const folder = place.url === undefined ? mkdtempSync(join(tmpdir(), 'credence-bench-')) : '';
  const store = await openStore({
    ...(place.url === undefined ? { folder } : { url: place.url }),
    ...(place.ownerUrl === undefined ? {} : { ownerUrl: place.ownerUrl }),
    clock: wallClock,
    projector: () => {
      throw new Error('A benchmark without entries projects nothing.');
    },
  });
  try {
    const { position } = await store.journal.head();
    if (position > 0) {
      throw new CommandRefusal(
        'The database holds entries; a benchmark fills an empty one and leaves invented data in it.',
      );
    }
    return await work(store);
  } finally {
    await store.close();
    if (folder !== '') rmSync(folder, { recursive: true, force: true });
  }
}
