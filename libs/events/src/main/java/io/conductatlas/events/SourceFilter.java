package io.conductatlas.events;

import java.util.List;

/**
 * A named change to a page before the agreement is looked for in it.
 *
 * @param name of a filter that the differ has built in, for example removeQueryParams
 * @param parameters what it takes, for example the names of query parameters; may be empty
 */
public record SourceFilter(String name, List<String> parameters) {
    public SourceFilter {
        Checks.notBlank("name", name);
        parameters = List.copyOf(parameters);
    }
}
