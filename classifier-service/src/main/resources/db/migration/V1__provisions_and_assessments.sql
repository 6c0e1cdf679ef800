-- The documents whose provisions are known, as of the appearance assessed last. The row is locked by whoever writes.
create table document (
    id                uuid primary key,
    platform_id       uuid        not null,
    revision          bigint      not null,
    version_id        text,
    appearance_id     uuid,
    catalogue_version text
);

create sequence provision_number;

-- A provision keeps its row through its lineage; body holds it as it was read last, with its quotes.
create table provision (
    id                 text primary key check (id ~ '^CA-P-[0-9]{6,}$'),
    document_id        uuid        not null references document (id),
    type               text        not null,
    polarity           text        not null,
    severity           text        not null,
    present            boolean     not null,
    body               text        not null,
    first_version      text        not null,
    last_version       text        not null,
    first_observed_at  timestamptz not null,
    last_observed_at   timestamptz not null,
    catalogue_version  text        not null,
    rejected           boolean     not null default false,
    corrected_type     text,
    corrected_severity text
);
create index provision_of_document on provision (document_id);

-- Numbers taken for an event before its object is written: the same ones however often the event is tried.
create table provision_reservation (
    event_id uuid    not null,
    ordinal  integer not null,
    number   bigint  not null,
    primary key (event_id, ordinal)
);

-- What was said of each change and of each first version.
create table assessment (
    subject_id        text        not null,
    document_id       uuid        not null references document (id),
    kind              text        not null,
    catalogue_version text        not null,
    severity          text,
    direction         text,
    object_key        text        not null,
    object_sha256     text        not null,
    object_size       bigint      not null,
    observed_at       timestamptz not null,
    recorded_at       timestamptz not null,
    primary key (subject_id, catalogue_version)
);

-- Every review, as it was made; the last one of a thing is in force.
create table review (
    event_id     uuid primary key,
    subject_id   text        not null,
    verdict      text        not null,
    body         text        not null,
    reviewer     text        not null,
    reason       text        not null,
    recorded_at  timestamptz not null
);
create index review_of_subject on review (subject_id, recorded_at desc);
