-- Who stands in a list, in the order of its page, and the days on which entries begin or end.

create index case_file_listed on case_file (effect_card, effect_from desc)
  where kind = 'listing' and effect_from is not null;
create index case_file_turns_from on case_file (effect_from) where kind = 'listing';
create index case_file_turns_until on case_file (effect_until)
  where kind = 'listing' and effect_until is not null;
create index case_file_pending on case_file (home)
  where not is_over and kind in ('objection', 'appeal', 'repair');
