package io.conductatlas.events;

import java.util.List;

/**
 * One page of a source, and what of it is the agreement.
 *
 * @param url http or https
 * @param select selectors of what is the agreement, in order; empty means main-content detection
 * @param remove selectors of what is not, taken out before
 */
public record SourceLocation(String url, List<Selector> select, List<Selector> remove) {
    public SourceLocation {
        Checks.webAddress("url", url);
        select = List.copyOf(select);
        remove = List.copyOf(remove);
    }
}
