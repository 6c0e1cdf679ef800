package io.conductatlas.local.web;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What a page of the local stack answers. */
public record Answer(int status, String contentType, byte[] body, Map<String, String> headers) {
    /** Nothing of a page is loaded from anywhere, and nothing in it runs. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; form-action 'none'";

    public Answer {
        headers = Map.copyOf(headers);
    }

    public static Answer page(String html) {
        return text(200, "text/html; charset=utf-8", html)
                .with("Content-Security-Policy", POLICY)
                .with("Referrer-Policy", "no-referrer");
    }

    public static Answer text(int status, String contentType, String text) {
        return new Answer(
                status,
                contentType,
                text.getBytes(StandardCharsets.UTF_8),
                Map.of("X-Content-Type-Options", "nosniff"));
    }

    public static Answer plain(int status, String text) {
        return text(status, "text/plain; charset=utf-8", text);
    }

    public static Answer notFound() {
        return plain(404, "There is nothing here.\n");
    }

    /** The same answer with one more header. */
    public Answer with(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Answer(status, contentType, body, more);
    }
}
