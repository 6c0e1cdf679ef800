package io.conductatlas.documents.html;

import java.util.Arrays;
import java.util.List;

/**
 * How the agreement is found in a page.
 *
 * @param select what is the agreement, in order; empty means that the main content is looked for
 * @param remove what is not, taken out before
 * @param filters what is done to the page before all else, in order
 */
public record Extraction(List<ContentSelector> select, List<ContentSelector> remove, List<PageFilter> filters) {
    public Extraction {
        filters = List.copyOf(filters);
        select = List.copyOf(select);
        remove = List.copyOf(remove);
    }

    public Extraction(List<ContentSelector> select, List<ContentSelector> remove) {
        this(select, remove, List.of());
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
