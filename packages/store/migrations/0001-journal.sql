-- The journal: the only truth. Rows are inserted and never changed; only payloads may go, by the eraser.

-- One row that every command advances as its last statement, so that positions have no gaps, never
-- overtake each other, and recorded_at never decreases (milliseconds since 1970, UTC).
create table journal_head (
  home uuid primary key check (home = '00000000-0000-0000-0000-000000000000'),
  position bigint not null check (position >= 0),
  recorded_at bigint not null,
  -- The earliest moment the next entry may bear. Whoever asks what was known at a moment moves it
  -- past that moment, so that the answer stays true when a clock goes back.
  not_before bigint not null
);
insert into journal_head values ('00000000-0000-0000-0000-000000000000', 0, 0, 0);

create table journal_entry (
  home uuid not null,
  stream text not null,
  seq integer not null check (seq > 0),
  position bigint not null,
  recorded_at bigint not null,
  id uuid not null,
  kind text not null,
  actor_official text not null,
  actor_agency text not null,
  actor_role text not null,
  purpose text not null,
  basis text[] not null,
  supersedes uuid,
  commitment text not null,
  -- On the last entry of a command in each home, so that one key may cover several entries.
  idempotency_key text,
  primary key (home, stream, seq)
);
-- Few entries bear a key; those of a file do not.
create unique index journal_entry_idempotency_key on journal_entry (home, idempotency_key)
  where idempotency_key is not null;
-- Both orders are one, since recorded_at never decreases: this serves moments and backups alike.
create index journal_entry_recorded on journal_entry (recorded_at, position);

-- What may have to be forgotten lies apart. json, not jsonb: the text stays as it was committed to.
create table journal_payload (
  home uuid not null,
  entry_id uuid not null,
  payload json not null,
  salt text not null,
  erase_on integer,
  primary key (home, entry_id)
);
create index journal_payload_erase_on on journal_payload (erase_on) where erase_on is not null;

create table access_entry (
  home uuid not null,
  at bigint not null,
  id uuid not null,
  reader_official text not null,
  reader_agency text not null,
  reader_role text not null,
  purpose text not null,
  fields text[] not null,
  primary key (home, at, id)
);

create table outbox (
  home uuid not null,
  id uuid not null,
  stream text,
  topic text not null,
  body json not null,
  primary key (home, id)
);

grant select, insert on journal_entry, journal_payload to credence_app, credence_eraser;
grant delete on journal_payload to credence_eraser;
grant select, update on journal_head to credence_app, credence_eraser;
grant select, insert on access_entry to credence_app;
grant select, insert, update, delete on outbox to credence_app;
grant select, delete on outbox to credence_eraser;

-- Row-level security as the second barrier. A transaction names the homes it touches in
-- credence.homes ('all', or uuids separated by commas); every other home's rows are invisible and
-- cannot be written, and with nothing set there is nothing to see. The setting is the process's own
-- word: it stops forgotten conditions, joins that reach too far and rows filed under the wrong home,
-- not an attacker who writes his own SQL; him the grants stop.
do $$
declare
  in_scope constant text := $sql$(
    (select current_setting('credence.homes', true)) = 'all'
    or home = any ((select string_to_array(
      nullif(current_setting('credence.homes', true), 'all'), ',')::uuid[])::uuid[]))$sql$;
  erasable constant text := $sql$(
    erase_on <= (select nullif(current_setting('credence.erase_until', true), '')::integer))$sql$;
  name text;
begin
  foreach name in array
    array['journal_head', 'journal_entry', 'journal_payload', 'access_entry', 'outbox']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner_maintains on %I to credence_owner using (true) with check (true)', name);
  end loop;

  create policy all_read on journal_head for select to credence_app, credence_eraser using (true);
  create policy writers_advance on journal_head for update to credence_app, credence_eraser
    using (true) with check (true);

  foreach name in array array['journal_entry', 'journal_payload', 'outbox'] loop
    execute format('create policy scope_read on %I for select to credence_app, credence_eraser using (%s)', name, in_scope);
  end loop;
  -- Only the eraser says that something was erased: a restore believes it.
  execute format('create policy app_appends on journal_entry for insert to credence_app
    with check (kind not like ''erasure@%%'' and %s)', in_scope);
  execute format('create policy eraser_appends on journal_entry for insert to credence_eraser
    with check (kind like ''erasure@%%'' and %s)', in_scope);
  execute format('create policy scope_appends on journal_payload for insert
    to credence_app, credence_eraser with check (%s)', in_scope);
  execute format('create policy eraser_deletes_due on journal_payload for delete to credence_eraser
    using (%s and %s)', in_scope, erasable);

  execute format('create policy scope_read on access_entry for select to credence_app using (%s)', in_scope);
  execute format('create policy scope_appends on access_entry for insert to credence_app with check (%s)', in_scope);

  execute format('create policy app_inserts on outbox for insert to credence_app with check (%s)', in_scope);
  execute format('create policy app_updates on outbox for update to credence_app using (%1$s) with check (%1$s)', in_scope);
  execute format('create policy scope_deletes on outbox for delete to credence_app, credence_eraser using (%s)', in_scope);
end
$$;
