package io.conductatlas.clauses.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinearModelTest {
    private static final long[] NO_SIGNS = {};

    @Test
    void readsWordsWithoutCaseDigitsAndContractions() {
        assertThat(SentenceFeatures.words("We DON'T keep 30 days, we can’t; you cannot."))
                .containsExactly("we", "do", "not", "keep", "0", "days", "we", "ca", "not", "you", "can", "not");
        assertThat(SentenceFeatures.words("they do n't")).containsExactly("they", "do", "not");
    }

    @Test
    void scoresWhatItsWeightsSay() {
        LinearModel model = model("arbitration", 1.0);

        assertThat(score(model, "binding arbitration")).isGreaterThan(score(model, "binding promise"));
        assertThat(model.confidence(0, score(model, "arbitration"))).isGreaterThan(0.5);
        assertThat(model.confidence(0, score(model, "promise"))).isLessThanOrEqualTo(0.5);
    }

    @Test
    void countsTheRulesThatHold() {
        LinearModel model = model("arbitration", 1.0);
        long[] rule = {SentenceFeatures.sign("a-rule")};

        double with = model.scores(model.features("promise", 0, 7, rule))[0];

        assertThat(with).isGreaterThan(score(model, "promise"));
    }

    @Test
    void namesTheWordsThatSpeakForALabel() {
        LinearModel model = model("arbitration", 1.0);
        String text = "A binding arbitration";

        List<LinearModel.Contribution> reasons = model.reasons(model.features(text, 0, text.length(), NO_SIGNS), 0, 3);

        assertThat(reasons).isNotEmpty();
        assertThat(text.substring(reasons.get(0).start(), reasons.get(0).end())).isEqualTo("arbitration");
    }

    @Test
    void comesBackFromItsFileAsItWas() throws IOException {
        LinearModel model = model("arbitration", 1.0);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ModelBuilder.write(model, file);

        LinearModel again = LinearModel.read(file.toByteArray());

        assertThat(again.version()).isEqualTo("test");
        assertThat(again.labels()).containsExactly("A");
        assertThat(score(again, "binding arbitration")).isEqualTo(score(model, "binding arbitration"));
    }

    @Test
    void refusesBytesThatAreNoModel() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ModelBuilder.write(model("arbitration", 1.0), file);
        byte[] half = Arrays.copyOf(file.toByteArray(), file.size() / 2);

        assertThatThrownBy(() -> LinearModel.read(new byte[] {1, 2, 3, 4, 5})).hasMessageContaining("not a model");
        assertThatThrownBy(() -> LinearModel.read(half)).hasMessageContaining("cut short");
        assertThatThrownBy(() -> LinearModel.bundled("nobody")).hasMessageContaining("no model nobody");
    }

    private static double score(LinearModel model, String text) {
        return model.scores(model.features(text, 0, text.length(), NO_SIGNS))[0];
    }

    /** Gives its label to texts with a word, and half as much for a rule. */
    private static LinearModel model(String word, double weight) {
        ModelBuilder builder = new ModelBuilder(List.of("a", "binding", word, "promise"));
        int[] ofWord = builder.row(word, List.of()).keys();
        int[] ofRule = builder.row("", List.of("a-rule")).keys();
        for (int key : ofWord) {
            builder.column(key);
        }
        for (int key : ofRule) {
            builder.column(key);
        }
        double[] weights = new double[builder.columns() + 1];
        for (int key : ofWord) {
            weights[builder.columnOf(key)] = weight;
        }
        for (int key : ofRule) {
            weights[builder.columnOf(key)] = weight / 2;
        }
        return builder.model("test", List.of(new ModelBuilder.Trained("A", 0.1, 4, weights)), 1000);
    }
}
