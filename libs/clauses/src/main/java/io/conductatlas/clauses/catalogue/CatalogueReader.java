package io.conductatlas.clauses.catalogue;

import io.conductatlas.clauses.phrases.PhraseBook;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the catalogue's files and collects all their faults before it gives up. */
final class CatalogueReader {
    static final String INDEX = "catalogue.yaml";
    private static final String VOCABULARY = "vocabulary.yaml";
    private static final String REGULATIONS = "regulations.yaml";
    private static final String READING = "reading.yaml";
    private static final String FALLBACK = "fallback.yaml";
    static final List<String> SHARED_FILES = List.of(INDEX, VOCABULARY, REGULATIONS, READING, FALLBACK);

    private final Map<String, String> files;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Regulation> regulations = new HashMap<>();
    private final Set<String> slugs = new HashSet<>();
    private final Map<String, String> vocabulary = new TreeMap<>(Comparator.naturalOrder());
    private final Map<String, String> labels = new java.util.LinkedHashMap<>();

    CatalogueReader(Map<String, String> files) {
        this.files = new TreeMap<>(files);
    }

    static List<String> groupFiles(String index) {
        List<String> faults = new ArrayList<>();
        List<String> names = entry(INDEX, index, faults).texts("groups");
        if (!faults.isEmpty()) {
            throw new FaultyCatalogueException(faults);
        }
        return names.stream().map(name -> name + ".yaml").toList();
    }

