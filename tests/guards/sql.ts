import pg from 'pg';

import type { Database } from '../support/postgres.ts';
import type { GuardWorld } from './world.ts';

export interface SqlAnswer {
  /** `done`, or the SQLSTATE. */
  readonly state: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** What somebody can do who has got hold of a login of the database. */
export function openSql(
  database: Database,
): Pick<GuardWorld, 'sql' | 'tamper' | 'intruder' | 'look'> {
  return {
    sql: (statement, role = 'app') =>
      attempt(role === 'app' ? database.url : database.eraserUrl, statement),
    tamper: async (statement) => (await attempt(database.url, statement, 'commit')).state,
    intruder: async () => {
      const client = new pg.Client({ connectionString: database.url });
      await client.connect();
      await client.query('begin');
      await client.query("set local search_path = credence; set local credence.homes = 'all'");
      return client;
    },
    look: (statement) => rowsOf(database.adminUrl, statement),
  };
}

async function attempt(
  connectionString: string,
  statement: string,
  end: 'rollback' | 'commit' = 'rollback',
): Promise<SqlAnswer> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query('begin');
    await client.query("set local search_path = credence; set local credence.homes = 'all'");
    const answer: unknown = await client.query(statement);
    const last: unknown = Array.isArray(answer) ? answer.at(-1) : answer;
    const rows = last !== null && typeof last === 'object' && 'rows' in last ? last.rows : [];
    await client.query(end);
    return { state: 'done', rows: Array.isArray(rows) ? rows : [] };
  } catch (error) {
    return {
      state: error instanceof pg.DatabaseError ? (error.code ?? '') : String(error),
      rows: [],
    };
  } finally {
    await client.end();
  }
}

async function rowsOf(
  connectionString: string,
  statement: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(statement);
    return rows;
  } finally {
    await client.end();
  }
}
