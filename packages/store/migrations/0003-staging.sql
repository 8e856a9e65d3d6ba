-- Where a file waits until all of it is valid. The home of these rows is the staging itself.

create table staging (
  home uuid primary key,
  opened_at bigint not null
);

create table staged_row (
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
  names json not null,
  identifiers json not null,
  due json not null,
  -- Home of the subject, should the register not know it; the first row of a code decides.
  proposed uuid not null,
  primary key (home, row_number)
);

-- The place of each fresh row while its batch is being accepted.
create table staged_place (
  home uuid not null,
  row_number integer not null,
  subject uuid not null,
  ordinal integer not null,
  seq integer not null,
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
  foreach name in array array['staging', 'staged_row', 'staged_place'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner_maintains on %I to credence_owner using (true) with check (true)', name);
    execute format('create policy scope_all on %I to credence_app using (%2$s) with check (%2$s)', name, in_scope);
    execute format('grant select, insert, update, delete on %I to credence_app', name);
  end loop;
end
$$;
