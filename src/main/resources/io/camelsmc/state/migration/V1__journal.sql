-- Common to SQLite and PostgreSQL. Times are ISO-8601 in UTC, lease_until is milliseconds of the database's clock.

create table smc_meta (
    id             integer not null primary key check (id = 1),
    format_version integer not null,
    lineage        text    not null,
    serial         bigint  not null,
    account        text
);

insert into smc_meta (id, format_version, lineage, serial) values (1, 1, '${lineage}', 0);

create table smc_jobs (
    account       text    not null,
    region        text    not null,
    source_id     text    not null,
    generation    integer not null,
    version       bigint  not null check (version > 0),
    state         text    not null check (state in ('INTENT', 'CREATED', 'ADOPTED', 'REJECTED', 'NOT_SENT', 'CONFLICT')),
    wave          text    not null,
    row_name      text    not null,
    name          text    not null,
    token         text    not null,
    digest        text    not null,
    attempt       integer not null,
    parameters    text    not null,
    origin        text,
    origin_line   integer not null,
    origin_column integer not null,
    job_id        text,
    request_id    text,
    code          text,
    message       text,
    intended_at   text    not null,
    updated_at    text    not null,
    checksum      bigint  not null,
    owner         text,
    lease_until   bigint  not null,
    fence         bigint  not null,
    primary key (account, region, source_id, generation)
);

-- Two generations of one source are never in doubt at once, whatever the program does.
create unique index smc_jobs_in_doubt on smc_jobs (account, region, source_id) where state = 'INTENT';

create table smc_events (
    account    text    not null,
    region     text    not null,
    source_id  text    not null,
    generation integer not null,
    version    bigint  not null,
    serial     bigint  not null,
    state      text    not null,
    token      text    not null,
    attempt    integer not null,
    job_id     text,
    request_id text,
    code       text,
    message    text,
    at         text    not null,
    primary key (account, region, source_id, generation, version),
    foreign key (account, region, source_id, generation)
        references smc_jobs (account, region, source_id, generation)
);

create table smc_runs (
    id         text not null primary key,
    command    text not null,
    started_at text not null,
    ended_at   text,
    exit       integer,
    pid        bigint not null,
    host       text not null
);
