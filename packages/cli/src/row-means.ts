import type { PreparationMeans } from '@credence/casework';
import { demoPlaces } from '@credence/demo';
import { createNameKeys, readRegionCodes } from '@credence/exchange';
import { base64url, uuidV7 } from '@credence/proof';

import { createRandomPool } from './random-pool.ts';

/** What rows are prepared with, on whichever thread: the same everywhere but for chance. */
export function createRowMeans(): Required<PreparationMeans> {
  const random = createRandomPool();
  return {
    // With and without the demo city, so that one register's names always have the same keys.
    nameKeys: createNameKeys({ places: demoPlaces }),
    uuid: () => uuidV7(Date.now(), random(10)),
    salt: () => base64url(random(16)),
    regions: readRegionCodes(),
  };
}
