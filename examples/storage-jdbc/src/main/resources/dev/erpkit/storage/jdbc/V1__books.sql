-- The books of many tenants. Amounts are signed (debit positive) in major units; a fact is never updated.
create table tenant (
    id varchar(64) not null primary key
);

create sequence account_version;

create table account (
    tenant varchar(64) not null references tenant,
    id varchar(128) not null,
    name varchar(200) not null,
    class varchar(16) not null,
    normal_side varchar(8) not null,
    parent varchar(128),
    postable boolean not null,
    control varchar(16),
    required_dimensions varchar(2000) not null,
    currencies varchar(2000) not null,
    valid_from date,
    valid_until date,
    limit_currency varchar(32),
    limit_lowest bigint,
    limit_highest bigint,
    tags varchar(2000) not null,
    version bigint not null,
    primary key (tenant, id)
);
create unique index account_by_version on account (tenant, version);

create table number_series (
    tenant varchar(64) not null references tenant,
    name varchar(120) not null,
    fiscal_year int not null,
    last_number bigint not null,
    primary key (tenant, name, fiscal_year)
);

create table journal_entry (
    tenant varchar(64) not null references tenant,
    position bigint not null,
    id varchar(160) not null,
    book varchar(32) not null,
    journal varchar(32) not null,
    effective_date date not null,
    document_date date,
    kind varchar(24) not null,
    narrative varchar(500),
    source_system varchar(200),
    source_type varchar(200),
    source_id varchar(200),
    source_version int,
    reverses varchar(160),
    fiscal_year int not null,
    number bigint not null,
    recorded_at timestamp(6) with time zone not null,
    posted_by varchar(64) not null,
    approved_by varchar(64),
    primary key (tenant, position),
    constraint journal_entry_id unique (tenant, id),
    constraint journal_entry_reverses unique (tenant, reverses),
    constraint journal_entry_number unique (tenant, book, journal, fiscal_year, number)
);
create index journal_entry_by_date on journal_entry (tenant, book, effective_date);

create table journal_line (
    tenant varchar(64) not null,
    position bigint not null,
    line int not null,
    account varchar(128) not null,
    currency varchar(32) not null,
    digits smallint not null,
    amount numeric(38, 18) not null,
    base_currency varchar(32) not null,
    base_digits smallint not null,
    base numeric(38, 18) not null,
    party varchar(64),
    document varchar(64),
    due_date date,
    note varchar(500),
    adjustment boolean not null,
    primary key (tenant, position, line),
    foreign key (tenant, position) references journal_entry (tenant, position)
);
create index journal_line_by_account on journal_line (tenant, account, position);

create table journal_dimension (
    tenant varchar(64) not null,
    position bigint not null,
    line int not null,
    axis varchar(64) not null,
    member varchar(64) not null,
    primary key (tenant, position, line, axis)
);

create table journal_assertion (
    tenant varchar(64) not null,
    position bigint not null,
    ordinal int not null,
    account varchar(128) not null,
    currency varchar(32) not null,
    digits smallint not null,
    balance numeric(38, 18) not null,
    primary key (tenant, position, ordinal)
);

create table reservation_entry (
    tenant varchar(64) not null references tenant,
    position bigint not null,
    id varchar(160) not null,
    book varchar(32) not null,
    journal varchar(32) not null,
    effective_date date not null,
    document_date date,
    kind varchar(24) not null,
    narrative varchar(500),
    source_system varchar(200),
    source_type varchar(200),
    source_id varchar(200),
    source_version int,
    reverses varchar(160),
    expires_at timestamp(6) with time zone,
    recorded_at timestamp(6) with time zone not null,
    reserved_by varchar(64) not null,
    resolution varchar(16),
    resolved_entry varchar(160),
    resolved_at timestamp(6) with time zone,
    resolved_by varchar(64),
    primary key (tenant, position),
    constraint reservation_entry_id unique (tenant, id)
);

create table reservation_line (
    tenant varchar(64) not null,
    position bigint not null,
    line int not null,
    account varchar(128) not null,
    currency varchar(32) not null,
    digits smallint not null,
    amount numeric(38, 18) not null,
    base_currency varchar(32) not null,
    base_digits smallint not null,
    base numeric(38, 18) not null,
    party varchar(64),
    document varchar(64),
    due_date date,
    note varchar(500),
    adjustment boolean not null,
    primary key (tenant, position, line)
);

create table reservation_dimension (
    tenant varchar(64) not null,
    position bigint not null,
    line int not null,
    axis varchar(64) not null,
    member varchar(64) not null,
    primary key (tenant, position, line, axis)
);

create table reservation_assertion (
    tenant varchar(64) not null,
    position bigint not null,
    ordinal int not null,
    account varchar(128) not null,
    currency varchar(32) not null,
    digits smallint not null,
    balance numeric(38, 18) not null,
    primary key (tenant, position, ordinal)
);

