-- Days on which records stand in public, for questions across subjects: lists, counts, downloads.

create table record_line (
  home uuid not null,
  record_id text collate "C" not null,
  ordinal integer not null check (ordinal > 0),
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
  -- First day on which it is no longer shown; null beside shown_from: without an end.
  shown_until integer,
  primary key (home, record_id, ordinal)
);
-- A list of one item in the order of decisions or of names, and what was supplied by whom and when.
create index record_line_shown on record_line (item, decided_on desc, record_id)
  where shown_from is not null;
create index record_line_named on record_line (item, name_key, record_id)
  where shown_from is not null;
create index record_line_record on record_line (record_id) where shown_from is not null;
create index record_line_supplied on record_line (source, item, taken_in_on);

do $$
declare
  in_scope constant text := $sql$(
    (select current_setting('credence.homes', true)) = 'all'
    or home = any ((select string_to_array(
      nullif(current_setting('credence.homes', true), 'all'), ',')::uuid[])::uuid[]))$sql$;
begin
  alter table record_line enable row level security;
  alter table record_line force row level security;
  create policy owner_maintains on record_line to credence_owner using (true) with check (true);
  create policy all_read on record_line for select to credence_app, credence_eraser using (true);
  execute format('create policy scope_inserts on record_line for insert to credence_app, credence_eraser with check (%s)', in_scope);
  execute format('create policy scope_updates on record_line for update to credence_app, credence_eraser using (%1$s) with check (%1$s)', in_scope);
  execute format('create policy scope_deletes on record_line for delete to credence_app, credence_eraser using (%s)', in_scope);
  grant select, insert, update, delete on record_line to credence_app, credence_eraser;
end
$$;
