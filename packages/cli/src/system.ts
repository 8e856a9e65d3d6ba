import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { uptime } from 'node:os';
import { join } from 'node:path';

import {
  createAccess,
  createCasework,
  createRulebookLoader,
  paperBytesMax,
  projectHome,
  type Casework,
  type CaseworkParts,
  type BudgetAlarm,
  type Denial,
  type Inbox,
  type PaperTray,
  type PersonKeys,
  type Signer,
} from '@credence/casework';
import { instant, type CivilDate, type Instant } from '@credence/domain';
import { openInbox, openPersonKeys, openPress, openShelf, openTray } from '@credence/exchange';
import { base64url, keyIdOf, useDigest } from '@credence/proof';
import {
  openStore,
  type SkewRule,
  type Store,
  type StoreEvent,
  type StorePlace,
} from '@credence/store';

import { keepWasmCallsApart } from './engine-flags.ts';
import type { Environment } from './environment.ts';
import { lateSigner, openDrawMeans, openSigner, passingSigner, personKeyPath } from './keys.ts';
import { createSteadyClock } from './operations/steady-clock.ts';
import { localEditions } from './local-editions.ts';
import { nodeDigest } from './node-digest.ts';
import { readPolicies } from './policy-folder.ts';
import { createRowMeans } from './row-means.ts';
import { createWorkshop } from './workshop/create-workshop.ts';

/** Everything that lives between the settings and the commands. */
export interface System {
  readonly store: Store;
  readonly casework: Casework;
  /** The same use cases on another civil day; for the demonstration. */
  readonly caseworkOn: (day: CivilDate) => Casework;
  /** Signs in the name of the register. */
  readonly signer: Signer;
  /** Blind keys of people, in a process of their own. */
  readonly personKeys: PersonKeys;
  readonly clock: () => Instant;
  close(): Promise<void>;
}

export interface SystemOptions {
  readonly clock?: () => Instant;
  /** Tests of one process need no folder. */
  readonly inMemory?: boolean;
  /** Takes note of every refusal by the policies, and of every step that a case refuses. */
  readonly onDenied?: (denial: Denial) => void;
  /** Told when someone wanted to read more than a day's budget. */
  readonly onAlarm?: (alarm: BudgetAlarm) => void;
  /** Code of the agency that keeps the register, where the settings name none. */
  readonly registerAgency?: string;
  /** Told what befell the store. */
  readonly onStoreEvent?: (event: StoreEvent) => void;
}

/** Seconds that clocks may lie apart before nothing is written (R17). */
export const skewSecondsMax = 30;

export const wallClock = (): Instant => instant(Date.now());

/**
 * Version of what the projector makes of entries; 2: lines of records, 3: names by their parts, 4: drafts,
 * 5: days of listings and measures.
 * Raise it with every change, so that a store of before is built again when it is opened.
 */
const projectionVersion = 5;

