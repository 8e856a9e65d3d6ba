import {
  fieldsWithoutRecords,
  type Access,
  type AccessPage,
  type Actor,
  type PastLooks,
  type FoundAccesses,
  type LookSpan,
  type ReadBudget,
} from '@credence/casework';
import { instant, problem, type Instant } from '@credence/domain';

import type { Session } from '../connection/connection.ts';
import { isSqlError, sqlStates } from '../connection/sql-error.ts';
import { StoreError } from '../store-error.ts';

/** Writes who looked at a home, for which purpose, and what they saw. */
export async function insertAccess(
  session: Session,
  parts: { readonly clock: () => Instant; readonly uuid: () => string },
  access: Access & { readonly home: string },
): Promise<void> {
  const { reader, purpose, fields, home } = access;
  await session.query(
    `insert into access_entry
      (home, at, id, reader_official, reader_agency, reader_role, purpose, fields)
      values ($1, $2, $3, $4, $5, $6, $7, $8::text[])`,
    [
      home,
      parts.clock(),
      parts.uuid(),
      reader.official,
      reader.agency,
      reader.role,
      purpose,
      fields,
    ],
  );
}

interface AccessRow {
  readonly at: number;
  readonly reader_official: string;
  readonly reader_agency: string;
  readonly reader_role: string;
  readonly purpose: string;
  readonly fields: readonly string[];
}

export async function readAccesses(
  session: Session,
  home: string,
): Promise<readonly (Access & { readonly at: Instant })[]> {
  const rows = await session.query<AccessRow>(
    `select at, reader_official, reader_agency, reader_role, purpose, fields
      from access_entry where home = $1 order by at, id`,
    [home],
  );
  return rows.map(toAccess);
}

function toAccess(row: AccessRow): Access & { readonly at: Instant } {
  return {
    at: instant(row.at),
    reader: {
      official: row.reader_official,
      agency: row.reader_agency,
      role: row.reader_role,
    },
    purpose: row.purpose,
    fields: row.fields,
  };
}

/** One page of the accesses to a home within a time, latest first. */
export async function findAccesses(
  session: Session,
  home: string,
  page: AccessPage,
): Promise<FoundAccesses> {
  const { from = null, until = null, offices = false, offset, limit } = page;
  const within = `($2::bigint is null or at >= $2) and ($3::bigint is null or at < $3)
    and (not $4::boolean or reader_agency <> '')`;
  const [counted] = await session.query<{ total: number; first: number | null }>(
    `select (count(*) filter (where ${within}))::integer as total, min(at) as first
      from access_entry where home = $1`,
    [home, from, until, offices],
  );
  const rows = await session.query<AccessRow>(
    `select at, reader_official, reader_agency, reader_role, purpose, fields
      from access_entry where home = $1 and ${within} order by at desc, id desc offset $5 limit $6`,
    [home, from, until, offices, offset, limit],
  );
  const first = counted?.first;
  return {
    accesses: rows.map(toAccess),
    total: counted?.total ?? 0,
    ...(first === undefined || first === null ? {} : { first: instant(first) }),
  };
}

/** The homes a reader looked at, each once, the latest first. */
export async function homesReadBy(
  session: Session,
  reader: Pick<Access['reader'], 'official' | 'agency'>,
  limit: number,
): Promise<readonly ({ readonly home: string } & PastLooks)[]> {
  const rows = await session.query<LookColumns>(
    `select home, ${looks('$4')} from access_entry
      where reader_agency = $1 and reader_official = $2
      group by home order by max(at) desc, home limit $3`,
    [reader.agency, reader.official, limit, fieldsWithoutRecords],
  );
  return rows.map((row) => ({ home: row.home, ...toLooks(row) }));
}

