-- Staging for large files. What waits here can be read from its file again, so that nothing of it is
-- worth the disk's patience: the tables are unlogged, and empty after a crash. Names and lines lie in
-- tables of their own, in the form of the projections they will join.

drop table staged_place, staged_row, staging;

create unlogged table staging (
  home uuid primary key,
  opened_at bigint not null,
  -- Position of the journal when the rows were last compared with the register; null: not yet, or
  -- rows have been dropped since.
  compared_at bigint
);

create unlogged table staged_row (
  home uuid not null,
  row_number integer not null,
  scheme text collate "C" not null,
  value text collate "C" not null,
  item text collate "C" not null,
  key text collate "C" not null,
  content_hash text not null,
  record_id text not null,
  entry_id uuid not null,
  stream text not null,
  kind text not null,
  payload json not null,
  salt text not null,
  commitment text not null,
  supersedes uuid,
  erase_on integer,
  visible_until integer,
  registered boolean not null,
  -- The subject's name as the row states it, kept to be compared, also where nobody may search it.
  stated_name text collate "C",
  folded_name text collate "C",
  -- Names that become search keys; in most rows the stated one or none.
  names text[] collate "C",
  -- Further identifiers and days of work, of the few rows that have them.
  identifiers json,
  due json,
  -- Home of the subject, should the register not know it; the first row of a code decides.
  proposed uuid not null,
  primary key (home, row_number)
);

-- Search keys of the names of a file, each once.
create unlogged table staged_name (
  home uuid not null,
  name text collate "C" not null,
  folded text collate "C" not null,
  grams text[] collate "C" not null,
  canon text collate "C" not null,
  core text collate "C" not null,
  pinyin text collate "C" not null,
  initials text collate "C" not null,
  core_pinyin text collate "C" not null,
  core_initials text collate "C" not null,
  primary key (home, name)
);

create unlogged table staged_line (
  home uuid not null,
  row_number integer not null,
  record_id text collate "C" not null,
  ordinal integer not null,
  item text collate "C" not null,
  source text collate "C" not null,
  batch_id text collate "C" not null,
  kind text collate "C" not null,
  severity text collate "C",
  region text collate "C",
  name_key text collate "C" not null,
  decided_on integer not null,
  taken_in_on integer not null,
  supply_due_on integer,
  corrected_on integer,
  backlog boolean not null,
  shown_from integer,
  shown_until integer,
  primary key (home, row_number, ordinal)
);

-- What becomes of each row, as the register stood when the rows were compared with it.
create unlogged table staged_place (
  home uuid not null,
  row_number integer not null,
  subject uuid not null,
  -- Whether the register knew the subject before this file.
  known_subject boolean not null,
  state text collate "C" not null,
  -- First row of the same record, where another one of the file says it too.
  first_row integer not null,
  -- What the register and its projections take from the row, again: the other table is ten times as
  -- wide, and would be read from end to end for each of them.
  item text collate "C" not null,
  key text collate "C" not null,
  content_hash text not null,
  record_id text not null,
  visible_until integer,
  registered boolean not null,
  names text[] collate "C",
  -- Whether the other table has further identifiers or days of work.
  further boolean not null,
  scheme text collate "C" not null,
  value text collate "C" not null,
  stated_name text collate "C",
  folded_name text collate "C",
  primary key (home, row_number)
);

do $$
declare
  in_scope constant text := $sql$(
    (select current_setting('credence.homes', true)) = 'all'
    or home = any ((select string_to_array(
      nullif(current_setting('credence.homes', true), 'all'), ',')::uuid[])::uuid[]))$sql$;
  name text;
begin
  foreach name in array
    array['staging', 'staged_row', 'staged_name', 'staged_line', 'staged_place']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner_maintains on %I to credence_owner using (true) with check (true)', name);
    execute format('create policy scope_all on %I to credence_app using (%2$s) with check (%2$s)', name, in_scope);
    execute format('grant select, insert, update, delete on %I to credence_app', name);
  end loop;
end
$$;
