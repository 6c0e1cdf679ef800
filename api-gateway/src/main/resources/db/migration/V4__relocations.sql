-- Passages that left one document of a platform and stand in others. Place 0 is where the passage was, the rest where it is.
create table relocation (
    event_id    uuid primary key,
    platform_id uuid             not null,
    resemblance double precision not null,
    weakened    boolean          not null,
    words_lost  jsonb            not null,
    observed_at timestamptz      not null
);

create table relocated_passage (
    event_id     uuid not null references relocation (event_id),
    place        int  not null,
    document_id  uuid not null,
    change_id    text not null,
    version_id   text not null,
    start_offset int  not null,
    end_offset   int  not null,
    primary key (event_id, place)
);
create index relocated_passage_of_change on relocated_passage (change_id);
