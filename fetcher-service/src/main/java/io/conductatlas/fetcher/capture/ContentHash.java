package io.conductatlas.fetcher.capture;

import io.conductatlas.archive.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One hash for the parts of a capture in their order. */
public final class ContentHash {

    private ContentHash() {}

    /** SHA-256 over the parts' hashes in hexadecimal digits, one a line. */
    public static String of(List<String> sha256s) {
        return Sha256.of(String.join("\n", sha256s).getBytes(StandardCharsets.UTF_8));
    }
}
