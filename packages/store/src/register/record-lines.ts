import type {
  CrossCount,
  Lateness,
  LineTrait,
  RecordLines,
  RepairTimes,
  ShownLines,
  SuppliedCount,
} from '@credence/casework';
import { dayNumber } from '@credence/domain';

import type { Connection, Scope, Session, SqlValue } from '../connection/connection.ts';
import { lineOf, type StoredLine } from '../projection/record-line-table.ts';

const across: Scope = { homes: [] };

/** Lists and counts over all subjects, from the projection of public days. */
export function createRecordLines(connection: Connection): RecordLines {
  const ask = <T>(work: (session: Session) => Promise<T>): Promise<T> =>
    connection.transaction(across, work);
  return {
    findHome: (recordId) =>
      ask(async (session) => {
        const [row] = await session.query<{ home: string }>(
          `select home from record_line where record_id = $1 and shown_from is not null
            order by home limit 1`,
          [recordId],
        );
        return row?.home;
      }),
    list: (shown, page) => ask((session) => listLines(session, shown, page)),
    countByItem: (shown) => ask((session) => countByItem(session, shown)),
    crossCount: (shown, by) => ask((session) => crossCount(session, shown, by)),
    supplied: (source, from) => ask((session) => supplied(session, source, dayNumber(from))),
    lateness: (source, from, until) =>
      ask((session) =>
        lateness(session, source, {
          from: dayNumber(from),
          until: until === undefined ? null : dayNumber(until),
        }),
      ),
    repairTimes: (from) => ask((session) => repairTimes(session, dayNumber(from))),
  };
}

/**
 * The condition of both gates. A record may stand on the two days in two stretches, so the second
 * gate asks for any line of it.
 */
function conditionOf(shown: ShownLines, values: SqlValue[]): string {
  const put = (value: SqlValue): string => `$${values.push(value)}`;
  const [day, today] = [put(dayNumber(shown.day)), put(dayNumber(shown.today))];
  const standing = (alias: string, on: string): string =>
    `${alias}.shown_from <= ${on}::integer
      and (${alias}.shown_until is null or ${alias}.shown_until > ${on}::integer)`;
  const parts = [standing('l', day)];
  if (shown.day !== shown.today) {
    parts.push(`exists (select from record_line now where now.home = l.home
      and now.record_id = l.record_id and ${standing('now', today)})`);
  } else {
    // Both numbers are handed over whatever the days are, so both have to be mentioned.
    parts.push(`${today}::integer is not null`);
  }
  const { item, source, region, severity, decidedFrom, decidedUntil } = shown;
  if (item !== undefined) parts.push(`l.item = ${put(item)}`);
  if (source !== undefined) parts.push(`l.source = ${put(source)}`);
  if (region !== undefined) parts.push(`l.region = ${put(region)}`);
  if (severity !== undefined) parts.push(`l.severity = ${put(severity)}`);
  if (decidedFrom !== undefined) {
    parts.push(`l.decided_on >= ${put(dayNumber(decidedFrom))}::integer`);
  }
  if (decidedUntil !== undefined) {
    parts.push(`l.decided_on <= ${put(dayNumber(decidedUntil))}::integer`);
  }
  return parts.join(' and ');
}

const orders = {
  decided: 'l.decided_on desc, l.record_id',
  name: 'l.name_key, l.record_id',
} as const;

async function listLines(
  session: Session,
  shown: ShownLines,
  page: Parameters<RecordLines['list']>[1],
): ReturnType<RecordLines['list']> {
  const values: SqlValue[] = [];
  const where = conditionOf(shown, values);
  const [count] = await session.query<{ total: number }>(
    `select count(*)::integer as total from record_line l where ${where}`,
    values,
  );
  const rows = await session.query<StoredLine & { readonly home: string }>(
    `select l.* from record_line l where ${where} order by ${orders[page.order]}
      limit $${values.length + 1}::integer offset $${values.length + 2}::integer`,
    [...values, page.limit, page.offset],
  );
  return {
    total: count?.total ?? 0,
    lines: rows.map((row) => ({ home: row.home, ...lineOf(row) })),
  };
}

async function countByItem(
  session: Session,
  shown: ShownLines,
): ReturnType<RecordLines['countByItem']> {
  const values: SqlValue[] = [];
  return session.query(
    `select l.item, count(*)::integer as records, count(distinct l.home)::integer as subjects
      from record_line l where ${conditionOf(shown, values)} group by l.item order by l.item`,
    values,
  );
}

