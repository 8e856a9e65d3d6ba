-- Each staged row bears its subject, so that nothing needs to be joined to it when it is recorded.
-- What waits now does not know its subject; it can be read again from its file.
truncate staging, staged_row, staged_name, staged_line, staged_place, staged_code;

alter table staged_row add column subject uuid not null;
alter table staged_line add column subject uuid not null;
