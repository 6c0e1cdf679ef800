package io.conductatlas.clauses.catalogue;

import java.util.List;

/**
 * What tells of a type in a clause that no rule of any type, nor the model, finds anything in: weaker evidence, and so less sure.
 *
 * @param type the slug of the type
 * @param last whether it is tried after all others, headings included: for types that are broad
 * @param headings words of a heading that names the type; what stands under it and binds or lets someone is taken for it
 * @param rules looked at before headings; one without phrases holds of all that stands under its heading
 * @param counts examples of what is one
 * @param countsNot examples of what looks like one and is not
 */
public record Fallback(
        String type,
        boolean last,
        List<String> headings,
        List<Rule> rules,
        List<Example> counts,
        List<Example> countsNot) {
    /** Fallbacks leave a provision no surer than this, however many hold; every rule of a type makes it surer. */
    public static final double SUREST = 0.6;

    public Fallback {
        headings = List.copyOf(headings);
        rules = List.copyOf(rules);
        counts = List.copyOf(counts);
        countsNot = List.copyOf(countsNot);
    }

    /**
     * A text under a heading.
     *
     * @param heading may be empty
     */
    public record Example(String heading, String text) {}
}
