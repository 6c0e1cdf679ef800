package io.conductatlas.gateway.registry;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.conductatlas.documents.html.PageFilter;
import io.conductatlas.events.Selector;
import io.conductatlas.events.SourceFilter;
import io.conductatlas.events.SourceLocation;
import io.conductatlas.gateway.problems.Faults;
import io.conductatlas.outbound.InvalidUrlException;
import io.conductatlas.outbound.OutboundUrl;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/** One page of a source, as staff give it. */
@Schema(name = "SourceLocation")
record LocationRequest(
        @Schema(required = true, description = "http or https") @Nullable
        String url,

        @Schema(
                type = SchemaType.ARRAY,
                description = "What is the agreement: CSS selectors, or ranges "
                        + "{start_before|start_after, end_before|end_after}; main-content detection if empty")
        @JsonDeserialize(contentUsing = SelectorReader.class)
        @Nullable
        List<Selector> select,

        @Schema(type = SchemaType.ARRAY, description = "What is not, taken out before")
        @JsonDeserialize(contentUsing = SelectorReader.class)
        @Nullable
        List<Selector> remove,

        @Schema(
                type = SchemaType.ARRAY,
                description =
                        "What is done to the page before all else: names of built-in filters, or {name: [parameters]}")
        @JsonDeserialize(contentUsing = FilterReader.class)
        @Nullable
        List<SourceFilter> filter) {

    private static final int MOST_SELECTORS = 50;

    /** Notes what is wrong with it. */
    void check(Faults faults, String field) {
        String address = faults.text(url, field + ".url", 2048);
        checkAddress(faults, address, field + ".url");
        checkSelectors(faults, selected(), field + ".select");
        checkSelectors(faults, removed(), field + ".remove");
        checkFilters(faults, field + ".filter");
    }

    /** The location as events have it; only after {@link #check} found nothing. */
    SourceLocation location() {
        return new SourceLocation(url == null ? "" : url.strip(), selected(), removed(), filters());
    }

    private List<Selector> selected() {
        return select == null ? List.of() : select;
    }

    private List<Selector> removed() {
        return remove == null ? List.of() : remove;
    }

    private List<SourceFilter> filters() {
        return filter == null ? List.of() : filter;
    }

    private void checkFilters(Faults faults, String field) {
        faults.check(filters().size() <= MOST_SELECTORS, field, "too-many", "must have at most " + MOST_SELECTORS);
        for (int i = 0; i < filters().size(); i++) {
            SourceFilter one = filters().get(i);
            String place = field + "." + i;
            PageFilter.fault(one.name(), one.parameters())
                    .ifPresent(fault -> faults.check(false, place, "not-a-filter", fault));
        }
    }

    private static void checkAddress(Faults faults, String address, String field) {
        try {
            if (!address.isEmpty()) {
                OutboundUrl.parse(address);
            }
        } catch (InvalidUrlException e) {
            faults.check(false, field, "not-an-address", String.valueOf(e.getMessage()));
        }
    }

    private static void checkSelectors(Faults faults, List<Selector> selectors, String field) {
        faults.check(selectors.size() <= MOST_SELECTORS, field, "too-many", "must have at most " + MOST_SELECTORS);
        for (int i = 0; i < selectors.size(); i++) {
            Selector selector = selectors.get(i);
            String place = field + "." + i;
            Stream.of(
                            selector.css(),
                            selector.startBefore(),
                            selector.startAfter(),
                            selector.endBefore(),
                            selector.endAfter())
                    .filter(Objects::nonNull)
                    .forEach(css -> faults.check(
                            isSelector(css), place, "not-a-selector", "must be a CSS selector that can be parsed"));
        }
    }

    private static boolean isSelector(String css) {
        try {
            return css.length() <= 500 && QueryParser.parse(css) != null;
        } catch (IllegalArgumentException | IllegalStateException e) {
            return false;
        }
    }
}
