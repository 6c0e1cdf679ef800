package io.conductatlas.clauses.detection;

import java.util.List;

/**
 * What the text says a person can do about a provision.
 *
 * @param steps the document's own words on opting out, objecting, settings or whom to write to
 * @param deadlines the document's own words on how long there is time
 */
public record Choice(List<Quote> steps, List<Quote> deadlines) {
    /** The text states no way out. */
    public static final Choice NONE_STATED = new Choice(List.of(), List.of());

    public Choice {
        steps = List.copyOf(steps);
        deadlines = List.copyOf(deadlines);
    }

    public boolean stated() {
        return !steps.isEmpty();
    }
}
