-- Planning classes as the work of a day last found them: for plans of inspections and counts in cells.

create table if not exists class_line (
  home uuid not null,
  card text collate "C" not null,
  class text collate "C" not null,
  likelihood text collate "C",
  severity text collate "C",
  sector text collate "C",
  found_on integer not null,
  -- The day on which time alone changes it; null: nothing known does.
  next_change_on integer,
  primary key (home, card)
);
create index if not exists class_line_card on class_line (card, home);

do $$
declare
  in_scope constant text := $sql$(
    (select current_setting('credence.homes', true)) = 'all'
    or home = any ((select string_to_array(
      nullif(current_setting('credence.homes', true), 'all'), ',')::uuid[])::uuid[]))$sql$;
begin
  alter table class_line enable row level security;
  alter table class_line force row level security;
  create policy owner_maintains on class_line to credence_owner using (true) with check (true);
  create policy all_read on class_line for select to credence_app, credence_eraser using (true);
  execute format('create policy scope_inserts on class_line for insert to credence_app, credence_eraser with check (%s)', in_scope);
  execute format('create policy scope_updates on class_line for update to credence_app, credence_eraser using (%1$s) with check (%1$s)', in_scope);
  execute format('create policy scope_deletes on class_line for delete to credence_app, credence_eraser using (%s)', in_scope);
  grant select, insert, update, delete on class_line to credence_app, credence_eraser;
end
$$;
