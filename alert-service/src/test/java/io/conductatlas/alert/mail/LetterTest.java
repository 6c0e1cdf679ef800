package io.conductatlas.alert.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTest {

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nBcc: x@y.example", "a\nb", "a\rb", "a\u0000b", "a\u2028b", "a\u0085b", "a\tb"})
    void aSubjectIsOneLineWhateverItIsMadeOf(String subject) {
        assertThat(letter(subject).subject()).doesNotContainPattern("[\\p{Cntrl}\\u0085\\u2028\\u2029]");
    }

    @Test
    void aSubjectKeepsLettersOfEveryScriptAndAnEnd() {
        assertThat(letter("Datenschutz­erklärung – 条款 – شروط 😀").subject())
                .isEqualTo("Datenschutz­erklärung – 条款 – شروط 😀");
        assertThat(letter("x".repeat(500)).subject()).hasSize(180).endsWith("…");
    }

    private static Letter letter(String subject) {
        return new Letter(MailingList.ALERTS, subject, "", "", "https://atlas.example/u/x");
    }
}
