import type { HomeRows } from '@credence/casework';

import type { Session } from '../connection/connection.ts';
import { StoreError } from '../store-error.ts';
import {
  columnsOf,
  projectionTables,
  recordsetOf,
  type ProjectionRow,
  type ProjectionTable,
} from './projection-tables.ts';

/**
 * Takes the turn of these homes: until the transaction ends, nobody else projects them. Homes are
 * taken in one order everywhere, so that two commands never wait for each other.
 */
export async function lockHomes(session: Session, homes: readonly string[]): Promise<void> {
  await session.query(
    `insert into projection_home select h from unnest($1::uuid[]) h order by h
      on conflict do nothing`,
    [homes],
  );
  await session.query(
    'select home from projection_home where home = any($1::uuid[]) order by home for update',
    [homes],
  );
}

/** Makes the projections of a home those given, touching only the rows that differ. */
export async function replaceHomeRows(
  session: Session,
  home: string,
  wanted: HomeRows,
): Promise<void> {
  const present = await readHomeRows(session, home);
  for (const table of projectionTables) {
    const rows = rowsInTable(table, home, wanted);
    const kept = present.get(table.table) ?? new Map<string, ProjectionRow>();
    const gone = [...kept].filter(([text]) => !rows.has(text)).map(([, row]) => row);
    const fresh = [...rows].filter(([text]) => !kept.has(text)).map(([, row]) => row);
    if (gone.length > 0) await deleteRows(session, table, gone);
    if (fresh.length > 0) await insertRows(session, table, fresh);
  }
}

/** The rows of a home in a table, each once, by their text. */
export function rowsInTable(
  table: ProjectionTable,
  home: string,
  rows: HomeRows,
): ReadonlyMap<string, ProjectionRow> {
  const found = new Map<string, ProjectionRow>();
  for (const row of table.rowsOf(home, rows)) {
    if (row['home'] !== home) {
      throw new StoreError(
        'projection-refused',
        `The projector made a row of ${table.table} for another home than the one it was given.`,
      );
    }
    found.set(textOf(table, row), row);
  }
  return found;
}

async function readHomeRows(
  session: Session,
  home: string,
): Promise<ReadonlyMap<string, Map<string, ProjectionRow>>> {
  const parts = projectionTables.map(
    ({ table }) =>
      `select '${table}' as name, row_to_json(t)::text as content from ${table} t where home = $1`,
  );
  const rows = await session.query<{ name: string; content: string }>(parts.join(' union all '), [
    home,
  ]);
  const found = new Map<string, Map<string, ProjectionRow>>();
  for (const { name, content } of rows) {
    const table = projectionTables.find((known) => known.table === name);
    if (table === undefined) continue;
    const row = JSON.parse(content) as ProjectionRow;
    const ofTable = found.get(name) ?? new Map<string, ProjectionRow>();
    found.set(name, ofTable.set(textOf(table, row), row));
  }
  return found;
}

function textOf({ columns }: ProjectionTable, row: ProjectionRow): string {
  return JSON.stringify(columns.map(([name]) => row[name] ?? null));
}

async function deleteRows(
  session: Session,
  table: ProjectionTable,
  rows: readonly ProjectionRow[],
): Promise<void> {
  const key = table.columns.slice(0, table.keyColumns);
  await session.query(
    `delete from ${table.table} t using json_to_recordset($1::json) as r${recordsetOf(table)}
      where ${key.map(([name]) => `t.${name} = r.${name}`).join(' and ')}`,
    [JSON.stringify(rows)],
  );
}

async function insertRows(
  session: Session,
  table: ProjectionTable,
  rows: readonly ProjectionRow[],
): Promise<void> {
  const columns = columnsOf(table);
  await session.query(
    `insert into ${table.table} (${columns})
      select ${columns} from json_to_recordset($1::json) as r${recordsetOf(table)}`,
    [JSON.stringify(rows)],
  );
}
