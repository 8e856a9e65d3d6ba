/**
 * Every staged row of staging $1 with the subject it belongs to and what becomes of it, as the
 * register stands in this statement: `fresh`, `known`, `register` or `file` (the two conflicts).
 * The same text judges when a file is inspected and again when it is accepted.
 */
export const classifiedRows = `
  resolved as (
    select r.row_number, r.scheme, r.value, r.item, r.key, r.content_hash, r.proposed,
      known.home as subject
    from staged_row r
    left join lateral (
      select i.home from subject_identifier i
      where i.scheme = r.scheme and i.value = r.value order by i.home limit 1
    ) known on true
    where r.home = $1
  ),
  compared as (
    select r.*, k.content_hash as held,
      first_value(r.row_number) over same_record as first_row,
      first_value(r.content_hash) over same_record as first_hash,
      first_value(r.proposed) over same_code as new_subject
    from resolved r
    left join record_key k on k.home = r.subject and k.item = r.item and k.key = r.key
    window
      -- Two codes of one known subject name one subject, so its home decides before the code.
      same_record as (
        partition by r.subject, case when r.subject is null then r.scheme end,
          case when r.subject is null then r.value end, r.item, r.key
        order by r.row_number),
      same_code as (partition by r.scheme, r.value order by r.row_number)
  ),
  classified as (
    select row_number, key, first_row, coalesce(subject, new_subject) as subject,
      case
        when held = content_hash then 'known'
        when held is not null then 'register'
        when first_row = row_number then 'fresh'
        when first_hash = content_hash then 'known'
        else 'file'
      end as state
    from compared
  )`;
