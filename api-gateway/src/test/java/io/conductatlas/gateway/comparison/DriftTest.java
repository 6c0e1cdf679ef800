package io.conductatlas.gateway.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.conductatlas.events.ChangeClass;
import io.conductatlas.events.ChangeCounts;
import io.conductatlas.events.Direction;
import io.conductatlas.events.Origin;
import io.conductatlas.events.Severity;
import io.conductatlas.gateway.readmodel.AssessmentView;
import io.conductatlas.gateway.readmodel.ChangeView;
import io.conductatlas.gateway.readmodel.DocumentName;
import io.conductatlas.gateway.readmodel.PlatformName;
import io.conductatlas.gateway.readmodel.VersionName;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriftTest {
    private static final Instant UNTIL = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant FROM = Instant.parse("2025-03-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0, 0, STABLE",
        "1, 0, ERODING",
        "4, 2, ERODING",
        "3, 2, MIXED",
        "2, 2, MIXED",
        "2, 3, MIXED",
        "2, 4, IMPROVING",
        "0, 1, IMPROVING"
    })
    void saysInOneWordWhereItGoes(int negative, int positive, Drift.Verdict verdict) {
        assertThat(Drift.Verdict.of(negative, positive)).isEqualTo(verdict);
    }

    @Test
    void countsWhatTheChangesWere() {
        Drift drift = Drift.of(
                12,
                FROM,
                UNTIL,
                List.of(
                        change("Terms", Direction.NEGATIVE, Severity.HIGH, "rights-reduction", "arbitration"),
                        change("Terms", Direction.NEUTRAL, Severity.LOW),
                        change("Privacy Policy", Direction.POSITIVE, Severity.MEDIUM, "rights-reduction")),
                true);

        assertThat(drift.changes()).isEqualTo(3);
        assertThat(List.of(drift.negative(), drift.neutral(), drift.positive(), drift.high()))
                .containsExactly(1, 1, 1, 1);
        assertThat(List.of(drift.negativePercent(), drift.neutralPercent(), drift.positivePercent()))
                .containsExactly(33, 33, 33);
        assertThat(drift.verdict()).isEqualTo(Drift.Verdict.MIXED);
        assertThat(drift.documents())
                .containsExactly(new Drift.Count("Terms", 2), new Drift.Count("Privacy Policy", 1));
        assertThat(drift.labels())
                .containsExactly(new Drift.Count("rights-reduction", 2), new Drift.Count("arbitration", 1));
    }

    @Test
    void nothingIsStable() {
        Drift drift = Drift.of(3, FROM, UNTIL, List.of(), true);

        assertThat(drift.verdict()).isEqualTo(Drift.Verdict.STABLE);
        assertThat(drift.negativePercent()).isZero();
        assertThat(drift.documents()).isEmpty();
    }

    @Test
    void saysNothingOfATimeInWhichNobodyLooked() {
        Drift drift = Drift.of(3, FROM, UNTIL, List.of(), false);

        assertThat(drift.verdict()).isEqualTo(Drift.Verdict.NOT_WATCHED);
    }

    private static ChangeView change(String document, Direction direction, Severity severity, String... labels) {
        VersionName version = new VersionName("CA-V-000001", 1, "0".repeat(64), 10, 1, FROM);
        return new ChangeView(
                "CA-C-000001",
                new PlatformName(UUID.randomUUID(), "larkfield", "Larkfield"),
                new DocumentName(UUID.randomUUID(), "terms", document, "terms-of-service"),
                version,
                version,
                ChangeClass.SUBSTANTIVE,
                new ChangeCounts(1, 0, 0, 0, 1, 0),
                1,
                null,
                null,
                FROM,
                FROM,
                Origin.LIVE,
                null,
                new AssessmentView(
                        true,
                        severity,
                        direction,
                        "Changed",
                        "It changed.",
                        List.of(labels),
                        List.of(),
                        0,
                        List.of(),
                        "catalogue-1",
                        FROM));
    }
}
