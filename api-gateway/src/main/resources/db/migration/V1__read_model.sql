-- What all topics tell, arranged for reading. Rows are written by the projections in intake; facts may arrive in any
-- order across topics, so no table here points at another with a foreign key.

create table platform (
    id           uuid primary key,
    slug         text not null unique,
    name         text not null,
    description  text not null,
    industry     text not null,
    home_page    text,
    recorded_at  timestamptz not null
);

create table document (
    id                  uuid primary key,
    platform_id         uuid not null,
    slug                text not null,
    name                text not null,
    type                text not null,
    language            text not null,
    region              text not null,
    surface             text not null,
    revision            int not null,
    locations           jsonb not null,
    fetch_mode          text not null,
    cadence             text not null,
    paused              boolean not null,
    fetch_now           int not null,
    retired             boolean not null,
    retired_reason      text,
    recorded_at         timestamptz not null,
    last_attempt_at     timestamptz,
    last_ok_at          timestamptz,
    failures            int not null default 0,
    failing_since       timestamptz,
    last_failure_kind   text,
    last_failure_detail text,
    next_attempt_at     timestamptz,
    unique (platform_id, slug)
);

create table source_revision (
    document_id  uuid not null,
    revision     int not null,
    locations    jsonb not null,
    fetch_mode   text not null,
    cadence      text not null,
    paused       boolean not null,
    recorded_at  timestamptz not null,
    primary key (document_id, revision)
);

create table capture (
    id               uuid primary key,
    document_id      uuid not null,
    platform_id      uuid not null,
    outcome          text not null,
    source_revision  int,
    content_hash     text,
    parts            jsonb,
    warc             jsonb,
    same_as          uuid,
    not_modified     boolean,
    failure_kind     text,
    url              text,
    status           int,
    detail           text,
    streak           int,
    origin           text not null,
    observed_at      timestamptz not null,
    recorded_at      timestamptz not null
);
create index capture_of_document on capture (document_id, observed_at desc, id desc);
create index capture_by_outcome on capture (outcome, observed_at desc, id desc);

create table refusal (
    capture_id   uuid primary key,
    document_id  uuid not null,
    platform_id  uuid not null,
    reason       text not null,
    detail       text not null,
    warc         jsonb not null,
    origin       text not null,
    observed_at  timestamptz not null,
    recorded_at  timestamptz not null
);
create index refusal_newest on refusal (observed_at desc, capture_id desc);

create table review (
    event_id     uuid primary key,
    kind         text not null,
    subject      text not null,
    platform_id  uuid not null,
    document_id  uuid not null,
    verdict      text not null,
    correction   jsonb not null,
    reviewer     text not null,
    reason       text not null,
    recorded_at  timestamptz not null
);
create index review_of_subject on review (subject, recorded_at);

create table version (
    id                 text primary key,
    document_id        uuid not null,
    platform_id        uuid not null,
    number             int not null,
    text_hash          text not null,
    markdown           jsonb not null,
    text               jsonb not null,
    words              int not null,
    sentences          int not null,
    sections           int not null,
    effective_date     date,
    last_updated_date  date,
    origin             text not null,
    recorded_at        timestamptz not null
);
create index version_of_document on version (document_id, number desc);

create table appearance (
    id           uuid primary key,
    version_id   text not null,
    document_id  uuid not null,
    capture_id   uuid not null,
    came_back    boolean not null,
    origin       text not null,
    observed_at  timestamptz not null,
    recorded_at  timestamptz not null
);
create index appearance_of_document on appearance (document_id, observed_at desc);
create index appearance_of_version on appearance (version_id, observed_at);

create table variant_pair (
    event_id     uuid primary key,
    document_id  uuid not null,
    version_a    text not null,
    version_b    text not null,
    flips        int not null,
    observed_at  timestamptz not null
);
create index variant_pair_of_document on variant_pair (document_id, observed_at);

