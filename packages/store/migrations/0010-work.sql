-- The work of a day: up to which entry every home has its next days in `due`, and under which rules.
create table work_mark (
  home uuid primary key check (home = '00000000-0000-0000-0000-000000000000'),
  position bigint not null check (position >= 0),
  recorded_at bigint not null,
  rules text not null
);

do $$
declare
  in_scope constant text := $sql$(
    (select current_setting('credence.homes', true)) = 'all'
    or home = any ((select string_to_array(
      nullif(current_setting('credence.homes', true), 'all'), ',')::uuid[])::uuid[]))$sql$;
begin
  alter table work_mark enable row level security;
  alter table work_mark force row level security;
  create policy owner_maintains on work_mark to credence_owner using (true) with check (true);
  create policy all_read on work_mark for select to credence_app, credence_eraser using (true);
  execute format('create policy scope_inserts on work_mark for insert to credence_app, credence_eraser with check (%s)', in_scope);
  execute format('create policy scope_updates on work_mark for update to credence_app, credence_eraser using (%1$s) with check (%1$s)', in_scope);
  execute format('create policy scope_deletes on work_mark for delete to credence_app, credence_eraser using (%s)', in_scope);
  grant select, insert, update, delete on work_mark to credence_app, credence_eraser;
end
$$;
