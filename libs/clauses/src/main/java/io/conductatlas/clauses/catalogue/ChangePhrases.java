package io.conductatlas.clauses.catalogue;

/**
 * The words a change is told in.
 *
 * @param topic completes "language describing …"
 * @param does completes "the document now …", for example "requires disputes to go to arbitration"
 * @param denies completes the same for the statement that it is not so; empty for a type that has none
 * @param gainedLabel the label of a change that introduces such a provision; may be empty
 * @param lostLabel the label of a change that removes one; may be empty
 */
public record ChangePhrases(String topic, String does, String denies, String gainedLabel, String lostLabel) {}
