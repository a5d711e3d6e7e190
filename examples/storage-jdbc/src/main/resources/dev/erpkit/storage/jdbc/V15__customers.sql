-- Parties: facts without anything personal, one record for each command, and its changes in their order.
create table if not exists party_record (
    tenant varchar(64) not null references tenant,
    sequence bigint not null,
    command_key varchar(128) not null,
    fingerprint char(64) not null,
    recorded_at timestamp(6) with time zone not null,
    actor varchar(64) not null,
    primary key (tenant, sequence),
    constraint party_record_key unique (tenant, command_key)
);

create table if not exists party_change (
    tenant varchar(64) not null,
    sequence bigint not null,
    ordinal int not null,
    kind varchar(16) not null check (kind in ('REGISTERED', 'AMENDED', 'RELATED', 'RELATION_ENDED', 'CONSENTED', 'MERGED',
        'UNMERGED', 'ERASED')),
    party varchar(64) not null,
    other_party varchar(64),
    party_kind varchar(16),
    survivorship varchar(16),
    relation varchar(64),
    valid_from date,
    valid_until date,
    ended_on date,
    channel varchar(16),
    purpose varchar(64),
    consent varchar(16),
    said_at timestamp(6) with time zone,
    proof varchar(200),
    primary key (tenant, sequence, ordinal),
    foreign key (tenant, sequence) references party_record (tenant, sequence)
);

create index if not exists party_change_of_party on party_change (tenant, party, sequence);
create index if not exists party_change_of_other on party_change (tenant, other_party, sequence);

-- What is personal about parties, the only place where it is kept.
create table if not exists party_profile (
    tenant varchar(64) not null references tenant,
    party varchar(64) not null,
    version bigint not null,
    party_kind varchar(16) not null,
    party_name varchar(200) not null,
    reading varchar(200),
    organisation varchar(200),
    changed_at timestamp(6) with time zone not null,
    primary key (tenant, party)
);

create table if not exists party_contact (
    tenant varchar(64) not null,
    party varchar(64) not null,
    ordinal int not null,
    contact_kind varchar(16) not null,
    contact varchar(320) not null,
    label varchar(64),
    valid_from date,
    valid_until date,
    primary key (tenant, party, ordinal),
    foreign key (tenant, party) references party_profile (tenant, party)
);

create table if not exists party_identifier (
    tenant varchar(64) not null,
    party varchar(64) not null,
    ordinal int not null,
    scheme varchar(64) not null,
    identifier varchar(64) not null,
    primary key (tenant, party, ordinal),
    foreign key (tenant, party) references party_profile (tenant, party)
);

-- What was said and planned, and apart from it, to be erased on request, the words.
create table if not exists activity_record (
    tenant varchar(64) not null references tenant,
    sequence bigint not null,
    command_key varchar(128) not null,
    fingerprint char(64) not null,
    recorded_at timestamp(6) with time zone not null,
    actor varchar(64) not null,
    primary key (tenant, sequence),
    constraint activity_record_key unique (tenant, command_key)
);

create table if not exists activity_change (
    tenant varchar(64) not null,
    sequence bigint not null,
    ordinal int not null,
    kind varchar(16) not null check (kind in ('LOGGED', 'PLANNED', 'REASSIGNED', 'COMPLETED', 'CONTENT_ERASED')),
    party varchar(64) not null,
    activity varchar(64),
    channel varchar(16),
    direction varchar(16),
    happened_at timestamp(6) with time zone,
    author varchar(64),
    reply_to varchar(64),
    minutes int,
    action varchar(64),
    action_kind varchar(64),
    due_date date,
    owner varchar(64),
    primary key (tenant, sequence, ordinal),
    foreign key (tenant, sequence) references activity_record (tenant, sequence)
);

create index if not exists activity_change_of_party on activity_change (tenant, party, sequence);

create table if not exists activity_mention (
    tenant varchar(64) not null,
    sequence bigint not null,
    ordinal int not null,
    place int not null,
    actor varchar(64) not null,
    primary key (tenant, sequence, ordinal, place),
    foreign key (tenant, sequence, ordinal) references activity_change (tenant, sequence, ordinal)
);

create table if not exists activity_content (
    tenant varchar(64) not null references tenant,
    activity varchar(64) not null,
    party varchar(64) not null,
    content text not null,
    primary key (tenant, activity)
);

create index if not exists activity_content_of_party on activity_content (tenant, party);

-- Messages that were claimed.
create table if not exists message_record (
    tenant varchar(64) not null references tenant,
    sequence bigint not null,
    command_key varchar(128) not null,
    fingerprint char(64) not null,
    recorded_at timestamp(6) with time zone not null,
    actor varchar(64) not null,
    campaign varchar(64) not null,
    template varchar(64) not null,
    party varchar(64) not null,
    channel varchar(16) not null,
    purpose varchar(64) not null,
    primary key (tenant, sequence),
    constraint message_record_key unique (tenant, command_key)
);

create index if not exists message_record_of_party on message_record (tenant, party, sequence);
