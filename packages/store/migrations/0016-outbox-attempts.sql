-- A message that could not be handed over is tried again later; without a next moment it was given up.

alter table outbox add column attempts integer not null default 0 check (attempts >= 0);
alter table outbox add column next_at bigint default 0;
alter table outbox add column because text;
create index outbox_next on outbox (topic, next_at) where next_at is not null;
