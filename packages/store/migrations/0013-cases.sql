-- Where procedures are found by their id and by the desks they know; what they say stays in the journal.

create table case_file (
  home uuid not null,
  case_id text collate "C" not null,
  kind text collate "C" not null,
  state text collate "C" not null,
  agency text[] not null,
  opened_on integer not null,
  is_over boolean not null,
  primary key (home, case_id)
);
create index case_file_case_id on case_file (case_id);
create index case_file_queue on case_file using gin (agency) where not is_over;

do $$
declare
  in_scope constant text := $sql$(
    (select current_setting('credence.homes', true)) = 'all'
    or home = any ((select string_to_array(
      nullif(current_setting('credence.homes', true), 'all'), ',')::uuid[])::uuid[]))$sql$;
begin
  alter table case_file enable row level security;
  alter table case_file force row level security;
  create policy owner_maintains on case_file to credence_owner using (true) with check (true);
  create policy all_read on case_file for select to credence_app, credence_eraser using (true);
  execute format('create policy scope_inserts on case_file for insert to credence_app, credence_eraser with check (%s)', in_scope);
  execute format('create policy scope_updates on case_file for update to credence_app, credence_eraser using (%1$s) with check (%1$s)', in_scope);
  execute format('create policy scope_deletes on case_file for delete to credence_app, credence_eraser using (%s)', in_scope);
  grant select, insert, update, delete on case_file to credence_app, credence_eraser;
end
$$;
