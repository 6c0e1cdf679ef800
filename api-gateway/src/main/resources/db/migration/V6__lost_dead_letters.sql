-- A letter that was to be sent again may be gone from Kafka by then: it is settled, but it was never sent.
alter table dead_letter_act add column lost boolean not null default false;
comment on column dead_letter_act.lost is 'Asked to be sent again, and not there any more: nobody got it.';
