-- What the gateway itself decides: whoever may use it, what they follow, and who did what.

create table plan (
    slug             text primary key,
    name             text not null,
    max_platforms    int check (max_platforms >= 1),
    weekly_digest    boolean not null,
    same_day_alerts  boolean not null,
    provision_level  boolean not null,
    webhooks         boolean not null,
    max_endpoints    int not null
);
comment on table plan is 'Limits are data: an operator edits rows, and the API and the alerts follow.';

insert into plan (slug, name, max_platforms, weekly_digest, same_day_alerts, provision_level, webhooks, max_endpoints)
values ('free', 'Free', 1, true, false, false, false, 0),
       ('watcher', 'Watcher', 10, true, true, false, false, 0),
       ('professional', 'Professional', null, true, true, true, true, 10);

create table subscriber (
    id            uuid primary key,
    email         jsonb not null,
    email_digest  text not null unique,
    locale        text not null,
    zone          text not null,
    plan          text not null references plan (slug),
    active        boolean not null,
    alert_mail    boolean not null,
    digest_mail   boolean not null,
    created_at    timestamptz not null
);
comment on column subscriber.email is 'Sealed; the digest (HMAC) finds an address without showing it.';

create table api_key (
    public_id      text primary key,
    hash           text not null,
    scope          text not null check (scope in ('SUBSCRIBER', 'STAFF')),
    subscriber_id  uuid references subscriber (id),
    created_at     timestamptz not null,
    revoked_at     timestamptz,
    check ((scope = 'SUBSCRIBER') = (subscriber_id is not null))
);
comment on column api_key.hash is 'HMAC-SHA-256 of the whole key under a pepper that is not in this database.';

create table subscription (
    id              uuid primary key,
    subscriber_id   uuid not null references subscriber (id),
    scope           text not null,
    platform_id     uuid,
    document_id     uuid,
    provision_id    text,
    provision_type  text,
    since           timestamptz not null,
    active          boolean not null
);
create index subscription_of_subscriber on subscription (subscriber_id, since, id);

create table webhook_endpoint (
    id             uuid primary key,
    subscriber_id  uuid not null references subscriber (id),
    url            jsonb not null,
    secrets        jsonb not null,
    event_types    jsonb not null,
    active         boolean not null,
    since          timestamptz not null,
    ping           int not null
);
create index webhook_endpoint_of_subscriber on webhook_endpoint (subscriber_id, since, id);

create table staff_account (
    name           text primary key,
    password_hash  text not null,
    roles          jsonb not null,
    created_at     timestamptz not null
);

create table staff_session (
    token_hash  text primary key,
    account     text not null references staff_account (name),
    created_at  timestamptz not null,
    expires_at  timestamptz not null
);

create table audit (
    seq          bigint generated always as identity primary key,
    at           timestamptz not null,
    actor        text not null,
    act          text not null,
    subject      text not null,
    before_hash  text,
    after_hash   text,
    reason       text not null,
    request_id   text not null
);

create function refuse_to_forget() returns trigger language plpgsql as $$
begin
    raise exception 'the audit log is only ever added to';
end $$;

create trigger audit_is_append_only before update or delete on audit
    for each row execute function refuse_to_forget();
create trigger audit_is_never_emptied before truncate on audit
    for each statement execute function refuse_to_forget();
