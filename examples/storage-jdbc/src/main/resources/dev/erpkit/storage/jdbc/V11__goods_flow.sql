-- Claims on goods: one record for each command on an item, and its facts in their order. Quantities are fractions.
create table if not exists claim_record (
    tenant varchar(64) not null references tenant,
    item varchar(64) not null,
    sequence bigint not null,
    command_key varchar(128) not null,
    recorded_at timestamp(6) with time zone not null,
    actor varchar(64) not null,
    asked varchar(500) not null,
    primary key (tenant, item, sequence),
    constraint claim_record_key unique (tenant, command_key)
);

create table if not exists claim_fact (
    tenant varchar(64) not null,
    item varchar(64) not null,
    sequence bigint not null,
    ordinal int not null,
    kind varchar(16) not null check (kind in ('RESERVED', 'RELEASED', 'TRANSFERRED', 'ISSUED')),
    demand varchar(64),
    to_demand varchar(64),
    location varchar(64) not null,
    location_kind varchar(16) not null,
    warehouse varchar(64) not null,
    lot varchar(64) not null,
    owner_party varchar(64) not null,
    quantity_num numeric not null,
    quantity_den numeric not null,
    expires_at timestamp(6) with time zone,
    primary key (tenant, item, sequence, ordinal),
    foreign key (tenant, item, sequence) references claim_record (tenant, item, sequence)
);

-- What happened in purchasing: one record for each command, and the lines of orders, requests and bills.
create table if not exists purchase_record (
    tenant varchar(64) not null references tenant,
    sequence bigint not null,
    command_key varchar(128) not null,
    recorded_at timestamp(6) with time zone not null,
    actor varchar(64) not null,
    kind varchar(16) not null check (kind in ('REQUESTED', 'ORDERED', 'APPROVED', 'REJECTED', 'RECEIVED', 'RETURNED',
        'BILLED', 'CLOSED')),
    effective_date date not null,
    document varchar(64) not null,
    purchase_order varchar(64),
    request varchar(64),
    receipt varchar(64),
    vendor varchar(64),
    currency varchar(64),
    digits smallint,
    line int,
    quantity_num numeric,
    quantity_den numeric,
    rate_num numeric,
    rate_den numeric,
    primary key (tenant, sequence),
    constraint purchase_record_key unique (tenant, command_key)
);

create table if not exists purchase_line (
    tenant varchar(64) not null,
    sequence bigint not null,
    ordinal int not null,
    line int not null,
    item varchar(64),
    quantity_num numeric not null,
    quantity_den numeric not null,
    price_num numeric not null,
    price_den numeric not null,
    primary key (tenant, sequence, ordinal),
    foreign key (tenant, sequence) references purchase_record (tenant, sequence)
);
