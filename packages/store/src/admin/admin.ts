import type { HomeRows } from '@credence/casework';
import type { CivilDate } from '@credence/domain';

import type { Connection } from '../connection/connection.ts';
import type { StoreParts } from '../journal/record.ts';
import { readLogin } from '../schema/check-database.ts';
import { lintSchema, type SchemaFinding } from '../schema/lint-schema.ts';
import { listPending, migrate } from '../schema/migrate.ts';
import { StoreError } from '../store-error.ts';
import { backup, type BackupReport } from './backup.ts';
import { eraseDue } from './erase.ts';
import { eraseTakenBack } from './erase-taken-back.ts';
import { fillDays, type FillDays } from './fill-days.ts';
import { fillRegister, measureNames } from './fill-register.ts';
import { readPosition, rebuild, writeVersion, type RebuildReport } from './rebuild.ts';
import { restore, type RestoreOrder, type RestoreReport } from './restore.ts';

/** What keeps a store in order; none of it belongs to a request. */
export interface Admin {
  /** Applies pending migrations and returns their names. */
  migrate(): Promise<readonly string[]>;
  listPending(): Promise<readonly string[]>;
  /** Whether the projections were built by this version of the projector. */
  projections(): Promise<'current' | 'outdated'>;
  rebuild(): Promise<RebuildReport>;
  backup(path: string): Promise<BackupReport>;
  /** A list of erasures alone, to be kept beside older backups. */
  exportErasures(path: string): Promise<BackupReport>;
  restore(order: RestoreOrder): Promise<RestoreReport>;
  /** Erases every payload whose day has come by `today`; how many went. */
  eraseDue(today: CivilDate): Promise<number>;
  /** Erases consents to electronic service that were taken back, with their addresses. */
  eraseTakenBack(today: CivilDate): Promise<number>;
  lintSchema(): Promise<readonly SchemaFinding[]>;
  /** Rows of invented subjects for a benchmark; refused by a store that holds entries. */
  fillRegister(rows: ReadonlyMap<string, HomeRows>): Promise<void>;
  /** Invented homes with their next days for a benchmark; refused by a store that holds entries. */
  fillDays(order: FillDays): Promise<void>;
  /** Cleans up after bulk work where the engine does not do so by itself. */
  tidyUp(): Promise<void>;
  /** Bytes of the table of names and of each of its indexes. */
  measureNames(): Promise<readonly { readonly name: string; readonly bytes: number }[]>;
}

export function createAdmin(connection: Connection, parts: StoreParts, version: number): Admin {
  return {
    async migrate() {
      const done = await migrate(connection);
      await grantLogins(connection);
      await startVersion(connection, version);
      return done;
    },
    listPending: () => listPending(connection),
    projections: () =>
      connection.transaction({ homes: [] }, async (session) => {
        const [row] = await session.query<{ version: number }>(
          "select version from projection_version where name = 'register'",
        );
        return row?.version === version ? 'current' : 'outdated';
      }),
    rebuild: () => rebuild(connection, parts, version),
    backup: (path) => backup(connection, path),
    exportErasures: (path) => backup(connection, path, 'erasures'),
    restore: (order) => restore(connection, parts, { ...order, version }),
    eraseDue: async (today) =>
      (await eraseTakenBack(connection, parts, today)) + (await eraseDue(connection, parts, today)),
    eraseTakenBack: (today) => eraseTakenBack(connection, parts, today),
    lintSchema: () => lintSchema(connection),
    fillRegister: (rows) => fillRegister(connection, rows),
    fillDays: (order) => fillDays(connection, order),
    tidyUp: () => connection.tidyUp(),
    measureNames: () => measureNames(connection),
  };
}

/** Makes the given logins members of their roles, which a first migration has only just created. */
async function grantLogins(connection: Connection): Promise<void> {
  if (connection.engine === 'pglite') return;
  for (const role of ['app', 'eraser'] as const) {
    let login: string;
    try {
      login = await readLogin(connection, role);
    } catch (error) {
      if (error instanceof StoreError && error.code === 'role-missing') continue;
      throw error;
    }
    await connection.transaction({ homes: [], as: 'migrator' }, async (session) => {
      const [member] = await session.query<{ sql: string | null }>(
        `select case when pg_has_role($1::name, $2::name, 'member') or $1::name = session_user
          then null else format('grant %I to %I', $2::text, $1::text) end as sql`,
        [login, `credence_${role}`],
      );
      if (typeof member?.sql === 'string') await session.exec(member.sql);
    });
  }
}

/** An empty store has nothing to rebuild: its projections are of this version. */
async function startVersion(connection: Connection, version: number): Promise<void> {
  await connection.transaction({ homes: 'all' }, async (session) => {
    if ((await readPosition(session)) === 0) await writeVersion(session, version);
  });
}
