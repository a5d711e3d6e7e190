-- The books of many tenants. Amounts are signed (debit positive) in major units; a fact is never updated.
-- Every statement can be repeated: H2 commits each one, so that an interrupted migration begins again.
create table if not exists tenant (
    id varchar(64) not null primary key
);

create sequence if not exists account_version;

create table if not exists account (
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
    limit_currency varchar(64),
    limit_lowest bigint,
    limit_highest bigint,
    tags varchar(2000) not null,
    version bigint not null,
    primary key (tenant, id)
);
create unique index if not exists account_by_version on account (tenant, version);

create table if not exists number_series (
    tenant varchar(64) not null references tenant,
    name varchar(400) not null,
    fiscal_year int not null,
    last_number bigint not null,
    primary key (tenant, name, fiscal_year)
);

create table if not exists journal_entry (
    tenant varchar(64) not null references tenant,
    position bigint not null,
    id varchar(160) not null,
    book varchar(32) not null,
    journal varchar(32) not null,
    effective_date date not null,
    document_date date,
    kind varchar(24) not null,
    narrative varchar(500),
    source_system varchar(1000),
    source_type varchar(1000),
    source_id varchar(1000),
    source_version int,
    reverses varchar(160),
    fiscal_year int not null,
    number bigint not null,
    recorded_at timestamp(6) with time zone not null,
    posted_by varchar(64) not null,
    approved_by varchar(64),
    primary key (tenant, position),
    check (position > 0 and number > 0),
    check ((kind = 'REVERSAL') = (reverses is not null)),
    constraint journal_entry_id unique (tenant, id),
    constraint journal_entry_reverses unique (tenant, reverses),
    constraint journal_entry_number unique (tenant, book, journal, fiscal_year, number)
);
create index if not exists journal_entry_by_date on journal_entry (tenant, book, effective_date);

create table if not exists journal_line (
    tenant varchar(64) not null,
    position bigint not null,
    line int not null,
    account varchar(128) not null,
    currency varchar(64) not null,
    digits smallint not null,
    amount numeric(38, 18) not null,
    base_currency varchar(64) not null,
    base_digits smallint not null,
    base numeric(38, 18) not null,
    party varchar(64),
    document varchar(64),
    due_date date,
    note varchar(500),
    adjustment boolean not null,
    primary key (tenant, position, line),
    foreign key (tenant, position) references journal_entry (tenant, position),
    check (amount <> 0 or base <> 0),
    check (adjustment or sign(amount) = sign(base))
);
create index if not exists journal_line_by_account on journal_line (tenant, account, position);

create table if not exists journal_dimension (
    tenant varchar(64) not null,
    position bigint not null,
    line int not null,
    axis varchar(64) not null,
    member varchar(64) not null,
    primary key (tenant, position, line, axis),
    foreign key (tenant, position, line) references journal_line (tenant, position, line)
);

create table if not exists journal_assertion (
    tenant varchar(64) not null,
    position bigint not null,
    ordinal int not null,
    account varchar(128) not null,
    currency varchar(64) not null,
    digits smallint not null,
    balance numeric(38, 18) not null,
    primary key (tenant, position, ordinal),
    foreign key (tenant, position) references journal_entry (tenant, position)
);

