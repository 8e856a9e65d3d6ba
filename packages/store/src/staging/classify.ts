import type { Session } from '../connection/connection.ts';

/** What of a staged row decides where it belongs and what becomes of it. */
const comparedColumns = 'row_number, scheme, value, item, key, content_hash, proposed';

/** What a row brings to its place beside that. */
const carriedColumns = `record_id, entry_id, stream, kind, commitment, supersedes, visible_until,
  registered, names, identifiers, stated_name, folded_name`;

/**
 * Writes down the place of rows of staging $1 that a query named `taken` yields: the subject each
 * belongs to, and what the register says of its record: nothing (`fresh`), the same (`known`) or
 * something else (`register`). What other rows of the file say of it is seen when all of them are
 * there. The register is asked in subqueries of one value, which keep their index whatever the
 * planner takes the rows for.
 */
const placing = `
  sought as (
    select t.*, (
        select i.home from subject_identifier i
        where i.scheme = t.scheme and i.value = t.value order by i.home limit 1
      ) as standing,
      coalesce(
        (select c.subject from staged_code c
          where c.home = $1::uuid and c.scheme = t.scheme and c.value = t.value),
        first_value(proposed) over (partition by scheme, value order by row_number)
      ) as opened
    from taken t
  ),
  placed as materialized (
    -- Two codes of one known subject name one subject, so its home decides before the code.
    select s.*, coalesce(standing, opened) as subject, standing is not null as known_subject,
      case when standing is not null then (
        select k.content_hash from record_key k
        where k.home = s.standing and k.item = s.item and k.key = s.key
      ) end as held
    from sought s
  ),
  codes as (
    insert into staged_code (home, scheme, value, subject, known_subject)
      select distinct on (scheme, value) $1::uuid, scheme, value, subject, known_subject
      from placed order by scheme, value, row_number
      on conflict do nothing
  )`;

/** What the register says of a row's record. */
const stateOf =
  "case when held is null then 'fresh' when held = content_hash then 'known' else 'register' end";

const allColumns = `${comparedColumns}, ${carriedColumns}`;

/**
 * The statement that writes rows of a file and their places at once. Each row bears its subject, so
 * that nothing needs to be joined to them when they are recorded.
 */
export function insertPlaced(rows: string): string {
  return `with incoming as materialized (${rows}),
    taken as (select ${allColumns} from incoming), ${placing},
    written as (
      insert into staged_row (home, subject, row_number, entry_id, payload, salt, erase_on)
        select $1::uuid, p.subject, p.row_number, p.entry_id, i.payload, i.salt, i.erase_on
        from incoming i join placed p on p.row_number = i.row_number
    )
    insert into staged_place (home, subject, known_subject, state, first_row, ${allColumns})
      select $1::uuid, subject, known_subject, ${stateOf}, row_number, ${allColumns} from placed`;
}

const placeAll = `
  with taken as (select ${comparedColumns} from staged_place where home = $1::uuid), ${placing}
  update staged_place p set subject = n.subject, known_subject = n.known_subject, state = n.state,
      first_row = n.row_number
    from (select row_number, subject, known_subject, ${stateOf} as state from placed) n
    where p.home = $1::uuid and p.row_number = n.row_number`;

/** What bears the subject of its row beside the place. */
const bearers = ['staged_row', 'staged_line'] as const;

const follow = (table: (typeof bearers)[number]): string => `
  update ${table} r set subject = p.subject from staged_place p
  where r.home = $1 and p.home = $1 and p.row_number = r.row_number and p.subject <> r.subject`;

/**
 * Of several new rows of one record the first one counts; the others repeat it (`known`) or say
 * something else (`file`). Rows that the register has decided about are their own first row. The
 * mark can be made again after more rows have come.
 */
const markRepeated = `
  update staged_place p set first_row = m.first_row, state = case
      when m.first_row = p.row_number then 'fresh'
      when m.first_hash = p.content_hash then 'known'
      else 'file'
    end
  from (
    select row_number, first_value(row_number) over same_record as first_row,
      first_value(content_hash) over same_record as first_hash
    from staged_place
    where home = $1 and (subject, item, key) in (
      select subject, item, key from staged_place where home = $1
      group by subject, item, key having count(*) > 1
    )
    window same_record as (partition by subject, item, key order by row_number)
  ) m
  where p.home = $1 and p.row_number = m.row_number and p.first_row <> m.first_row
    and (p.state = 'fresh' or p.first_row <> p.row_number)`;

/**
 * Compares the rows of a staging with the register and with each other. What was looked up when they
 * came holds unless an entry since then belongs to one of their subjects, or to one that now bears
 * one of their codes. The head of the journal is noted before: as long as it stands there, the
 * comparison holds.
 */
export async function classifyRows(session: Session, staging: string): Promise<void> {
  await planForBulk(session);
  const [seen] = await session.query<Seen>(
    `update staging s set compared_at = h.position from journal_head h where s.home = $1
      returning s.seen_position, s.seen_at, h.position, h.recorded_at`,
    [staging],
  );
  if (seen === undefined || (await hasMoved(session, staging, seen))) {
    await placeAgain(session, staging, seen);
  }
  await session.query(markRepeated, [staging]);
}

/** The journal when the first row was looked up, and now. */
interface Seen {
  readonly seen_position: number | null;
  readonly seen_at: number | null;
  readonly position: number;
  readonly recorded_at: number;
}

async function hasMoved(session: Session, staging: string, seen: Seen): Promise<boolean> {
  if (seen.seen_position === seen.position) return false;
  if (seen.seen_position === null) return true;
  const [row] = await session.query<{ moved: boolean }>(
    `with touched as materialized (
        select distinct home from journal_entry
        where recorded_at >= $2::bigint and position > $3::bigint
      )
      select exists (
          select from touched where home in (select subject from staged_code where home = $1)
        ) or exists (
          select from touched t where (
            select bool_or((
              select c.subject from staged_code c
              where c.home = $1 and c.scheme = i.scheme and c.value = i.value
            ) is not null)
            from subject_identifier i where i.home = t.home
          )
        ) as moved`,
    [staging, seen.seen_at, seen.seen_position],
  );
  return row?.moved !== false;
}

async function placeAgain(
  session: Session,
  staging: string,
  seen: Seen | undefined,
): Promise<void> {
  await session.query('delete from staged_code where home = $1', [staging]);
  await session.query(placeAll, [staging]);
  for (const table of bearers) await session.query(follow(table), [staging]);
  await session.query('update staging set seen_position = $2, seen_at = $3 where home = $1', [
    staging,
    seen?.position ?? null,
    seen?.recorded_at ?? null,
  ]);
}

/**
 * Staged rows have no statistics, since only an owner may gather them; the planner takes them for a
 * handful and would join them row by row, or sort them for each join. What is looked up in the
 * register is written as a subquery that yields one value, which keeps its index; all else is hashed.
 */
export async function planForBulk(session: Session): Promise<void> {
  await session.exec(
    `set local enable_nestloop = off; set local enable_mergejoin = off;
      set local work_mem = '96MB'`,
  );
}

/** Whether the journal stands where it stood when the rows were compared with the register. */
export async function isComparedStill(session: Session, staging: string): Promise<boolean> {
  const [row] = await session.query<{ still: boolean | null }>(
    `select s.compared_at = (select position from journal_head) as still
      from staging s where s.home = $1`,
    [staging],
  );
  return row?.still === true;
}
