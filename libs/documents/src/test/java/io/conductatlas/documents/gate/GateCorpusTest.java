package io.conductatlas.documents.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.conductatlas.documents.markdown.MarkdownReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages written for this test, as sites serve them in an agreement's place, and agreements that speak of the same things. */
class GateCorpusTest {
    private static final String MARK = "%%% ";

    private final QualityGate gate = new QualityGate();
    private final MarkdownReader reader = new MarkdownReader();

    /** @param head language, for refused ones the reason, and what it is */
    record Sample(String head, String markdown) {
        @Override
        public String toString() {
            return head;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void refusesWhatIsNotTheAgreementForWhatItIs(Sample sample) {
        Verdict verdict = gate.check(reader.read(sample.markdown()), GateContext.unknown());

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.reason().name().toLowerCase(Locale.ROOT))
                                .isEqualTo(sample.head().split(" ", -1)[1]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("accepted")
    void acceptsAgreementsHoweverShortAndWhateverTheySpeakOf(Sample sample) {
        Verdict verdict = gate.check(reader.read(sample.markdown()), GateContext.unknown());

        assertThat(verdict).isEqualTo(new Verdict.Accepted());
    }

    static Stream<Sample> refused() throws IOException {
        return samples("refused.txt");
    }

    static Stream<Sample> accepted() throws IOException {
        return samples("accepted.txt");
    }

    private static Stream<Sample> samples(String file) throws IOException {
        try (InputStream stream = Objects.requireNonNull(GateCorpusTest.class.getResourceAsStream(file))) {
            List<Sample> samples = new ArrayList<>();
            for (String part : new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^" + MARK, -1)) {
                if (!part.isBlank()) {
                    String[] headAndText = part.split("\n", 2);
                    samples.add(new Sample(headAndText[0], headAndText[1].strip()));
                }
            }
            return samples.stream();
        }
    }
}
