package io.conductatlas.local.sandbox;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sandbox as data: its platforms with their documents, and what changes on which day. */
public record Script(List<Platform> platforms, List<Day> days) {
    private static final String FOLDER = "/sandbox/";
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public Script {
        platforms = List.copyOf(platforms);
        days = List.copyOf(days);
    }

    /** A fictional company. */
    public record Platform(String slug, String name, String industry, String description, List<Document> documents) {
        public Platform {
            documents = List.copyOf(documents);
        }
    }

    /** One of its agreements, and the page it is on. */
    public record Document(
            String slug,
            String name,
            String type,
            String page,
            @Nullable String fetchMode) {
        String mode() {
            return fetchMode == null ? "HTTP" : fetchMode;
        }
    }

    /**
     * One day.
     *
     * @param title what happens, in a few words
     * @param story what a reader should expect of it
     * @param pages what is different about pages from this day on
     */
    public record Day(String title, String story, Map<String, Edit> pages) {
        public Day {
            pages = Map.copyOf(pages);
        }
    }

    /** What is set anew about a page; what is absent stays as it was the day before. */
    record Edit(
            @Nullable PageKind kind,
            @Nullable String text,
            @Nullable String menu,
            @Nullable String notice,
            @Nullable String footer,
            @Nullable List<Replacement> replace) {}

    /** One passage of a page's text in place of another; the passage must be there exactly once. */
    record Replacement(String find, String by) {
        String in(String text, String page) {
            int at = text.indexOf(find);
            if (at < 0 || text.indexOf(find, at + 1) >= 0) {
                throw new IllegalArgumentException(
                        "to be replaced, it must be exactly once on %s: \"%s\"".formatted(page, find));
            }
            return text.substring(0, at) + by + text.substring(at + find.length());
        }
    }

    /** Reads the script that comes with the sandbox. */
    public static Script read() {
        try (InputStream in = resource("script.yaml")) {
            return YAML.readValue(in, Script.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox's script cannot be read", e);
        }
    }

    /** Every page as it is on each day; the first element is the first day. */
    List<Map<String, PageState>> pagesByDay() {
        List<Map<String, PageState>> all = new ArrayList<>();
        Map<String, PageState> current = new LinkedHashMap<>();
        for (Day day : days) {
            Map<String, PageState> next = new LinkedHashMap<>(current);
            day.pages().forEach((page, edit) -> next.put(page, apply(page, Optional.ofNullable(next.get(page)), edit)));
            all.add(Map.copyOf(next));
            current = next;
        }
        return List.copyOf(all);
    }

    private static PageState apply(String page, Optional<PageState> before, Edit edit) {
        PageState base = before.orElse(PageState.EMPTY);
        String text = edit.text() == null ? base.text() : text(edit.text());
        for (Replacement replacement : Optional.ofNullable(edit.replace()).orElse(List.of())) {
            text = replacement.in(text, page);
        }
        return new PageState(
                edit.kind() == null ? PageKind.ARTICLE : edit.kind(),
                text,
                edit.menu() == null ? base.menu() : edit.menu(),
                edit.notice() == null ? base.notice() : edit.notice(),
                edit.footer() == null ? base.footer() : edit.footer());
    }

    private static String text(String file) {
        try (InputStream in = resource(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        InputStream in = Script.class.getResourceAsStream(FOLDER + name);
        if (in == null) {
            throw new IllegalArgumentException("the sandbox has no file " + name);
        }
        return in;
    }
}
