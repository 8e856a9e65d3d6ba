import type { IdentityFinding } from '@credence/casework';

import type { Session } from '../connection/connection.ts';

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
 */
export async function findContradictions(
  session: Session,
  staging: string,
  nameSchemes: readonly string[] | undefined,
): Promise<readonly IdentityFinding[]> {
  const findings: IdentityFinding[] = [];
  for (const [about, sql] of questions) {
    const values = about === 'code' ? [staging] : [staging, nameSchemes ?? null];
    const rows = await session.query<FindingRow>(sql, values);
    findings.push(...rows.map((row) => toFinding(about, row)));
  }
  return findings;
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
const stating = `
  stating as materialized (
    select row_number, subject, known_subject, scheme, value, stated_name as name,
      folded_name as folded
    from staged_place where home = $1 and state = 'fresh' and folded_name <> ''
  )`;

/** Schemes whose numbers and names belong together; null for all. */
const ofSchemes = '($2::text[] is null or scheme = any($2))';

/** The code stands in the register on other names. */
const codeInRegister = `
  with ${stating},
  pairs as materialized (
    select distinct subject, folded from stating where known_subject
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

/** The code is new, and the file gives it several names: every row of it. */
const codeInFile = `
  with ${stating},
  firsts as materialized (
    select subject, folded, min(row_number) as row, (array_agg(name order by row_number))[1] as name
    from stating where not known_subject group by subject, folded
  ),
  doubtful as materialized (
    select *, row_number() over (partition by subject order by row) as nth,
      count(*) over (partition by subject) as names_in_file
    from firsts
  )
  select s.row_number as row, s.name, null::uuid as home, array[o.name] as names, o.row as other_row
  from doubtful d
  join stating s on s.subject = d.subject and s.folded = d.folded
  join doubtful o on o.subject = d.subject and o.nth = case when d.nth = 1 then 2 else 1 end
  where d.names_in_file > 1 order by s.row_number`;

/**
 * The name stands in the register on another code of the same scheme, and not yet on this one: what
 * the register says already is not asked again.
 */
const nameInRegister = `
  with ${stating},
  pairs as materialized (
    select distinct s.subject, s.known_subject, s.scheme, s.value, s.folded from stating s
    where ${ofSchemes}
  ),
  others as materialized (
    select p.subject, p.folded, (
      select n.home from subject_name n
      where char_length(n.folded) = char_length(p.folded) and n.folded = p.folded
        and n.home <> p.subject
        and exists (select from subject_identifier i
          where i.home = n.home and i.scheme = p.scheme and i.value <> p.value)
        and not exists (select from subject_identifier i
          where i.home = n.home and i.scheme = p.scheme and i.value = p.value)
      order by n.home limit 1
    ) as home
    from pairs p
    where case when p.known_subject then not exists (select from subject_name own
      where own.home = p.subject and own.folded = p.folded) else true end
  )
  select s.row_number as row, s.name, o.home, (
      select array_agg(n.name) from subject_name n where n.home = o.home and n.folded = o.folded
    ) as names, null::integer as other_row
  from others o join stating s on s.subject = o.subject and s.folded = o.folded
  where o.home is not null
  order by s.row_number`;

/** The file gives the name to several new codes of one scheme: every row of them. */
const nameInFile = `
  with ${stating},
  firsts as materialized (
    select folded, scheme, value, min(row_number) as row,
      (array_agg(name order by row_number))[1] as name
    from stating where not known_subject and ${ofSchemes}
    group by folded, scheme, value
  ),
  doubtful as materialized (
    select *, row_number() over (partition by folded, scheme order by row) as nth,
      count(*) over (partition by folded, scheme) as codes_in_file
    from firsts
  )
  select s.row_number as row, s.name, null::uuid as home, array[o.name] as names, o.row as other_row
  from doubtful d
  join stating s on s.folded = d.folded and s.scheme = d.scheme and s.value = d.value
  join doubtful o on o.folded = d.folded and o.scheme = d.scheme
    and o.nth = case when d.nth = 1 then 2 else 1 end
  where d.codes_in_file > 1 and not s.known_subject order by s.row_number`;

const questions: readonly (readonly [IdentityFinding['about'], string])[] = [
  ['code', codeInRegister],
  ['code', codeInFile],
  ['name', nameInRegister],
  ['name', nameInFile],
];
