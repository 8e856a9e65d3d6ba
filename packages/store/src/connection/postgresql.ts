import pg from 'pg';

import { StoreError } from '../store-error.ts';
import { askOnce } from './ask-once.ts';
import type { Client, Driver, Question, Role } from './connection.ts';
import { SqlError, sqlFaultOf } from './sql-error.ts';

/** Connection strings of the logins, each a member of one role of the database alone. */
export interface Logins {
  readonly app: string;
  readonly eraser?: string;
  readonly owner?: string;
}

/** Counts and moments fit a safe integer; JSON stays text, as it was written. */
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, Number);
types.setTypeParser(pg.types.builtins.JSON, (text) => text);
types.setTypeParser(pg.types.builtins.JSONB, (text) => text);

/** PostgreSQL: one login per role, so that no statement can reach for another role's rights. */
export function openPostgresql(logins: Logins): Driver {
  const pools = new Map<Role, pg.Pool>();

  function poolOf(role: Role): pg.Pool {
    const known = pools.get(role);
    if (known !== undefined) return known;
    const login = role === 'migrator' ? 'owner' : role;
    const url = logins[login];
    if (url === undefined) {
      throw new StoreError(
        'role-missing',
        `This needs a login of the ${login}; give its connection string (${login}Url).`,
      );
    }
    const made = new pg.Pool({
      connectionString: url,
      application_name: `credence ${role}`,
      max: role === 'app' ? 10 : 2,
      connectionTimeoutMillis: 10_000,
      // Statements of one connection may follow each other without waiting; see `Connection.read`.
      pipeline: role === 'app',
      types,
    });
    // An idle connection that breaks is replaced by the next use; there is nobody to tell.
    made.on('error', () => undefined);
    pools.set(role, made);
    return made;
  }

  return {
    engine: 'postgresql',
    async acquire(role) {
      const pool = poolOf(role);
      try {
        return clientOf(await pool.connect());
      } catch (error) {
        throw toStoreError(error);
      }
    },
    // The other logins are members of one role each and need not, and cannot, become another.
    actAs: (role) => (role === 'owner' ? 'set local role credence_owner;' : ''),
    pool() {
      const known = pools.get('app');
      if (known === undefined) return { open: 0, idle: 0, waiting: 0 };
      return { open: known.totalCount, idle: known.idleCount, waiting: known.waitingCount };
    },
    tidyUp: () => Promise.resolve(),
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.end()));
    },
  };
}

function clientOf(connection: pg.PoolClient): Client {
  let lost: Error | undefined;
  const onError = (error: Error): void => {
    lost = error;
  };
  connection.on('error', onError);
  return {
    async query<Row extends object>(sql: string, values: readonly unknown[] = []) {
      try {
        const result = await connection.query<Row>(sql, [...values]);
        return result.rows;
      } catch (error) {
        throw toStoreError(error);
      }
    },
    async ask<Row extends object>(question: Question) {
      try {
        return await askOnce<Row>(connection, question);
      } catch (error) {
        throw toStoreError(error);
      }
    },
    async exec(sql) {
      try {
        await connection.query(sql);
      } catch (error) {
        throw toStoreError(error);
      }
    },
    release(state) {
      connection.off('error', onError);
      connection.release(state === 'broken' || lost !== undefined);
    },
  };
}

function toStoreError(error: unknown): Error {
  const fault = sqlFaultOf(error);
  // Class 57 (operator intervention) and 08 (connection) mean that the server went away.
  if (fault !== undefined && !/^(57P|08)/.test(fault.sqlState)) return new SqlError(fault);
  return new StoreError('store-unavailable', 'The PostgreSQL server does not answer.', {
    cause: error,
  });
}
