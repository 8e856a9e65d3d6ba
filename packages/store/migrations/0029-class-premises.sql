-- A planning class of an individual business hangs on each of its licences in force, never on its owner.
-- Empty: the class of the subject itself.

alter table class_line add column if not exists premises text collate "C" not null default '';
alter table class_line drop constraint if exists class_line_pkey;
alter table class_line add constraint class_line_pkey primary key (home, card, premises);
