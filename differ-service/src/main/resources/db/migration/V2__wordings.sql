-- What a text says whatever its form, by which one that only differs in form is known again. Texts from before have none, and are
-- known by their own hash.
alter table version add column wording_hash text;
