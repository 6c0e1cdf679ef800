package io.conductatlas.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a source, and what of it is the agreement.
 *
 * @param url http or https
 * @param select selectors of what is the agreement, in order; empty means main-content detection
 * @param remove selectors of what is not, taken out before
 * @param filters what is done to the page before all else, in order; null where nothing is
 */
public record SourceLocation(
        String url,
        List<Selector> select,
        List<Selector> remove,
        @Nullable List<SourceFilter> filters) {
    public SourceLocation {
        Checks.webAddress("url", url);
        select = List.copyOf(select);
        remove = List.copyOf(remove);
        filters = filters == null || filters.isEmpty() ? null : List.copyOf(filters);
    }

    /** A page that needs no filters. */
    public SourceLocation(String url, List<Selector> select, List<Selector> remove) {
        this(url, select, remove, null);
    }

    /** The filters; empty where there are none. */
    public List<SourceFilter> filtersInOrder() {
        return filters == null ? List.of() : filters;
    }
}
