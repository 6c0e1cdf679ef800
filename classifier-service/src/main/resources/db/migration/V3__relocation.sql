-- Passages that left one document of a platform for another, a row for each place they are at now. Told before the later of the two
-- changes, so that its assessment knows of them.
create table relocation (
    event_id      uuid    not null,
    ordinal       integer not null,
    from_document uuid    not null,
    from_change   text    not null,
    from_version  text    not null,
    from_start    integer not null,
    from_end      integer not null,
    to_document   uuid    not null,
    to_change     text    not null,
    to_version    text    not null,
    to_start      integer not null,
    to_end        integer not null,
    words_lost    text    not null,
    primary key (event_id, ordinal)
);
create index relocation_of_departure on relocation (from_change);
create index relocation_of_arrival on relocation (to_change);
comment on column relocation.words_lost is 'What was lost on the way, as a JSON array of strings.';
