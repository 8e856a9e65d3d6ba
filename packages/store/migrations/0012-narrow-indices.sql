-- What a large file costs is for the most part the upkeep of indices. Lists are ordered by a day or a
-- name first and by the record within it: the few of one day or one name are put in order as they are
-- read, so that the index need not hold the record of every line. Who supplied what is asked by source
-- and day.
drop index record_line_shown;
drop index record_line_named;
drop index record_line_supplied;
create index record_line_shown on record_line (item, decided_on desc) where shown_from is not null;
create index record_line_named on record_line (item, name_key) where shown_from is not null;
create index record_line_supplied on record_line (source, taken_in_on);

-- Days of work come from the entries themselves.
alter table staged_row drop column due;
