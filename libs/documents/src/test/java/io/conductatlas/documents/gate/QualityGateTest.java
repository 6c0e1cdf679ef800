package io.conductatlas.documents.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.gate.Verdict.Reason;
import io.conductatlas.documents.markdown.MarkdownReader;
import org.junit.jupiter.api.Test;

class QualityGateTest {
    private static final String AGREEMENT = "Larkfield Terms\n===============\n\n"
            + "You agree to these terms when you use the service, and we may change them with notice to you. "
                    .repeat(20);

    private final QualityGate gate = new QualityGate();
    private final MarkdownReader reader = new MarkdownReader();

    @Test
    void acceptsAnAgreement() {
        assertThat(gate.check(reader.read(AGREEMENT), GateContext.unknown())).isEqualTo(new Verdict.Accepted());
    }

    @Test
    void refusesAnErrorPageThatCameWithStatus200() {
        assertThat(reason("This page isn't available\n------\n\nThe link may be broken. Try reloading the page later."))
                .isEqualTo(Reason.ERROR_PAGE);
    }

    @Test
    void refusesWhatHasNoProse() {
        assertThat(reason("Privacy Policy\n==============")).isEqualTo(Reason.EMPTY);
        assertThat(reason("")).isEqualTo(Reason.EMPTY);
    }

    @Test
    void refusesACollapseToAFraction() {
        AgreementText previous = reader.read(AGREEMENT);
        AgreementText rest = reader.read(AGREEMENT.substring(0, 300));

        assertThat(gate.check(rest, new GateContext(previous, null)))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.COLLAPSE));
    }

    @Test
    void refusesAnotherLanguageThanBefore() {
        AgreementText german = reader.read("Larkfield Terms\n=====\n\n"
                + "Sie stimmen den Bedingungen zu, die wir mit der Zeit und nicht ohne Grund ändern, und das ist wichtig. "
                        .repeat(20));

        assertThat(gate.check(german, new GateContext(reader.read(AGREEMENT), null)))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.WRONG_LANGUAGE));
    }

    private Reason reason(String markdown) {
        Verdict verdict = gate.check(reader.read(markdown), GateContext.unknown());
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        return ((Verdict.Refused) verdict).reason();
    }
}
