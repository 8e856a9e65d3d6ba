-- Files that acts of cases name. The journal holds their digests; the bytes lie here, so that they can go.

-- Which entry names which file: when its payload goes, so does this.
create table attachment (
  home uuid not null,
  entry_id uuid not null,
  sha256 text collate "C" not null check (sha256 ~ '^[0-9a-f]{64}$'),
  byte_count integer not null check (byte_count > 0),
  primary key (home, entry_id, sha256)
);

-- The bytes of a file, once in a home however often it is named, in pieces that are read one at a time.
create table attachment_piece (
  home uuid not null,
  sha256 text collate "C" not null,
  number integer not null check (number >= 0),
  bytes bytea not null,
  primary key (home, sha256, number)
);
-- Pictures and PDF are compressed already.
alter table attachment_piece alter column bytes set storage external;

grant select, insert on attachment, attachment_piece to credence_app;
grant select, delete on attachment, attachment_piece to credence_eraser;

do $$
declare
  in_scope constant text := $sql$(
    (select current_setting('credence.homes', true)) = 'all'
    or home = any ((select string_to_array(
      nullif(current_setting('credence.homes', true), 'all'), ',')::uuid[])::uuid[]))$sql$;
  name text;
begin
  foreach name in array array['attachment', 'attachment_piece'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner_maintains on %I to credence_owner using (true) with check (true)', name);
    execute format('create policy scope_reads on %I for select to credence_app, credence_eraser using (%s)', name, in_scope);
  end loop;

  -- No file without the act that names it, and none is taken away while the act stands.
  execute format('create policy app_attaches on attachment for insert to credence_app
    with check (%s and exists (select from journal_payload p
      where p.home = attachment.home and p.entry_id = attachment.entry_id))', in_scope);
  execute format('create policy app_appends on attachment_piece for insert to credence_app
    with check (%s)', in_scope);
  execute format('create policy eraser_deletes_due on attachment for delete to credence_eraser
    using (%s and not exists (select from journal_payload p
      where p.home = attachment.home and p.entry_id = attachment.entry_id))', in_scope);
  execute format('create policy eraser_deletes_due on attachment_piece for delete to credence_eraser
    using (%s and not exists (select from attachment a
      where a.home = attachment_piece.home and a.sha256 = attachment_piece.sha256))', in_scope);
end
$$;
