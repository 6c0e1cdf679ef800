-- What our staff decided about dead letters. The letters themselves stay where they lie, in Kafka; a letter without a row
-- here is open.
create table dead_letter_act (
    topic             text not null,
    partition_number  int not null,
    position          bigint not null,
    act               text not null check (act in ('REPLAY', 'DISCARD')),
    actor             text not null,
    reason            text not null,
    asked_at          timestamptz not null,
    done_at           timestamptz,
    primary key (topic, partition_number, position)
);
comment on column dead_letter_act.topic is 'The dead-letter topic, with partition and offset there.';
comment on column dead_letter_act.done_at is 'A replay is asked for first, and done when the broker has acknowledged it.';
create index dead_letter_to_replay on dead_letter_act (asked_at, topic, position)
    where act = 'REPLAY' and done_at is null;

-- A statement that something is not done ("we do not sell") is a provision of its type, but not its presence.
alter table provision add column polarity text not null default 'STATED';
alter table provision add column confidence double precision;
alter table provision add column evidence jsonb not null default '[]';
alter table provision add column choice jsonb;
create index provision_newest_of_document on provision (document_id, last_observed_at desc);
