import type { IdentityFinding } from '@credence/casework';

import type { Connection } from '../connection/connection.ts';
import { planForBulk } from './classify.ts';

interface FindingRow {
  readonly row: number;
  readonly name: string;
  readonly home: string | null;
  readonly names: readonly string[];
  readonly other_row: number | null;
}

/**
 * New rows whose code and name do not sit together with the register, or with an earlier row of the
 * same file. Only what contradicts is found here; whether the names are compatible is not decided.
 * The questions only read, so a server answers them side by side.
 */
export async function findContradictions(
  connection: Connection,
  staging: string,
  nameSchemes: readonly string[] | undefined,
): Promise<readonly IdentityFinding[]> {
  const answers = await Promise.all(
    questions.map(async ([about, sql]) => {
      const values = about === 'code' ? [staging] : [staging, nameSchemes ?? null];
      const rows = await connection.transaction({ homes: 'all' }, async (session) => {
        await planForBulk(session);
        return session.query<FindingRow>(sql, values);
      });
      return rows.map((row) => toFinding(about, row));
    }),
  );
  return answers.flat();
}

function toFinding(about: IdentityFinding['about'], row: FindingRow): IdentityFinding {
  return {
    row: row.row,
    about,
    name: row.name,
    ...(row.home === null ? {} : { otherHome: row.home }),
    otherNames: row.names,
    ...(row.other_row === null ? {} : { otherRow: row.other_row }),
  };
}

/** New rows that state a name; $1 is the staging. */
const isStating = `home = $1 and state = 'fresh' and folded_name <> ''`;

/** Schemes whose numbers and names belong together; null for all. */
const ofSchemes = '($2::text[] is null or scheme = any($2))';

/** Those of them that are looked at closer, with what a finding says of a row. */
const stating = (which: string): string => `
  stating as materialized (
    select row_number, subject, scheme, value, stated_name as name, folded_name as folded
    from staged_place where ${isStating} and ${which}
  )`;

/** The code stands in the register on other names. */
const codeInRegister = `
  with ${stating('known_subject')},
  pairs as materialized (
    select distinct subject, folded from stating
  ),
  compared as materialized (
    select p.*, (
      select case when not bool_or(n.folded = p.folded) then array_agg(n.name order by n.name) end
      from subject_name n where n.home = p.subject
    ) as names
    from pairs p
  ),
  strange as (select * from compared where names is not null)
  select s.row_number as row, s.name, s.subject as home, x.names, null::integer as other_row
  from strange x join stating s on s.subject = x.subject and s.folded = x.folded
  order by s.row_number`;

/**
 * The code is new, and the file gives it several names: every row of it. In most files there is no
 * such code, so they are found first, by their smallest and greatest name alone.
 */
const codeInFile = `
  with doubted as materialized (
    select subject from staged_place where ${isStating} and not known_subject
    group by subject having min(folded_name) <> max(folded_name)
  ),
  ${stating('subject in (select subject from doubted)')},
  firsts as materialized (
    select subject, folded, min(row_number) as row, (array_agg(name order by row_number))[1] as name
    from stating group by subject, folded
  ),
  ranked as materialized (
    select *, row_number() over (partition by subject order by row) as nth from firsts
  )
  select s.row_number as row, s.name, null::uuid as home, array[o.name] as names, o.row as other_row
  from ranked d
  join stating s on s.subject = d.subject and s.folded = d.folded
  join ranked o on o.subject = d.subject and o.nth = case when d.nth = 1 then 2 else 1 end
  order by s.row_number`;

/**
 * The name stands in the register on another code of the same scheme, and not yet on this one: what
 * the register says already is not asked again.
 */
const nameInRegister = `
  with pairs as materialized (
    select distinct subject, known_subject, scheme, value, folded_name as folded
    from staged_place where ${isStating} and ${ofSchemes}
  ),
  others as materialized (
    select p.subject, p.folded, (
      select n.home from subject_name n
      where char_length(n.folded) = char_length(p.folded) and n.folded = p.folded
        and n.home <> p.subject
        and (select bool_or(i.value <> p.value) and not bool_or(i.value = p.value)
          from subject_identifier i where i.home = n.home and i.scheme = p.scheme)
      order by n.home limit 1
    ) as home
    from pairs p
    where case when p.known_subject then (select count(*) from subject_name own
      where own.home = p.subject and own.folded = p.folded) = 0 else true end
  ),
  found as materialized (select * from others where home is not null),
  ${stating('subject in (select subject from found)')}
  select s.row_number as row, s.name, o.home, (
      select array_agg(n.name) from subject_name n where n.home = o.home and n.folded = o.folded
    ) as names, null::integer as other_row
  from found o join stating s on s.subject = o.subject and s.folded = o.folded
  order by s.row_number`;

/** The file gives the name to several new codes of one scheme: every row of them; see above. */
const nameInFile = `
  with doubted as materialized (
    select folded_name, scheme from staged_place
    where ${isStating} and not known_subject and ${ofSchemes}
    group by folded_name, scheme having min(value) <> max(value)
  ),
  ${stating(`not known_subject
    and (folded_name, scheme) in (select folded_name, scheme from doubted)`)},
  firsts as materialized (
    select folded, scheme, value, min(row_number) as row,
      (array_agg(name order by row_number))[1] as name
    from stating group by folded, scheme, value
  ),
  ranked as materialized (
    select *, row_number() over (partition by folded, scheme order by row) as nth from firsts
  )
  select s.row_number as row, s.name, null::uuid as home, array[o.name] as names, o.row as other_row
  from ranked d
  join stating s on s.folded = d.folded and s.scheme = d.scheme and s.value = d.value
  join ranked o on o.folded = d.folded and o.scheme = d.scheme
    and o.nth = case when d.nth = 1 then 2 else 1 end
  order by s.row_number`;

const questions: readonly (readonly [IdentityFinding['about'], string])[] = [
  ['code', codeInRegister],
  ['code', codeInFile],
  ['name', nameInRegister],
  ['name', nameInFile],
];
