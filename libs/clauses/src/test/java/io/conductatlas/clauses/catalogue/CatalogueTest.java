package io.conductatlas.clauses.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final String TYPE = """
            group: demo
            name: Demo
            types:
              - slug: first
                name: First
                stance: adverse
                severity: low
                definition: d
                topic: t
                does: does
                what: w
                why: y
                impact: i
                choices: [c]
                detect:
                  - {rule: r, any: ["some phrase"]}
                regulations:
                  - {cites: law, article: "1", why: w, when: w}
                enforcement: e
                diligence: [d]
                counts: [some phrase, some phrase indeed]
                counts-not: [nothing]
            """;

    @Test
    void isReadAsItLies() {
        Catalogue catalogue = Catalogue.read(files(TYPE));

        assertThat(catalogue.types()).extracting(ProvisionType::slug).containsExactly("first");
        assertThat(catalogue.version()).startsWith("test+");
    }

    @Test
    void hasAVersionThatFollowsEveryWord() {
        assertThat(Catalogue.read(files(TYPE)).version())
                .isNotEqualTo(Catalogue.read(files(TYPE.replace("what: w", "what: x")))
                        .version());
    }

    @Test
    void tellsFaultsWithFileAndLine() {
        assertThat(faults(TYPE.replace("cites: law", "cites: lore")))
                .containsExactly("demo.yaml:18: there is no regulation \"lore\"");
        assertThat(faults(TYPE.replace("article: \"1\"", "article: \"2\"")))
                .containsExactly("demo.yaml:18: \"law\" has no article \"2\"");
        assertThat(faults(TYPE.replace("    what: w\n", ""))).containsExactly("demo.yaml:4: \"what\" is missing");
        assertThat(faults(TYPE.replace("some phrase\"", "some (phrase\"")))
                .singleElement()
                .asString()
                .startsWith("demo.yaml:16: ");
        assertThat(faults(TYPE.replace("stance: adverse", "stance: bad")))
                .singleElement()
                .asString()
                .startsWith("demo.yaml:6: \"bad\" is none of");
        assertThat(faults(TYPE + TYPE.substring(TYPE.indexOf("  - slug"))))
                .contains("demo.yaml:23: the type \"first\" is there twice");
        assertThat(faults(TYPE.replace("definition: d", "definition: d\n    colour: red")))
                .containsExactly("demo.yaml:9: nobody knows what \"colour\" is");
        assertThat(faults(TYPE.replace("choices: [c]", "choices: [c")))
                .singleElement()
                .asString()
                .matches("(?s)demo.yaml:\\d+: .*");
    }

    @Test
    void keepsRulesSurerThanFallbacks() {
        String fallbacks = "fallbacks:\n  - type: first\n    rules: [{rule: r, any: [phrase], confidence: %s}]\n"
                + "    counts: [{text: phrase}]\n";
        Map<String, String> files = files(TYPE);

        files.put("fallback.yaml", fallbacks.formatted("0.6"));
        assertThat(Catalogue.read(files).fallbacks()).hasSize(1);
        files.put("fallback.yaml", fallbacks.formatted("0.7"));
        assertThatThrownBy(() -> Catalogue.read(files))
                .hasMessageContaining("fallback.yaml:3: a fallback is less sure than a rule: 0.6 or below");
        assertThat(faults(TYPE.replace("[\"some phrase\"]}", "[\"some phrase\"], confidence: 0.6}")))
                .containsExactly("demo.yaml:16: a rule is surer than a fallback, which is at 0.6 or below");
    }

    @Test
    void letsOnlyRulesExceptPhrasesAndTitles() {
        Rule rule = rule(TYPE.replace("[\"some phrase\"]}", "[\"some phrase\"], except: [\"some phrase book\"]}"));
        assertThat(rule.except()).containsExactly("some phrase book");
        assertThat(rule.notTitled()).isEmpty();

        Map<String, String> files = files(TYPE);
        files.put(
                "fallback.yaml",
                "fallbacks:\n  - type: first\n    rules: [{rule: r, any: [phrase], except: [phrase book]}]\n"
                        + "    counts: [{text: phrase}]\n");
        assertThatThrownBy(() -> Catalogue.read(files))
                .hasMessageContaining(
                        "fallback.yaml:3: the rule \"r\" is a fallback's, which has no except and no not-titled");
    }

    @Test
    void isCertainOfARuleUnlessItSaysOtherwise() {
        assertThat(rule(TYPE).confidence()).isEqualTo(Rule.CERTAIN);
        assertThat(rule(TYPE.replace("[\"some phrase\"]}", "[\"some phrase\"], confidence: 0.7}"))
                        .confidence())
                .isEqualTo(0.7);
    }

    private static Rule rule(String demo) {
        return Catalogue.read(files(demo)).types().get(0).rules().get(0);
    }

    @Test
    void comesWithoutFaults() {
        Catalogue bundled = Catalogue.bundled();

        assertThat(bundled.types()).hasSizeGreaterThan(10);
        assertThat(bundled.types())
                .allSatisfy(type -> assertThat(type.regulations()).isNotEmpty());
    }

    private static List<String> faults(String demo) {
        try {
            Catalogue.read(files(demo));
        } catch (FaultyCatalogueException e) {
            return e.faults();
        }
        throw new AssertionError("no fault was found");
    }

    @Test
    void needsItsFiles() {
        Map<String, String> files = files(TYPE);
        files.remove("demo.yaml");

        assertThatThrownBy(() -> Catalogue.read(files)).hasMessageContaining("demo.yaml:1: the file is missing");
    }

    private static Map<String, String> files(String demo) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("catalogue.yaml", "edition: test\ngroups: [demo]\nlabels: {}\n");
        files.put("vocabulary.yaml", "words: {}\n");
        files.put("reading.yaml", "audiences: []\nwordings: []\n");
        files.put("fallback.yaml", "fallbacks: []\n");
        files.put(
                "regulations.yaml",
                "regulations:\n  - {slug: law, name: L, title: T, jurisdiction: J, authority: A, articles: {\"1\": one}}\n");
        files.put("demo.yaml", demo);
        return files;
    }
}
