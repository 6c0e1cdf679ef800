package io.conductatlas.local.web;

import java.util.Map;
import java.util.Optional;

/**
 * What a page of the local stack is asked.
 *
 * @param headers names in lower case
 */
public record Ask(String method, String path, Map<String, String> headers, byte[] body) {
    public Ask {
        headers = Map.copyOf(headers);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
