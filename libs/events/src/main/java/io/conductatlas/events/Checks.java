package io.conductatlas.events;

import java.net.URI;
import java.util.regex.Pattern;

/** The checks that the records' constructors share. */
final class Checks {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private Checks() {}

    static String slug(String value) {
        if (value.length() > 120 || !SLUG.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a slug is lower-case letters, digits and single hyphens, at most 120 characters: " + value);
        }
        return value;
    }

    static String sha256(String value) {
        if (!SHA256.matcher(value).matches()) {
            throw new IllegalArgumentException("a SHA-256 is 64 lower-case hexadecimal digits: " + value);
        }
        return value;
    }

    static String notBlank(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        return value;
    }

    static int atLeast(String name, int least, int value) {
        if (value < least) {
            throw new IllegalArgumentException("%s must be at least %d, was %d".formatted(name, least, value));
        }
        return value;
    }

    static String webAddress(String name, String value) {
        String scheme = URI.create(value).getScheme();
        if (!"http".equals(scheme) && !"https".equals(scheme)) {
            throw new IllegalArgumentException(name + " must be an http or https address: " + value);
        }
        return value;
    }

    static String publicId(String prefix, String value) {
        if (!value.matches("CA-" + prefix + "-\\d{6,}")) {
            throw new IllegalArgumentException("not a CA-" + prefix + " id: " + value);
        }
        return value;
    }
}