/** The month of a day that is kept as a number. */
export function monthOf(column: string): string {
  return `to_char(date '1970-01-01' + ${column}, 'YYYY-MM')`;
}

const traits: Readonly<Record<LineTrait, string>> = {
  item: 'l.item',
  severity: 'l.severity',
  region: 'l.region',
  source: 'l.source',
  kind: 'l.kind',
  month: monthOf('l.decided_on'),
};

export interface CrossRow {
  readonly row: string | null;
  readonly column: string | null;
  readonly records: number;
}

export function toCrossCount({ row, column, records }: CrossRow): CrossCount {
  return {
    ...(row === null ? {} : { row }),
    ...(column === null ? {} : { column }),
    records,
  };
}

async function crossCount(
  session: Session,
  shown: ShownLines,
  by: { readonly row: LineTrait; readonly column: LineTrait },
): Promise<readonly CrossCount[]> {
  const values: SqlValue[] = [];
  const rows = await session.query<CrossRow>(
    `select ${traits[by.row]} as "row", ${traits[by.column]} as "column",
        count(*)::integer as records
      from record_line l where ${conditionOf(shown, values)} group by 1, 2 order by 1, 2`,
    values,
  );
  return rows.map(toCrossCount);
}

/** A record counts once however many stretches it has. */
const once = 'l.ordinal = 1';

async function supplied(
  session: Session,
  source: string,
  from: number,
): Promise<readonly SuppliedCount[]> {
  return session.query(
    `select l.item, ${monthOf('l.taken_in_on')} as month, count(*)::integer as records,
        count(*) filter (where l.backlog)::integer as backlog
      from record_line l where l.source = $1 and l.taken_in_on >= $2::integer and ${once}
      group by 1, 2 order by 1, 2`,
    [source, from],
  );
}

interface LatenessRow {
  readonly item: string;
  readonly known: number;
  readonly not_known: number;
  readonly late: number;
  readonly median: number | null;
  readonly ninetieth: number | null;
}

async function lateness(
  session: Session,
  source: string,
  { from, until }: { readonly from: number; readonly until: number | null },
): Promise<readonly Lateness[]> {
  const rows = await session.query<LatenessRow>(
    `with l as (
        select item, case when supply_due_on is not null
            then greatest(0, taken_in_on - supply_due_on) end as days
        from record_line l
        where source = $1 and taken_in_on >= $2::integer
          and ($3::integer is null or taken_in_on < $3::integer) and not backlog and ${once}
      )
      select item, count(days)::integer as known, count(*) filter (where days is null)::integer
          as not_known, count(*) filter (where days > 0)::integer as late,
        percentile_disc(0.5) within group (order by days) as median,
        percentile_disc(0.9) within group (order by days) as ninetieth
      from l group by item order by item`,
    [source, from, until],
  );
  return rows.map(({ item, known, not_known: notKnown, late, median, ninetieth }) => ({
    item,
    known,
    notKnown,
    late,
    ...(median === null ? {} : { medianDays: median }),
    ...(ninetieth === null ? {} : { ninetiethDays: ninetieth }),
  }));
}

interface RepairRow {
  readonly item: string;
  readonly severity: string | null;
  readonly corrected: number;
  readonly not_corrected: number;
  readonly lower: number | null;
  readonly median: number | null;
  readonly upper: number | null;
}

async function repairTimes(session: Session, from: number): Promise<readonly RepairTimes[]> {
  const rows = await session.query<RepairRow>(
    `with l as (
        select item, severity, corrected_on - decided_on as days from record_line l
        where decided_on >= $1::integer and ${once}
      )
      select item, severity, count(days)::integer as corrected,
        count(*) filter (where days is null)::integer as not_corrected,
        percentile_disc(0.25) within group (order by days) as lower,
        percentile_disc(0.5) within group (order by days) as median,
        percentile_disc(0.75) within group (order by days) as upper
      from l group by item, severity order by item, severity`,
    [from],
  );
  return rows.map(({ item, severity, corrected, not_corrected: notCorrected, ...days }) => ({
    item,
    ...(severity === null ? {} : { severity }),
    corrected,
    notCorrected,
    ...(days.lower === null || days.median === null || days.upper === null
      ? {}
      : { quartiles: [days.lower, days.median, days.upper] as const }),
  }));
}
