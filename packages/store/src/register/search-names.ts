import type { NameHit, NameQuery } from '@credence/casework';
import { dayNumber, type CivilDate } from '@credence/domain';

import type { Session, SqlValue } from '../connection/connection.ts';

/** The last character there is: every text that begins with a prefix sorts before prefix + this. */
const LAST = '\u{10ffff}';

interface HitRow {
  readonly total: number;
  readonly home: string | null;
  readonly name: string;
  readonly match: NameHit['match'];
}

/**
 * Visible subjects by name: exact, then prefix, then containing, then pinyin, then initials, then
 * pinyin inside the name; equal ones by folded name. Each subject once, under the name that matches
 * best. All 2-grams of the query are asked of the array index, which walks the rarest first and skips
 * along the common ones; a single character has no 2-gram and is looked up as the beginning of the
 * name.
 */
export async function searchNames(
  session: Session,
  query: NameQuery,
  page: { readonly today: CivilDate; readonly limit: number; readonly offset: number },
): Promise<{ readonly hits: readonly NameHit[]; readonly total: number }> {
  const values: SqlValue[] = [dayNumber(page.today), page.limit, page.offset];
  const parameter = (value: SqlValue): string => `$${values.push(value)}`;
  const ways = [...nameWays(query, parameter), ...latinWays(query, parameter)];
  if (ways.length === 0) return { hits: [], total: 0 };

  const rows = await session.query<HitRow>(
    `with matched as (${ways.join(' union all ')}),
    best as (
      select distinct on (home) home, name, folded, rank, match from matched
      order by home, rank, folded, name
    ),
    visible as materialized (
      select b.* from best b join subject s on s.home = b.home
      where s.registered or s.visible_until > $1::integer
    )
    select t.total, v.home, v.name, v.match
    from (select count(*)::integer as total from visible) t
    left join lateral (
      select * from visible order by rank, folded, home limit $2::integer offset $3::integer
    ) v on true
    order by v.rank, v.folded, v.home`,
    values,
  );
  return {
    total: rows[0]?.total ?? 0,
    hits: rows.flatMap(({ home, name, match }) => (home === null ? [] : [{ home, name, match }])),
  };
}

/** A name that only ended records state is no name any more. */
const standing = '(n.visible_until is null or n.visible_until > $1::integer)';

type Parameter = (value: SqlValue) => string;

function nameWays(query: NameQuery, parameter: Parameter): readonly string[] {
  if (query.folded === '') return [];
  const folded = parameter(query.folded);
  const found =
    [...query.folded].length === 1 || query.grams.length === 0
      ? between('n.folded', query.folded, parameter)
      : `n.grams @> ${parameter(query.grams)}::text[] and strpos(n.folded, ${folded}) > 0`;
  return [
    `select n.home, n.name, n.folded, 'name' as match,
      case when n.folded = ${folded} then 1 when strpos(n.folded, ${folded}) = 1 then 2 else 3 end
        as rank
      from subject_name n where ${standing} and ${found}`,
  ];
}

function latinWays(query: NameQuery, parameter: Parameter): readonly string[] {
  const latin = query.pinyin;
  if (latin === undefined || latin === '') return [];
  const whole = parameter(latin);
  const beginnings = (['pinyin', 'initials'] as const).map(
    (column, index) =>
      `select n.home, n.name, n.folded, '${column}' as match,
        case when n.${column} = ${whole} then ${4 + 2 * index} else ${5 + 2 * index} end as rank
        from subject_name n
        where ${standing} and n.${column} <> '' and ${between(`n.${column}`, latin, parameter)}`,
  );
  if (query.pinyinInside !== true) return beginnings;
  const inside = `select n.home, n.name, n.folded, 'pinyin' as match, 8 as rank
    from subject_name n where ${standing} and strpos(n.pinyin, ${whole}) > 1`;
  return [...beginnings, inside];
}

/** A prefix as a range, which an ordinary index of bytewise ordered text answers. */
function between(column: string, prefix: string, parameter: Parameter): string {
  return `${column} >= ${parameter(prefix)} and ${column} < ${parameter(prefix + LAST)}`;
}
