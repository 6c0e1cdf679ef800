create table effect (
    event_id uuid primary key,
    position bigint generated always as identity,
    note     text not null
);