/** Who looked at these homes, once for each home and office, the first first. */
export async function readersOf(
  session: Session,
  homes: readonly string[],
): Promise<readonly ({ readonly home: string; readonly reader: Actor } & PastLooks)[]> {
  const rows = await session.query<LookColumns & Omit<AccessRow, 'at' | 'purpose' | 'fields'>>(
    `select home, reader_official, reader_agency, reader_role, ${looks('$2')} from access_entry
      where home = any($1::uuid[])
      group by home, reader_official, reader_agency, reader_role
      order by min(at), home, reader_agency, reader_official, reader_role`,
    [homes, fieldsWithoutRecords],
  );
  return rows.map((row) => ({
    home: row.home,
    reader: {
      official: row.reader_official,
      agency: row.reader_agency,
      role: row.reader_role,
    },
    ...toLooks(row),
  }));
}

interface LookColumns {
  readonly home: string;
  readonly records_first: number | null;
  readonly records_last: number | null;
  readonly cases_first: number | null;
  readonly cases_last: number | null;
}

function looks(withoutRecords: string): string {
  const records = `not (fields && ${withoutRecords}::text[]) or 'records' = any(fields)`;
  const cases = `'case' = any(fields)`;
  return `min(at) filter (where ${records}) as records_first,
    max(at) filter (where ${records}) as records_last,
    min(at) filter (where ${cases}) as cases_first, max(at) filter (where ${cases}) as cases_last`;
}

function toLooks(row: LookColumns): PastLooks {
  const records = toSpan(row.records_first, row.records_last);
  const cases = toSpan(row.cases_first, row.cases_last);
  return {
    ...(records === undefined ? {} : { records }),
    ...(cases === undefined ? {} : { cases }),
  };
}

function toSpan(first: number | null, last: number | null): LookSpan | undefined {
  if (first === null || last === null) return undefined;
  return { firstAt: instant(first), lastAt: instant(last) };
}

/**
 * How long a reader waits for his turn. A turn is two statements, so whoever waits longer waits for a
 * session that holds the count and does not read: he is told to try again, and gives up the connection
 * that all other readers need.
 */
const longestTurnMs = 3_000;

/**
 * Which budget looks at these homes would exceed; undefined where they may be read. What a case led to
 * is not counted: nobody looks around in the cases that lie on his own desk; nor are the bidders of an
 * announced tender, which has a budget of its own; nor what was read on the machine itself. Readers of
 * one agency wait for each other here, so that none of them counts what another is about to write.
 */
export async function findSpent(
  session: Session,
  access: Access & { readonly homes: readonly string[] },
  { since, perReader, perAgency }: ReadBudget,
): Promise<{ readonly by: 'reader' | 'agency'; readonly limit: number } | undefined> {
  const { reader, homes } = access;
  await takeTurn(session, reader.agency);
  const [counted] = await session.query<{ own: number; agency: number }>(
    `select (count(distinct home) filter (where reader_official = $3))::integer as own,
        count(distinct home)::integer as agency
      from access_entry where reader_agency = $1 and at >= $2 and home <> all($4::uuid[])
          and not fields && '{case,tender,at-machine}'`,
    [reader.agency, since, reader.official, homes],
  );
  if ((counted?.own ?? 0) + homes.length > perReader) return { by: 'reader', limit: perReader };
  if ((counted?.agency ?? 0) + homes.length > perAgency) return { by: 'agency', limit: perAgency };
  return undefined;
}

async function takeTurn(session: Session, agency: string): Promise<void> {
  try {
    await session.query(
      `select set_config('lock_timeout', $2::text, true),
        pg_advisory_xact_lock(hashtextextended($1, 0))`,
      [`read budget of ${agency}`, String(longestTurnMs)],
    );
  } catch (error) {
    if (!isSqlError(error, sqlStates.lockNotAvailable)) throw error;
    throw new StoreError('turn-not-given', 'Another session holds the count of closed reads.', {
      cause: error,
      problem: problem('overloaded', { seconds: longestTurnMs / 1_000 }),
    });
  }
}
