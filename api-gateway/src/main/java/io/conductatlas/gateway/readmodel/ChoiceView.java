package io.conductatlas.gateway.readmodel;

import java.util.List;

/**
 * What the text itself says people can do about a provision, in its own words.
 *
 * @param steps how to opt out, object or whom to write to
 * @param deadlines how long there is time
 */
public record ChoiceView(List<String> steps, List<String> deadlines) {
    /** The text states no way out. */
    public static final ChoiceView NONE = new ChoiceView(List.of(), List.of());

    public ChoiceView {
        steps = List.copyOf(steps);
        deadlines = List.copyOf(deadlines);
    }
}
