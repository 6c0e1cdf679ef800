package io.conductatlas.clauses.mapping;

import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clauses.catalogue.Polarity;
import io.conductatlas.clauses.detection.ProvisionDetector;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A set of labels somebody else uses, and which of our types and phrases stand for each.
 *
 * <p>Each label has {@code types} (a slug, or {@code !slug} for the statement that it is not so), and may have further
 * {@code phrases} and phrases that rule it out; or it names the label of the trained {@code model} that decides.
 */
public final class LabelSet {
    private static final double HOLDS = 0.5;

    private final String name;
    private final Map<String, Entry> entries;
    private final PhraseMatcher phrases;

    private record Entry(List<String> types, int[] any, int[][] with, int[] without, double atLeast, String model) {}

    private LabelSet(String name, Map<String, Entry> entries, PhraseMatcher phrases) {
        this.name = name;
        this.entries = entries;
        this.phrases = phrases;
    }

    /** The set of that name: {@code unfair-tos}, {@code opp115} or {@code tosdr}. */
    public static LabelSet named(String name, Catalogue catalogue) {
        try (InputStream in = LabelSet.class.getResourceAsStream("/mappings/" + name + ".yaml")) {
            if (in == null) {
                throw new IllegalArgumentException("there is no label set " + name);
            }
            return read(name, new String(in.readAllBytes(), StandardCharsets.UTF_8), catalogue);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LabelSet read(String name, String yaml, Catalogue catalogue) {
        Map<String, Map<String, Object>> root = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        PhraseMatcher.Builder builder = PhraseMatcher.builder(catalogue.vocabulary());
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Map.Entry<String, Map<String, Object>> label : root.entrySet()) {
            Map<String, Object> value = label.getValue();
            List<String> types = strings(value.get("types"));
            for (String type : types) {
                catalogue.type(type.startsWith("!") ? type.substring(1) : type);
            }
            entries.put(
                    label.getKey(),
                    new Entry(
                            types,
                            builder.add(strings(value.get("phrases"))),
                            lists(value.get("with")).stream().map(builder::add).toArray(int[][]::new),
                            builder.add(strings(value.get("without"))),
                            value.get("at-least") instanceof Number least ? least.doubleValue() : 0,
                            value.get("model") instanceof String model ? model : ""));
        }
        return new LabelSet(name, entries, builder.build());
    }

    private static List<String> strings(@org.jspecify.annotations.Nullable Object value) {
        List<String> all = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(item -> all.add(String.valueOf(item)));
        } else if (value != null) {
            all.add(String.valueOf(value));
        }
        return all;
    }

    private static List<List<String>> lists(@org.jspecify.annotations.Nullable Object value) {
        if (value instanceof List<?> list && list.stream().allMatch(List.class::isInstance)) {
            return list.stream().map(LabelSet::strings).toList();
        }
        List<String> one = strings(value);
        return one.isEmpty() ? List.of() : List.of(one);
    }

    public String name() {
        return name;
    }

    public List<String> labels() {
        return List.copyOf(entries.keySet());
    }

    /** Whether any label is the trained model's say. */
    public boolean asksTheModel() {
        return entries.values().stream().anyMatch(entry -> !entry.model().isEmpty());
    }

    /** The labels of a text that the model gives it. */
    public Map<String, Double> labels(Map<String, Double> confidences) {
        Map<String, Double> labels = new TreeMap<>();
        entries.forEach((label, entry) -> {
            double confidence = confidences.getOrDefault(entry.model(), 0.0);
            if (confidence > HOLDS) {
                labels.put(label, Math.round(confidence * 1000) / 1000.0);
            }
        });
        return labels;
    }

    /** The labels of a sentence, from what the detector found in it and from the set's own phrases. */
    public Map<String, Double> labels(String sentence, List<ProvisionDetector.Label> found) {
        PhraseMatcher.Found words = phrases.find(sentence);
        Map<String, Double> labels = new TreeMap<>();
        entries.forEach((label, entry) -> {
            if (words.any(entry.without())) {
                return;
            }
            for (int[] list : entry.with()) {
                if (!words.any(list)) {
                    return;
                }
            }
            double score = words.any(entry.any()) ? 0.8 : 0;
            for (ProvisionDetector.Label type : found) {
                String slug = (type.polarity() == Polarity.DENIED ? "!" : "") + type.type();
                if (entry.types().contains(slug)) {
                    score = Math.max(score, type.confidence());
                }
            }
            if (score > entry.atLeast()) {
                labels.put(label, score);
            }
        });
        return labels;
    }
}