create table open_item (
    tenant varchar(64) not null references tenant,
    entry varchar(160) not null,
    line int not null,
    book varchar(32) not null,
    account varchar(128) not null,
    control varchar(16) not null,
    party varchar(64) not null,
    currency varchar(32) not null,
    digits smallint not null,
    amount numeric(38, 18) not null,
    base_currency varchar(32) not null,
    base_digits smallint not null,
    base numeric(38, 18) not null,
    effective_date date not null,
    document_date date,
    due_date date,
    document varchar(64),
    position bigint not null,
    recorded_at timestamp(6) with time zone not null,
    primary key (tenant, entry, line)
);
create index open_item_by_party on open_item (tenant, party, account);
create unique index open_item_by_position on open_item (tenant, position, line);

create table item_match (
    tenant varchar(64) not null references tenant,
    sequence bigint not null,
    id varchar(200) not null,
    book varchar(32) not null,
    position bigint not null,
    recorded_at timestamp(6) with time zone not null,
    matched_by varchar(64) not null,
    effective_date date not null,
    base_currency varchar(32) not null,
    base_digits smallint not null,
    difference numeric(38, 18) not null,
    entry varchar(160),
    undoes varchar(200),
    basis varchar(4000) not null,
    fingerprint char(64) not null,
    primary key (tenant, sequence),
    constraint item_match_id unique (tenant, id),
    constraint item_match_undoes unique (tenant, undoes)
);

create table item_match_part (
    tenant varchar(64) not null,
    sequence bigint not null,
    part int not null,
    entry varchar(160) not null,
    line int not null,
    currency varchar(32) not null,
    digits smallint not null,
    amount numeric(38, 18) not null,
    base numeric(38, 18) not null,
    primary key (tenant, sequence, part),
    foreign key (tenant, entry, line) references open_item (tenant, entry, line)
);
create index item_match_part_by_item on item_match_part (tenant, entry, line);

create table period_fact (
    tenant varchar(64) not null references tenant,
    number bigint not null,
    book varchar(32) not null,
    kind varchar(24) not null,
    scope varchar(64),
    from_date date,
    to_date date,
    exception_key varchar(128),
    grantee varchar(64),
    expires_at timestamp(6) with time zone,
    reason varchar(200),
    fiscal_year varchar(32),
    generation int,
    after_entry bigint not null,
    recorded_at timestamp(6) with time zone not null,
    actor varchar(64) not null,
    primary key (tenant, number)
);

create table period_fact_entry (
    tenant varchar(64) not null,
    number bigint not null,
    ordinal int not null,
    entry varchar(160) not null,
    primary key (tenant, number, ordinal)
);

create table seal (
    tenant varchar(64) not null references tenant,
    position bigint not null,
    version int not null,
    content char(64) not null,
    chain char(64) not null,
    text_digest char(64),
    text_salt char(64),
    primary key (tenant, position)
);

create table merkle_checkpoint (
    tenant varchar(64) not null references tenant,
    size bigint not null,
    root char(64) not null,
    primary key (tenant, size)
);

create table outbox (
    tenant varchar(64) not null references tenant,
    sequence bigint not null,
    type varchar(120) not null,
    subject varchar(200) not null,
    recorded_at timestamp(6) with time zone not null,
    primary key (tenant, sequence)
);

create table exchange_rate (
    tenant varchar(64) not null references tenant,
    base_currency varchar(32) not null,
    quote_currency varchar(32) not null,
    rate_type varchar(64) not null,
    rate_date date not null,
    ordinal bigint not null,
    rate varchar(200) not null,
    primary key (tenant, base_currency, quote_currency, rate_type, rate_date, ordinal)
);

create table balance_checkpoint (
    tenant varchar(64) not null references tenant,
    position bigint not null,
    recorded_at timestamp(6) with time zone,
    horizon date,
    digest char(64) not null,
    primary key (tenant, position)
);

create table balance_checkpoint_closing (
    tenant varchar(64) not null,
    position bigint not null,
    ordinal int not null,
    entry varchar(160) not null,
    primary key (tenant, position, ordinal)
);

create table balance_checkpoint_row (
    tenant varchar(64) not null,
    position bigint not null,
    ordinal int not null,
    book varchar(32) not null,
    account varchar(128) not null,
    currency varchar(32) not null,
    digits smallint not null,
    base_currency varchar(32) not null,
    base_digits smallint not null,
    dimensions varchar(8000) not null,
    closing boolean not null,
    effective_date date not null,
    debit_minor bigint not null,
    credit_minor bigint not null,
    debit_base_minor bigint not null,
    credit_base_minor bigint not null,
    primary key (tenant, position, ordinal)
);

create view v_general_ledger as
    select e.tenant, e.book, l.account, e.effective_date, e.position, l.line, e.id as entry, e.journal, e.fiscal_year,
           e.number, e.narrative, l.currency, l.amount,
           case when l.base > 0 then l.base else 0 end as debit,
           case when l.base < 0 then -l.base else 0 end as credit,
           l.base, l.party, l.document
    from journal_line l join journal_entry e on e.tenant = l.tenant and e.position = l.position;

create view v_trial_balance as
    select tenant, book, account, currency, sum(amount) as amount, sum(debit) as debit, sum(credit) as credit,
           sum(base) as balance
    from v_general_ledger
    group by tenant, book, account, currency;
