-- What happened in dunning: one record for each command, and its changes in their order.
create table if not exists dunning_record (
    tenant varchar(64) not null references tenant,
    sequence bigint not null,
    command_key varchar(128) not null,
    fingerprint char(64) not null,
    effective_date date not null,
    recorded_at timestamp(6) with time zone not null,
    actor varchar(64) not null,
    primary key (tenant, sequence),
    constraint dunning_record_key unique (tenant, command_key)
);

create table if not exists dunning_change (
    tenant varchar(64) not null,
    sequence bigint not null,
    ordinal int not null,
    kind varchar(16) not null check (kind in ('DRAFTED', 'SENT', 'REMOVED', 'BLOCKED', 'UNBLOCKED')),
    entry varchar(160),
    line int,
    party varchar(64),
    book varchar(32),
    document varchar(64),
    due_date date,
    run_date date,
    procedure_id varchar(64),
    level int,
    text_key varchar(64),
    currency varchar(64),
    digits smallint,
    open_amount numeric(38, 18),
    fee numeric(38, 18),
    interest numeric(38, 18),
    until_date date,
    reason varchar(200),
    primary key (tenant, sequence, ordinal),
    foreign key (tenant, sequence) references dunning_record (tenant, sequence)
);

create index if not exists dunning_change_of_item on dunning_change (tenant, entry, line, sequence);

-- what was asked of whom, when, at which level, and whether it was sent
create or replace view v_dunning as
    select c.tenant, c.book, c.party, c.document, c.entry, c.line, c.due_date, c.run_date, c.procedure_id, c.level,
           c.currency, c.open_amount, c.fee, c.interest, r.recorded_at as drafted_at, r.actor as drafted_by,
           (select min(s.sequence) from dunning_change s where s.tenant = c.tenant and s.entry = c.entry
               and s.line = c.line and s.kind in ('SENT', 'REMOVED') and s.sequence > c.sequence) as ended_by
    from dunning_change c
    join dunning_record r on r.tenant = c.tenant and r.sequence = c.sequence
    where c.kind = 'DRAFTED';
