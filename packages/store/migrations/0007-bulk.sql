-- Days on which records begin or cease to stand in public: what changes by time alone between two days.
create index record_line_turns_from on record_line (shown_from) where shown_from is not null;
create index record_line_turns_until on record_line (shown_until) where shown_until is not null;
