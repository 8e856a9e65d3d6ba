-- Blind keys of people whom a case names, each good in its case alone: for a person's own file.

alter table case_file add column person_keys text[];
create index case_file_person on case_file (home, case_id) where person_keys is not null;

-- Consents to electronic service are few among all entries, and one that was taken back is looked for.
create index journal_entry_consent on journal_entry (home, seq) where kind = 'service-consent@1';
