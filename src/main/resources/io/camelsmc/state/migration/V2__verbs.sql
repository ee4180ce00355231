-- What was done to a job after it was made. At most one verb of a job is open at a time, whatever the program does.

create table smc_verbs (
    account     text    not null,
    region      text    not null,
    source_id   text    not null,
    generation  integer not null,
    number      bigint  not null check (number > 0),
    job_id      text    not null,
    verb        text    not null,
    arguments   text    not null,
    seen        text    not null,
    state       text    not null check (state in ('INTENT', 'DONE', 'NOT_DONE')),
    request_id  text,
    code        text,
    message     text,
    intended_at text    not null,
    updated_at  text    not null,
    checksum    bigint  not null,
    owner       text,
    lease_until bigint  not null,
    primary key (account, region, source_id, generation, number),
    foreign key (account, region, source_id, generation)
        references smc_jobs (account, region, source_id, generation)
);

create unique index smc_verbs_open on smc_verbs (account, region, source_id, generation) where state = 'INTENT';

update smc_meta set format_version = 2 where id = 1;
