-- Whether a text came back within a day; pairs told before did not say.
alter table variant_pair add column flapping boolean not null default false;