create table change (
    id                text primary key,
    document_id       uuid not null,
    platform_id       uuid not null,
    from_version      text not null,
    from_observed_at  timestamptz not null,
    to_version        text not null,
    to_observed_at    timestamptz not null,
    change_class      text not null,
    counts            jsonb not null,
    significance      double precision not null,
    hunks             jsonb not null,
    effective_date    date,
    published_date    date,
    group_id          uuid,
    origin            text not null,
    observed_at       timestamptz not null,
    recorded_at       timestamptz not null
);
create index change_newest on change (observed_at desc, id desc);
create index change_of_platform on change (platform_id, observed_at desc, id desc);
create index change_of_document on change (document_id, observed_at desc, id desc);

create table effective_date_move (
    event_id     uuid primary key,
    change_id    text not null,
    before       date,
    after        date,
    observed_at  timestamptz not null
);
create index effective_date_move_of_change on effective_date_move (change_id, observed_at);

create table assessment (
    change_id               text primary key,
    document_id             uuid not null,
    platform_id             uuid not null,
    alerting                boolean not null,
    severity                text not null,
    direction               text not null,
    title                   text not null,
    summary                 text not null,
    labels                  jsonb not null,
    provision_changes       jsonb not null,
    provision_change_count  int not null,
    regulations             jsonb not null,
    object                  jsonb not null,
    catalogue_version       text not null,
    recorded_at             timestamptz not null
);
create index assessment_of_platform on assessment (platform_id);

create table document_assessment (
    event_id           uuid primary key,
    document_id        uuid not null,
    version_id         text not null,
    provisions         int not null,
    object             jsonb not null,
    catalogue_version  text not null,
    recorded_at        timestamptz not null
);
create index document_assessment_of_document on document_assessment (document_id, recorded_at);

create table provision (
    id                 text primary key,
    document_id        uuid not null,
    platform_id        uuid not null,
    type               text not null,
    title              text not null,
    severity           text not null,
    present            boolean not null,
    quotes             jsonb not null,
    factors            jsonb not null,
    regulations        jsonb not null,
    first_version      text,
    first_observed_at  timestamptz,
    last_version       text not null,
    last_observed_at   timestamptz not null,
    catalogue_version  text not null,
    recorded_at        timestamptz not null
);
create index provision_of_document on provision (document_id, id);
create index provision_of_platform on provision (platform_id, id);
create index provision_of_type on provision (type, id);

create table provision_event (
    provision_id  text not null,
    change_id     text not null,
    effect        text not null,
    severity      text not null,
    direction     text not null,
    observed_at   timestamptz not null,
    primary key (provision_id, change_id, effect)
);

create table delivery_attempt (
    event_id         uuid primary key,
    delivery_id      uuid not null,
    notification_id  uuid not null,
    subscriber_id    uuid not null,
    channel          text not null,
    message_id       text not null,
    change_id        text,
    endpoint_id      uuid,
    attempt          int not null,
    outcome          text not null,
    status           int,
    detail           text not null,
    duration_millis  bigint not null,
    next_attempt_at  timestamptz,
    attempted_at     timestamptz not null,
    recorded_at      timestamptz not null
);
create index delivery_attempt_of_subscriber on delivery_attempt (subscriber_id, recorded_at desc, event_id desc);
create index delivery_attempt_newest on delivery_attempt (recorded_at desc, event_id desc);
create index delivery_attempt_of_change on delivery_attempt (change_id);

create table withheld (
    event_id         uuid primary key,
    subscriber_id    uuid not null,
    change_id        text not null,
    channel          text not null,
    subscription_id  uuid,
    reason           text not null,
    detail           text not null,
    recorded_at      timestamptz not null
);
create index withheld_of_subscriber on withheld (subscriber_id, recorded_at desc, event_id desc);
create index withheld_newest on withheld (recorded_at desc, event_id desc);
create index withheld_of_change on withheld (change_id);
