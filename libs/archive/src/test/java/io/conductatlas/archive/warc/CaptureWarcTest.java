package io.conductatlas.archive.warc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaptureWarcTest {

    private static final Instant SERVED = Instant.parse("2026-03-04T05:06:07.123456Z");

    @Test
    void readsBackWhatWasWritten() throws UnknownHostException {
        WarcPart page = new WarcPart(
                "https://pixelnest.example/privacy?lang=en",
                SERVED,
                200,
                Map.of("Content-Type", List.of("text/html; charset=utf-8"), "Vary", List.of("Accept", "Cookie")),
                "<p>Grüße, 世界</p>".getBytes(UTF_8),
                Optional.of(InetAddress.getByName("203.0.113.9")),
                Map.of("redirectedFrom", List.of("http://pixelnest.example/privacy"), "tlsSubject", List.of("CN=x")));
        WarcPart pdf = part("https://pixelnest.example/annex.pdf", new byte[] {0, 1, 2, (byte) 255, '\r', '\n'});

        List<WarcPart> read = CaptureWarc.read(CaptureWarc.write(List.of(page, pdf)));

        assertThat(read).usingRecursiveComparison().isEqualTo(List.of(page, pdf));
        assertThat(read.get(0).contentType()).contains("text/html; charset=utf-8");
    }

    @Test
    void givesTheSameBytesForTheSameCapture() {
        WarcPart part = part("https://pixelnest.example/terms", "terms".getBytes(UTF_8));

        assertThat(CaptureWarc.write(List.of(part))).isEqualTo(CaptureWarc.write(List.of(part)));
    }

    @Test
    void keepsTheHeadersThatSpokeOfCodingsWithoutActingOnThem() {
        byte[] payload = "already unpacked".getBytes(UTF_8);
        WarcPart part = new WarcPart(
                "https://pixelnest.example/terms",
                SERVED,
                200,
                Map.of("content-encoding", List.of("gzip"), "content-length", List.of("7")),
                payload,
                Optional.empty(),
                Map.of());

        WarcPart read = CaptureWarc.read(CaptureWarc.write(List.of(part))).get(0);

        assertThat(read.payload()).isEqualTo(payload);
        assertThat(read.headers()).containsEntry("content-encoding", List.of("gzip"));
        assertThat(read.headers()).containsEntry("content-length", List.of("7"));
    }

    @Test
    void keepsAHeaderFromBecomingTwo() {
        WarcPart part = new WarcPart(
                "https://pixelnest.example/terms",
                SERVED,
                200,
                Map.of("x-note", List.of("one\r\nx-forged: two")),
                new byte[0],
                Optional.empty(),
                Map.of("note", List.of("one\nforged: two")));

        WarcPart read = CaptureWarc.read(CaptureWarc.write(List.of(part))).get(0);

        assertThat(read.headers()).doesNotContainKey("x-forged");
        assertThat(read.evidence()).containsOnlyKeys("note");
    }

    @Test
    void keepsEmptyBodiesAndOtherStatuses() {
        WarcPart gone = new WarcPart(
                "https://pixelnest.example/gone", SERVED, 404, Map.of(), new byte[0], Optional.empty(), Map.of());

        assertThat(CaptureWarc.read(CaptureWarc.write(List.of(gone))).get(0).status())
                .isEqualTo(404);
    }

    @Test
    void refusesWhatIsNotACapture() {
        byte[] file = CaptureWarc.write(List.of(part("https://pixelnest.example/terms", new byte[5000])));

        for (byte[] bytes : List.of(new byte[0], "hello".getBytes(UTF_8), Arrays.copyOf(file, file.length / 2))) {
            assertThatExceptionOfType(MalformedWarcException.class).isThrownBy(() -> CaptureWarc.read(bytes));
        }
    }

    private static WarcPart part(String uri, byte[] payload) {
        return new WarcPart(uri, SERVED, 200, Map.of(), payload, Optional.empty(), Map.of());
    }
}
