package io.conductatlas.documents.html;

import java.util.Arrays;
import java.util.List;

/**
 * How the agreement is found in a page.
 *
 * @param select what is the agreement, in order; empty means that the main content is looked for
 * @param remove what is not, taken out before
 */
public record Extraction(List<ContentSelector> select, List<ContentSelector> remove) {
    public Extraction {
        select = List.copyOf(select);
        remove = List.copyOf(remove);
    }

    /** Look for the main content. */
    public static Extraction ofMainContent() {
        return new Extraction(List.of(), List.of());
    }

    public static Extraction of(String... selectors) {
        return new Extraction(
                Arrays.stream(selectors)
                        .map(selector -> (ContentSelector) new ContentSelector.Css(selector))
                        .toList(),
                List.of());
    }
}
