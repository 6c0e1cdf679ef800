-- One row a platform: locked before anything of it is written, so that its events are told in the order of commits.
create table platform (
    id uuid primary key
);

-- Every state a source ever had, as it was declared.
create table source_revision (
    document_id uuid        not null,
    revision    integer     not null,
    declaration text        not null,
    declared_at timestamptz not null,
    primary key (document_id, revision)
);

-- What is fetched, and when. One row a document.
create table target (
    document_id       uuid primary key,
    platform_id       uuid    not null references platform (id),
    platform_slug     text    not null,
    document_slug     text    not null,
    revision          integer not null,
    host              text,
    cadence_seconds   bigint  not null,
    active            boolean not null,
    retired           boolean not null,
    fetch_now         integer not null,
    next_due_at       timestamptz,
    lease_owner       text,
    lease_until       timestamptz,
    fence             bigint  not null,
    last_capture_id   uuid,
    last_content_hash text,
    last_warc_key     text,
    last_warc_sha256  text,
    last_warc_size    bigint,
    last_observed_at  timestamptz,
    pages             text    not null,
    streak            integer not null,
    failing_since     timestamptz
);
create index target_by_host on target (host, next_due_at) where active;
create index target_by_slug on target (platform_slug, document_slug);

-- When each host may be asked again; shared by all instances.
create table host_state (
    host            text primary key,
    next_allowed_at timestamptz not null,
    failures        integer     not null
);

-- What each host's robots.txt said.
create table robots_file (
    origin     text primary key,
    fetched_at timestamptz not null,
    expires_at timestamptz not null,
    verdict    text        not null,
    body       bytea       not null,
    good_until timestamptz,
    good_body  bytea
);

-- Every attempt, whatever came of it.
create table capture (
    id              uuid primary key,
    document_id     uuid        not null references target (document_id),
    source_revision integer     not null,
    outcome         text        not null,
    origin          text        not null,
    content_hash    text,
    same_as         uuid,
    warc_key        text,
    warc_sha256     text,
    warc_size       bigint,
    failure_kind    text,
    url             text,
    status          integer,
    detail          text,
    observed_at     timestamptz not null,
    recorded_at     timestamptz not null
);
create index capture_by_document on capture (document_id, observed_at desc);
create unique index capture_of_an_archive on capture (document_id, observed_at, content_hash) where origin = 'BACKFILL';
