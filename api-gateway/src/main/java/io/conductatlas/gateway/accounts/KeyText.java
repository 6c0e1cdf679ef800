package io.conductatlas.gateway.accounts;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * An API key as its owner sees it: {@code ca_live_<public id>_<secret>_<checksum>}. The underscores let a double click
 * select all of it, and the checksum tells a typing error from a wrong key without asking anyone.
 */
record KeyText(String publicId, String text) {

    private static final String PREFIX = "ca_live_";
    private static final Pattern FORM = Pattern.compile(PREFIX + "([0-9A-Za-z]{12})_[0-9A-Za-z]{32}_([0-9A-Za-z]{6})");
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int PUBLIC_DIGITS = 12;
    private static final int SECRET_DIGITS = 32; // 190 bits

    static KeyText mint(SecureRandom random) {
        String publicId = digits(random, PUBLIC_DIGITS);
        String body = PREFIX + publicId + "_" + digits(random, SECRET_DIGITS);
        return new KeyText(publicId, body + "_" + checksum(body));
    }

    /** The key that {@code text} is; empty if it is none, or mistyped. */
    static Optional<KeyText> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String body = text.substring(0, text.lastIndexOf('_'));
        return checksum(body).equals(form.group(2)) ? Optional.of(new KeyText(form.group(1), text)) : Optional.empty();
    }

    /** Not the key: it may be logged. */
    @Override
    public String toString() {
        return "KeyText[" + publicId + "]";
    }

    private static String digits(SecureRandom random, int count) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return digits.toString();
    }

    private static String checksum(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        long rest = crc.getValue();
        char[] digits = new char[6];
        for (int i = digits.length - 1; i >= 0; i--) {
            digits[i] = DIGITS.charAt((int) (rest % DIGITS.length()));
            rest /= DIGITS.length();
        }
        return new String(digits);
    }
}
