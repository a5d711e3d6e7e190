-- fixed assets: what happened to them, and the depreciation that is booked; insert-only

create table if not exists asset_fact (
    tenant varchar(64) not null references tenant,
    position bigint not null,
    asset varchar(64) not null,
    command_key varchar(128) not null,
    kind varchar(16) not null,
    effective_date date not null,
    recorded_at timestamp(6) with time zone not null,
    actor varchar(64) not null,
    book varchar(32),
    name varchar(200),
    category varchar(64),
    currency varchar(64),
    digits smallint,
    amount numeric(38, 18),
    extra_months int,
    other_asset varchar(64),
    part_share bigint,
    part_whole bigint,
    units numeric(38, 18),
    disposal_kind varchar(16),
    disposal_timing varchar(16),
    primary key (tenant, position),
    constraint asset_fact_key unique (tenant, asset, command_key)
);

create index if not exists asset_fact_command on asset_fact (tenant, command_key, position);
create index if not exists asset_fact_asset on asset_fact (tenant, asset, position);

-- the terms of an asset in a book: all of its books with an acquisition, one with a change of terms
create table if not exists asset_terms (
    tenant varchar(64) not null,
    position bigint not null,
    book varchar(32) not null,
    opening numeric(38, 18) not null,
    opening_through date,
    method varchar(64) not null,
    life_months int not null,
    residual numeric(38, 18) not null,
    timing varchar(24) not null,
    day_count varchar(24) not null,
    period_months int not null,
    first_row date,
    row_rounding varchar(24) not null,
    rounding varchar(64) not null,
    last_row_date varchar(24) not null,
    opening_basis varchar(24) not null,
    units numeric(38, 18),
    primary key (tenant, position, book),
    foreign key (tenant, position) references asset_fact (tenant, position)
);

create table if not exists asset_place (
    tenant varchar(64) not null,
    position bigint not null,
    axis varchar(64) not null,
    member varchar(64) not null,
    primary key (tenant, position, axis),
    foreign key (tenant, position) references asset_fact (tenant, position)
);

create table if not exists asset_row (
    tenant varchar(64) not null references tenant,
    position bigint not null,
    asset varchar(64) not null,
    book varchar(32) not null,
    period_start date not null,
    row_date date not null,
    currency varchar(64) not null,
    digits smallint not null,
    amount numeric(38, 18) not null,
    recorded_at timestamp(6) with time zone not null,
    primary key (tenant, position),
    constraint asset_row_period unique (tenant, asset, book, period_start)
);
