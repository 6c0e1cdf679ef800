package io.conductatlas.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.conductatlas.outbound.OutboundOutcome.Answered;
import io.conductatlas.outbound.OutboundOutcome.Kind;
import io.conductatlas.outbound.OutboundOutcome.Reason;
import io.conductatlas.outbound.OutboundOutcome.Refused;
import io.conductatlas.outbound.OutboundOutcome.Unreachable;
import java.io.IOException;
import java.util.Map;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;

class TlsTest {

    private static final HeldCertificate AUTHORITY = new HeldCertificate.Builder()
            .certificateAuthority(0)
            .commonName("Test Authority")
            .build();
    private static final HandshakeCertificates TRUST = new HandshakeCertificates.Builder()
            .addTrustedCertificate(AUTHORITY.certificate())
            .build();

    @Test
    void acceptsAGoodCertificateAndKeepsItsSubject() throws IOException {
        OutboundOutcome outcome = callServerWith(certificate("good.example").signedBy(AUTHORITY));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Answered.class,
                        answered -> assertThat(answered.tlsSubject())
                                .hasValueSatisfying(
                                        subject -> assertThat(subject).contains("good.example")));
    }

    @Test
    void refusesACertificateForAnotherName() throws IOException {
        assertThat(callServerWith(certificate("other.example").signedBy(AUTHORITY)))
                .isInstanceOfSatisfying(
                        Unreachable.class, u -> assertThat(u.kind()).isEqualTo(Kind.TLS_INVALID));
    }

    @Test
    void refusesAnExpiredCertificate() throws IOException {
        assertThat(callServerWith(certificate("good.example")
                        .signedBy(AUTHORITY)
                        .validityInterval(1_000_000_000_000L, 1_100_000_000_000L)))
                .isInstanceOfSatisfying(
                        Unreachable.class, u -> assertThat(u.kind()).isEqualTo(Kind.TLS_EXPIRED));
    }

    @Test
    void refusesASelfSignedCertificate() throws IOException {
        assertThat(callServerWith(certificate("good.example")))
                .isInstanceOfSatisfying(
                        Unreachable.class, u -> assertThat(u.kind()).isEqualTo(Kind.TLS_INVALID));
    }

    @Test
    void refusesACertificateOfAnAuthorityItDoesNotKnow() throws IOException {
        HeldCertificate stranger =
                new HeldCertificate.Builder().certificateAuthority(0).build();

        assertThat(callServerWith(certificate("good.example").signedBy(stranger)))
                .isInstanceOfSatisfying(
                        Unreachable.class, u -> assertThat(u.kind()).isEqualTo(Kind.TLS_INVALID));
    }

    @Test
    void doesNotFollowFromHttpsToHttp() throws IOException {
        HandshakeCertificates identity = identity(certificate("good.example").signedBy(AUTHORITY));
        try (LocalServer server = LocalServer.https(identity.sslContext())) {
            server.redirects("/", 301, "http://good.example/plain");

            assertThat(outbound(server).send(OutboundRequest.get("https://good.example/", agent())))
                    .isInstanceOfSatisfying(
                            Refused.class, r -> assertThat(r.reason()).isEqualTo(Reason.DOWNGRADE));
        }
    }

    private static OutboundOutcome callServerWith(HeldCertificate.Builder certificate) throws IOException {
        try (LocalServer server = LocalServer.https(identity(certificate).sslContext())) {
            server.says("/", "hello");
            return outbound(server).send(OutboundRequest.get("https://good.example/", agent()));
        }
    }

    private static Map<String, String> agent() {
        return Map.of("User-Agent", "Test/1");
    }

    private static Outbound outbound(LocalServer server) {
        FakeInternet internet =
                new FakeInternet().server("93.184.216.34", server.port()).name("good.example", "93.184.216.34");
        return new Outbound(
                Settings.STRICT,
                internet,
                builder -> builder.socketFactory(internet)
                        .sslSocketFactory(TRUST.sslSocketFactory(), TRUST.trustManager()));
    }

    private static HeldCertificate.Builder certificate(String name) {
        return new HeldCertificate.Builder().commonName(name).addSubjectAlternativeName(name);
    }

    private static HandshakeCertificates identity(HeldCertificate.Builder certificate) {
        return new HandshakeCertificates.Builder()
                .heldCertificate(certificate.build())
                .build();
    }
}
