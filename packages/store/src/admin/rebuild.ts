import type { Connection, Session } from '../connection/connection.ts';
import { nilHome } from '../journal/append-entries.ts';
import { readEntries } from '../journal/entry-rows.ts';
import type { StoreParts } from '../journal/record.ts';
import {
  columnsOf,
  projectionTables,
  type ProjectionTable,
} from '../projection/projection-tables.ts';
import { rowsInTable } from '../projection/replace-home-rows.ts';
import { projectEditionsFirst } from './project-editions.ts';

const HOMES_PER_STEP = 500;
const LISTED_DIFFERENCES = 100;

/** A row that the projections hold and the journal does not yield, or the other way round. */
export interface Difference {
  readonly table: string;
  readonly home: string;
  readonly kind: 'missing' | 'surplus';
  /** The key of the row in its table, without its other columns. */
  readonly key: readonly string[];
}

export interface RebuildReport {
  readonly homes: number;
  readonly tables: readonly {
    readonly table: string;
    readonly rows: number;
    /** In the journal's answer, not in the table. */
    readonly missing: number;
    /** In the table, not in the journal's answer. */
    readonly surplus: number;
  }[];
  readonly equal: boolean;
  /** The first differences, at most 100. */
  readonly differences: readonly Difference[];
}

/**
 * Projects every home anew beside the tables in use, compares row by row and switches. Commands go
 * on meanwhile; only the comparison and the switch make them wait, and what they recorded in between
 * is projected again there.
 */
export async function rebuild(
  connection: Connection,
  parts: StoreParts,
  version: number,
): Promise<RebuildReport> {
  await projectEditionsFirst(connection, parts);
  const startedAt = await connection.transaction({ homes: 'all' }, async (session) => {
    await session.exec('delete from rebuild_row');
    return readPosition(session);
  });
  let homes = 0;
  for (let after: string | undefined; ;) {
    const step = await connection.transaction({ homes: 'all' }, (session) =>
      listHomes(session, after),
    );
    const last = step.at(-1);
    if (last === undefined) break;
    // The projector runs outside the transaction: it may read the store for as long as it likes.
    await projectAside(connection, parts, step);
    homes += step.length;
    after = last;
  }
  const report = await connection.transaction({ homes: 'all' }, async (session) => {
    // Whoever changes projections takes a row here first, so this lock alone keeps all out.
    await session.exec('lock table projection_home in exclusive mode');
    const changed = await session.query<{ home: string }>(
      'select distinct home from journal_entry where position > $1',
      [startedAt],
    );
    await projectAside(
      connection,
      parts,
      changed.map(({ home }) => home),
    );
    const compared = await compare(session, homes);
    if (!compared.equal) await switchOver(session);
    await writeVersion(session, version);
    await session.exec('delete from rebuild_row');
    return compared;
  });
  await connection.tidyUp();
  return report;
}

export async function readPosition(session: Session): Promise<number> {
  const [head] = await session.query<{ position: number }>(
    `select position from journal_head where home = '${nilHome}'`,
  );
  return head?.position ?? 0;
}

export async function writeVersion(session: Session, version: number): Promise<void> {
  await session.query(
    `insert into projection_version (home, name, version, built_to)
      select '${nilHome}', 'register', $1, position from journal_head where home = '${nilHome}'
      on conflict (home, name) do update
        set version = excluded.version, built_to = excluded.built_to`,
    [version],
  );
}

async function listHomes(session: Session, after: string | undefined): Promise<readonly string[]> {
  const rows = await session.query<{ home: string }>(
    `select distinct home from journal_entry ${after === undefined ? '' : 'where home > $2::uuid'}
      order by home limit $1`,
    after === undefined ? [HOMES_PER_STEP] : [HOMES_PER_STEP, after],
  );
  return rows.map(({ home }) => home);
}

async function projectAside(
  connection: Connection,
  parts: StoreParts,
  homes: readonly string[],
): Promise<void> {
  if (homes.length === 0) return;
  const entries = await connection.transaction({ homes: 'all' }, (session) =>
    readEntries(session, homes),
  );
  const rows: object[] = [];
  for (const [home, ofHome] of entries) {
    const projected = await parts.projector(ofHome);
    for (const table of projectionTables) {
      const ofTable = [...rowsInTable(table, home, projected).values()];
      ofTable.forEach((row, index) => {
        rows.push({
          home,
          projection: table.table,
          row_number: index,
          content: JSON.stringify(row),
        });
      });
    }
  }
  await connection.transaction({ homes: 'all' }, async (session) => {
    await session.query('delete from rebuild_row where home = any($1::uuid[])', [homes]);
    await session.query(
      `insert into rebuild_row (home, projection, row_number, content)
        select home, projection, row_number, content::jsonb from json_to_recordset($1::json)
          as r(home uuid, projection text, row_number integer, content text)`,
      [JSON.stringify(rows)],
    );
  });
}

const surplusOf = (table: string): string =>
  `not exists (select from rebuild_row r
    where r.projection = '${table}' and r.home = t.home and r.content = to_jsonb(t))`;
const missingOf = (table: string): string =>
  `not exists (select from ${table} t where t.home = r.home and to_jsonb(t) = r.content)`;

async function compare(session: Session, homes: number): Promise<RebuildReport> {
  const tables: { table: string; rows: number; missing: number; surplus: number }[] = [];
  const differences: Difference[] = [];
  for (const projection of projectionTables) {
    const { table } = projection;
    const [rows] = await session.query<{ count: number }>(
      'select count(*)::integer as count from rebuild_row where projection = $1',
      [table],
    );
    const found = await listDifferences(session, projection);
    tables.push({
      table,
      rows: rows?.count ?? 0,
      missing: found.filter(({ kind }) => kind === 'missing').length,
      surplus: found.filter(({ kind }) => kind === 'surplus').length,
    });
    differences.push(...found.slice(0, LISTED_DIFFERENCES - differences.length));
  }
  const equal = tables.every(({ missing, surplus }) => missing + surplus === 0);
  return { homes, tables, equal, differences };
}

async function listDifferences(
  session: Session,
  { table, columns, keyColumns }: ProjectionTable,
): Promise<readonly Difference[]> {
  const key = columns.slice(1, keyColumns).map(([name]) => name);
  const keyOf = (row: string): string =>
    `array[${key.map((name) => `${row} ->> '${name}'`).join(', ')}]::text[]`;
  return (
    await session.query<{ home: string; kind: 'missing' | 'surplus'; key: readonly string[] }>(
      `select t.home, 'surplus' as kind, ${keyOf('to_jsonb(t)')} as key
        from ${table} t where ${surplusOf(table)}
      union all
      select r.home, 'missing', ${keyOf('r.content')}
        from rebuild_row r where r.projection = '${table}' and ${missingOf(table)}
      order by 1, 3, 2`,
    )
  ).map((row) => ({ table, ...row }));
}

async function switchOver(session: Session): Promise<void> {
  for (const projection of projectionTables) {
    const { table } = projection;
    const columns = columnsOf(projection);
    await session.exec(`delete from ${table} t where ${surplusOf(table)}`);
    await session.exec(
      `insert into ${table} (${columns})
        select ${projection.columns.map(([name]) => `x.${name}`).join(', ')}
        from rebuild_row r, jsonb_populate_record(null::${table}, r.content) x
        where r.projection = '${table}' and ${missingOf(table)}`,
    );
  }
}
