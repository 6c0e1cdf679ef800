package io.conductatlas.alert.changes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the places of a change from the object {@code changes/<sha256>.json}: {@code {"hunks": [{"kind", "changeClass",
 * "before", "after", "beforeSection", "afterSection", "words": [{"op", "text"}]}]}}. What it does not know it leaves out.
 */
final class HunkReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private HunkReader() {}

    static List<Hunk> read(byte[] object) throws IOException {
        JsonNode root = JSON.readTree(object);
        JsonNode hunks = root.isArray() ? root : root.path("hunks");
        List<Hunk> read = new ArrayList<>();
        for (JsonNode hunk : hunks) {
            kind(hunk)
                    .map(kind -> hunk(kind, hunk))
                    .filter(one -> one.length() > 0)
                    .ifPresent(read::add);
        }
        return read;
    }

    private static Optional<Hunk.Kind> kind(JsonNode hunk) {
        return switch (hunk.path("kind").asText("").toUpperCase(Locale.ROOT)) {
            case "INSERTED" -> Optional.of(Hunk.Kind.INSERTED);
            case "DELETED" -> Optional.of(Hunk.Kind.DELETED);
            case "EDITED" -> Optional.of(Hunk.Kind.EDITED);
            case "MOVED" -> Optional.of(Hunk.Kind.MOVED);
            default -> Optional.empty();
        };
    }

    private static Hunk hunk(Hunk.Kind kind, JsonNode hunk) {
        String after = hunk.path("afterSection").asText("");
        String section = after.isBlank() ? hunk.path("beforeSection").asText("") : after;
        boolean ofMeaning = hunk.path("changeClass").asText("SUBSTANTIVE").equals("SUBSTANTIVE");
        return new Hunk(kind, section.strip(), ofMeaning, words(hunk));
    }

    /** Word by word, or side by side where words are not told apart. */
    private static List<Hunk.Words> words(JsonNode hunk) {
        List<Hunk.Words> words = new ArrayList<>();
        for (JsonNode span : hunk.path("words")) {
            add(words, side(span.path("op").asText("")), span.path("text").asText(""));
        }
        if (words.isEmpty()) {
            add(words, Hunk.Side.OLD, hunk.path("before").asText(""));
            add(words, Hunk.Side.NEW, hunk.path("after").asText(""));
        }
        return words;
    }

    private static Hunk.Side side(String op) {
        return switch (op.toUpperCase(Locale.ROOT)) {
            case "INSERT" -> Hunk.Side.NEW;
            case "DELETE" -> Hunk.Side.OLD;
            default -> Hunk.Side.BOTH;
        };
    }

    private static void add(List<Hunk.Words> words, Hunk.Side side, String text) {
        if (!text.isEmpty()) {
            words.add(new Hunk.Words(side, text));
        }
    }
}