/** Builds the live system: store, then casework over it. The only place that knows all parts. */
export async function openSystem(
  environment: Environment,
  options: SystemOptions = {},
): Promise<System> {
  keepWasmCallsApart();
  const { inMemory = false } = options;
  useDigest(nodeDigest);
  const { clock, skew } = clockOf(options);
  if (environment.databaseUrl === undefined && !inMemory) {
    mkdirSync(environment.dataFolder, { recursive: true, mode: 0o700 });
  }
  const registerAgency = environment.registerAgency ?? options.registerAgency;
  const access = createAccess(readPolicies(), options.onDenied);
  const { nameKeys, uuid, salt, regions } = createRowMeans();
  const signer = inMemory ? passingSigner() : lateSigner(() => openSigner(environment));
  const keyFile = inMemory ? undefined : personKeyPath(environment.dataFolder);
  const personKeys = openPersonKeys(keyFile);
  const late: { casework?: Casework } = {};
  const store = await openStore({
    ...(inMemory ? { memory: true } : placeOf(environment)),
    clock,
    ...(skew === undefined ? {} : { skew }),
    ...(options.onStoreEvent === undefined ? {} : { onEvent: options.onStoreEvent }),
    projectionVersion,
    // Projections need the rulebook, and the rulebook is read from the store: tied here, once.
    projector: async (entries) => {
      if (late.casework === undefined) throw new Error('The store projected before it was open.');
      return projectHome(entries, await late.casework.rulebook(), nameKeys);
    },
  });
  const parts: CaseworkParts = {
    journal: store.journal,
    register: store.register,
    staging: store.staging,
    workshop: createWorkshop({ engine: store.engine }),
    nameKeys,
    access,
    inbox: inboxOf(environment, clock),
    signer,
    draws: openDrawMeans(inMemory ? undefined : environment.dataFolder),
    personKeys,
    bulk: store.bulk,
    classLines: store.classLines,
    press: openPress(),
    papers: { tray: trayOf(environment, clock), shelf: store.papers },
    shelf: openShelf(join(environment.dataFolder, 'downloads'), clock),
    clock,
    ...{ uuid, salt, regions },
    otherEditions: localEditions,
    // Until when a subject is visible at all follows from the editions; a new one may say less.
    onPromulgated: async () => {
      await store.admin.rebuild();
    },
    ...atOnce(environment, store),
    ...(registerAgency === undefined ? {} : { registerAgency }),
    labKeys: labKeysOf(environment),
    ...(environment.readBudget === undefined ? {} : { readBudget: environment.readBudget }),
    ...(options.onAlarm === undefined ? {} : { onAlarm: options.onAlarm }),
    ...(options.onDenied === undefined ? {} : { onDenied: options.onDenied }),
    ...(environment.today === undefined ? {} : { today: environment.today }),
  };
  const loader = createRulebookLoader(parts);
  late.casework = createCasework(parts, loader);
  const caseworkOn = (today: CivilDate): Casework => createCasework({ ...parts, today }, loader);
  if ((await store.admin.projections()) === 'outdated') await store.admin.rebuild();
  const close = () => closeAll(personKeys, store);
  return { store, casework: late.casework, caseworkOn, signer, personKeys, clock, close };
}

async function closeAll(personKeys: { close(): void }, store: Store): Promise<void> {
  personKeys.close();
  await store.close();
}

/** Keys whose reports of the Lab are accepted, each under its id. */
function labKeysOf({ labKeys = [] }: Environment): NonNullable<CaseworkParts['labKeys']> {
  return labKeys.map((publicKey) => ({
    keyId: keyIdOf(publicKey),
    algorithm: 'Ed25519',
    publicKey,
  }));
}

/** A server without the eraser's login leaves what is taken back to the next `credence erase`. */
function atOnce(
  { databaseUrl, eraserUrl }: Environment,
  store: Store,
): Pick<CaseworkParts, 'onConsentTakenBack'> {
  if (databaseUrl !== undefined && eraserUrl === undefined) return {};
  return {
    onConsentTakenBack: async (day) => {
      await store.admin.eraseTakenBack(day);
    },
  };
}

/** A clock that is handed in is a test's and stands alone; ours is held against its own run. */
function clockOf({ clock }: SystemOptions): {
  readonly clock: () => Instant;
  readonly skew?: SkewRule;
} {
  if (clock !== undefined) return { clock };
  const mostMs = skewSecondsMax * 1000;
  const steady = createSteadyClock({ wallMs: wallClock, runMs: () => uptime() * 1000 }, mostMs);
  return { clock: steady.now, skew: { mostMs, ofProcess: steady.skewMs } };
}

/** As large as the largest workbook that is read; a setting changes it. */
const uploadBytesMax = 64 * 1_048_576;
/** Long enough to mend a file after lunch, short enough that nothing lies about. */
const uploadKeepMs = 2 * 3_600_000;

function inboxOf(environment: Environment, clock: () => Instant): Inbox {
  return openInbox({
    folder: join(environment.dataFolder, 'inbox'),
    limitBytes: environment.uploadBytesMax ?? uploadBytesMax,
    keepMs: environment.uploadKeepMs ?? uploadKeepMs,
    clock,
    id: () => base64url(randomBytes(16)),
  });
}

/** All files that wait for their step at the same time. */
const trayBytesMax = 1_024 * 1_048_576;
/** A working day: whoever wants to read once more what he says need not choose his files again. */
const paperKeepMs = 8 * 3_600_000;

function trayOf(environment: Environment, clock: () => Instant): PaperTray {
  return openTray({
    folder: join(environment.dataFolder, 'papers'),
    limitBytes: paperBytesMax,
    wholeBytes: trayBytesMax,
    keepMs: paperKeepMs,
    clock,
    id: () => base64url(randomBytes(16)),
  });
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
