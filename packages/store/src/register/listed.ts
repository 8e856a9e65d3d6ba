import type { ListedQuery, ListedTrait, Register } from '@credence/casework';
import { dayNumber } from '@credence/domain';

import type { Connection, Scope, SqlValue } from '../connection/connection.ts';
import { monthOf, toCrossCount, type CrossRow } from './record-lines.ts';

const across: Scope = { homes: [] };

/** Who stands in the lists, from the days that the projection of cases gives each entry. */
export function createListedQueries(
  connection: Connection,
): Pick<Register, 'countListed' | 'crossCountListed' | 'listListed'> {
  return {
    countListed: (days) =>
      connection.transaction(across, async (session) => {
        const values: SqlValue[] = [];
        return session.query<{ card: string; entries: number; subjects: number }>(
          `select c.effect_card as card, count(*)::integer as entries,
              count(distinct c.home)::integer as subjects
            from case_file c where ${standing(days, values)}
            group by c.effect_card order by c.effect_card`,
          values,
        );
      }),
    crossCountListed: (days, row) =>
      connection.transaction(across, async (session) => {
        const values: SqlValue[] = [];
        const rows = await session.query<CrossRow>(
          `select ${traits[row]} as "row", c.effect_card as "column", count(*)::integer as records
            from case_file c where ${standing(days, values)} group by 1, 2 order by 1, 2`,
          values,
        );
        return rows.map(toCrossCount);
      }),
    listListed: (query, { order, limit, offset }) =>
      connection.transaction(across, async (session) => {
        const values: SqlValue[] = [];
        const where = conditionOf(query, values);
        const [count] = await session.query<{ total: number }>(
          `select count(*)::integer as total from case_file c where ${where}`,
          values,
        );
        const by = order === 'name' ? nameOf(query, values) : 'c.effect_from desc';
        const rows = await session.query<{ home: string; case_id: string }>(
          `select c.home, c.case_id from case_file c where ${where} order by ${by}, c.case_id
            limit $${values.length + 1}::integer offset $${values.length + 2}::integer`,
          [...values, limit, offset],
        );
        const entries = rows.map(({ home, case_id: caseId }) => ({ home, caseId }));
        return { entries, total: count?.total ?? 0 };
      }),
  };
}

/** `$2` is today, as `standing` puts it. A region comes from the codes of what stands today. */
const traits: Readonly<Record<ListedTrait, string>> = {
  source: 'c.agency[1]',
  month: monthOf('c.effect_from'),
  region: `(select min(l.region) from record_line l where l.home = c.home
    and l.shown_from <= $2::integer and (l.shown_until is null or l.shown_until > $2::integer))`,
};

/** Both gates: begun on the day asked about, and over neither then nor today. */
function standing({ day, today }: Pick<ListedQuery, 'day' | 'today'>, values: SqlValue[]): string {
  const asked = `$${values.push(dayNumber(day))}::integer`;
  const now = `$${values.push(dayNumber(today))}::integer`;
  return `c.kind = 'listing' and c.effect_from <= ${asked}
    and (c.effect_until is null or c.effect_until > greatest(${asked}, ${now}))`;
}

function conditionOf(query: ListedQuery, values: SqlValue[]): string {
  const put = (value: SqlValue): string => `$${values.push(value)}`;
  const { card, agency, region, from, until, today } = query;
  const parts = [standing(query, values), `c.effect_card = ${put(card)}`];
  if (agency !== undefined) parts.push(`c.agency[1] = ${put(agency)}`);
  if (from !== undefined) parts.push(`c.effect_from >= ${put(dayNumber(from))}::integer`);
  if (until !== undefined) parts.push(`c.effect_from <= ${put(dayNumber(until))}::integer`);
  if (region !== undefined) {
    const now = `${put(dayNumber(today))}::integer`;
    parts.push(`exists (select from record_line l where l.home = c.home
      and l.region = ${put(region)} and l.shown_from <= ${now}
      and (l.shown_until is null or l.shown_until > ${now}))`);
  }
  return parts.join(' and ');
}

/** The first of the names that stand today: one that only an ended record gave orders nothing. */
function nameOf({ today }: ListedQuery, values: SqlValue[]): string {
  const now = `$${values.push(dayNumber(today))}::integer`;
  return `(select min(n.folded) from subject_name n where n.home = c.home
    and (n.visible_until is null or n.visible_until > ${now}))`;
}
