package io.conductatlas.clauses.mapping;

import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clauses.catalogue.Polarity;
import io.conductatlas.clauses.detection.ProvisionDetector;
import io.conductatlas.clauses.model.LinearModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A set of labels somebody else uses, and what in our own terms stands for each.
 *
 * <p>A label has {@code types} (a slug, or {@code !slug} for the statement that it is not so) or {@code phrases}, of
 * which one has to be there; {@code with} (of each list one phrase stands in the same sentence) and {@code without}
 * (none does). Where one sign is not enough it has {@code evidence} instead, a list of such conditions with
 * {@code points} each, and {@code at-least}, the points a text has to reach. A set whose {@code settings} name a
 * trained {@code model} leaves the decision to it; the conditions are then what it reads beside words. A set whose {@code settings} say {@code keep: strongest} gives a text the label with the
 * most points, and others only where they have as many.
 */
public final class LabelSet {
    private static final double BY_PHRASE = 0.8;
    private static final String SETTINGS = "settings";
    private static final String STRONGEST = "strongest";
    private static final Set<String> CONDITION_KEYS = Set.of("types", "phrases", "with", "without", "points");
    private static final Set<String> LABEL_KEYS = Set.of("evidence", "at-least");

    /** A sentence, and what the detector found in it. */
    record Sentence(String words, List<ProvisionDetector.Label> found) {}

    private record Condition(Set<String> types, int[] phrases, int[][] with, int[] without, double points) {

        /** How sure it is that the condition holds in a sentence, or 0. */
        double in(Set<String> found, double surest, PhraseMatcher.Found words) {
            if (words.any(without)) {
                return 0;
            }
            for (int[] list : with) {
                if (!words.any(list)) {
                    return 0;
                }
            }
            double score = phrases.length > 0 && words.any(phrases) ? BY_PHRASE : 0;
            if (types.stream().anyMatch(found::contains)) {
                score = Math.max(score, surest);
            }
            return types.isEmpty() && phrases.length == 0 ? BY_PHRASE : score;
        }
    }

    private record Entry(List<Condition> evidence, double atLeast) {}

    private final String name;
    private final Map<String, Entry> entries;
    private final PhraseMatcher phrases;
    private final boolean strongestOnly;
    private final String modelName;
    private final @Nullable LinearModel model;

    private LabelSet(
            String name, Map<String, Entry> entries, PhraseMatcher phrases, boolean strongestOnly, String modelName) {
        this.name = name;
        this.strongestOnly = strongestOnly;
        this.entries = entries;
        this.phrases = phrases;
        this.modelName = modelName;
        this.model = null;
    }

    private LabelSet(LabelSet set, LinearModel model) {
        this.name = set.name;
        this.strongestOnly = set.strongestOnly;
        this.entries = set.entries;
        this.phrases = set.phrases;
        this.modelName = set.modelName;
        this.model = model;
    }

    /** The set of that name: {@code unfair-tos}, {@code opp115} or {@code tosdr}. */
    public static LabelSet named(String name, Catalogue catalogue) {
        LabelSet set = conditionsOf(name, catalogue);
        return set.modelName.isEmpty() ? set : new LabelSet(set, LinearModel.bundled(set.modelName));
    }

