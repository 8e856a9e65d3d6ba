import type { NameKeys, PreparationMeans } from '@credence/casework';
// Not from the packages' own doors: the thread of the workshop would load all that lies behind them.
import { demoPlaces } from '@credence/demo/region';
import { createNameKeys } from '@credence/exchange/name-keys';
import { readRegionCodes } from '@credence/exchange/region-codes';
import { base64url, uuidV7 } from '@credence/proof';

import { createRandomPool } from './random-pool.ts';

/** With and without the demo city, so that one register's names always have the same keys. */
const openNameKeys = (): NameKeys => createNameKeys({ places: demoPlaces });

/** The same keys, whose dictionaries are read when the first name comes: a thread may be told all. */
export function nameKeysWhenAsked(): NameKeys {
  let opened: NameKeys | undefined;
  const keys = (): NameKeys => (opened ??= openNameKeys());
  return {
    fold: (name) => keys().fold(name),
    foldQuery: (query) => keys().foldQuery(query),
    parentName: (name) => keys().parentName(name),
    compare: (...names) => keys().compare(...names),
  };
}

/** What rows are prepared with, on whichever thread: the same everywhere but for chance. */
export function createRowMeans(nameKeys: NameKeys = openNameKeys()): Required<PreparationMeans> {
  const random = createRandomPool();
  return {
    nameKeys,
    uuid: () => uuidV7(Date.now(), random(10)),
    salt: () => base64url(random(16)),
    regions: readRegionCodes(),
  };
}
