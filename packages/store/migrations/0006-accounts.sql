-- Who may sign in, who is signed in, and how much of what is closed each of them has read.

create table account (
  home uuid not null,
  account text collate "C" not null,
  kind text collate "C" not null,
  name text not null,
  issuer text collate "C",
  subject text collate "C",
  key_hash text collate "C",
  agency text collate "C",
  roles text[] not null,
  scheme text collate "C",
  value text collate "C",
  from_on integer not null,
  -- First day on which it no longer holds.
  until_on integer,
  primary key (home, account)
);
create index account_sign_in on account (issuer, subject) where issuer is not null;
create index account_key_hash on account (key_hash) where key_hash is not null;

-- Of a session only the hash of its id is kept: whoever reads this table cannot take one over.
create table sign_in_session (
  home uuid not null check (home = '00000000-0000-0000-0000-000000000000'),
  id_hash text collate "C" not null,
  issuer text collate "C" not null,
  subject text collate "C" not null,
  opened_at bigint not null,
  seen_at bigint not null,
  primary key (home, id_hash)
);
create index sign_in_session_seen_at on sign_in_session (seen_at);

-- How many subjects an office or one of its accounts has read since a moment.
create index access_entry_reader on access_entry (reader_agency, at);

-- Names and sign-ins are nobody else's business: reading keeps to the homes named, as in the journal.
do $$
declare
  in_scope constant text := $sql$(
    (select current_setting('credence.homes', true)) = 'all'
    or home = any ((select string_to_array(
      nullif(current_setting('credence.homes', true), 'all'), ',')::uuid[])::uuid[]))$sql$;
  name text;
begin
  foreach name in array array['account', 'sign_in_session'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner_maintains on %I to credence_owner using (true) with check (true)', name);
    execute format('create policy scope_read on %I for select to credence_app, credence_eraser using (%s)', name, in_scope);
    execute format('create policy scope_inserts on %I for insert to credence_app, credence_eraser with check (%s)', name, in_scope);
    execute format('create policy scope_updates on %I for update to credence_app, credence_eraser using (%2$s) with check (%2$s)', name, in_scope);
    execute format('create policy scope_deletes on %I for delete to credence_app, credence_eraser using (%s)', name, in_scope);
  end loop;
  grant select, insert, update, delete on account to credence_app, credence_eraser;
  grant select, insert, update, delete on sign_in_session to credence_app, credence_eraser;
end
$$;
