package io.conductatlas.archive.warc;

import io.conductatlas.archive.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

/**
 * A capture as one {@code .warc.gz}: for each part a {@code response} record with what the server said and a
 * {@code metadata} record with how we came by it.
 *
 * <p>The same parts always give the same bytes, so that a capture stored twice is one object. Payloads are kept with
 * their codings undone; the headers that spoke of codings are kept under {@code x-archive-orig-}.
 */
public final class CaptureWarc {

    /** The most payload that {@link #read} hands out for one capture, in bytes. */
    public static final long MOST_PAYLOAD = 256L << 20;

    private static final Set<String> CODINGS =
            Set.of("content-encoding", "transfer-encoding", "content-length", "trailer", "connection", "keep-alive");
    private static final String ORIGINAL = "x-archive-orig-";
    private static final MediaType FIELDS = MediaType.parse("application/warc-fields");

    private CaptureWarc() {}

    /** The bytes of a WARC file with {@code parts} in their order. */
    public static byte[] write(List<WarcPart> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a capture has at least one part");
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (WarcWriter writer = new WarcWriter(Channels.newChannel(file), WarcCompression.GZIP)) {
            for (int i = 0; i < parts.size(); i++) {
                WarcPart part = parts.get(i);
                WarcResponse response = response(i, part);
                writer.write(response);
                if (!part.evidence().isEmpty()) {
                    writer.write(metadata(i, part, response));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    /** The parts of a WARC file in their order; fails with {@link MalformedWarcException} on anything else. */
    public static List<WarcPart> read(byte[] file) {
        List<WarcPart> parts = new ArrayList<>();
        long left = MOST_PAYLOAD;
        try (WarcReader reader = new WarcReader(new ByteArrayInputStream(file))) {
            for (Optional<WarcRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
                WarcRecord record = next.get();
                if (record instanceof WarcResponse response) {
                    WarcPart part = part(response, left);
                    left -= part.payload().length;
                    parts.add(part);
                } else if (record instanceof WarcMetadata metadata && !parts.isEmpty()) {
                    int last = parts.size() - 1;
                    parts.set(
                            last,
                            withEvidence(parts.get(last), metadata.fields().map()));
                }
            }
        } catch (ParsingException e) {
            throw new MalformedWarcException("not a WARC file", e);
        } catch (IOException e) {
            throw new MalformedWarcException("a WARC file that ends too early or is damaged", e);
        }
        if (parts.isEmpty()) {
            throw new MalformedWarcException("a WARC file without a response", null);
        }
        return List.copyOf(parts);
    }

    private static WarcResponse response(int position, WarcPart part) throws IOException {
        HttpResponse.Builder http = new HttpResponse.Builder(part.status(), reason(part.status()));
        part.headers()
                .forEach((name, values) -> values.forEach(
                        value -> http.addHeader(CODINGS.contains(name) ? ORIGINAL + name : name, oneLine(value))));
        http.body(null, part.payload());
        WarcResponse.Builder response = new WarcResponse.Builder(part.uri())
                .date(part.date())
                .recordId(recordId("response", position, part))
                .payloadDigest(new WarcDigest("sha256", HexFormat.of().parseHex(Sha256.of(part.payload()))))
                .body(http.build());
        part.peer().ifPresent(response::ipAddress);
        return response.build();
    }

    private static WarcMetadata metadata(int position, WarcPart part, WarcResponse response) {
        Map<String, List<String>> sorted = new TreeMap<>();
        part.evidence()
                .forEach((name, values) -> sorted.put(
                        name, values.stream().map(CaptureWarc::oneLine).toList()));
        return new WarcMetadata.Builder()
                .date(part.date())
                .recordId(recordId("metadata", position, part))
                .concurrentTo(response.id())
                .targetURI(part.uri())
                .fields(sorted)
                .build();
    }

    private static WarcPart part(WarcResponse record, long limit) throws IOException {
        HttpResponse http = record.http();
        byte[] payload = http.body().stream().readNBytes((int) Math.min(Integer.MAX_VALUE - 8, limit + 1));
        if (payload.length > limit) {
            throw new MalformedWarcException("a WARC file with more payload than any capture has", null);
        }
        Map<String, List<String>> headers = new TreeMap<>();
        http.headers().map().forEach((name, values) -> {
            String lowered = name.toLowerCase(Locale.ROOT);
            if (lowered.startsWith(ORIGINAL)) {
                headers.put(lowered.substring(ORIGINAL.length()), values);
            } else if (!CODINGS.contains(lowered)) {
                headers.put(lowered, values);
            }
        });
        return new WarcPart(
                record.target(), record.date(), http.status(), headers, payload, record.ipAddress(), Map.of());
    }

    private static WarcPart withEvidence(WarcPart part, Map<String, List<String>> evidence) {
        return new WarcPart(
                part.uri(), part.date(), part.status(), part.headers(), part.payload(), part.peer(), evidence);
    }

    private static URI recordId(String kind, int position, WarcPart part) {
        String content = kind
                + '\n'
                + position
                + '\n'
                + part.uri()
                + '\n'
                + part.date()
                + '\n'
                + part.status()
                + '\n'
                + part.headers()
                + '\n'
                + new TreeMap<>(part.evidence())
                + '\n'
                + Sha256.of(part.payload());
        return URI.create("urn:uuid:" + UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static String oneLine(String value) {
        return value.replaceAll("[\\r\\n\\x00]+", " ");
    }

    private static String reason(int status) {
        return switch (status / 100) {
            case 2 -> "OK";
            case 3 -> "Redirected";
            case 4 -> "Refused";
            case 5 -> "Failed";
            default -> "Informed";
        };
    }
}
