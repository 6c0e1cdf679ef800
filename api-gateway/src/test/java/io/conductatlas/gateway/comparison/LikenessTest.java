package io.conductatlas.gateway.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {
    private static final double FLOOR = 0.15;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            We share identifiers with advertising partners. | Advertisers receive identifiers that we share with partners.
            Disputes are resolved by binding arbitration. | You agree to resolve every dispute through binding arbitration.
            We keep personal data for 30 days. | Personal data are kept for as long as the account exists.
            """)
    void passagesOnTheSameThingAreAlike(String one, String other) {
        assertThat(Likeness.of(one, other)).isGreaterThan(FLOOR).isEqualTo(Likeness.of(other, one));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            We share identifiers with advertising partners. | function () { return window.location; }
            Disputes are resolved by binding arbitration. | You can reach us by mail at the address below.
            The service may and will use these. | The service shall and can use those.
            """)
    void passagesThatShareOnlyCommonWordsAreNot(String one, String other) {
        assertThat(Likeness.of(one, other)).isLessThan(FLOOR);
    }

    @Test
    void aPassageIsLikeItselfAndNothingIsLikeNothing() {
        assertThat(Likeness.of("binding arbitration", "binding arbitration"))
                .isCloseTo(1, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(Likeness.of("", "")).isZero();
    }
}
