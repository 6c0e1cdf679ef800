package io.conductatlas.documents.dates;

import static org.assertj.core.api.Assertions.assertThat;

import io.conductatlas.documents.markdown.MarkdownReader;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateReaderTest {
    private final DateReader dates = new DateReader();
    private final MarkdownReader reader = new MarkdownReader();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Effective date: May 3rd, 2025 | 2025-05-03",
                "These terms take effect on 3 May 2025. | 2025-05-03",
                "Diese Bedingungen gelten ab dem 3. Mai 2025. | 2025-05-03",
                "Gültig ab 03.05.2025 | 2025-05-03",
                "Date d’entrée en vigueur : 1er août 2025 | 2025-08-01",
                "Vigente a partir del 3 de mayo de 2025 | 2025-05-03",
                "In vigore dal 3 maggio 2025 | 2025-05-03",
                "This policy becomes effective on 2025-05-03. | 2025-05-03",
                "With effect from the 3rd of May 2025 the following terms are agreed. | 2025-05-03",
                "Diese Fassung tritt am 3. Mai 2025 in Kraft. | 2025-05-03",
                "Les présentes conditions prendront effet le 3 mai 2025. | 2025-05-03",
                "Estas condiciones entran en vigor el 3 de mayo de 2025. | 2025-05-03",
                "Le presenti condizioni hanno validità dal 3 maggio 2025. | 2025-05-03"
            })
    void readsFromWhenATextApplies(String sentence, LocalDate expected) {
        assertThat(read(sentence).effective()).contains(expected);
        assertThat(read(sentence).lastUpdated()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Last updated: 2025-05-03 | 2025-05-03",
                "Zuletzt aktualisiert am 3. März 2025 | 2025-03-03",
                "Dernière mise à jour : 3 février 2025 | 2025-02-03",
                "Última actualización: 3 de diciembre de 2025 | 2025-12-03",
                "Ultimo aggiornamento: 3 luglio 2025 | 2025-07-03"
            })
    void readsWhenATextWasChanged(String sentence, LocalDate expected) {
        assertThat(read(sentence).lastUpdated()).contains(expected);
        assertThat(read(sentence).effective()).isEmpty();
    }

    @Test
    void claimsNothingWhereADateIsAmbiguousOrAbsent() {
        assertThat(read("Effective 03/05/2025").effective()).isEmpty();
        assertThat(read("We were founded on 3 May 2015 in Larkfield.").dates()).isEmpty();
    }

    @Test
    void tellsTwoDatesOfOneSentenceApart() {
        StatedDates read = read("Last updated on 1 April 2025, effective as of 1 May 2025.");

        assertThat(read.lastUpdated()).contains(LocalDate.of(2025, 4, 1));
        assertThat(read.effective()).contains(LocalDate.of(2025, 5, 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Changes apply 30 days after we post them here. | 30",
                "Changes take effect thirty (30) days following publication on this page. | 30",
                "A new version becomes effective 14 calendar days after it was posted. | 14",
                "Änderungen werden 30 Tage nach ihrer Veröffentlichung wirksam. | 30",
                "Änderungen treten vierzehn Tage nach Bekanntgabe in Kraft. | 14",
                "Les modifications entrent en vigueur trente (30) jours après leur publication. | 30",
                "Los cambios entrarán en vigor a los 15 días después de su publicación. | 15",
                "Le modifiche entrano in vigore 30 giorni dopo la pubblicazione. | 30",
                "Le modifiche hanno effetto trenta giorni dalla comunicazione. | 30"
            })
    void readsTheRuleWhereNoDateIsGiven(String sentence, int days) {
        assertThat(read(sentence).daysAfterPosting()).isEqualTo(days);
        assertThat(read(sentence).effective()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "You may object within 30 days of our notice.",
                "Fees are due 14 days after publication of the invoice.",
                "We delete your data 30 days after you close your account, and this applies to backups too."
            })
    void takesNoOtherPeriodForARule(String sentence) {
        assertThat(read(sentence).daysAfterPosting()).isNull();
    }

    @Test
    void neverTakesADayForAnEffectiveOneThatTheTextDoesNotGive() {
        StatedDates read =
                read("Last updated: 3 May 2025\n\nWe may change this policy under applicable law of 1 June 2020.");

        assertThat(read.effective()).isEmpty();
    }

    private StatedDates read(String markdown) {
        return dates.read(reader.read(markdown));
    }
}
