package io.conductatlas.clauses.assessment;

/**
 * People a change speaks of, and which way it goes for them.
 *
 * @param slug {@code all-users} where no group is named
 */
public record AffectedGroup(String slug, String name, Direction direction) {}
