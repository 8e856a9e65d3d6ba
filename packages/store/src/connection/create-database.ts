import { existsSync, renameSync, rmSync } from 'node:fs';

import { openPglite } from './pglite.ts';

/**
 * Makes sure that a folder holds an embedded database. A new one takes its name only when it is
 * complete: one whose creation was cut short could neither be opened nor be created again.
 */
export async function createDatabase(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const driver = await openPglite({ folder: unfinished });
  await driver.close();
  renameSync(unfinished, folder);
}
