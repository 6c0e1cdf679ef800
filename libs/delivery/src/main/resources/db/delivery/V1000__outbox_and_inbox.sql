-- What is true here and not yet told, in the order in which it is told. The columns follow those of Debezium's outbox
-- event router (id, aggregate type and id, type, payload), so that a connector can take the relay's place.
create table outbox (
    position      bigint generated always as identity primary key,
    event_id      uuid        not null unique,
    topic         text        not null,
    record_key    text        not null,
    partition_key text        not null,
    type          text        not null,
    headers       text        not null,
    payload       text        not null,
    traceparent   text,
    created_at    timestamptz not null,
    published_at  timestamptz
);

create index outbox_pending on outbox (position) where published_at is null;
create index outbox_published on outbox (published_at) where published_at is not null;

-- What each consumer has done already.
create table inbox (
    consumer   text        not null,
    event_id   uuid        not null,
    handled_at timestamptz not null,
    primary key (consumer, event_id)
);

create index inbox_handled on inbox (handled_at);
