import type { StorePlace } from '@credence/store';

import type { Connection } from '../../packages/store/src/connection/connection.ts';
import { openPglite } from '../../packages/store/src/connection/pglite.ts';
import { openPostgresql } from '../../packages/store/src/connection/postgresql.ts';
import { createConnection } from '../../packages/store/src/connection/transaction.ts';

/** The store's own way to the database, for tests that look below its ports. */
export async function openConnection(place: StorePlace): Promise<Connection> {
  const { url, ownerUrl = '', eraserUrl = '', folder } = place;
  if (url !== undefined) {
    return createConnection(openPostgresql({ app: url, owner: ownerUrl, eraser: eraserUrl }));
  }
  const setup = folder === undefined ? {} : { folder: `${folder}/database` };
  return createConnection(await openPglite(setup));
}
