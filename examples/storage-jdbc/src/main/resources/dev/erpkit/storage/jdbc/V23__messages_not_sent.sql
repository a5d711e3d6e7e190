-- Why a message was refused, and from when on neither caps nor quiet hours are in the way; empty for one that was claimed.
alter table message_record add column if not exists not_sent varchar(16);
alter table message_record add column if not exists not_before timestamp(6) with time zone;
