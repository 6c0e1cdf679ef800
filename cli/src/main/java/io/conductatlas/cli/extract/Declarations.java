package io.conductatlas.cli.extract;

import com.fasterxml.jackson.databind.JsonNode;
import io.conductatlas.cli.UsageException;
import io.conductatlas.documents.html.ContentSelector;
import io.conductatlas.documents.html.Extraction;
import io.conductatlas.documents.html.PageFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a declaration in the community's form: a selector is a string, a range, or a list of both; a filter is a name, or a name
 * with parameters. A filter that is not built in is a script of the archive's own, and is passed over.
 */
public final class Declarations {
    private Declarations() {}

    /** @param url the page that the declaration says is to be fetched */
    record Part(@Nullable String url, Extraction extraction) {}

    /** A missing or null declaration means that the main content is looked for. */
    public static Extraction read(@Nullable JsonNode declaration) {
        if (declaration == null || declaration.isNull() || declaration.isMissingNode()) {
            return Extraction.ofMainContent();
        }
        if (!declaration.isObject()) {
            throw new UsageException("a declaration is an object");
        }
        return new Extraction(
                selectors(declaration.get("select")),
                selectors(declaration.get("remove")),
                filters(declaration.get("filter")));
    }

    /** One part, or as many as the declaration combines; what a part does not say, the whole says for it. */
    static List<Part> parts(JsonNode declaration) {
        JsonNode combine = declaration.get("combine");
        if (combine == null || !combine.isArray() || combine.isEmpty()) {
            return List.of(new Part(url(declaration), read(declaration)));
        }
        List<Part> parts = new ArrayList<>();
        for (JsonNode own : combine) {
            parts.add(new Part(
                    url(own),
                    new Extraction(
                            selectors(own.has("select") ? own.get("select") : declaration.get("select")),
                            selectors(own.has("remove") ? own.get("remove") : declaration.get("remove")),
                            filters(own.has("filter") ? own.get("filter") : declaration.get("filter")))));
        }
        return parts;
    }

    private static @Nullable String url(JsonNode declaration) {
        return declaration.path("fetch").isTextual() ? declaration.path("fetch").asText() : null;
    }

    private static List<ContentSelector> selectors(@Nullable JsonNode node) {
        List<ContentSelector> selectors = new ArrayList<>();
        if (node == null || node.isNull()) {
            return selectors;
        }
        if (node.isArray()) {
            node.forEach(item -> selectors.add(selector(item)));
        } else {
            selectors.add(selector(node));
        }
        return selectors;
    }

    private static ContentSelector selector(JsonNode node) {
        if (node.isTextual()) {
            return new ContentSelector.Css(node.asText());
        }
        boolean startBefore = node.has("startBefore");
        boolean endAfter = node.has("endAfter");
        JsonNode start = node.get(startBefore ? "startBefore" : "startAfter");
        JsonNode end = node.get(endAfter ? "endAfter" : "endBefore");
        if (start == null || end == null) {
            throw new UsageException("a range needs startBefore or startAfter, and endBefore or endAfter: " + node);
        }
        return new ContentSelector.Range(start.asText(), startBefore, end.asText(), endAfter);
    }

    private static List<PageFilter> filters(@Nullable JsonNode node) {
        List<PageFilter> filters = new ArrayList<>();
        if (node == null || node.isNull()) {
            return filters;
        }
        for (JsonNode item : node.isArray() ? node : List.of(node)) {
            if (item.isTextual()) {
                PageFilter.named(item.asText(), List.of()).ifPresent(filters::add);
            } else if (item.isObject()) {
                for (Map.Entry<String, JsonNode> named : item.properties()) {
                    PageFilter.named(named.getKey(), parameters(named.getValue()))
                            .ifPresent(filters::add);
                }
            } else {
                throw new UsageException("a filter is a name, or a name with parameters: " + item);
            }
        }
        return filters;
    }

    private static List<String> parameters(JsonNode node) {
        List<String> parameters = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(item -> parameters.add(item.asText()));
        } else {
            parameters.add(node.asText());
        }
        return parameters;
    }
}
