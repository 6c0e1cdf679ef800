package io.conductatlas.cli.extract;

import com.fasterxml.jackson.databind.JsonNode;
import io.conductatlas.cli.UsageException;
import io.conductatlas.documents.html.ContentSelector;
import io.conductatlas.documents.html.Extraction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a declaration in the community's form: a selector is a string, a range, or a list of both. */
public final class Declarations {
    private Declarations() {}

    /** A missing or null declaration means that the main content is looked for. */
    public static Extraction read(@Nullable JsonNode declaration) {
        if (declaration == null || declaration.isNull() || declaration.isMissingNode()) {
            return Extraction.ofMainContent();
        }
        return new Extraction(selectors(declaration.get("select")), selectors(declaration.get("remove")));
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
}
