-- What happened to quotes, orders, frame contracts and statements: one record for each command, and its changes in their order.
create table if not exists sales_record (
    tenant varchar(64) not null references tenant,
    log varchar(16) not null check (log in ('QUOTES', 'ORDERS', 'CONTRACTS', 'BILLING')),
    sequence bigint not null,
    command_key varchar(128) not null,
    fingerprint char(64) not null,
    document varchar(64) not null,
    party varchar(64) not null,
    effective_date date not null,
    recorded_at timestamp(6) with time zone not null,
    actor varchar(64) not null,
    primary key (tenant, log, sequence),
    constraint sales_record_key unique (tenant, log, command_key)
);

create index if not exists sales_record_of_document on sales_record (tenant, log, document, sequence);
create index if not exists sales_record_of_party on sales_record (tenant, log, party, sequence);

-- quantities are exact fractions as text, percents and prices exact decimals as text, amounts minor units of the currency
create table if not exists sales_change (
    tenant varchar(64) not null,
    log varchar(16) not null,
    sequence bigint not null,
    ordinal int not null,
    kind varchar(16) not null,
    revision int,
    document varchar(64),
    quote_name varchar(80),
    contract varchar(64),
    submitted_by varchar(64),
    role varchar(200),
    rule varchar(16),
    valid_from date,
    valid_through date,
    currency varchar(64),
    digits smallint,
    rounding_line varchar(64),
    rounding_order varchar(64),
    rounding_tax varchar(64),
    discount_mode varchar(16),
    discount_cap varchar(64),
    basis varchar(16),
    over_delivery varchar(64),
    recall varchar(16),
    retention varchar(64),
    replaced boolean,
    down_minor bigint,
    recalled_minor bigint,
    retained_minor bigint,
    released_minor bigint,
    statement_number int,
    collection_date date,
    previous_minor bigint,
    primary key (tenant, log, sequence, ordinal),
    foreign key (tenant, log, sequence) references sales_record (tenant, log, sequence)
);

-- the lines of an offer or a frame contract
create table if not exists sales_line (
    tenant varchar(64) not null,
    log varchar(16) not null,
    sequence bigint not null,
    ordinal int not null,
    position int not null,
    item varchar(64) not null,
    quantity varchar(200) not null,
    unit varchar(64),
    unit_dimension varchar(64),
    unit_price varchar(100) not null,
    unit_cost varchar(100),
    discount_mode varchar(16),
    discount_cap varchar(64),
    primary key (tenant, log, sequence, ordinal, position),
    foreign key (tenant, log, sequence, ordinal) references sales_change (tenant, log, sequence, ordinal)
);

-- discounts of a line, or with line 0 of the whole order
create table if not exists sales_discount (
    tenant varchar(64) not null,
    log varchar(16) not null,
    sequence bigint not null,
    ordinal int not null,
    position int not null,
    line int not null,
    kind varchar(16) not null check (kind in ('PERCENT', 'FIXED')),
    figure varchar(100) not null,
    primary key (tenant, log, sequence, ordinal, position),
    foreign key (tenant, log, sequence, ordinal) references sales_change (tenant, log, sequence, ordinal)
);

-- taxes of a line of an offer, of a net on a statement, or with line 0 the taxes of the whole statement
create table if not exists sales_tax (
    tenant varchar(64) not null,
    log varchar(16) not null,
    sequence bigint not null,
    ordinal int not null,
    position int not null,
    line int not null,
    code varchar(32) not null,
    percent varchar(64) not null,
    base_minor bigint,
    tax_minor bigint,
    primary key (tenant, log, sequence, ordinal, position),
    foreign key (tenant, log, sequence, ordinal) references sales_change (tenant, log, sequence, ordinal)
);

-- what was delivered, returned, cancelled or invoiced of each line
create table if not exists sales_quantity (
    tenant varchar(64) not null,
    log varchar(16) not null,
    sequence bigint not null,
    ordinal int not null,
    position int not null,
    line int not null,
    quantity varchar(200) not null,
    net_minor bigint,
    primary key (tenant, log, sequence, ordinal, position),
    foreign key (tenant, log, sequence, ordinal) references sales_change (tenant, log, sequence, ordinal)
);

-- the roles that must approve a quote, the shares of milestones
create table if not exists sales_entry (
    tenant varchar(64) not null,
    log varchar(16) not null,
    sequence bigint not null,
    ordinal int not null,
    position int not null,
    entry varchar(200) not null,
    primary key (tenant, log, sequence, ordinal, position),
    foreign key (tenant, log, sequence, ordinal) references sales_change (tenant, log, sequence, ordinal)
);

-- what is on a statement; the nets of a sale stand behind it
create table if not exists sales_fact (
    tenant varchar(64) not null,
    log varchar(16) not null,
    sequence bigint not null,
    ordinal int not null,
    position int not null,
    kind varchar(16) not null check (kind in ('RECEIVED', 'SOLD', 'NET')),
    document varchar(64),
    fact_date date,
    minor bigint,
    primary key (tenant, log, sequence, ordinal, position),
    foreign key (tenant, log, sequence, ordinal) references sales_change (tenant, log, sequence, ordinal)
);
