package io.conductatlas.outbound;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A request to the outside.
 *
 * @param headers among them always a {@code User-Agent}: nobody is called anonymously
 * @param body absent for GET
 */
public record OutboundRequest(
        Policy policy, String method, String url, Map<String, String> headers, Optional<byte[]> body) {

    private static final Set<String> OURS = Set.of(
            "host",
            "connection",
            "content-length",
            "transfer-encoding",
            "upgrade",
            "te",
            "trailer",
            "accept-encoding",
            "proxy-authorization");

    public OutboundRequest {
        Map<String, String> lowered = new TreeMap<>();
        headers.forEach((name, value) -> lowered.put(name.toLowerCase(Locale.ROOT), value));
        if (!lowered.containsKey("user-agent")) {
            throw new IllegalArgumentException("a request says who sends it");
        }
        for (String name : OURS) {
            if (lowered.containsKey(name)) {
                throw new IllegalArgumentException("the client itself decides on " + name);
            }
        }
        if (body.isPresent() == method.equals("GET")) {
            throw new IllegalArgumentException("a GET has no body, and everything else has one");
        }
        headers = Collections.unmodifiableMap(lowered);
    }

    /** A page. */
    public static OutboundRequest get(String url, Map<String, String> headers) {
        return new OutboundRequest(Policy.FETCH, "GET", url, headers, Optional.empty());
    }

    /** A webhook call; {@code body} goes out byte for byte. */
    public static OutboundRequest webhook(String url, Map<String, String> headers, byte[] body) {
        return new OutboundRequest(Policy.WEBHOOK, "POST", url, headers, Optional.of(body));
    }
}
