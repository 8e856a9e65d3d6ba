-- Drafts of editions, so that the public and the legal desk find them; their texts stay in the journal.

create table rule_draft (
  home uuid not null,
  hash text collate "C" not null,
  code text collate "C" not null,
  published_on integer,
  primary key (home)
);

do $$
declare
  in_scope constant text := $sql$(
    (select current_setting('credence.homes', true)) = 'all'
    or home = any ((select string_to_array(
      nullif(current_setting('credence.homes', true), 'all'), ',')::uuid[])::uuid[]))$sql$;
begin
  alter table rule_draft enable row level security;
  alter table rule_draft force row level security;
  create policy owner_maintains on rule_draft to credence_owner using (true) with check (true);
  create policy all_read on rule_draft for select to credence_app, credence_eraser using (true);
  execute format('create policy scope_inserts on rule_draft for insert to credence_app, credence_eraser with check (%s)', in_scope);
  execute format('create policy scope_updates on rule_draft for update to credence_app, credence_eraser using (%1$s) with check (%1$s)', in_scope);
  execute format('create policy scope_deletes on rule_draft for delete to credence_app, credence_eraser using (%s)', in_scope);
  grant select, insert, update, delete on rule_draft to credence_app, credence_eraser;
end
$$;
