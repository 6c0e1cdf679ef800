package io.conductatlas.alert.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.conductatlas.alert.mail.ChangeCard.Place;
import io.conductatlas.alert.mail.ChangeCard.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void anEditReadsAsBeforeAndAfterWithTheWordsThatDiffer() {
        Place edited = new Place(
                "Edited",
                "Terms › 4. Refunds",
                List.of(same("We refund within "), old("30"), fresh("14"), same(" days.")));

        assertThat(new PlainText().place(edited).toString()).isEqualTo("""
                          [Edited] Terms › 4. Refunds
                          - We refund within [30] days.
                          + We refund within [14] days.

                        """);
    }

    @Test
    void aWordMoreIsShownAgainstTheSentenceWithoutIt() {
        Place edited = new Place("Edited", "", List.of(same("We may "), fresh("always "), same("change this.")));

        assertThat(new PlainText().place(edited).toString())
                .contains("  - We may change this.\n  + We may [always] change this.\n");
    }

    @Test
    void whatIsWhollyNewOrGoneNeedsNoBrackets() {
        assertThat(new PlainText()
                        .place(new Place("Added", "", List.of(fresh("New sentence."))))
                        .toString())
                .contains("  + New sentence.\n")
                .doesNotContain("  - ");
        assertThat(new PlainText()
                        .place(new Place("Removed", "", List.of(old("Old sentence."))))
                        .toString())
                .contains("  - Old sentence.\n")
                .doesNotContain("  + ");
    }

    @Test
    void noLineIsLongerThanMailReadersShow() {
        String text = new PlainText()
                .line("", "word ".repeat(100))
                .fact("Effective", "word ".repeat(100))
                .place(new Place("Added", "section ".repeat(20), List.of(fresh("word ".repeat(100)))))
                .toString();

        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(76));
    }

    private static Run same(String text) {
        return new Run(false, false, text);
    }

    private static Run old(String text) {
        return new Run(false, true, text);
    }

    private static Run fresh(String text) {
        return new Run(true, false, text);
    }
}
