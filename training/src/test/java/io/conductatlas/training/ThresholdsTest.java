package io.conductatlas.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ThresholdsTest {

    @Test
    void liesBetweenTheTextsThatHaveTheLabelAndThoseThatHaveNot() {
        List<LabelledText> texts = List.of(text("A"), text("A"), text("B"), text("B"));

        assertThat(Thresholds.best(texts, new double[] {0.9, 0.5, 0.1, -0.4}, "A"))
                .isEqualTo(0.3);
    }

    @Test
    void givesUpOnATextThatWouldCostMoreThanItBrings() {
        List<LabelledText> texts = List.of(text("A"), text("B"), text("B"), text("B"), text("A"), text("A"));

        assertThat(Thresholds.best(texts, new double[] {0.9, 0.2, 0.3, 0.25, 0.1, 0.8}, "A"))
                .isBetween(0.3, 0.8);
    }

    private static LabelledText text(String label) {
        return new LabelledText("contract", "text", Set.of(label));
    }
}
