import type { Session } from '../connection/connection.ts';

/**
 * Every staged row of staging $1 with the subject it belongs to and what becomes of it, as the
 * register stands in this statement: `fresh`, `known`, `register` or `file` (the two conflicts).
 */
const classifiedRows = `
  rows as materialized (
    select row_number, scheme, value, item, key, content_hash, record_id, visible_until, registered,
      names, identifiers is not null as further, proposed, stated_name, folded_name
    from staged_row where home = $1
  ),
  codes as materialized (
    select d.*, (
      select i.home from subject_identifier i
      where i.scheme = d.scheme and i.value = d.value order by i.home limit 1
    ) as subject
    from (
      select distinct on (scheme, value) scheme, value, proposed from rows
      order by scheme, value, row_number
    ) d
  ),
  -- Two codes of one known subject name one subject, so its home decides before the code.
  resolved as (
    select r.*, coalesce(c.subject, c.proposed) as home, c.subject is not null as known_subject,
      case when c.subject is not null then (
        select k.content_hash from record_key k
        where k.home = c.subject and k.item = r.item and k.key = r.key
      ) end as held
    from rows r join codes c on c.scheme = r.scheme and c.value = r.value
  ),
  compared as (
    select r.*, first_value(row_number) over same_record as first_row,
      first_value(content_hash) over same_record as first_hash
    from resolved r
    window same_record as (partition by home, item, key order by row_number)
  ),
  classified as (
    select *,
      case
        when held = content_hash then 'known'
        when held is not null then 'register'
        when first_row = row_number then 'fresh'
        when first_hash = content_hash then 'known'
        else 'file'
      end as state
    from compared
  )`;

/**
 * Compares the rows of a staging with the register and writes down what becomes of each. The head of
 * the journal is noted before: as long as it stands there, the comparison holds.
 */
export async function classifyRows(session: Session, staging: string): Promise<void> {
  await planForBulk(session);
  await session.query(
    'update staging set compared_at = (select position from journal_head) where home = $1',
    [staging],
  );
  await session.query('delete from staged_place where home = $1', [staging]);
  await session.query(
    `with ${classifiedRows}
      insert into staged_place (home, row_number, subject, known_subject, state, first_row, item, key,
        content_hash, record_id, visible_until, registered, names, further, scheme, value,
        stated_name, folded_name)
      select $1, row_number, home, known_subject, state, first_row, item, key, content_hash,
        record_id, visible_until, registered, names, further, scheme, value, stated_name,
        folded_name
      from classified`,
    [staging],
  );
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
