-- Derivations of payslips, each thing said once: rules by their form, which payslips of one computation share; what they read
-- and what they noted, by payslip. The steps of payslips from before stay where they are and are read from there.
create table if not exists payroll_rule (
    tenant varchar(64) not null references tenant,
    form char(64) not null,
    ordinal int not null,
    slot varchar(128) not null,
    law varchar(500) not null,
    key_date varchar(32) not null,
    layer varchar(500) not null,
    primary key (tenant, form, ordinal),
    constraint payroll_rule_slot unique (tenant, form, slot)
);

create table if not exists payroll_rule_read (
    tenant varchar(64) not null,
    form char(64) not null,
    ordinal int not null,
    place int not null,
    kind varchar(8) not null check (kind in ('INPUT', 'SLOT')),
    name varchar(200) not null,
    primary key (tenant, form, ordinal, place),
    foreign key (tenant, form, ordinal) references payroll_rule (tenant, form, ordinal)
);

-- null for payslips from before
alter table payroll_slip add column if not exists form char(64);

create table if not exists payroll_input (
    tenant varchar(64) not null,
    sequence bigint not null,
    slip int not null,
    ordinal int not null,
    name varchar(200) not null,
    content varchar(2000) not null,
    primary key (tenant, sequence, slip, ordinal),
    foreign key (tenant, sequence, slip) references payroll_slip (tenant, sequence, slip)
);

create table if not exists payroll_note (
    tenant varchar(64) not null,
    sequence bigint not null,
    slip int not null,
    ordinal int not null,
    slot varchar(128) not null,
    what varchar(500) not null,
    result varchar(500) not null,
    from_name varchar(200),
    from_content varchar(2000),
    primary key (tenant, sequence, slip, ordinal),
    foreign key (tenant, sequence, slip) references payroll_slip (tenant, sequence, slip)
);

-- what each figure of a payslip was computed from
create or replace view v_payroll_input as
    select s.tenant, s.sequence, s.slip, s.employment, s.edition, s.payment, r.slot, r.law, r.layer, i.name, i.content
    from payroll_slip s
    join payroll_rule r on r.tenant = s.tenant and r.form = s.form
    join payroll_rule_read d on d.tenant = r.tenant and d.form = r.form and d.ordinal = r.ordinal and d.kind = 'INPUT'
    join payroll_input i on i.tenant = s.tenant and i.sequence = s.sequence and i.slip = s.slip and i.name = d.name;
