-- Deferrals, recurring entries and budgets: numbered facts that are never updated. What is counted in minor units of the
-- currency of a deferral or budget is a whole number. Every statement can be repeated.
create table if not exists deferral_fact (
    tenant varchar(64) not null references tenant,
    number bigint not null,
    deferral varchar(90) not null,
    command_key varchar(128) not null,
    kind varchar(16) not null,
    on_day date,
    posted_on date,
    minor bigint,
    recognised_minor bigint,
    policy varchar(32),
    service_from date,
    service_until date,
    recorded_at timestamp(6) with time zone not null,
    actor varchar(64) not null,
    primary key (tenant, number)
);

create table if not exists deferral_opened (
    tenant varchar(64) not null,
    number bigint not null,
    opened_kind varchar(16) not null,
    currency varchar(64) not null,
    digits smallint not null,
    total numeric(38, 18) not null,
    basis varchar(32) not null,
    rounding varchar(32) not null,
    source_system varchar not null,
    source_type varchar not null,
    source_id varchar not null,
    source_version int not null,
    qualifier varchar(64) not null,
    party varchar(64),
    primary key (tenant, number),
    foreign key (tenant, number) references deferral_fact (tenant, number)
);

create table if not exists recurring_fact (
    tenant varchar(64) not null references tenant,
    number bigint not null,
    template varchar(64) not null,
    kind varchar(16) not null,
    place int,
    on_day date,
    recorded_at timestamp(6) with time zone not null,
    actor varchar(64) not null,
    primary key (tenant, number)
);

create table if not exists recurring_template (
    tenant varchar(64) not null,
    number bigint not null,
    event_type varchar(64) not null,
    start_date date not null,
    every_months int not null,
    day_of_month int not null,
    adjust varchar(32) not null,
    until_date date,
    occurrences int,
    source_system varchar not null,
    source_type varchar not null,
    source_id varchar not null,
    source_version int not null,
    primary key (tenant, number),
    foreign key (tenant, number) references recurring_fact (tenant, number)
);

create table if not exists recurring_amount (
    tenant varchar(64) not null,
    number bigint not null,
    ordinal int not null,
    role varchar(64) not null,
    currency varchar(64) not null,
    digits smallint not null,
    amount numeric(38, 18) not null,
    qualifier varchar(64) not null,
    party varchar(64),
    due_date date,
    primary key (tenant, number, ordinal),
    foreign key (tenant, number) references recurring_fact (tenant, number)
);

create table if not exists budget_fact (
    tenant varchar(64) not null references tenant,
    number bigint not null,
    command_key varchar(128) not null,
    kind varchar(16) not null,
    budget varchar(64),
    from_budget varchar(64),
    commitment varchar(64),
    book varchar(32),
    currency varchar(64),
    digits smallint,
    on_day date,
    period int,
    minor bigint,
    recorded_at timestamp(6) with time zone not null,
    actor varchar(64) not null,
    primary key (tenant, number)
);

create table if not exists budget_period (
    tenant varchar(64) not null,
    number bigint not null,
    ordinal int not null,
    from_date date not null,
    until_date date not null,
    primary key (tenant, number, ordinal),
    foreign key (tenant, number) references budget_fact (tenant, number)
);

create table if not exists budget_scope (
    tenant varchar(64) not null,
    number bigint not null,
    ordinal int not null,
    account varchar(128) not null,
    minor bigint,
    primary key (tenant, number, ordinal),
    foreign key (tenant, number) references budget_fact (tenant, number)
);

create table if not exists budget_amount (
    tenant varchar(64) not null,
    number bigint not null,
    ordinal int not null,
    period int not null,
    minor bigint not null,
    primary key (tenant, number, ordinal, period),
    foreign key (tenant, number, ordinal) references budget_scope (tenant, number, ordinal)
);

create table if not exists fact_dimension (
    tenant varchar(64) not null references tenant,
    log varchar(16) not null,
    number bigint not null,
    ordinal int not null,
    axis varchar(64) not null,
    member varchar(64) not null,
    primary key (tenant, log, number, ordinal, axis)
);
