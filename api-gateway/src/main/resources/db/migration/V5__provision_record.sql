-- What people are told of a provision beside its words, as the assessment wrote it. Null for rows written before it was kept:
-- the next assessment of the document fills it.
alter table provision add column record jsonb;
create index provision_of_type_present on provision (type, polarity) where present;
