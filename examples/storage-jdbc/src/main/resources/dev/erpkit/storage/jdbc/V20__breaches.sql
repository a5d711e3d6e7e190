-- That a promise was missed is one more kind of fact of a case. The check goes with its column, whatever its name is.
alter table case_fact add column what varchar(16);
update case_fact set what = kind;
alter table case_fact drop column kind;
alter table case_fact rename column what to kind;
alter table case_fact alter column kind set not null;
alter table case_fact add constraint case_fact_kind check (kind in ('OPENED', 'QUEUED', 'PRIORITISED', 'AGREED', 'ASSIGNED',
    'CUSTOMER_WROTE', 'AGENT_REPLIED', 'PAUSED', 'RESUMED', 'RESOLVED', 'CLOSED', 'REOPENED', 'MERGED', 'ABSORBED', 'RATED',
    'BREACHED'));
alter table case_fact add column clock varchar(16);
alter table case_fact add column due timestamp(6) with time zone;
