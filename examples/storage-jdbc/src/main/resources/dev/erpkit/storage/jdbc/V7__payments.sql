-- Payments, payment proposals and bank statements of many tenants; a fact is never updated.
-- Every statement can be repeated: H2 commits each one, so that an interrupted migration begins again.
create table if not exists payment (
    tenant varchar(64) not null references tenant,
    position bigint not null,
    id varchar(64) not null,
    direction varchar(16) not null,
    subject varchar(32) not null,
    party varchar(64) not null,
    effective_date date not null,
    currency varchar(64) not null,
    digits smallint not null,
    amount numeric(38, 18) not null,
    bank_account varchar(64) not null,
    reference varchar(200),
    primary key (tenant, position),
    constraint payment_id unique (tenant, id),
    check (amount > 0)
);

create table if not exists payment_step (
    tenant varchar(64) not null,
    payment varchar(64) not null,
    number int not null,
    kind varchar(16) not null,
    client_key varchar(128) not null,
    effective_date date not null,
    fee_minor bigint not null,
    bank_line varchar(128),
    match_id varchar(128),
    policy varchar(4000) not null,
    fingerprint varchar(64) not null,
    recorded_at timestamp(6) with time zone not null,
    actor varchar(64) not null,
    primary key (tenant, payment, number),
    constraint payment_step_key unique (tenant, payment, client_key),
    foreign key (tenant, payment) references payment (tenant, id)
);

create table if not exists payment_step_entry (
    tenant varchar(64) not null,
    payment varchar(64) not null,
    number int not null,
    ordinal int not null,
    entry varchar(160) not null,
    primary key (tenant, payment, number, ordinal),
    foreign key (tenant, payment, number) references payment_step (tenant, payment, number)
);

create table if not exists payment_proposal (
    tenant varchar(64) not null references tenant,
    client_key varchar(128) not null,
    payment_date date not null,
    primary key (tenant, client_key)
);

create table if not exists payment_proposal_line (
    tenant varchar(64) not null,
    client_key varchar(128) not null,
    payment int not null,
    line int not null,
    party varchar(64) not null,
    bank_account varchar(64) not null,
    currency varchar(64) not null,
    digits smallint not null,
    entry varchar(160) not null,
    entry_line int not null,
    paid_minor bigint not null,
    discount_minor bigint not null,
    primary key (tenant, client_key, payment, line),
    foreign key (tenant, client_key) references payment_proposal (tenant, client_key)
);

create table if not exists payment_proposal_left (
    tenant varchar(64) not null,
    client_key varchar(128) not null,
    ordinal int not null,
    entry varchar(160) not null,
    entry_line int not null,
    reason varchar(16) not null,
    primary key (tenant, client_key, ordinal),
    foreign key (tenant, client_key) references payment_proposal (tenant, client_key)
);

create table if not exists payment_proposal_step (
    tenant varchar(64) not null,
    client_key varchar(128) not null,
    kind varchar(16) not null,
    recorded_at timestamp(6) with time zone not null,
    actor varchar(64) not null,
    primary key (tenant, client_key, kind),
    foreign key (tenant, client_key) references payment_proposal (tenant, client_key)
);

create table if not exists bank_statement (
    tenant varchar(64) not null references tenant,
    account varchar(64) not null,
    number bigint not null,
    client_key varchar(128) not null,
    from_date date not null,
    through_date date not null,
    currency varchar(64) not null,
    digits smallint not null,
    opening numeric(38, 18) not null,
    closing numeric(38, 18) not null,
    fingerprint varchar(64) not null,
    recorded_at timestamp(6) with time zone not null,
    actor varchar(64) not null,
    primary key (tenant, account, number),
    constraint bank_statement_key unique (tenant, account, client_key)
);

create table if not exists bank_line (
    tenant varchar(64) not null,
    account varchar(64) not null,
    number bigint not null,
    statement bigint not null,
    booking_date date not null,
    currency varchar(64) not null,
    digits smallint not null,
    amount numeric(38, 18) not null,
    content varchar(4000) not null,
    reference varchar(1000),
    counterparty_account varchar(1000),
    counterparty_name varchar(1000),
    primary key (tenant, account, number),
    foreign key (tenant, account, statement) references bank_statement (tenant, account, number)
);

create table if not exists bank_line_step (
    tenant varchar(64) not null,
    account varchar(64) not null,
    line bigint not null,
    number int not null,
    kind varchar(16) not null,
    client_key varchar(128) not null,
    effective_date date not null,
    purpose varchar(64),
    payment varchar(64),
    fingerprint varchar(64) not null,
    recorded_at timestamp(6) with time zone not null,
    actor varchar(64) not null,
    primary key (tenant, account, line, number),
    constraint bank_line_step_key unique (tenant, account, line, client_key),
    foreign key (tenant, account, line) references bank_line (tenant, account, number)
);

create table if not exists bank_line_step_entry (
    tenant varchar(64) not null,
    account varchar(64) not null,
    line bigint not null,
    number int not null,
    ordinal int not null,
    entry varchar(160) not null,
    primary key (tenant, account, line, number, ordinal),
    foreign key (tenant, account, line, number) references bank_line_step (tenant, account, line, number)
);

create table if not exists bank_association (
    tenant varchar(64) not null references tenant,
    position bigint not null,
    association_key varchar(300) not null,
    party varchar(64) not null,
    primary key (tenant, position)
);
