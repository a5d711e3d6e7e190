-- What tells the event that an entry came from from another one.
alter table journal_entry add column if not exists event_digest varchar(64);
alter table reservation_entry add column if not exists event_digest varchar(64);
