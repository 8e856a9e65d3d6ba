-- What desks have to settle, and errors that readers reported; what they say stays in the journal.

create table matter (
  home uuid not null,
  matter_id text collate "C" not null,
  kind text collate "C" not null,
  state text collate "C" not null,
  agency text collate "C" not null,
  opened_on integer not null,
  other_home uuid,
  primary key (home, matter_id)
);
create index matter_matter_id on matter (matter_id);
create index matter_queue on matter (agency, opened_on, matter_id) where state <> 'closed';

create table error_report (
  home uuid not null,
  number text collate "C" not null,
  record_id text collate "C" not null,
  agency text collate "C" not null,
  state text collate "C" not null,
  reported_on integer not null,
  primary key (home, number)
);
create index error_report_number on error_report (number);
create index error_report_queue on error_report (agency, state, reported_on, number);

do $$
declare
  in_scope constant text := $sql$(
    (select current_setting('credence.homes', true)) = 'all'
    or home = any ((select string_to_array(
      nullif(current_setting('credence.homes', true), 'all'), ',')::uuid[])::uuid[]))$sql$;
  name text;
begin
  foreach name in array array['matter', 'error_report'] loop
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
