package io.conductatlas.archive.warc;

import java.net.InetAddress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One address of a capture as a server answered for it.
 *
 * @param uri where the bytes came from, after all redirects
 * @param date when they were served, to the second as the format has it
 * @param status the HTTP status
 * @param headers of the answer, names in lower case
 * @param payload the body, with transfer and content codings undone
 * @param peer the address we were connected to
 * @param evidence what else was seen: redirects, the TLS certificate's subject, durations
 */
public record WarcPart(
        String uri,
        Instant date,
        int status,
        Map<String, List<String>> headers,
        byte[] payload,
        Optional<InetAddress> peer,
        Map<String, List<String>> evidence) {

    public WarcPart {
        if (status < 100 || status > 599) {
            throw new IllegalArgumentException("not an HTTP status: " + status);
        }
        date = date.truncatedTo(ChronoUnit.SECONDS);
        headers = lowerCased(headers);
        evidence = Map.copyOf(evidence);
    }

    /** The content type as the server stated it. */
    public Optional<String> contentType() {
        return headers.getOrDefault("content-type", List.of()).stream().findFirst();
    }

    private static Map<String, List<String>> lowerCased(Map<String, List<String>> headers) {
        Map<String, List<String>> lowered = new TreeMap<>();
        headers.forEach((name, values) -> lowered.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        return Collections.unmodifiableMap(lowered);
    }
}
