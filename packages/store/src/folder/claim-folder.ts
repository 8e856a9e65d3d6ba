import { setTimeout as wait } from 'node:timers/promises';

import { StoreError } from '../store-error.ts';
import {
  createOwnerFile,
  listOwners,
  removeOwnerFile,
  runFolder,
  self,
  writeOwnerFile,
  type Owner,
} from './owner-file.ts';

const MAX_ATTEMPTS = 10;

/** A data folder held by this process alone. */
export interface FolderClaim {
  release(): void;
}

/**
 * Takes a data folder for this process. Each process first leaves its own file and then looks for
 * others, so of two that come at once at least one sees the other; one that was killed is seen to be
 * dead and does not count. Two processes writing one embedded database would destroy it.
 *
 * @throws StoreError `data-folder-owned`
 */
export async function claimFolder(folder: string): Promise<FolderClaim> {
  for (let attempt = 1; ; attempt += 1) {
    const me = self();
    if (!createOwnerFile(folder, me)) throw owned(folder, me);
    const other = listOwners(folder).find(
      (owner) => owner.pid !== me.pid || owner.host !== me.host,
    );
    if (other === undefined) {
      writeOwnerFile(folder, { ...me, state: 'open' });
      return { release: () => removeOwnerFile(folder, me.pid) };
    }
    removeOwnerFile(folder, me.pid);
    if (other.state === 'open' || attempt === MAX_ATTEMPTS) throw owned(folder, other);
    // Both stepped back: they come again after waits of their own.
    await wait(10 + (me.pid % 89));
  }
}

function owned(folder: string, owner: Owner): StoreError {
  const who = owner.pid === process.pid ? 'this process itself' : `process ${owner.pid}`;
  return new StoreError(
    'data-folder-owned',
    `"${folder}" is open in ${who} on ${owner.host}. Stop it first; if that machine no longer ` +
      `exists, remove owner-${owner.pid}.json in "${runFolder(folder)}".`,
  );
}
