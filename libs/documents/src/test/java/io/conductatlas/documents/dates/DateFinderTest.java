package io.conductatlas.documents.dates;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateFinderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "posted on 3 May 2025 by us | 3 May 2025",
                "posted on May 3rd, 2025 by us | May 3rd, 2025",
                "am 3. März 2025 geändert | 3. März 2025",
                "le 1er août 2025 à Paris | 1er août 2025",
                "el 3 de mayo de 2025 en Madrid | 3 de mayo de 2025",
                "il 3 maggio 2025 a Roma | 3 maggio 2025",
                "on 2025-05-03 at noon | 2025-05-03",
                "on 03/05/2025 at noon | 03/05/2025",
                "since May 2025 only | May 2025",
                "by DD May 2025 at the latest | DD May 2025"
            })
    void findsWhereADateStands(String sentence, String date) {
        assertThat(DateFinder.find(sentence))
                .extracting(place -> sentence.substring(place.start(), place.end()))
                .containsExactly(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You may keep 3 copies for 30 days.",
                "We may 3 times a year ask you for $2000 or 20 %.",
                "Section 4.2 is replaced by sections 5 and 6."
            })
    void takesNoPeriodAmountOrSectionForADate(String sentence) {
        assertThat(DateFinder.find(sentence)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Last updated: 3 May 2025",
                "Effective May 3, 2025 Previous version",
                "Stand: 3. Mai 2025",
                "Date de la dernière mise à jour : 3 mai 2025",
                "Fecha de la última revisión: 3 de mayo de 2025",
                "Ultimo aggiornamento: 3 maggio 2025",
                "© 2025"
            })
    void knowsASentenceThatSaysOnlyADate(String sentence) {
        assertThat(DateFinder.isStatement(sentence)).isTrue();
    }

    @Test
    void knowsThatASentenceSaysMoreThanADate() {
        assertThat(DateFinder.isStatement("Fees rise on 3 May 2025")).isFalse();
        assertThat(DateFinder.isStatement("Effective 3 May 2025 we share data with advertisers"))
                .isFalse();
        assertThat(DateFinder.isStatement("Last updated by our team")).isFalse();
    }
}
