import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';

import { createCasework, projectHome, type Casework } from '@credence/casework';
import { instant, type Instant } from '@credence/domain';
import { createNameKeys, readRegionCodes } from '@credence/exchange';
import { base64url, uuidV7 } from '@credence/proof';
import { openStore, type Store, type StorePlace } from '@credence/store';

import type { Environment } from './environment.ts';

/** Everything that lives between the settings and the commands. */
export interface System {
  readonly store: Store;
  readonly casework: Casework;
  close(): Promise<void>;
}

export interface SystemOptions {
  readonly clock?: () => Instant;
  /** Tests of one process need no folder. */
  readonly inMemory?: boolean;
}

export const wallClock = (): Instant => instant(Date.now());

/** Builds the live system: store, then casework over it. The only place that knows all parts. */
export async function openSystem(
  environment: Environment,
  options: SystemOptions = {},
): Promise<System> {
  const { clock = wallClock, inMemory = false } = options;
  if (environment.databaseUrl === undefined && !inMemory) {
    mkdirSync(environment.dataFolder, { recursive: true, mode: 0o700 });
  }
  const nameKeys = createNameKeys();
  const late: { casework?: Casework } = {};
  const store = await openStore({
    ...(inMemory ? { memory: true } : placeOf(environment)),
    clock,
    // Projections need the rulebook, and the rulebook is read from the store: tied here, once.
    projector: async (entries) => {
      if (late.casework === undefined) throw new Error('The store projected before it was open.');
      return projectHome(entries, await late.casework.rulebook(), nameKeys);
    },
  });
  late.casework = createCasework({
    journal: store.journal,
    register: store.register,
    staging: store.staging,
    nameKeys,
    clock,
    uuid: () => uuidV7(Date.now(), randomBytes(10)),
    salt: () => base64url(randomBytes(16)),
    regions: readRegionCodes(),
    ...(environment.today === undefined ? {} : { today: environment.today }),
  });
  return { store, casework: late.casework, close: () => store.close() };
}

function placeOf(environment: Environment): StorePlace {
  const { databaseUrl, ownerUrl, eraserUrl, dataFolder } = environment;
  if (databaseUrl === undefined) return { folder: dataFolder };
  return {
    url: databaseUrl,
    ...(ownerUrl === undefined ? {} : { ownerUrl }),
    ...(eraserUrl === undefined ? {} : { eraserUrl }),
  };
}
