-- Names are also searched by what they consist of: region, core, legal form. Existing rows get their
-- keys from a rebuild.
alter table subject_name
  add column canon text collate "C" not null default '',
  add column core text collate "C" not null default '',
  add column core_pinyin text collate "C" not null default '',
  add column core_initials text collate "C" not null default '';

-- Answers are ordered by the length of the name and then by the key that matched. With the length
-- first, an index yields the beginnings of one length in order, so that a search for something that
-- half the register begins with reads as little as any other.
drop index subject_name_folded;
drop index subject_name_pinyin;
drop index subject_name_initials;
create index subject_name_folded on subject_name (char_length(folded), folded);
create index subject_name_canon on subject_name (char_length(folded), canon) where canon <> '';
create index subject_name_core on subject_name (char_length(folded), core) where core <> '';
create index subject_name_pinyin on subject_name (char_length(folded), pinyin) where pinyin <> '';
create index subject_name_initials on subject_name (char_length(folded), initials)
  where initials <> '';
create index subject_name_core_pinyin on subject_name (char_length(folded), core_pinyin)
  where core_pinyin <> '';
create index subject_name_core_initials on subject_name (char_length(folded), core_initials)
  where core_initials <> '';
