-- The appearance assessed last, with the names of its platform and document, so that it can be read again without an event:
-- under a new catalogue, or after a review.
alter table document add column last_appearance text;
create index document_behind on document (catalogue_version) where last_appearance is not null;

-- The event that told an assessment of a change, as the catalogue had it and before any review.
alter table assessment add column told text;
