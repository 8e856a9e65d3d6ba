import type { BulkReader, SubjectEntries } from '@credence/casework';
import { dayNumber } from '@credence/domain';

import type { Connection, Scope, Session, SqlValue } from '../connection/connection.ts';
import { isHome } from '../connection/transaction.ts';
import { readEntries } from '../journal/entry-rows.ts';

/** Reading in bulk goes across homes by its nature; it never writes. */
const across: Scope = { homes: 'all', snapshot: true };

/** Large reads in short transactions; the position that every call names keeps them consistent. */
export function createBulkReader(connection: Connection): BulkReader {
  const ask = <T>(work: (session: Session) => Promise<T>): Promise<T> =>
    connection.transaction(across, work);
  return {
    readSubjects: ({ upTo, after, limit }) =>
      ask(async (session) => {
        const rows = await session.query<{ home: string }>(
          `select home from subject where $1::uuid is null or home > $1::uuid
            order by home limit $2::integer`,
          [after ?? null, limit],
        );
        return readAll(
          session,
          rows.map(({ home }) => home),
          upTo,
        );
      }),

    readHomes: (homes, upTo) => ask((session) => readAll(session, homes.filter(isHome), upTo)),

    listTouched: (range) =>
      ask(async (session) => {
        const rows = await session.query<{ home: string }>(...touched(range));
        return rows.map(({ home }) => home);
      }),

    hasEndsSince: (moment, item) =>
      ask(async (session) => {
        const [row] = await session.query<{ found: boolean }>(
          `select exists (select from journal_entry e
            join record_key k on k.home = e.home and k.record_id = e.stream and k.item = $2
            where e.recorded_at > $1::bigint
              and (e.kind like 'record-ended@%' or e.supersedes is not null)
          ) as found`,
          [moment, item],
        );
        return row?.found ?? false;
      }),

    listReaders: () =>
      ask(async (session) => {
        const rows = await session.query<{ home: string }>(
          "select home from account where kind = 'reader' order by home",
        );
        return rows.map(({ home }) => home);
      }),
  };
}

async function readAll(
  session: Session,
  homes: readonly string[],
  upTo: number,
): Promise<readonly SubjectEntries[]> {
  if (homes.length === 0) return [];
  const entries = await readEntries(session, homes, upTo);
  return homes.map((home) => ({ home, entries: entries.get(home) ?? [] }));
}

/**
 * Entries lie in the order of moments, days of records in that of their ends. Both lists are as long
 * as what changed, never as long as the register.
 */
function touched(
  range: Parameters<BulkReader['listTouched']>[0],
): readonly [sql: string, values: readonly SqlValue[]] {
  const { since, day, until, items, after, limit } = range;
  const values = [since, dayNumber(day), dayNumber(until), items ?? null, after ?? null, limit];
  const ofItems =
    items === undefined
      ? 'true'
      : `exists (select from record_key k
          where k.home = e.home and k.record_id = e.stream and k.item = any($4::text[]))`;
  return [
    `select home from (
      select e.home from journal_entry e where e.recorded_at > $1::bigint and ${ofItems}
      union
      select l.home from record_line l
        where ($4::text[] is null or l.item = any($4::text[])) and (
          (l.shown_from > $2::integer and l.shown_from <= $3::integer) or
          (l.shown_until > $2::integer and l.shown_until <= $3::integer))
    ) t
    where ($5::uuid is null or home > $5::uuid)
      and exists (select from subject s where s.home = t.home)
    order by home limit $6::integer`,
    values,
  ];
}