create table if not exists reservation_entry (
    tenant varchar(64) not null references tenant,
    position bigint not null,
    id varchar(160) not null,
    book varchar(32) not null,
    journal varchar(32) not null,
    effective_date date not null,
    document_date date,
    kind varchar(24) not null,
    narrative varchar(500),
    source_system varchar(1000),
    source_type varchar(1000),
    source_id varchar(1000),
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

create table if not exists reservation_line (
    tenant varchar(64) not null,
    position bigint not null,
    line int not null,
    account varchar(128) not null,
    currency varchar(64) not null,
    digits smallint not null,
    amount numeric(38, 18) not null,
    base_currency varchar(64) not null,
    base_digits smallint not null,
    base numeric(38, 18) not null,
    party varchar(64),
    document varchar(64),
    due_date date,
    note varchar(500),
    adjustment boolean not null,
    primary key (tenant, position, line),
    foreign key (tenant, position) references reservation_entry (tenant, position),
    check (amount <> 0 or base <> 0),
    check (adjustment or sign(amount) = sign(base))
);

create table if not exists reservation_dimension (
    tenant varchar(64) not null,
    position bigint not null,
    line int not null,
    axis varchar(64) not null,
    member varchar(64) not null,
    primary key (tenant, position, line, axis),
    foreign key (tenant, position, line) references reservation_line (tenant, position, line)
);

create table if not exists reservation_assertion (
    tenant varchar(64) not null,
    position bigint not null,
    ordinal int not null,
    account varchar(128) not null,
    currency varchar(64) not null,
    digits smallint not null,
    balance numeric(38, 18) not null,
    primary key (tenant, position, ordinal),
    foreign key (tenant, position) references reservation_entry (tenant, position)
);

create table if not exists open_item (
    tenant varchar(64) not null references tenant,
    entry varchar(160) not null,
    line int not null,
    book varchar(32) not null,
    account varchar(128) not null,
    control varchar(16) not null,
    party varchar(64) not null,
    currency varchar(64) not null,
    digits smallint not null,
    amount numeric(38, 18) not null,
    base_currency varchar(64) not null,
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
create index if not exists open_item_by_party on open_item (tenant, party, account);
create unique index if not exists open_item_by_position on open_item (tenant, position, line);

create table if not exists item_match (
    tenant varchar(64) not null references tenant,
    sequence bigint not null,
    id varchar(200) not null,
    book varchar(32) not null,
    position bigint not null,
    recorded_at timestamp(6) with time zone not null,
    matched_by varchar(64) not null,
    effective_date date not null,
    base_currency varchar(64) not null,
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

create table if not exists item_match_part (
    tenant varchar(64) not null,
    sequence bigint not null,
    part int not null,
    entry varchar(160) not null,
    line int not null,
    currency varchar(64) not null,
    digits smallint not null,
    amount numeric(38, 18) not null,
    base numeric(38, 18) not null,
    primary key (tenant, sequence, part),
    foreign key (tenant, sequence) references item_match (tenant, sequence),
    foreign key (tenant, entry, line) references open_item (tenant, entry, line)
);
create index if not exists item_match_part_by_item on item_match_part (tenant, entry, line);

create table if not exists period_fact (
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

create table if not exists period_fact_entry (
    tenant varchar(64) not null,
    number bigint not null,
    ordinal int not null,
    entry varchar(160) not null,
    primary key (tenant, number, ordinal),
    foreign key (tenant, number) references period_fact (tenant, number)
);

create table if not exists seal (
    tenant varchar(64) not null references tenant,
    position bigint not null,
    version int not null,
    content char(64) not null,
    chain char(64) not null,
    text_digest char(64),
    text_salt char(64),
    primary key (tenant, position)
);

create table if not exists merkle_checkpoint (
    tenant varchar(64) not null references tenant,
    size bigint not null,
    root char(64) not null,
    primary key (tenant, size)
);

create table if not exists outbox (
    tenant varchar(64) not null references tenant,
    sequence bigint not null,
    type varchar(400) not null,
    subject varchar(400) not null,
    recorded_at timestamp(6) with time zone not null,
    primary key (tenant, sequence)
);

create table if not exists exchange_rate (
    tenant varchar(64) not null references tenant,
    base_currency varchar(64) not null,
    quote_currency varchar(64) not null,
    rate_type varchar(64) not null,
    rate_date date not null,
    ordinal bigint not null,
    rate varchar(200) not null,
    primary key (tenant, base_currency, quote_currency, rate_type, rate_date, ordinal)
);

create table if not exists balance_checkpoint (
    tenant varchar(64) not null references tenant,
    position bigint not null,
    recorded_at timestamp(6) with time zone,
    horizon date,
    digest char(64) not null,
    primary key (tenant, position)
);

create table if not exists balance_checkpoint_closing (
    tenant varchar(64) not null,
    position bigint not null,
    ordinal int not null,
    entry varchar(160) not null,
    primary key (tenant, position, ordinal)
);

create table if not exists balance_checkpoint_row (
    tenant varchar(64) not null,
    position bigint not null,
    ordinal int not null,
    book varchar(32) not null,
    account varchar(128) not null,
    currency varchar(64) not null,
    digits smallint not null,
    base_currency varchar(64) not null,
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

create or replace view v_general_ledger as
    select e.tenant, e.book, l.account, e.effective_date, e.position, l.line, e.id as entry, e.journal, e.fiscal_year,
           e.number, e.narrative, l.currency, l.amount,
           case when l.base > 0 then l.base else 0 end as debit,
           case when l.base < 0 then -l.base else 0 end as credit,
           l.base, l.party, l.document
    from journal_line l join journal_entry e on e.tenant = l.tenant and e.position = l.position;

create or replace view v_trial_balance as
    select tenant, book, account, currency, sum(amount) as amount, sum(debit) as debit, sum(credit) as credit,
           sum(base) as balance
    from v_general_ledger
    group by tenant, book, account, currency;
