-- The index of who follows what: whole states from atlas.subscriptions, the newest of each wins.
-- Nothing refers to anything here, because the states of a subscriber may come in any order.

create table subscriber (
    id               uuid        primary key,
    email_key_id     text        not null,
    email_nonce      text        not null,
    email_ciphertext text        not null,
    address_mark     text        not null,
    locale           text        not null,
    zone             text        not null,
    plan_slug        text        not null,
    plan_name        text        not null,
    max_platforms    integer,
    weekly_digest    boolean     not null,
    same_day_alerts  boolean     not null,
    provision_level  boolean     not null,
    webhooks         boolean     not null,
    active           boolean     not null,
    alert_mail       boolean     not null,
    digest_mail      boolean     not null,
    period_start     timestamptz not null,
    period_end       timestamptz not null,
    recorded_at      timestamptz not null
);
comment on column subscriber.address_mark is 'a keyed hash of the mail address, to look it up in the suppression list';
comment on column subscriber.period_start is 'where the digest period that is open now begins; the next begins where it ends';
create index subscriber_period_end on subscriber (period_end) where active;

create table subscription (
    id             uuid        primary key,
    subscriber_id  uuid        not null,
    scope          text        not null,
    platform_id    uuid,
    document_id    uuid,
    provision_id   text,
    provision_type text,
    since          timestamptz not null,
    active         boolean     not null,
    recorded_at    timestamptz not null
);
create index subscription_subscriber on subscription (subscriber_id) where active;
create index subscription_platform on subscription (platform_id) where active;
create index subscription_type on subscription (provision_type) where active and platform_id is null;

create table endpoint (
    id             uuid        primary key,
    subscriber_id  uuid        not null,
    url            text        not null,
    secrets        text        not null,
    event_types    text        not null,
    since          timestamptz not null,
    active         boolean     not null,
    ping           integer     not null,
    failing_since  timestamptz,
    failed_last_at timestamptz,
    disabled_at    timestamptz,
    disabled_why   text,
    recorded_at    timestamptz not null
);
comment on column endpoint.url is 'sealed: key id, nonce and ciphertext with spaces between';
comment on column endpoint.secrets is 'sealed in the same way, one a line, the newest first';
create index endpoint_subscriber on endpoint (subscriber_id) where active;

create table suppression (
    address_mark  text        primary key,
    reason        text        not null,
    suppressed_at timestamptz not null
);

-- What there is to tell, and what became of it.

create table told_change (
    change_id   text        primary key,
    platform_id uuid        not null,
    facts       text        not null,
    told_at     timestamptz not null
);
comment on column told_change.facts is 'the ChangeAssessed event as JSON';

create table delivery (
    id            uuid        primary key,
    subscriber_id uuid        not null,
    channel       text        not null,
    endpoint_id   uuid,
    platform_id   uuid,
    period_start  timestamptz,
    period_end    timestamptz,
    ping          integer,
    lane          text        not null,
    message_id    text        not null unique,
    state         text        not null,
    attempts      integer     not null,
    observed_at   timestamptz,
    planned_at    timestamptz not null,
    due_at        timestamptz not null,
    lease_until   timestamptz,
    settled_at    timestamptz,
    last_status   integer,
    last_detail   text
);
comment on column delivery.lane is 'deliveries of one lane share a limit of how many are tried at a time';
comment on column delivery.lease_until is 'in the time of the database, which never jumps: until then somebody is trying';
create index delivery_open on delivery (lane, due_at, id) where state in ('PLANNED', 'RESERVED', 'AMBIGUOUS');
create unique index delivery_digest_once on delivery (subscriber_id, period_start) where channel = 'DIGEST';
create unique index delivery_ping_once on delivery (endpoint_id, ping) where ping is not null;
create index delivery_of_endpoint on delivery (endpoint_id) where endpoint_id is not null;

create table notification (
    id              uuid        primary key,
    delivery_id     uuid        not null references delivery (id),
    subscriber_id   uuid        not null,
    channel         text        not null,
    endpoint_id     uuid,
    change_id       text        not null references told_change (change_id),
    subscription_id uuid        not null,
    created_at      timestamptz not null
);
create unique index notification_once on notification (change_id, subscriber_id, channel, endpoint_id) nulls not distinct;
create index notification_delivery on notification (delivery_id);

create table withheld (
    id              uuid        primary key,
    subscriber_id   uuid        not null,
    change_id       text        not null,
    channel         text        not null,
    endpoint_id     uuid,
    subscription_id uuid,
    reason          text        not null,
    detail          text        not null,
    recorded_at     timestamptz not null
);
create unique index withheld_once on withheld (change_id, subscriber_id, channel, endpoint_id) nulls not distinct;
create index withheld_noise on withheld (subscriber_id, recorded_at) where reason = 'NOT_ALERTING';

create table digest_entry (
    subscriber_id   uuid        not null,
    change_id       text        not null references told_change (change_id),
    subscription_id uuid        not null,
    entered_at      timestamptz not null,
    period_start    timestamptz,
    primary key (subscriber_id, change_id)
);
comment on column digest_entry.period_start is 'the digest it went into; null while it waits for one';
create index digest_entry_waiting on digest_entry (subscriber_id, entered_at) where period_start is null;

create table digest_period (
    subscriber_id uuid        not null,
    period_start  timestamptz not null,
    period_end    timestamptz not null,
    outcome       text        not null,
    changes       integer     not null,
    noise         integer     not null,
    closed_at     timestamptz not null,
    primary key (subscriber_id, period_start)
);

-- What could not be read, for the digest.

create table outage (
    document_id   uuid        primary key,
    platform_id   uuid        not null,
    platform_name text        not null,
    document_name text        not null,
    kind          text        not null,
    detail        text        not null,
    streak        integer     not null,
    failing_since timestamptz not null,
    recorded_at   timestamptz not null,
    recovered_at  timestamptz
);

create table refusal (
    capture_id    uuid        primary key,
    document_id   uuid        not null,
    platform_id   uuid        not null,
    platform_name text        not null,
    document_name text        not null,
    reason        text        not null,
    detail        text        not null,
    recorded_at   timestamptz not null
);
create index refusal_platform on refusal (platform_id, recorded_at);

create table date_move (
    change_id     text        primary key,
    platform_id   uuid        not null,
    platform_name text        not null,
    document_name text        not null,
    before_date   date,
    after_date    date,
    recorded_at   timestamptz not null
);
create index date_move_platform on date_move (platform_id, recorded_at);
