package io.conductatlas.clauses.catalogue;

import java.util.List;

/**
 * One way to recognise a type in a sentence.
 *
 * @param name unique in its type; names the evidence
 * @param any at least one of these phrases occurs
 * @param with of each of these lists, one phrase occurs in the same sentence too
 * @param without none of these occurs in the sentence
 * @param except a phrase of {@code any} that ends inside one of these does not count: what they say is something else
 * @param heading where not empty, the section's heading has one of these
 * @param notTitled the document's own title has none of these; a text that stands alone has no title
 * @param confidence how sure such a hit is, from 0 to 1
 * @param polarity what the phrases themselves say
 * @param negatable whether a negation before the phrase turns it into its opposite
 */
public record Rule(
        String name,
        List<String> any,
        List<List<String>> with,
        List<String> without,
        List<String> except,
        List<String> heading,
        List<String> notTitled,
        double confidence,
        Polarity polarity,
        boolean negatable) {
    /** How sure a rule is of which the catalogue says nothing else: it finds its type without a reservation. */
    public static final double CERTAIN = 0.9;

    public Rule {
        any = List.copyOf(any);
        with = with.stream().map(List::copyOf).toList();
        without = List.copyOf(without);
        except = List.copyOf(except);
        heading = List.copyOf(heading);
        notTitled = List.copyOf(notTitled);
    }
}
