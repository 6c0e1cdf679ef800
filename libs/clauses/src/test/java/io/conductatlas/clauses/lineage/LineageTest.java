package io.conductatlas.clauses.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clauses.detection.DetectedProvision;
import io.conductatlas.clauses.detection.ProvisionDetector;
import io.conductatlas.documents.markdown.MarkdownReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineageTest {
    private static final ProvisionDetector DETECTOR = new ProvisionDetector(Catalogue.bundled());

    @Test
    void followsAClauseThroughAnEditAndAMove() {
        List<DetectedProvision> before = detect("""
                ## Law

                These terms are governed by the laws of Norland.

                ## Liability

                We are not liable for indirect damages.
                """);
        List<DetectedProvision> after = detect("""
                ## Liability

                We are not liable for any indirect or incidental damages.

                ## Choice of law

                These terms are governed by the laws of Norland, without regard to conflict of law rules.
                """);

        Lineage.Result result = Lineage.match(before, after);

        assertThat(result.gone()).isEmpty();
        assertThat(result.fresh()).isEmpty();
        assertThat(result.pairs())
                .allSatisfy(pair -> assertThat(after.get(pair.after()).type())
                        .isEqualTo(before.get(pair.before()).type()));
    }

    @Test
    void doesNotTakeADenialForWhatItDenies() {
        List<DetectedProvision> before = detect("We do not sell your personal information to anyone at all.");
        List<DetectedProvision> after = detect("We sell your personal information to anyone at all.");

        Lineage.Result result = Lineage.match(before, after);

        assertThat(result.pairs()).isEmpty();
        assertThat(result.gone()).hasSize(1);
        assertThat(result.fresh()).hasSize(1);
    }

    private static List<DetectedProvision> detect(String markdown) {
        return DETECTOR.detect(new MarkdownReader().read(markdown));
    }
}
