import type { HomeRows } from '@credence/casework';

import type { Connection } from '../connection/connection.ts';
import {
  columnsOf,
  projectionTables,
  recordsetOf,
  type ProjectionTable,
} from '../projection/projection-tables.ts';
import { rowsInTable } from '../projection/replace-home-rows.ts';
import { StoreError } from '../store-error.ts';

/**
 * Puts rows of invented subjects into the projections, for measuring questions across subjects. No
 * entry stands behind them, so a store that holds entries refuses them, and a rebuild removes them.
 */
export async function fillRegister(
  connection: Connection,
  rows: ReadonlyMap<string, HomeRows>,
): Promise<void> {
  await connection.transaction({ homes: 'all' }, async (session) => {
    const [journal] = await session.query<{ entries: boolean }>(
      'select exists (select from journal_entry) as entries',
    );
    if (journal?.entries !== false) {
      throw new StoreError(
        'projection-refused',
        'The database holds entries; invented subjects go into an empty one only.',
      );
    }
    for (const table of projectionTables) {
      const ofTable = [...rows].flatMap(([home, each]) => [
        ...rowsInTable(table, home, each).values(),
      ]);
      if (ofTable.length === 0) continue;
      await session.query(insertInto(table), [JSON.stringify(ofTable)]);
    }
  });
}

function insertInto(table: ProjectionTable): string {
  const columns = columnsOf(table);
  return `insert into ${table.table} (${columns})
    select ${columns} from json_to_recordset($1::json) as r${recordsetOf(table)}`;
}

/** Bytes of the table of names and of each of its indexes. */
export function measureNames(
  connection: Connection,
): Promise<readonly { readonly name: string; readonly bytes: number }[]> {
  return connection.transaction({ homes: [] }, (session) =>
    session.query<{ name: string; bytes: number }>(
      `select c.relname::text as name, pg_relation_size(c.oid)::float8 as bytes from pg_class c
        where c.oid = 'subject_name'::regclass
          or c.oid in (select indexrelid from pg_index where indrelid = 'subject_name'::regclass)
        order by c.relname`,
    ),
  );
}
