package io.conductatlas.clauses.phrases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class WordFrequenciesTest {

    @Test
    void areThoseOfTheLinesAndOfTheRestThatOfRareWords() throws IOException {
        WordFrequencies frequencies = read("512 the\n20 claim\n185 #\n");

        assertThat(frequencies.of("the")).isEqualTo(512);
        assertThat(frequencies.of("#")).isEqualTo(185);
        assertThat(frequencies.of("oar")).isPositive().isLessThan(20);
    }

    @Test
    void ofABeginningAreThoseOfAllWordsThatBeginSo() throws IOException {
        WordFrequencies frequencies = read("30 arbitrate\n20 arbitrator\n90 are\n40 arbor\n");

        assertThat(frequencies.of("arbitrat*") - frequencies.of("zither*")).isEqualTo(30 + 20);
        assertThat(frequencies.of("arb*")).isLessThan(frequencies.of("ar*"));
    }

    @Test
    void ofAgreementsAreThere() {
        WordFrequencies frequencies = WordFrequencies.bundled();

        assertThat(frequencies.of("the"))
                .isGreaterThan(frequencies.of("information"))
                .isLessThanOrEqualTo(1000);
        assertThat(frequencies.of("information")).isGreaterThan(frequencies.of("jury"));
    }

    @Test
    void areRefusedWhereALineIsNone() {
        assertThatThrownBy(() -> read("512 the\nthe 512\n")).hasMessageContaining("\"the 512\"");
        assertThatThrownBy(() -> read("512 The\n")).hasMessageContaining("\"512 The\"");
    }

    private static WordFrequencies read(String lines) throws IOException {
        return new WordFrequencies(new StringReader(lines));
    }
}
