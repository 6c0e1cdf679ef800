package io.conductatlas.gateway.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clauses.catalogue.Polarity;
import io.conductatlas.clauses.catalogue.ProvisionType;
import io.conductatlas.events.Severity;
import io.conductatlas.gateway.comparison.QuickFact.Answer;
import io.conductatlas.gateway.readmodel.DocumentName;
import io.conductatlas.gateway.readmodel.PlatformName;
import io.conductatlas.gateway.readmodel.ProvisionView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class QuickFactTest {

    @Test
    void asksOnlyForTypesOfTheCatalogue() {
        assertThat(Catalogue.bundled().types().stream().map(ProvisionType::slug))
                .containsAll(QuickFact.types());
    }

    @Test
    void tellsMandatoryFromPresentFromNotDetected() {
        ProvisionView mandatory = provision("CA-P-000002", "mandatory-arbitration", Polarity.STATED);
        ProvisionView optOut = provision("CA-P-000001", "arbitration-opt-out", Polarity.STATED);

        assertThat(arbitration(List.of(optOut, mandatory)))
                .isEqualTo(
                        new QuickFact("arbitration", "Arbitration", Answer.STATED, "Mandatory", true, "CA-P-000002"));
        assertThat(arbitration(List.of(optOut)).words()).isEqualTo("Present");
        assertThat(arbitration(List.of()))
                .isEqualTo(
                        new QuickFact("arbitration", "Arbitration", Answer.NOT_DETECTED, "Not detected", true, null));
    }

    @Test
    void aDenialAnswersOnlyWhereNothingIsStated() {
        ProvisionView denied = provision("CA-P-000001", "mandatory-arbitration", Polarity.DENIED);
        ProvisionView stated = provision("CA-P-000002", "arbitration-opt-out", Polarity.STATED);

        assertThat(arbitration(List.of(denied)).answer()).isEqualTo(Answer.DENIED);
        assertThat(arbitration(List.of(denied, stated)).answer()).isEqualTo(Answer.STATED);
    }

    private static QuickFact arbitration(List<ProvisionView> provisions) {
        return QuickFact.of(provisions).get(0);
    }

    private static ProvisionView provision(String id, String type, Polarity polarity) {
        Instant at = Instant.parse("2026-03-01T00:00:00Z");
        return new ProvisionView(
                id,
                new PlatformName(UUID.randomUUID(), "larkfield", "Larkfield"),
                new DocumentName(UUID.randomUUID(), "terms", "Terms", "terms-of-service"),
                type,
                type,
                polarity,
                Severity.HIGH,
                true,
                "words",
                at,
                at,
                "CA-V-000001",
                "CA-V-000001",
                0,
                null,
                false,
                "catalogue-1");
    }
}
