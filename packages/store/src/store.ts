import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type {
  BulkReader,
  ClassLines,
  DayWork,
  Entry,
  HomeRows,
  Journal,
  Outbox,
  PaperShelf,
  Register,
  Sessions,
  Staging,
} from '@credence/casework';
import type { Instant } from '@credence/domain';
import { base64url } from '@credence/proof';

import { createAdmin, type Admin } from './admin/admin.ts';
import type { Connection, Engine } from './connection/connection.ts';
import { createDatabase } from './connection/create-database.ts';
import { openPglite } from './connection/pglite.ts';
import { openPostgresql } from './connection/postgresql.ts';
import { createConnection, type Watch } from './connection/transaction.ts';
import { claimFolder } from './folder/claim-folder.ts';
import { createHealth, type StoreHealth } from './health/health.ts';
import type { OnStoreEvent } from './health/store-event.ts';
import { watchStore } from './health/watch-store.ts';
import { createWriteGate, type SkewRule } from './health/write-gate.ts';
import { createJournal } from './journal/journal.ts';
import { createPaperShelf } from './journal/papers.ts';
import type { StoreParts } from './journal/record.ts';
import { createBulkReader } from './bulk/bulk-reader.ts';
import { createRegister } from './register/register.ts';
import { checkDatabase, checkLogin } from './schema/check-database.ts';
import { createSessions } from './session/sessions.ts';
import { createStaging, discardAbandoned } from './staging/staging.ts';
import { StoreError } from './store-error.ts';
import { createUuidSource } from './uuid-source.ts';
import { createClassLines } from './work/class-lines.ts';
import { createDayWork } from './work/day-work.ts';
import { createOutbox } from './work/outbox.ts';

/** Where the store lies: exactly one of `url`, `folder` and `memory`. */
export interface StorePlace {
  /** PostgreSQL: the login of the application, a member of `credence_app` alone. */
  readonly url?: string;
  /** PostgreSQL: a login that may act as `credence_owner`; needed to migrate and to restore. */
  readonly ownerUrl?: string;
  /** PostgreSQL: a login that is a member of `credence_eraser`; needed to erase. */
  readonly eraserUrl?: string;
  /** The embedded database, in `database` inside this folder. */
  readonly folder?: string;
  /** The embedded database in memory: gone when it closes. */
  readonly memory?: true;
}

export interface StoreOptions extends StorePlace {
  /**
   * Derives the rows of a home from its entries. It may read the store (and then sees the running
   * transaction); it never records.
   */
  readonly projector: (entries: readonly Entry[]) => HomeRows | Promise<HomeRows>;
  /** Raise it whenever the projector answers differently; the store then asks for a rebuild. */
  readonly projectionVersion?: number;
  readonly clock: () => Instant;
  readonly uuid?: () => string;
  readonly salt?: () => string;
  /** How far clocks may lie apart before nothing is written; absent: they are not compared. */
  readonly skew?: SkewRule;
  /** Bytes free in the folder of the embedded database; absent: as the file system says. */
  readonly freeBytes?: (folder: string) => Promise<number>;
  /** Told what befell the store. */
  readonly onEvent?: OnStoreEvent;
}

export interface Store {
  readonly engine: Engine;
  readonly journal: Journal;
  readonly register: Register;
  readonly bulk: BulkReader;
  readonly staging: Staging;
  readonly sessions: Sessions;
  readonly work: DayWork;
  readonly classLines: ClassLines;
  readonly outbox: Outbox;
  readonly papers: PaperShelf;
  readonly admin: Admin;
  readonly health: StoreHealth;
  close(): Promise<void>;
}

/**
 * Opens the store on either engine. The embedded one is created and migrated as needed; a server is
 * migrated when a login of the owner is given, and refused otherwise while migrations are pending.
 *
 * @throws StoreError with the code that says what is missing and what to do
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { clock, projector, folder, onEvent = () => undefined } = options;
  const gate = createWriteGate({
    clock,
    onEvent,
    ...(options.skew === undefined ? {} : { skew: options.skew }),
    ...(folder === undefined ? {} : { folder }),
    ...(options.freeBytes === undefined ? {} : { freeBytes: options.freeBytes }),
  });
  const watch = watchStore(gate, { clock, onEvent });
  const { connection, release } = await connect(options, watch);
  const parts: StoreParts = {
    projector,
    clock,
    uuid: options.uuid ?? createUuidSource(clock),
    salt: options.salt ?? (() => base64url(randomBytes(16))),
    gate,
  };
  const admin = createAdmin(connection, parts, options.projectionVersion ?? 1);
  try {
    await checkDatabase(connection);
    await checkLogin(connection);
    if (connection.engine === 'pglite' || options.ownerUrl !== undefined) await admin.migrate();
    await refusePending(admin);
    const alone = connection.engine === 'pglite' ? 'alone' : 'one-of-several';
    await discardAbandoned(connection, clock(), alone);
  } catch (error) {
    await connection.close();
    release();
    throw error;
  }
  const staging = createStaging(connection, parts);
  return {
    engine: connection.engine,
    journal: createJournal(connection, parts),
    register: createRegister(connection),
    bulk: createBulkReader(connection),
    staging,
    sessions: createSessions(connection),
    work: createDayWork(connection, gate),
    classLines: createClassLines(connection),
    outbox: createOutbox(connection, gate),
    papers: createPaperShelf(connection),
    admin,
    health: createHealth(connection, gate),
    async close() {
      await staging.settle();
      await connection.close();
      release();
    },
  };
}

async function refusePending(admin: Admin): Promise<void> {
  const pending = await admin.listPending();
  if (pending.length === 0) return;
  throw new StoreError(
    'migration-needed',
    `The database lacks ${pending.join(', ')}. Run the migrations with a login of the owner ` +
      '(ownerUrl).',
  );
}

async function connect(
  place: StoreOptions,
  watch: Watch,
): Promise<{ readonly connection: Connection; readonly release: () => void }> {
  const { url, folder, memory, ownerUrl, eraserUrl } = place;
  const given = [url, folder, memory].filter((one) => one !== undefined).length;
  if (given !== 1) {
    throw new StoreError(
      'setting-invalid',
      `The store needs exactly one of url, folder and memory; ${given} were given.`,
    );
  }
  if (url !== undefined) {
    const logins = {
      app: url,
      ...(ownerUrl === undefined ? {} : { owner: ownerUrl }),
      ...(eraserUrl === undefined ? {} : { eraser: eraserUrl }),
    };
    return {
      connection: createConnection(openPostgresql(logins), watch),
      release: () => undefined,
    };
  }
  if (folder === undefined) {
    return { connection: createConnection(await openPglite({}), watch), release: () => undefined };
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const claim = await claimFolder(folder);
  try {
    const database = join(folder, 'database');
    await createDatabase(database);
    const driver = await openPglite({ folder: database }, place.onEvent);
    return { connection: createConnection(driver, watch), release: () => claim.release() };
  } catch (error) {
    claim.release();
    throw error;
  }
}