    private static YamlEntry entry(String file, String text, List<String> faults) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root == null) {
                throw new FaultyCatalogueException(List.of(file + ":1: the file is empty"));
            }
            return new YamlEntry(file, root, faults);
        } catch (MarkedYAMLException e) {
            throw new FaultyCatalogueException(
                    List.of(file + ":" + (e.getProblemMark().getLine() + 1) + ": " + e.getProblem()));
        }
    }

    private YamlEntry file(String name) {
        String text = files.get(name);
        if (text == null) {
            throw new FaultyCatalogueException(List.of(name + ":1: the file is missing"));
        }
        return entry(name, text, faults);
    }

    Catalogue read() {
        YamlEntry index = file(INDEX);
        String edition = index.text("edition");
        List<String> groupNames = index.texts("groups");
        labels.putAll(index.textMap("labels"));
        index.nothingElse();
        vocabulary.putAll(file(VOCABULARY).textMap("words"));
        for (YamlEntry entry : file(REGULATIONS).entries("regulations")) {
            Regulation regulation = regulation(entry);
            if (regulations.put(regulation.slug(), regulation) != null) {
                entry.fault("the regulation \"" + regulation.slug() + "\" is there twice");
            }
        }
        YamlEntry reading = file(READING);
        List<Audience> audiences = reading.entries("audiences").stream()
                .map(e -> {
                    Audience audience = new Audience(e.text("slug"), e.text("name"), phrases(e, "any"));
                    e.nothingElse();
                    return audience;
                })
                .toList();
        List<Wording> wordings = reading.entries("wordings").stream()
                .map(e -> {
                    Wording wording = new Wording(
                            e.text("slug"), e.text("text"), (int) e.number("strength", 0), phrases(e, "any"));
                    e.nothingElse();
                    return wording;
                })
                .toList();
        reading.nothingElse();
        List<Group> groups = new ArrayList<>();
        for (String name : groupNames) {
            groups.add(group(name, file(name + ".yaml")));
        }
        YamlEntry fallback = file(FALLBACK);
        List<Fallback> fallbacks =
                fallback.entries("fallbacks").stream().map(this::fallback).toList();
        fallback.nothingElse();
        if (!faults.isEmpty()) {
            throw new FaultyCatalogueException(faults);
        }
        List<Regulation> inOrder = regulations.values().stream()
                .sorted(Comparator.comparing(Regulation::slug))
                .toList();
        return new Catalogue(
                edition + "+" + hash(), groups, inOrder, audiences, wordings, labels, vocabulary, fallbacks);
    }

    private String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, text) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(text.getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(digest.digest()).substring(0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Regulation regulation(YamlEntry entry) {
        Regulation regulation = new Regulation(
                slug(entry),
                entry.text("name"),
                entry.text("title"),
                entry.text("jurisdiction"),
                entry.text("authority"),
                entry.textMap("articles"));
        if (regulation.articles().isEmpty()) {
            entry.fault("\"" + regulation.slug() + "\" has no article");
        }
        entry.nothingElse();
        return regulation;
    }

    private static String slug(YamlEntry entry) {
        String slug = entry.text("slug");
        if (!slug.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            entry.faultAt("slug", "\"" + slug + "\" is not a slug");
        }
        return slug;
    }

    private Group group(String file, YamlEntry entry) {
        String slug = entry.text("group");
        if (!slug.equals(file)) {
            entry.faultAt("group", "the group \"" + slug + "\" lies in a file of another name");
        }
        String name = entry.text("name");
        List<ProvisionType> types =
                entry.entries("types").stream().map(e -> type(slug, e)).toList();
        entry.nothingElse();
        return new Group(slug, name, types);
    }

    private ProvisionType type(String group, YamlEntry entry) {
        String slug = slug(entry);
        if (!slugs.add(slug)) {
            entry.faultAt("slug", "the type \"" + slug + "\" is there twice");
        }
        List<Rule> rules =
                entry.entries("detect").stream().map(this::certainRule).toList();
        if (rules.isEmpty()) {
            entry.fault("\"" + slug + "\" has no rule that detects it");
        }
        if (rules.stream().map(Rule::name).distinct().count() != rules.size()) {
            entry.faultAt("detect", "two rules of \"" + slug + "\" have one name");
        }
        List<String> counts = entry.texts("counts");
        List<String> countsNot = entry.texts("counts-not");
        if (counts.size() < 2 || countsNot.isEmpty()) {
            entry.fault("\"" + slug + "\" needs examples of what counts (two) and of what does not (one)");
        }
        String denies = entry.optionalText("denies");
        ProvisionType type = new ProvisionType(
                slug,
                entry.text("name"),
                group,
                entry.text("definition"),
                entry.choice("stance", Stance.class, Stance.NEUTRAL),
                entry.choice("severity", Severity.class, Severity.LOW),
                counts,
                countsNot,
                rules,
                !denies.isEmpty(),
                entry.entries("factors").stream().map(this::factor).toList(),
                new Texts(entry.text("what"), entry.text("why"), entry.text("impact"), entry.texts("choices")),
                entry.entries("regulations").stream().map(this::engagement).toList(),
                entry.text("enforcement"),
                entry.texts("diligence"),
                new ChangePhrases(
                        entry.text("topic"), entry.text("does"), denies, label(entry, "gained"), label(entry, "lost")));
        for (String needed : List.of("stance", "severity", "choices", "regulations", "diligence")) {
            if (!entry.has(needed)) {
                entry.fault("\"" + needed + "\" of \"" + slug + "\" is missing");
            }
        }
        entry.nothingElse();
        return type;
    }

    private String label(YamlEntry entry, String key) {
        String label = entry.optionalText(key);
        if (!label.isEmpty() && !labels.containsKey(label)) {
            entry.faultAt(key, "there is no label \"" + label + "\"");
        }
        return label;
    }

    private Rule certainRule(YamlEntry entry) {
        Rule rule = rule(entry, Rule.CERTAIN);
        if (rule.any().isEmpty()) {
            entry.fault("the rule \"" + rule.name() + "\" has no phrase");
        }
        if (rule.confidence() <= Fallback.SUREST) {
            entry.faultAt(
                    "confidence", "a rule is surer than a fallback, which is at " + Fallback.SUREST + " or below");
        }
        return rule;
    }

    private Rule likelyRule(YamlEntry entry) {
        Rule rule = rule(entry, Fallback.SUREST);
        if (!rule.except().isEmpty() || !rule.notTitled().isEmpty()) {
            entry.fault("the rule \"" + rule.name() + "\" is a fallback's, which has no except and no not-titled");
        }
        if (rule.any().isEmpty() && rule.heading().isEmpty()) {
            entry.fault("the rule \"" + rule.name() + "\" has neither a phrase nor a heading");
        }
        if (rule.confidence() > Fallback.SUREST) {
            entry.faultAt("confidence", "a fallback is less sure than a rule: " + Fallback.SUREST + " or below");
        }
        return rule;
    }

    private Rule rule(YamlEntry entry, double usual) {
        Rule rule = new Rule(
                entry.text("rule"),
                phrases(entry, "any"),
                entry.textLists("with"),
                phrases(entry, "without"),
                phrases(entry, "except"),
                phrases(entry, "heading"),
                phrases(entry, "not-titled"),
                entry.number("confidence", usual),
                entry.choice("polarity", Polarity.class, Polarity.STATED),
                !entry.optionalText("negatable").equals("no"));
        rule.with().forEach(list -> list.forEach(phrase -> check(entry, "with", phrase)));
        if (rule.confidence() <= 0 || rule.confidence() > 1) {
            entry.faultAt("confidence", "a confidence lies between 0 and 1");
        }
        entry.nothingElse();
        return rule;
    }

    private Fallback fallback(YamlEntry entry) {
        Fallback fallback = new Fallback(
                entry.text("type"),
                entry.optionalText("last").equals("yes"),
                phrases(entry, "headings"),
                entry.entries("rules").stream().map(this::likelyRule).toList(),
                examples(entry, "counts"),
                examples(entry, "counts-not"));
        if (!slugs.contains(fallback.type())) {
            entry.faultAt("type", "there is no type \"" + fallback.type() + "\"");
        }
        if (fallback.headings().isEmpty() && fallback.rules().isEmpty()) {
            entry.fault("the fallback of \"" + fallback.type() + "\" has neither headings nor rules");
        }
        if (fallback.counts().isEmpty()) {
            entry.fault("the fallback of \"" + fallback.type() + "\" needs an example of what counts");
        }
        entry.nothingElse();
        return fallback;
    }

    private static List<Fallback.Example> examples(YamlEntry entry, String key) {
        return entry.entries(key).stream()
                .map(e -> {
                    Fallback.Example example = new Fallback.Example(e.optionalText("heading"), e.text("text"));
                    e.nothingElse();
                    return example;
                })
                .toList();
    }

    private Factor factor(YamlEntry entry) {
        int weight = (int) entry.number("weight", 0);
        String where = entry.optionalText("where");
        if (!List.of("", "clause", "around").contains(where)) {
            entry.faultAt("where", "a factor is looked for in the \"clause\" or \"around\" it");
        }
        Factor factor = new Factor(
                entry.text("factor"),
                weight,
                entry.text("says"),
                where.isEmpty() ? weight > 0 : where.equals("clause"),
                phrases(entry, "any"));
        if (factor.weight() == 0) {
            entry.fault("the factor \"" + factor.name() + "\" weighs nothing");
        }
        entry.nothingElse();
        return factor;
    }

    private Engagement engagement(YamlEntry entry) {
        Engagement engagement =
                new Engagement(entry.text("cites"), entry.text("article"), entry.text("why"), entry.text("when"));
        Regulation regulation = regulations.get(engagement.regulation());
        if (regulation == null) {
            entry.faultAt("cites", "there is no regulation \"" + engagement.regulation() + "\"");
        } else if (!regulation.articles().containsKey(engagement.article())) {
            entry.faultAt("article", "\"" + regulation.slug() + "\" has no article \"" + engagement.article() + "\"");
        }
        entry.nothingElse();
        return engagement;
    }

    private List<String> phrases(YamlEntry entry, String key) {
        List<String> phrases = entry.texts(key);
        phrases.forEach(phrase -> check(entry, key, phrase));
        return phrases;
    }

    private void check(YamlEntry entry, String key, String phrase) {
        try {
            PhraseBook.builder(vocabulary).add(phrase);
        } catch (IllegalArgumentException e) {
            entry.faultAt(key, String.valueOf(e.getMessage()));
        }
    }
}
