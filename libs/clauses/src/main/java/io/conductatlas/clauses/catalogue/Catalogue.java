package io.conductatlas.clauses.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything there is to know about provisions before a document is read. Immutable.
 *
 * @param version changes whenever a word of the data, or the trained model, changes
 * @param vocabulary the names the phrases use
 * @param fallbacks for what no rule of a type finds, in the order of the file
 */
public record Catalogue(
        String version,
        List<Group> groups,
        List<Regulation> regulations,
        List<Audience> audiences,
        List<Wording> wordings,
        Map<String, String> labels,
        Map<String, String> vocabulary,
        List<Fallback> fallbacks) {

    private static final String FOLDER = "/catalogue/";
    private static final List<String> MODEL_FILES = List.of(
            "assessment/plain-statements.yaml",
            "assessment/telling-words.yaml",
            "model/signals.yaml",
            "model/unfair-tos.bin");

    public Catalogue {
        groups = List.copyOf(groups);
        regulations = List.copyOf(regulations);
        audiences = List.copyOf(audiences);
        fallbacks = List.copyOf(fallbacks);
        wordings = List.copyOf(wordings);
        labels = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        vocabulary = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(vocabulary));
    }

    /** The catalogue that comes with this library. */
    public static Catalogue bundled() {
        Map<String, String> files = new LinkedHashMap<>();
        for (String name : CatalogueReader.SHARED_FILES) {
            files.put(name, resource(FOLDER + name));
        }
        for (String name : CatalogueReader.groupFiles(resource(FOLDER + CatalogueReader.INDEX))) {
            files.put(name, resource(FOLDER + name));
        }
        // no entries of the catalogue, but what reads by it: another model is another version
        for (String name : MODEL_FILES) {
            files.put(name, resource("/" + name));
        }
        return read(files);
    }

    /** A catalogue from the texts of its files; all faults at once if there are any. */
    public static Catalogue read(Map<String, String> files) {
        return new CatalogueReader(files).read();
    }

    private static String resource(String name) {
        try (InputStream in = Catalogue.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the catalogue has no file " + name);
            }
            return new String(
                    in.readAllBytes(), name.endsWith(".bin") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All types, group by group. */
    public List<ProvisionType> types() {
        return groups.stream().flatMap(group -> group.types().stream()).toList();
    }

    /** The type of that slug; one that does not exist is an IllegalArgumentException. */
    public ProvisionType type(String slug) {
        return groups.stream()
                .flatMap(group -> group.types().stream())
                .filter(type -> type.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no provision type " + slug));
    }

    /** Whether there is a type of that slug. */
    public boolean knows(String slug) {
        return groups.stream()
                .flatMap(group -> group.types().stream())
                .anyMatch(type -> type.slug().equals(slug));
    }

    /** The regulation of that slug; one that does not exist is an IllegalArgumentException. */
    public Regulation regulation(String slug) {
        return regulations.stream()
                .filter(regulation -> regulation.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no regulation " + slug));
    }

    /** The places of all types in the order of the catalogue. */
    public Map<String, Integer> order() {
        Map<String, Integer> order = new HashMap<>();
        types().forEach(type -> order.put(type.slug(), order.size()));
        return order;
    }
}
