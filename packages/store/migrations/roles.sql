-- Roles, schema and the list of migrations: run before every migration, by a login that may create
-- roles, and without effect where all is there. Roles belong to the whole server, not to a database.

do $$
declare
  role_name text;
begin
  foreach role_name in array array['credence_owner', 'credence_app', 'credence_eraser'] loop
    if not exists (select from pg_roles where rolname = role_name) then
      execute format('create role %I nologin', role_name);
    end if;
  end loop;
  -- Whoever migrates acts as the owner; a superuser may do so without being a member. From version
  -- 16 on the creator of a role is a member that may pass it on, but not yet act as it.
  if not pg_has_role(current_user, 'credence_owner',
    case when current_setting('server_version_num')::integer >= 160000 then 'set' else 'member' end)
  then
    execute format('grant credence_owner to %I', current_user);
  end if;
end
$$;

create schema if not exists credence authorization credence_owner;
grant usage on schema credence to credence_app, credence_eraser;

set local role credence_owner;

-- Every key of the schema begins with home; what belongs to no home lies with the nil one.
create table if not exists credence.schema_migration (
  home uuid not null default '00000000-0000-0000-0000-000000000000',
  name text not null,
  sha256 text not null,
  primary key (home, name)
);
alter table credence.schema_migration enable row level security;
alter table credence.schema_migration force row level security;
do $$
begin
  if not exists (select from pg_policies where schemaname = 'credence' and tablename = 'schema_migration') then
    create policy all_read on credence.schema_migration for select using (true);
    create policy owner_writes on credence.schema_migration to credence_owner
      using (true) with check (true);
  end if;
end
$$;
grant select on credence.schema_migration to public;
