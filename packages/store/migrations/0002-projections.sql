-- Projections: caches of the journal for questions across subjects, written with it and rebuilt from it.

-- One row per home. Whoever changes a home's projections locks its row first, so that two commands
-- on different streams of one home never project from half of its entries. The nil home's row is the
-- register's: bulk imports take it, so that two files cannot both open a new subject for one code.
create table projection_home (
  home uuid primary key
);

create table subject (
  home uuid primary key,
  registered boolean not null,
  visible_until integer
);

create table subject_identifier (
  home uuid not null,
  scheme text collate "C" not null,
  value text collate "C" not null,
  primary key (home, scheme, value)
);
create index subject_identifier_value on subject_identifier (scheme, value);

create table subject_name (
  home uuid not null,
  name text collate "C" not null,
  folded text collate "C" not null,
  grams text[] collate "C" not null,
  pinyin text collate "C" not null,
  initials text collate "C" not null,
  visible_until integer,
  primary key (home, name)
);
create index subject_name_folded on subject_name (folded);
create index subject_name_grams on subject_name using gin (grams);
create index subject_name_pinyin on subject_name (pinyin) where pinyin <> '';
create index subject_name_initials on subject_name (initials) where initials <> '';

create table record_key (
  home uuid not null,
  item text collate "C" not null,
  key text collate "C" not null,
  content_hash text not null,
  record_id text not null,
  primary key (home, item, key)
);

create table agency (
  home uuid primary key,
  code text not null,
  name jsonb not null
);

create table edition (
  home uuid primary key,
  code text not null,
  hash text not null
);

create table batch (
  home uuid not null,
  source text not null,
  item text not null,
  file_hash text not null,
  mapping text not null,
  batch_id text not null,
  primary key (home, source, item, file_hash, mapping)
);
create index batch_file_hash on batch (file_hash);

create table due (
  home uuid not null,
  due_on integer not null,
  why text not null,
  primary key (home, due_on, why)
);
create index due_due_on on due (due_on);

-- Which version of the projections the tables hold, and up to which entry it was built.
create table projection_version (
  home uuid not null check (home = '00000000-0000-0000-0000-000000000000'),
  name text not null,
  version integer not null,
  built_to bigint not null,
  primary key (home, name)
);

-- A new version is built here, beside the old one, compared row by row and then switched.
create table rebuild_row (
  home uuid not null,
  projection text not null,
  row_number integer not null,
  content jsonb not null,
  primary key (home, projection, row_number)
);

-- Reading is open to the application: questions across homes are what these tables are for, and
-- conditions behind a policy could not use the name index. Writing keeps to the transaction's homes.
do $$
declare
  in_scope constant text := $sql$(
    (select current_setting('credence.homes', true)) = 'all'
    or home = any ((select string_to_array(
      nullif(current_setting('credence.homes', true), 'all'), ',')::uuid[])::uuid[]))$sql$;
  name text;
begin
  foreach name in array array['projection_home', 'subject', 'subject_identifier', 'subject_name',
    'record_key', 'agency', 'edition', 'batch', 'due', 'projection_version', 'rebuild_row']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner_maintains on %I to credence_owner using (true) with check (true)', name);
    execute format('create policy all_read on %I for select to credence_app, credence_eraser using (true)', name);
    execute format('create policy scope_inserts on %I for insert to credence_app, credence_eraser with check (%s)', name, in_scope);
    execute format('create policy scope_updates on %I for update to credence_app, credence_eraser using (%2$s) with check (%2$s)', name, in_scope);
    execute format('create policy scope_deletes on %I for delete to credence_app, credence_eraser using (%s)', name, in_scope);
    execute format('grant select, insert, update, delete on %I to credence_app, credence_eraser', name);
  end loop;
end
$$;
