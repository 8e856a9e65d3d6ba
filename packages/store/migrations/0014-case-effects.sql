-- The days on which a listing or a measure stands, and under which card, so that subjects can be counted.

alter table case_file add column effect_card text collate "C";
alter table case_file add column effect_from integer;
alter table case_file add column effect_until integer;
create index case_file_effect on case_file (kind, effect_card) where effect_from is not null;
