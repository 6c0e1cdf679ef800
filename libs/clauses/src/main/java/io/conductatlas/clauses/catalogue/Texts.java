package io.conductatlas.clauses.catalogue;

import java.util.List;

/**
 * What people are told about a type.
 *
 * @param what what such a provision is
 * @param why why it matters
 * @param impact what it means for a consumer
 * @param choices what they can do, one step a line
 */
public record Texts(String what, String why, String impact, List<String> choices) {
    public Texts {
        choices = List.copyOf(choices);
    }
}
