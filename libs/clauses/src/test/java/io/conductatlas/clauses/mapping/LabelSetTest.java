package io.conductatlas.clauses.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clauses.detection.ProvisionDetector;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LabelSetTest {
    private static final Catalogue CATALOGUE = Catalogue.bundled();
    private static final ProvisionDetector DETECTOR = new ProvisionDetector(CATALOGUE);

    @Test
    void translatesTypesAndTheirDenials() {
        String yaml = """
            Sold: {types: sale-of-personal-data}
            Not sold: {types: "!sale-of-personal-data"}
            """;

        assertThat(labels(yaml, "We do not sell your personal information.")).containsExactly("Not sold");
        assertThat(labels(yaml, "We sell your personal information.")).containsExactly("Sold");
    }

    @Test
    void wantsAllPartsOfAConditionInOneSentence() {
        String yaml = """
            Cookies at work: {phrases: ["cookies"], with: ["we use"], without: ["third parties"]}
            """;

        assertThat(labels(yaml, "We use cookies.")).containsExactly("Cookies at work");
        assertThat(labels(yaml, "We use beacons. Cookies are small.")).isEmpty();
        assertThat(labels(yaml, "We use cookies of third parties.")).isEmpty();
    }

    @Test
    void addsUpPointsOverAText() {
        String yaml = """
            Contact:
              at-least: 2
              evidence:
                - {points: 1, phrases: ["questions"]}
                - {points: 1, phrases: ["write to us"]}
                - {points: -1, phrases: ["children"]}
            """;

        assertThat(labels(yaml, "You may have questions.")).isEmpty();
        assertThat(labels(yaml, "You may have questions. Then write to us.")).containsExactly("Contact");
        assertThat(labels(yaml, "Questions about children? Write to us.")).isEmpty();
    }

    @Test
    void keepsTheStrongestWhereItIsToldTo() {
        String yaml = """
            settings: {keep: strongest}
            General: {phrases: ["cookies"], points: 1}
            Special: {phrases: ["block cookies"], points: 2}
            """;

        assertThat(labels(yaml, "You can block cookies.")).containsExactly("Special");
        assertThat(labels(yaml, "We use cookies.")).containsExactly("General");
    }

    @Test
    void saysWhichLabelHasAFault() {
        assertThatThrownBy(() -> LabelSet.read("demo", "Sold: {types: sale-of-souls}", CATALOGUE))
                .hasMessage("mappings/demo.yaml, label \"Sold\": there is no provision type sale-of-souls");
        assertThatThrownBy(() -> LabelSet.read("demo", "Sold: {typs: sale-of-personal-data}", CATALOGUE))
                .hasMessageContaining("nobody knows what \"typs\" is");
    }

    @Test
    void knowsThreeSets() {
        assertThat(LabelSet.named("opp115", CATALOGUE).labels()).hasSize(10);
        assertThat(LabelSet.named("unfair-tos", CATALOGUE).labels()).hasSize(8);
        assertThat(LabelSet.named("tosdr", CATALOGUE).labels()).hasSizeGreaterThan(60);
        assertThatThrownBy(() -> LabelSet.named("none", CATALOGUE)).hasMessageContaining("no label set none");
    }

    @Test
    void leavesTheDecisionToTheModelOfASetThatHasOne() {
        TextLabeller labeller = new TextLabeller(DETECTOR, LabelSet.named("unfair-tos", CATALOGUE));

        assertThat(labeller.label("We may suspend or terminate your account at any time and for any reason."))
                .containsOnlyKeys("TER");
        assertThat(labeller.label("Thank you for visiting our museum.")).isEmpty();
    }

    private static Set<String> labels(String yaml, String text) {
        return new TextLabeller(DETECTOR, LabelSet.read("demo", yaml, CATALOGUE))
                .label(text)
                .keySet();
    }
}
