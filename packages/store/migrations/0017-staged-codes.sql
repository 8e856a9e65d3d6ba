-- What a row belongs to is looked up as it is staged, while the rest of the file is still read, and not
-- in the step that records the file. Which code names which subject is remembered for the rows behind.

-- The journal as it stood before the first of the rows was looked up; null: look them all up again.
alter table staging add column seen_position bigint;
alter table staging add column seen_at bigint;

create unlogged table staged_code (
  home uuid not null,
  scheme text collate "C" not null,
  value text collate "C" not null,
  subject uuid not null,
  known_subject boolean not null,
  primary key (home, scheme, value)
);

do $$
declare
  in_scope constant text := $sql$(
    (select current_setting('credence.homes', true)) = 'all'
    or home = any ((select string_to_array(
      nullif(current_setting('credence.homes', true), 'all'), ',')::uuid[])::uuid[]))$sql$;
begin
  alter table staged_code enable row level security;
  alter table staged_code force row level security;
  create policy owner_maintains on staged_code to credence_owner using (true) with check (true);
  execute format('create policy scope_all on staged_code to credence_app using (%1$s) with check (%1$s)', in_scope);
  grant select, insert, update, delete on staged_code to credence_app;
end
$$;
