-- The head of the journal moves by entries alone. Whoever has the application's login could set it back
-- and hand out a position twice, or forth and leave a gap; he reads it now, and these two steps are all
-- that moves it. They belong to the owner and look their tables up in our schema alone.

drop policy writers_advance on journal_head;
revoke update on journal_head from credence_app, credence_eraser;

-- Places for the next entries. The count begins behind the last entry there is, not where the head
-- stands, so that a step without entries leaves neither a gap nor a later moment behind.
create function advance_journal(entries bigint, at bigint, out base bigint, out recorded_at bigint)
  language plpgsql security definer set search_path = credence, pg_temp
as $$
declare
  nil constant uuid := '00000000-0000-0000-0000-000000000000';
  held journal_head;
  last_position bigint;
  last_at bigint;
begin
  if entries < 1 then
    raise exception 'The journal advances by one entry at least.' using errcode = '22023';
  end if;
  -- Whoever waits here sees in the next statement what the one before him appended.
  select * into held from journal_head h where h.home = nil for update;
  if not found then
    raise exception 'The journal has no head.' using errcode = 'P0002';
  end if;
  select e.position, e.recorded_at into last_position, last_at
    from journal_entry e order by e.recorded_at desc, e.position desc limit 1;
  base := coalesce(last_position, held.position);
  recorded_at := greatest(held.not_before, last_at, at);
  update journal_head h
    set position = base + entries, recorded_at = advance_journal.recorded_at where h.home = nil;
end
$$;

-- Nothing may be recorded at or before a moment any more that somebody has asked about; the past
-- reaches to the clock, or to the last entry where the clock was set back since.
create function hold_journal(asked bigint, clock bigint) returns void
  language sql security definer set search_path = credence, pg_temp
as $$
  update journal_head
    set not_before = least(asked, greatest(clock, recorded_at)) + 1
    where home = '00000000-0000-0000-0000-000000000000'
      and greatest(not_before, recorded_at) <= least(asked, greatest(clock, recorded_at));
$$;

revoke execute on function advance_journal(bigint, bigint) from public;
revoke execute on function hold_journal(bigint, bigint) from public;
grant execute on function advance_journal(bigint, bigint) to credence_app, credence_eraser;
grant execute on function hold_journal(bigint, bigint) to credence_app;
