package io.conductatlas.benchmarks.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.conductatlas.cli.extract.Declarations;
import io.conductatlas.documents.html.Extraction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The pages that a benchmark reads: generated ones, or, where the property {@code atlas.pages} names a folder with an
 * {@code index.jsonl} of pages and declarations, the real ones in it.
 */
final class PageSet {
    private static final String FOLDER = "atlas.pages";

    /** Pages are held to a stricter ratio from here on, in bytes. */
    private static final int LARGE = 200_000;

    record Page(byte[] html, URI url, Extraction declaration) {}

    private PageSet() {}

    /** @param size of each page: {@code small}, {@code medium}, {@code large}, or {@code upTo200KB} and {@code over200KB} */
    static List<Page> of(String size) {
        String folder = System.getProperty(FOLDER);
        return switch (size) {
            case "upTo200KB", "over200KB" -> {
                if (folder == null) {
                    throw new IllegalArgumentException(size + " needs -D" + FOLDER + "=FOLDER");
                }
                yield real(Path.of(folder), size.equals("over200KB"));
            }
            case "52KB" -> generated(52_000);
            case "205KB" -> generated(205_000);
            case "1100KB" -> generated(1_100_000);
            default -> throw new IllegalArgumentException("no such size: " + size);
        };
    }

    private static List<Page> generated(int characters) {
        byte[] html = SyntheticPage.ofSize(characters).getBytes(StandardCharsets.UTF_8);
        return List.of(new Page(html, URI.create("https://larkfield.example/terms"), Extraction.of("main")));
    }

    private static List<Page> real(Path folder, boolean large) {
        ObjectMapper json = new ObjectMapper();
        List<Page> pages = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(folder.resolve("index.jsonl"))) {
                JsonNode row = json.readTree(line);
                byte[] html = Files.readAllBytes(folder.resolve(row.path("html").asText()));
                if (html.length > LARGE == large) {
                    pages.add(new Page(
                            html, URI.create(row.path("url").asText()), Declarations.read(row.get("declaration"))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (pages.isEmpty()) {
            throw new IllegalArgumentException("no page of this size in " + folder);
        }
        return pages;
    }
}
