import type { Connection, Session } from '../connection/connection.ts';
import { isSqlError } from '../connection/sql-error.ts';
import { StoreError } from '../store-error.ts';
import { readMigrations, readRolesSql, type Migration } from './migration-files.ts';

const UNDEFINED_TABLE = '42P01';
const DENIED = '42501';

/**
 * Brings the schema to this version. Each migration is one transaction that also records it, so a
 * migration cut short at any step is taken up again by the next run; two runs at once take turns.
 */
export async function migrate(
  connection: Connection,
  migrations: readonly Migration[] = readMigrations(),
): Promise<readonly string[]> {
  await connection.transaction({ homes: [], as: 'migrator' }, (session) =>
    session.exec(readRolesSql()),
  );
  const done: string[] = [];
  for (;;) {
    const applied = await connection.transaction({ homes: 'all', as: 'owner' }, async (session) => {
      await session.exec('lock table schema_migration in exclusive mode');
      const [next] = pendingOf(migrations, await readApplied(session));
      if (next === undefined) return undefined;
      await session.exec(next.sql);
      await session.query('insert into schema_migration (name, sha256) values ($1, $2)', [
        next.name,
        next.sha256,
      ]);
      return next.name;
    });
    if (applied === undefined) return done;
    done.push(applied);
  }
}

/** Names of the migrations this version has and the database has not. */
export async function listPending(connection: Connection): Promise<readonly string[]> {
  const migrations = readMigrations();
  try {
    return await connection.transaction({ homes: [] }, async (session) =>
      pendingOf(migrations, await readApplied(session)).map(({ name }) => name),
    );
  } catch (error) {
    // Before the first migration there is no list to read, or nobody was let near it.
    if (isSqlError(error, UNDEFINED_TABLE, DENIED)) return migrations.map(({ name }) => name);
    throw error;
  }
}

interface Applied {
  readonly name: string;
  readonly sha256: string;
}

function readApplied(session: Session): Promise<readonly Applied[]> {
  return session.query<Applied>('select name, sha256 from schema_migration order by name');
}

function pendingOf(
  migrations: readonly Migration[],
  applied: readonly Applied[],
): readonly Migration[] {
  for (const { name, sha256 } of applied) {
    const known = migrations.find((migration) => migration.name === name);
    if (known === undefined) {
      throw new StoreError(
        'schema-too-new',
        `The database has the migration "${name}", which this version does not know. ` +
          'It was written by a later version of Credence: start that one.',
      );
    }
    if (known.sha256 !== sha256) {
      throw new StoreError(
        'migration-changed',
        `The migration "${name}" is not the one the database was built with. ` +
          'Migrations are never edited; put the file back and add a new one.',
      );
    }
  }
  return migrations.slice(applied.length);
}
