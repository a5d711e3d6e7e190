-- Facts of people, one stream for each person and area; what each says stands in the tables of its area.
create table if not exists hr_fact (
    tenant varchar(64) not null references tenant,
    area varchar(16) not null check (area in ('ATTENDANCE', 'LEAVE', 'EMPLOYMENT', 'ORGANISATION')),
    about varchar(64) not null,
    sequence bigint not null,
    command_key varchar(128) not null,
    recorded_at timestamp(6) with time zone not null,
    actor varchar(64) not null,
    primary key (tenant, area, about, sequence),
    constraint hr_fact_key unique (tenant, area, command_key)
);

create table if not exists hr_attendance (
    tenant varchar(64) not null,
    area varchar(16) not null check (area = 'ATTENDANCE'),
    about varchar(64) not null,
    sequence bigint not null,
    kind varchar(16) not null check (kind in ('RECORDED', 'WITHDRAWN')),
    attendance varchar(64) not null,
    worksite varchar(64),
    starts_at timestamp(0) with time zone,
    ends_at timestamp(0) with time zone,
    reason varchar(200),
    primary key (tenant, area, about, sequence),
    foreign key (tenant, area, about, sequence) references hr_fact (tenant, area, about, sequence)
);

create table if not exists hr_attendance_break (
    tenant varchar(64) not null,
    area varchar(16) not null,
    about varchar(64) not null,
    sequence bigint not null,
    ordinal int not null,
    starts_at timestamp(0) with time zone not null,
    ends_at timestamp(0) with time zone not null,
    primary key (tenant, area, about, sequence, ordinal),
    foreign key (tenant, area, about, sequence) references hr_attendance (tenant, area, about, sequence)
);

-- amounts of leave are exact parts of a day, such as 5/7
create table if not exists hr_leave (
    tenant varchar(64) not null,
    area varchar(16) not null check (area = 'LEAVE'),
    about varchar(64) not null,
    sequence bigint not null,
    kind varchar(16) not null check (kind in ('GRANTED', 'TAKEN', 'CANCELLED', 'CARRIED', 'ADJUSTED')),
    leave_id varchar(64) not null,
    leave_type varchar(64),
    granted_on date,
    expires_on date,
    days varchar(420),
    reason varchar(200),
    primary key (tenant, area, about, sequence),
    foreign key (tenant, area, about, sequence) references hr_fact (tenant, area, about, sequence)
);

-- the days that were asked for, and what came out of which lot
create table if not exists hr_leave_part (
    tenant varchar(64) not null,
    area varchar(16) not null,
    about varchar(64) not null,
    sequence bigint not null,
    ordinal int not null,
    portion varchar(16) check (portion in ('FULL', 'HALF', 'HOURS')),
    lot varchar(64),
    leave_day date not null,
    days varchar(420) not null,
    primary key (tenant, area, about, sequence, ordinal),
    foreign key (tenant, area, about, sequence) references hr_leave (tenant, area, about, sequence)
);

create table if not exists hr_employment (
    tenant varchar(64) not null,
    area varchar(16) not null check (area = 'EMPLOYMENT'),
    about varchar(64) not null,
    sequence bigint not null,
    kind varchar(16) not null check (kind in ('JOINED', 'MOVED', 'LEFT')),
    contract varchar(64) not null,
    engagement varchar(64),
    from_date date,
    end_date date,
    reason varchar(64),
    terms_kind varchar(64),
    worksite varchar(64),
    weekly_hours varchar(420),
    weekly_days int,
    held_position varchar(64),
    pay_per varchar(16) check (pay_per in ('HOUR', 'DAY', 'MONTH', 'YEAR')),
    pay_currency varchar(64),
    pay_digits smallint,
    pay_amount numeric(38, 18),
    primary key (tenant, area, about, sequence),
    foreign key (tenant, area, about, sequence) references hr_fact (tenant, area, about, sequence)
);

create table if not exists hr_cost_share (
    tenant varchar(64) not null,
    area varchar(16) not null,
    about varchar(64) not null,
    sequence bigint not null,
    ordinal int not null,
    cost_centre varchar(64) not null,
    weight bigint not null,
    primary key (tenant, area, about, sequence, ordinal),
    foreign key (tenant, area, about, sequence) references hr_employment (tenant, area, about, sequence)
);

create table if not exists hr_organisation (
    tenant varchar(64) not null,
    area varchar(16) not null check (area = 'ORGANISATION'),
    about varchar(64) not null,
    sequence bigint not null,
    kind varchar(16) not null check (kind in ('UNIT', 'UNIT_CLOSED', 'POSITION', 'POSITION_CLOSED')),
    id varchar(64) not null,
    unit varchar(64),
    title varchar(100),
    reports_to varchar(64),
    from_date date not null,
    primary key (tenant, area, about, sequence),
    foreign key (tenant, area, about, sequence) references hr_fact (tenant, area, about, sequence)
);

-- personal data, apart from all facts: an update leaves nothing of what was there
create table if not exists hr_person (
    tenant varchar(64) not null references tenant,
    person varchar(64) not null,
    version bigint not null,
    name varchar(200),
    reading varchar(200),
    birthday date,
    id_scheme varchar(32),
    id_number varchar(32),
    primary key (tenant, person)
);

create table if not exists hr_bank_account (
    tenant varchar(64) not null,
    person varchar(64) not null,
    ordinal int not null,
    scheme varchar(100) not null,
    bank varchar(100) not null,
    branch varchar(100) not null,
    account_type varchar(100) not null,
    number varchar(100) not null,
    holder varchar(100) not null,
    primary key (tenant, person, ordinal),
    foreign key (tenant, person) references hr_person (tenant, person)
);
