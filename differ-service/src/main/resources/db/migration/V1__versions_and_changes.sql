-- Locked by whoever tells of a platform, so that its events lie in the outbox in the order of their commits.
create table platform (
    id uuid primary key
);

-- Every state of every source, word for word: what of a page is the agreement.
create table source_revision (
    document_id uuid        not null,
    revision    int         not null,
    declaration text        not null,
    declared_at timestamptz not null,
    primary key (document_id, revision)
);

create sequence version_id;
create sequence change_id;

-- One agreement in one variant, and which of its texts is there at present.
create table document (
    id                 uuid primary key,
    platform_id        uuid        not null,
    versions           int         not null,
    current_appearance uuid,
    last_capture_at    timestamptz not null
);

-- A text of a document, whenever it was there.
create table version (
    id                text primary key,
    document_id       uuid        not null references document (id),
    number            int         not null,
    text_hash         text        not null,
    markdown_key      text        not null,
    markdown_sha256   text        not null,
    markdown_size     bigint      not null,
    text_key          text        not null,
    text_sha256       text        not null,
    text_size         bigint      not null,
    words             int         not null,
    sentences         int         not null,
    sections          int         not null,
    effective_date    date,
    last_updated_date date,
    recorded_at       timestamptz not null,
    unique (document_id, text_hash),
    unique (document_id, number)
);

-- From when to when a text was there; an open end means that it is.
create table appearance (
    id              uuid primary key,
    document_id     uuid        not null references document (id),
    version_id      text        not null references version (id),
    place           int         not null,
    capture_id      uuid        not null,
    source_revision int         not null,
    content_hash    text        not null,
    origin          text        not null,
    observed_at     timestamptz not null,
    gone_at         timestamptz,
    unique (document_id, place)
);

-- What lies between two appearances.
create table change (
    id              text primary key,
    platform_id     uuid             not null,
    document_id     uuid             not null references document (id),
    from_appearance uuid             not null references appearance (id),
    to_appearance   uuid             not null references appearance (id),
    change_class    text             not null,
    significance    double precision not null,
    inserted        int              not null,
    deleted         int              not null,
    edited          int              not null,
    moved           int              not null,
    words_added     int              not null,
    words_removed   int              not null,
    hunks_key       text             not null,
    hunks_sha256    text             not null,
    hunks_size      bigint           not null,
    effective_date  date,
    published_date  date,
    group_id        uuid,
    origin          text             not null,
    observed_at     timestamptz      not null,
    recorded_at     timestamptz      not null,
    unique (document_id, from_appearance, to_appearance)
);

create index change_by_platform on change (platform_id, observed_at);

-- Two texts that alternate; told once.
create table variant_pair (
    document_id uuid        not null references document (id),
    first_version  text        not null references version (id),
    second_version text        not null references version (id),
    flips       int         not null,
    told_at     timestamptz not null,
    primary key (document_id, first_version, second_version)
);

-- Fetched, but not the agreement.
create table refused_capture (
    capture_id   uuid primary key,
    document_id  uuid        not null,
    platform_id  uuid        not null,
    reason       text        not null,
    detail       text        not null,
    may_persist  boolean     not null,
    text_hash    text,
    event        text        not null,
    observed_at  timestamptz not null,
    recorded_at  timestamptz not null,
    verdict      text,
    reviewed_at  timestamptz
);

create index refused_by_document on refused_capture (document_id, observed_at);
