-- Tax facts, and the declarations that are made of them.
create table if not exists tax_fact (
    tenant varchar(64) not null references tenant,
    number bigint not null,
    book varchar(32) not null,
    fact_key varchar(128) not null,
    source_system varchar(64) not null,
    source_type varchar(64) not null,
    source_id varchar(200) not null,
    source_version int not null,
    effective_date date not null,
    form varchar(64) not null,
    tax varchar(64) not null,
    box varchar(64) not null,
    currency varchar(64) not null,
    digits smallint not null,
    base numeric(38, 18) not null,
    amount numeric(38, 18) not null,
    position bigint not null,
    recorded_at timestamp with time zone not null,
    primary key (tenant, number)
);

create index if not exists tax_fact_by_key on tax_fact (tenant, fact_key, number);
create index if not exists tax_fact_by_form on tax_fact (tenant, book, form, number);

create table if not exists declaration_fact (
    tenant varchar(64) not null references tenant,
    number bigint not null,
    kind varchar(16) not null,
    fact_key varchar(128) not null,
    recorded_at timestamp with time zone not null,
    actor varchar(64) not null,
    hash varchar(64) not null,
    book varchar(32),
    form varchar(64),
    from_date date,
    to_date date,
    correction int,
    late varchar(16),
    through_fact bigint,
    position bigint,
    declaration varchar(128),
    filed_on date,
    reference varchar(128),
    primary key (tenant, number),
    constraint declaration_fact_key unique (tenant, fact_key)
);

create table if not exists declaration_box (
    tenant varchar(64) not null,
    number bigint not null,
    ordinal int not null,
    box varchar(64) not null,
    currency varchar(64) not null,
    digits smallint not null,
    base numeric(38, 18) not null,
    tax numeric(38, 18) not null,
    facts bigint not null,
    primary key (tenant, number, ordinal),
    foreign key (tenant, number) references declaration_fact (tenant, number)
);
