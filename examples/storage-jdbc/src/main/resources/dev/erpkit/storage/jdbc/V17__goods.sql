-- All that was recorded about goods: one record for each command, its facts under their numbers. Quantities, shares and prices
-- are exact fractions as text, amounts minor units, a time a day and its nanoseconds.
create table if not exists stock_record (
    tenant varchar(64) not null references tenant,
    first_number bigint not null,
    last_number bigint not null,
    command_key varchar(128) not null,
    recorded_at timestamp(6) with time zone not null,
    actor varchar(64) not null,
    primary key (tenant, first_number),
    constraint stock_record_key unique (tenant, command_key)
);

create table if not exists stock_fact (
    tenant varchar(64) not null,
    number bigint not null,
    first_number bigint not null,
    kind varchar(32) not null check (kind in ('MOVE', 'ASSEMBLY', 'COUNTED', 'REVALUATION', 'STANDARD_COST', 'METHOD_CHANGE',
        'QUANTITY_CORRECTION', 'PRICE_CORRECTION', 'CANCEL', 'BILL', 'LANDED_COST')),
    fact_date date not null,
    fact_nanos bigint not null,
    item varchar(64),
    lot varchar(64),
    owner varchar(64),
    location_id varchar(64),
    location_kind varchar(16),
    warehouse varchar(64),
    target_id varchar(64),
    target_kind varchar(16),
    target_warehouse varchar(64),
    quantity text,
    cost_total bigint,
    cost_each text,
    of_number bigint,
    expiry date,
    reference varchar(200),
    amount_minor bigint,
    method varchar(32),
    basis varchar(16),
    primary key (tenant, number),
    foreign key (tenant, first_number) references stock_record (tenant, first_number)
);

-- what an assembly takes and makes, the receipts that share a landed cost
create table if not exists stock_part (
    tenant varchar(64) not null,
    number bigint not null,
    position int not null,
    kind varchar(16) not null check (kind in ('CONSUMED', 'PRODUCED', 'OF')),
    item varchar(64),
    lot varchar(64),
    owner varchar(64),
    location_id varchar(64),
    location_kind varchar(16),
    warehouse varchar(64),
    quantity text,
    cost_share text,
    of_number bigint,
    primary key (tenant, number, position),
    foreign key (tenant, number) references stock_fact (tenant, number)
);

-- What the books were told of goods.
create table if not exists stock_told (
    tenant varchar(64) not null references tenant,
    sequence bigint not null,
    through_number bigint not null,
    recorded_at timestamp(6) with time zone not null,
    primary key (tenant, sequence)
);

create table if not exists stock_delta (
    tenant varchar(64) not null,
    sequence bigint not null,
    position int not null,
    event_number bigint not null,
    role varchar(32) not null,
    effective_date date not null,
    posted_date date not null,
    minor bigint not null,
    primary key (tenant, sequence, position),
    foreign key (tenant, sequence) references stock_told (tenant, sequence)
);
