package io.conductatlas.documents.variants;

import static org.assertj.core.api.Assertions.assertThat;

import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.diff.DocumentDiffer;
import io.conductatlas.documents.markdown.MarkdownReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuccessionTest {
    private static final String COMMON = """
            # Larkfield terms

            We keep your account data for as long as you have an account. We never sell it.

            You can write to us at any time if you have a question about these terms.
            """;
    private static final String NORTH =
            COMMON + "\nThe courts of Larkfield decide.\n\nMinors need a guardian's consent.";
    private static final String SOUTH =
            COMMON + "\nThe courts of Plover Bay decide.\n\nMembers are at least 21 years old.";
    private static final String CLAUSE = "\n\nAdvertisers may receive hashed addresses.";

    private final DocumentDiffer differ = new DocumentDiffer();
    private final MarkdownReader reader = new MarkdownReader();

    @Test
    void comparesANewTextWithTheVariantThatItFollows() {
        Succession succession = succession(NORTH, SOUTH, SOUTH + CLAUSE);

        assertThat(succession.follows()).isZero();
        assertThat(succession.diff().hunks()).hasSize(1);
        assertThat(succession.alreadyTold()).isFalse();
    }

    @Test
    void tellsAChangeOfBothVariantsOnce() {
        Succession second = succession(NORTH + CLAUSE, SOUTH, SOUTH + CLAUSE);

        assertThat(second.follows()).isZero();
        assertThat(second.alreadyTold()).isTrue();
    }

    @Test
    void tellsWhatOnlyTheSecondVariantSays() {
        Succession second = succession(NORTH + CLAUSE, SOUTH, SOUTH + CLAUSE + "\n\nDisputes cost a fee of 50 euros.");

        assertThat(second.alreadyTold()).isFalse();
    }

    @Test
    void followsTheTextThatIsThereWhereNoneTakesTurnsWithIt() {
        Succession succession = Succession.of(differ, read(NORTH), List.of(), read(NORTH + CLAUSE));

        assertThat(succession.follows()).isEqualTo(Succession.PRESENT);
        assertThat(succession.diff().ofMeaning()).isTrue();
    }

    private Succession succession(String present, String variant, String fresh) {
        return Succession.of(differ, read(present), List.of(read(variant)), read(fresh));
    }

    private AgreementText read(String markdown) {
        return reader.read(markdown);
    }
}
