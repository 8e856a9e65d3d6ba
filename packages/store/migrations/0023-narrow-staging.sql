-- Every fact of a staged row lies in one table. What is wide, the payload, is written once and read
-- once; all that is compared, counted or put in order stands in the narrow table beside it, so that
-- nothing is written twice and the wide one is not read from end to end for the sake of a few columns.
-- What waits now can be read again from its file.
truncate staging, staged_row, staged_name, staged_line, staged_place, staged_code;

alter table staged_row
  drop column scheme, drop column value, drop column item, drop column key,
  drop column content_hash, drop column record_id, drop column stream, drop column kind,
  drop column commitment, drop column supersedes, drop column visible_until,
  drop column registered, drop column stated_name, drop column folded_name, drop column names,
  drop column identifiers, drop column proposed;

alter table staged_place
  drop column further,
  add column entry_id uuid not null,
  add column stream text not null,
  add column kind text not null,
  add column commitment text not null,
  add column supersedes uuid,
  -- Further identifiers, of the few rows that have them.
  add column identifiers json,
  -- Home of the subject, should the register not know it; the first row of a code decides.
  add column proposed uuid not null;
