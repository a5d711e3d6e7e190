-- frozen consolidations: of each group a chain of periods, each with the equity of its members at the end
create table if not exists consolidation_run (
    tenant varchar(64) not null references tenant,
    group_name varchar(64) not null,
    from_date date not null,
    to_date date not null, -- the last day
    currency varchar(64) not null,
    digits int not null,
    digest char(64) not null,
    recorded_at timestamp(6) with time zone not null,
    actor varchar(64) not null,
    primary key (tenant, group_name, to_date)
);

create table if not exists consolidation_member (
    tenant varchar(64) not null,
    group_name varchar(64) not null,
    to_date date not null,
    ordinal int not null,
    member varchar(64) not null,
    closing_rate varchar(400) not null, -- exact: a decimal or a fraction
    difference_minor bigint not null,
    cells int not null,
    primary key (tenant, group_name, to_date, ordinal),
    foreign key (tenant, group_name, to_date) references consolidation_run (tenant, group_name, to_date)
);

-- minor units, debit positive: of the member's currency, and of the group's
create table if not exists consolidation_equity (
    tenant varchar(64) not null,
    group_name varchar(64) not null,
    to_date date not null,
    ordinal int not null,
    number int not null,
    account varchar(128) not null,
    local_minor bigint not null,
    group_minor bigint not null,
    primary key (tenant, group_name, to_date, ordinal, number),
    foreign key (tenant, group_name, to_date, ordinal)
        references consolidation_member (tenant, group_name, to_date, ordinal)
);
