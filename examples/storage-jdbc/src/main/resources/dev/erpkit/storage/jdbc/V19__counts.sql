-- Sheets of stock-taking: one record for each command on a sheet, and the places of a sheet that was opened. Quantities and
-- costs are exact fractions as text, a time a day and its nanoseconds.
create table if not exists count_record (
    tenant varchar(64) not null references tenant,
    sheet varchar(64) not null,
    sequence bigint not null,
    command_key varchar(128) not null,
    recorded_at timestamp(6) with time zone not null,
    actor varchar(64) not null,
    kind varchar(16) not null check (kind in ('OPENED', 'ENTERED', 'RECOUNTED', 'FINISHED')),
    count_date date,
    count_nanos bigint,
    item varchar(64),
    lot varchar(64),
    owner varchar(64),
    location_id varchar(64),
    location_kind varchar(16),
    warehouse varchar(64),
    quantity text,
    cost_each text,
    blanks varchar(16),
    primary key (tenant, sheet, sequence),
    constraint count_record_key unique (tenant, command_key)
);

create table if not exists count_place (
    tenant varchar(64) not null,
    sheet varchar(64) not null,
    sequence bigint not null,
    position int not null,
    item varchar(64) not null,
    lot varchar(64) not null,
    owner varchar(64) not null,
    location_id varchar(64) not null,
    location_kind varchar(16) not null,
    warehouse varchar(64) not null,
    primary key (tenant, sheet, sequence, position),
    foreign key (tenant, sheet, sequence) references count_record (tenant, sheet, sequence)
);

-- The category of items whose amounts the books were told; empty for none.
alter table stock_delta add column if not exists category varchar(64) default '' not null;
