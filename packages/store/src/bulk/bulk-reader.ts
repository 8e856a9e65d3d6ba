import type { BulkReader, SubjectEntries } from '@credence/casework';
import { dayNumber } from '@credence/domain';

import type { Connection, Scope, Session, SqlValue } from '../connection/connection.ts';
import { isHome } from '../connection/transaction.ts';
import { readEntries } from '../journal/entry-rows.ts';
import { createEndedItems } from './ended-items.ts';

interface Bounds {
  readonly entries: number;
  readonly subjects: number;
}

type TouchedRange = Parameters<BulkReader['listTouched']>[0];

/** Reading in bulk goes across homes by its nature; it never writes. */
const across: Scope = { homes: 'all', snapshot: true };

/** Large reads in short transactions; the position that every call names keeps them consistent. */
export function createBulkReader(connection: Connection, bounds: Bounds = atOnce): BulkReader {
  const ask = <T>(work: (session: Session) => Promise<T>): Promise<T> =>
    connection.transaction(across, work);
  const endedItems = createEndedItems();
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
        if (await isMore(session, range.since, bounds.entries)) {
          const near = await findNear(session, range, bounds.subjects);
          if (near !== undefined) return near;
        }
        const rows = await session.query<{ home: string }>(...touched(range));
        return rows.map(({ home }) => home);
      }),

    hasEndsSince: (moment, item) =>
      ask(async (session) => (await endedItems(session, moment)).has(item)),

    listListedSince: (moment, limit) =>
      ask(async (session) => {
        const rows = await session.query<{ home: string }>(
          `select distinct c.home from case_file c
            join journal_entry e on e.home = c.home and e.recorded_at > $1::bigint
            where c.kind in ('listing', 'payment-complaint') order by c.home limit $2::integer`,
          [moment, limit],
        );
        return rows.map(({ home }) => home);
      }),

    listActedSince: (moment, { streams, kind }, limit) =>
      ask(async (session) => {
        const rows = await session.query<{ home: string }>(
          `select distinct e.home from journal_entry e
            where e.recorded_at > $1::bigint
              and (e.stream like any($2::text[]) or e.kind like 'record-ended@%'
                or e.supersedes is not null)
              and exists (select from subject s where s.home = e.home)
              and ($4::text is null or exists (
                select from case_file c where c.home = e.home and c.kind = $4::text))
            order by e.home limit $3::integer`,
          [moment, streams.map(beginning), limit, kind ?? null],
        );
        return rows.map(({ home }) => home);
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

/** Streams are named by the code alone, which knows no signs of patterns. */
function beginning(stream: string): string {
  return `${stream}%`;
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
 * Entries lie in the order of moments, days of records and listings in that of their ends. The lists
 * are as long as what changed, never as long as the register. What is asked against a listing and
 * not yet answered is looked at every time: that an authority is late puts a listing off on a day
 * that no row names.
 */
function touched({
  since,
  day,
  until,
  items,
  streams = [],
  after,
  limit,
}: TouchedRange): readonly [sql: string, values: readonly SqlValue[]] {
  const values = [since, dayNumber(day), dayNumber(until), items ?? null, after ?? null, limit];
  const ofItemValues = items === undefined ? [] : [streams.map(beginning)];
  const ofItems =
    items === undefined
      ? 'true'
      : `(e.stream like any($7::text[]) or exists (select from record_key k
          where k.home = e.home and k.record_id = e.stream and k.item = any($4::text[])))`;
  return [
    `select home from (
      select e.home from journal_entry e where e.recorded_at > $1::bigint and ${ofItems}
      union
      select l.home from record_line l
        where ($4::text[] is null or l.item = any($4::text[])) and (
          (l.shown_from > $2::integer and l.shown_from <= $3::integer) or
          (l.shown_until > $2::integer and l.shown_until <= $3::integer))
      union
      select c.home from case_file c where $4::text[] is null and c.kind = 'listing' and (
        (c.effect_from > $2::integer and c.effect_from <= $3::integer) or
        (c.effect_until > $2::integer and c.effect_until <= $3::integer))
      union
      select p.home from case_file p where $4::text[] is null
        and not p.is_over and p.kind in ('objection', 'appeal', 'repair')
        and exists (select from case_file c where c.home = p.home and c.kind = 'listing')
      union
      select p.home from case_file p where $4::text[] is null and p.kind = 'payment-complaint'
    ) t
    where ($5::uuid is null or home > $5::uuid)
      and exists (select from subject s where s.home = t.home)
    order by home limit $6::integer`,
    [...values, ...ofItemValues],
  ];
}

/**
 * Entries beyond which subjects are walked in their order, and how many of them. Each page of changes
 * would otherwise gather all that a large import touched, to give two hundred of it.
 */
const atOnce: Bounds = { entries: 20_000, subjects: 5_000 };

async function isMore(session: Session, since: number, than: number): Promise<boolean> {
  const [row] = await session.query<{ entries: number }>(
    `select count(*)::integer as entries from (
      select from journal_entry where recorded_at > $1::bigint limit $2::integer) t`,
    [since, than + 1],
  );
  return (row?.entries ?? 0) > than;
}

/**
 * The same subjects, found one after the other: where many were touched, the next two hundred are
 * near. Undefined where they are not, as when a file brought only subjects that come last, or nothing
 * that everyone may see: then what was touched is gathered after all.
 */
async function findNear(
  session: Session,
  range: TouchedRange,
  subjects: number,
): Promise<readonly string[] | undefined> {
  const rows = await session.query<{ home: string }>(...touchedNear(range, subjects));
  if (rows.length === range.limit) return rows.map(({ home }) => home);
  const beyond = await session.query(
    `select home from subject where $1::uuid is null or home > $1::uuid
      order by home offset $2::integer limit 1`,
    [range.after ?? null, subjects],
  );
  return beyond.length === 0 ? rows.map(({ home }) => home) : undefined;
}

/** Each is asked about by its key, and the limits keep it from being asked about otherwise. */
function touchedNear(
  { since, day, until, items, streams = [], after, limit }: TouchedRange,
  subjects: number,
): readonly [sql: string, values: readonly SqlValue[]] {
  const turns = (from: string, to: string): string =>
    `((${from} > $2::integer and ${from} <= $3::integer)
      or (${to} > $2::integer and ${to} <= $3::integer))`;
  const [entryConcerns, lineConcerns] =
    items === undefined
      ? ['', '']
      : [
          `and (e.stream like any($8::text[]) or exists (select from record_key k
            where k.home = e.home and k.record_id = e.stream and k.item = any($7::text[])))`,
          'and l.item = any($7::text[])',
        ];
  const listings = `union all
      (select 1 from case_file c where c.home = s.home and c.kind = 'listing'
        and (${turns('c.effect_from', 'c.effect_until')} or exists (select from case_file p
          where p.home = c.home and not p.is_over
            and p.kind in ('objection', 'appeal', 'repair'))) limit 1)
      union all
      (select 1 from case_file q where q.home = s.home and q.kind = 'payment-complaint' limit 1)`;
  const values = [since, dayNumber(day), dayNumber(until), after ?? null, limit, subjects];
  return [
    `select s.home from (
      select home from subject where $4::uuid is null or home > $4::uuid
        order by home limit $6::integer
    ) s cross join lateral (
      (select 1 as found from journal_entry e
        where e.home = s.home and e.recorded_at > $1::bigint ${entryConcerns} limit 1)
      union all
      (select 1 from record_line l
        where l.home = s.home ${lineConcerns} and ${turns('l.shown_from', 'l.shown_until')} limit 1)
      ${items === undefined ? listings : ''}
      limit 1
    ) t
    order by s.home limit $5::integer`,
    items === undefined ? values : [...values, items, streams.map(beginning)],
  ];
}
