-- What happened in payroll: one record for each command; of a draft its payslips with lines, cost shares and derivations.
create table if not exists payroll_record (
    tenant varchar(64) not null references tenant,
    sequence bigint not null,
    command_key varchar(128) not null,
    fingerprint char(64) not null,
    recorded_at timestamp(6) with time zone not null,
    actor varchar(64) not null,
    kind varchar(16) not null check (kind in ('DRAFTED', 'ABANDONED', 'APPROVED', 'COMMITTED', 'REVERSED')),
    run varchar(64) not null,
    employment varchar(64),
    reason varchar(500),
    edition varchar(64),
    period_start date,
    period_end date,
    closing date,
    payment date,
    premium_month date,
    notice_year int,
    primary key (tenant, sequence),
    constraint payroll_record_key unique (tenant, command_key)
);

create table if not exists payroll_slip (
    tenant varchar(64) not null,
    sequence bigint not null,
    slip int not null,
    employment varchar(64) not null,
    pack varchar(128) not null,
    currency varchar(64) not null,
    digits smallint not null,
    edition varchar(64) not null,
    period_start date not null,
    period_end date not null,
    closing date not null,
    payment date not null,
    premium_month date,
    notice_year int,
    primary key (tenant, sequence, slip),
    foreign key (tenant, sequence) references payroll_record (tenant, sequence)
);

create index if not exists payroll_slip_of_employment on payroll_slip (tenant, employment, sequence);

create table if not exists payroll_line (
    tenant varchar(64) not null,
    sequence bigint not null,
    slip int not null,
    ordinal int not null,
    slot varchar(128) not null,
    kind varchar(16) not null check (kind in ('EARNING', 'DEDUCTION', 'CREDIT', 'EMPLOYER', 'BASE')),
    currency varchar(64) not null,
    digits smallint not null,
    amount numeric(38, 18) not null,
    key_date varchar(32) not null,
    key_day date,
    attributed_start date,
    attributed_end date,
    primary key (tenant, sequence, slip, ordinal),
    foreign key (tenant, sequence, slip) references payroll_slip (tenant, sequence, slip)
);

create table if not exists payroll_cost (
    tenant varchar(64) not null,
    sequence bigint not null,
    slip int not null,
    ordinal int not null,
    cost_centre varchar(64) not null,
    weight bigint not null,
    primary key (tenant, sequence, slip, ordinal),
    foreign key (tenant, sequence, slip) references payroll_slip (tenant, sequence, slip)
);

-- derivations from the top down: a step of a greater depth is part of the nearest one above it of a lesser depth
create table if not exists payroll_step (
    tenant varchar(64) not null,
    sequence bigint not null,
    slip int not null,
    step int not null,
    depth int not null,
    rule varchar(500) not null,
    result varchar(500) not null,
    primary key (tenant, sequence, slip, step),
    foreign key (tenant, sequence, slip) references payroll_slip (tenant, sequence, slip)
);

create table if not exists payroll_step_input (
    tenant varchar(64) not null,
    sequence bigint not null,
    slip int not null,
    step int not null,
    name varchar(200) not null,
    content varchar(2000) not null,
    primary key (tenant, sequence, slip, step, name),
    foreign key (tenant, sequence, slip, step) references payroll_step (tenant, sequence, slip, step)
);

-- the lines of payslips that count: committed and not reversed
create or replace view v_payroll_line as
    select l.tenant, d.run, s.employment, s.edition, s.period_start, s.payment, l.slot, l.kind, l.currency, l.amount
    from payroll_line l
    join payroll_slip s on s.tenant = l.tenant and s.sequence = l.sequence and s.slip = l.slip
    join payroll_record d on d.tenant = s.tenant and d.sequence = s.sequence and d.kind = 'DRAFTED'
    join payroll_record c on c.tenant = d.tenant and c.run = d.run and c.kind = 'COMMITTED'
    where not exists (select 1 from payroll_record a where a.tenant = d.tenant and a.run = d.run
            and a.kind = 'ABANDONED' and a.sequence > d.sequence)
        and not exists (select 1 from payroll_record r where r.tenant = d.tenant and r.run = d.run
            and r.kind = 'REVERSED' and r.employment = s.employment);