    /** The same without its model: what a model is trained beside. */
    public static LabelSet conditionsOf(String name, Catalogue catalogue) {
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
        Map<String, Object> settings = root.remove(SETTINGS);
        root.forEach((label, value) -> {
            try {
                entries.put(label, entry(value, catalogue, builder));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "mappings/" + name + ".yaml, label \"" + label + "\": " + e.getMessage(), e);
            }
        });
        return new LabelSet(
                name,
                entries,
                builder.build(),
                settings != null && STRONGEST.equals(settings.get("keep")),
                settings != null && settings.get("model") instanceof String file ? file : "");
    }

    private static Entry entry(Map<String, Object> value, Catalogue catalogue, PhraseMatcher.Builder builder) {
        List<Condition> evidence = new ArrayList<>();
        boolean several = value.get("evidence") instanceof List<?>;
        Map<String, Object> shared = new LinkedHashMap<>(value);
        shared.keySet().removeAll(LABEL_KEYS);
        if (several) {
            for (Object item : (List<?>) java.util.Objects.requireNonNull(value.get("evidence"))) {
                if (!(item instanceof Map<?, ?> map)) {
                    throw new IllegalArgumentException("each piece of evidence is a mapping");
                }
                evidence.add(condition(map, catalogue, builder));
            }
        }
        if (!shared.isEmpty()) {
            evidence.add(condition(shared, catalogue, builder));
        }
        return new Entry(
                List.copyOf(evidence), value.get("at-least") instanceof Number least ? least.doubleValue() : 1);
    }

    private static Condition condition(Map<?, ?> value, Catalogue catalogue, PhraseMatcher.Builder builder) {
        for (Object key : value.keySet()) {
            if (!CONDITION_KEYS.contains(String.valueOf(key))) {
                throw new IllegalArgumentException("nobody knows what \"" + key + "\" is");
            }
        }
        Set<String> types = new TreeSet<>(strings(value.get("types")));
        types.forEach(type -> catalogue.type(type.startsWith("!") ? type.substring(1) : type));
        return new Condition(
                types,
                builder.add(strings(value.get("phrases"))),
                lists(value.get("with")).stream().map(builder::add).toArray(int[][]::new),
                builder.add(strings(value.get("without"))),
                value.get("points") instanceof Number points ? points.doubleValue() : 1);
    }

    private static List<String> strings(@Nullable Object value) {
        List<String> all = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(item -> all.add(String.valueOf(item)));
        } else if (value != null) {
            all.add(String.valueOf(value));
        }
        return all;
    }

    private static List<List<String>> lists(@Nullable Object value) {
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

    /** The trained model that decides, where the set has one. */
    @Nullable
    LinearModel model() {
        return model;
    }

    /** The labels of a text that the model gives it. */
    Map<String, Double> labels(LinearModel asked, double[] scores) {
        Map<String, Double> labels = new TreeMap<>();
        double most = Arrays.stream(scores).max().orElse(0);
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] > 0 && entries.containsKey(asked.labels().get(i)) && (!strongestOnly || scores[i] == most)) {
                labels.put(asked.labels().get(i), Math.round(asked.confidence(i, scores[i]) * 1000) / 1000.0);
            }
        }
        return labels;
    }

    /** The names of the labels whose own conditions hold in a text: what a model may read beside its words. */
    List<String> signs(List<Sentence> text) {
        return List.copyOf(reached(text).keySet());
    }

    /** The labels of a text, from what the detector found in its sentences and from the set's own phrases. */
    Map<String, Double> labels(List<Sentence> text) {
        Map<String, Reached> reached = reached(text);
        double most =
                reached.values().stream().mapToDouble(Reached::points).max().orElse(0);
        Map<String, Double> labels = new TreeMap<>();
        reached.forEach((label, of) -> {
            if (!strongestOnly || of.points() == most) {
                labels.put(label, of.confidence());
            }
        });
        return labels;
    }

    private record Reached(double points, double confidence) {}

    private Map<String, Reached> reached(List<Sentence> text) {
        List<PhraseMatcher.Found> words =
                text.stream().map(sentence -> phrases.find(sentence.words())).toList();
        List<Set<String>> found = new ArrayList<>();
        List<Double> surest = new ArrayList<>();
        for (Sentence sentence : text) {
            Set<String> slugs = new TreeSet<>();
            double most = 0;
            for (ProvisionDetector.Label type : sentence.found()) {
                slugs.add((type.polarity() == Polarity.DENIED ? "!" : "") + type.type());
                most = Math.max(most, type.confidence());
            }
            found.add(slugs);
            surest.add(most);
        }
        Map<String, Reached> reached = new TreeMap<>();
        entries.forEach((label, entry) -> {
            double points = 0;
            double confidence = 0;
            for (Condition condition : entry.evidence()) {
                double best = 0;
                for (int i = 0; i < text.size(); i++) {
                    best = Math.max(best, condition.in(found.get(i), surest.get(i), words.get(i)));
                }
                points += best > 0 ? condition.points() : 0;
                confidence = condition.points() > 0 ? Math.max(confidence, best) : confidence;
            }
            if (confidence > 0 && points >= entry.atLeast()) {
                reached.put(label, new Reached(points, confidence));
            }
        });
        return reached;
    }
}
