package io.conductatlas.gateway.pages.parts;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Words that lead somewhere. */
public record Link(String href, String text) {

    /**
     * A link to somebody else's page, unless the address is anything but a plain web address: what a platform or a person
     * typed must not become a script.
     */
    public static Optional<Link> outside(String address) {
        try {
            URI uri = new URI(address);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? Optional.of(new Link(address, address)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
