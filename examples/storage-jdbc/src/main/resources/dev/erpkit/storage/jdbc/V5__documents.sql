-- Issued documents: a head, its lines and their taxes, its taxes, instalments and printed facts. Amounts are in major units,
-- positive as printed; fractions are exact texts such as 1/3. Every statement can be repeated.
create table if not exists document (
    tenant varchar(64) not null references tenant,
    position bigint not null,
    id varchar(64) not null,
    kind varchar(32) not null,
    series varchar(400) not null,
    fiscal_year int not null,
    number bigint not null,
    party varchar(64) not null,
    document_date date not null,
    effective_date date not null,
    tax_point date not null,
    currency varchar(64) not null,
    digits smallint not null,
    base_currency varchar(64) not null,
    base_digits smallint not null,
    rate varchar,
    rate_type varchar(32),
    rate_date date,
    tax_policy varchar(200) not null,
    total_rounding varchar(64),
    rounding numeric(38, 18) not null,
    rounding_base numeric(38, 18) not null,
    original varchar(64),
    supplier_number varchar(64),
    narrative varchar(500),
    issued_at timestamp(6) with time zone not null,
    issued_by varchar(64) not null,
    fingerprint varchar(64) not null,
    primary key (tenant, position),
    check (position > 0 and number > 0),
    constraint document_id unique (tenant, id),
    constraint document_number unique (tenant, series, fiscal_year, number),
    constraint document_supplied unique (tenant, kind, party, supplier_number)
);
create index if not exists document_of_party on document (tenant, party, position);
create index if not exists document_by_date on document (tenant, document_date);

create table if not exists document_line (
    tenant varchar(64) not null,
    position bigint not null,
    line int not null,
    role varchar(16) not null,
    description varchar(500) not null,
    quantity varchar not null,
    unit varchar(32) not null,
    unit_price varchar not null,
    discount_percent varchar not null,
    qualifier varchar(64) not null,
    net numeric(38, 18) not null,
    net_base numeric(38, 18) not null,
    takes_document varchar(64),
    takes_line int,
    takes_share varchar,
    primary key (tenant, position, line),
    foreign key (tenant, position) references document (tenant, position)
);
create index if not exists document_line_takes on document_line (tenant, takes_document, position);

create table if not exists document_line_dimension (
    tenant varchar(64) not null,
    position bigint not null,
    line int not null,
    axis varchar(64) not null,
    member varchar(64) not null,
    primary key (tenant, position, line, axis),
    foreign key (tenant, position, line) references document_line (tenant, position, line)
);

-- boxes: one a line, each behind + or -
create table if not exists document_line_tax (
    tenant varchar(64) not null,
    position bigint not null,
    line int not null,
    ordinal int not null,
    code varchar(64) not null,
    part varchar(8) not null,
    account varchar(64) not null,
    boxes varchar not null,
    treatment varchar(32) not null,
    tax_rate varchar,
    recoverable boolean not null,
    taxable numeric(38, 18) not null,
    tax numeric(38, 18) not null,
    primary key (tenant, position, line, ordinal),
    foreign key (tenant, position, line) references document_line (tenant, position, line)
);

create table if not exists document_tax (
    tenant varchar(64) not null,
    position bigint not null,
    ordinal int not null,
    code varchar(64) not null,
    part varchar(8) not null,
    account varchar(64) not null,
    boxes varchar not null,
    treatment varchar(32) not null,
    tax_rate varchar,
    recoverable boolean not null,
    taxable numeric(38, 18) not null,
    tax numeric(38, 18) not null,
    taxable_base numeric(38, 18) not null,
    tax_base numeric(38, 18) not null,
    primary key (tenant, position, ordinal),
    foreign key (tenant, position) references document (tenant, position)
);

create table if not exists document_tax_difference (
    tenant varchar(64) not null,
    position bigint not null,
    ordinal int not null,
    code varchar(64) not null,
    computed numeric(38, 18) not null,
    printed numeric(38, 18) not null,
    primary key (tenant, position, ordinal),
    foreign key (tenant, position) references document (tenant, position)
);

create table if not exists document_instalment (
    tenant varchar(64) not null,
    position bigint not null,
    ordinal int not null,
    due_date date not null,
    amount numeric(38, 18) not null,
    primary key (tenant, position, ordinal),
    foreign key (tenant, position) references document (tenant, position)
);

create table if not exists document_fact (
    tenant varchar(64) not null,
    position bigint not null,
    name varchar(64) not null,
    fact varchar(500) not null,
    primary key (tenant, position, name),
    foreign key (tenant, position) references document (tenant, position)
);
